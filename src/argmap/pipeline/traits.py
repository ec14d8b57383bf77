"""What a segment shows of its role: the groups of cue words it has, its tense, its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from argmap.lexicons import entries
from argmap.model.labels import SourceKind, SpanLabel, SpanLayer, Voice

from .clauses import main_clause
from .layers import Reading, SegmentDraft
from .phrases import Found, Phrases, word_range
from .stretches import Stretches, numbered
from .words import Words

_LISTS = entries("roles")
_MAIN_GROUPS = ("policy", "prediction")  # these count in the main clause only
_GROUPS = (
    *_MAIN_GROUPS,
    *("policy_not", "scheduled", "value", "interpretation", "statistic", "study", "study_frame"),
    *(
        "example",
        "example_opening",
        "background",
        "event_time",
        "event_verb",
        "heading_verb",
        "announcing",
    ),
)
_OPENING_GROUPS = ("example_opening", "announcing")  # these count at the beginning only
_PHRASES = Phrases({group: _LISTS[group] for group in _GROUPS})
_MODALS = frozenset(_LISTS["prediction_modal"])
_AFTER_MODAL_NOT = frozenset(_LISTS["prediction_modal_not"])
_IRREGULAR_PAST = frozenset(_LISTS["irregular_past"])
_BETWEEN_VERBS = frozenset(_LISTS["between_verbs"])
_NOT_PAST = frozenset(_LISTS["not_past"])
_FIRST_PERSON = frozenset(_LISTS["first_past"])
_FINITE = frozenset(entries("clauses")["finite"])
_LEAD_BLOCKS = 2
_EARLY_BLOCKS = 5
_BEFORE_ADJECTIVE = frozenset(_LISTS["before_adjective"])
_BEFORE_NOUN = frozenset(_LISTS["before_noun"])
_NUMBER_WORDS = frozenset(_LISTS["number_words"])


@dataclass(slots=True)
class Traits:
    """The traits of one segment; `cues` has the first word or phrase of every group found."""

    cues: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    attributed: bool = False
    source_kind: SourceKind | None = None
    lead: bool = False
    early: bool = False
    first_block: bool = False
    opening: bool = False
    position: float = 0.0
    digit: bool = False
    number: bool = False
    year: bool = False
    past: int = 0
    present: int = 0
    first_person: bool = False
    quoted: bool = False
    finite: bool = False
    spans: frozenset[SpanLabel] = frozenset()
    framed_whole: bool = False

    def has(self, *groups: str) -> bool:
        """Whether a cue of any of these groups was found."""
        return any(group in self.cues for group in groups)

    def count(self, group: str) -> int:
        """How many cues of a group were found."""
        return self.counts.get(group, 0)


def traits_of(reading: Reading, words: Words) -> list[Traits]:
    """The traits of every segment of a reading, in order."""
    places = _Places(reading)
    spans = [span for span in reading.spans if span.layer in {SpanLayer.FRAMING, SpanLayer.LOADED}]
    span_places = Stretches((span.start, span.end, n) for n, span in enumerate(spans))
    quoted = numbered((quoted.start, quoted.end) for quoted in reading.quoted)
    found = []
    for segment in reading.segments:
        within = word_range(words, (segment.start, segment.end))
        traits = _of_words(words, within)
        places.fill(traits, segment)
        traits.attributed = segment.voice is Voice.ATTRIBUTED
        traits.source_kind = _kind(reading, segment)
        traits.quoted = bool(quoted.touching(segment.start, segment.end))
        here = [spans[n] for _, _, n in span_places.touching(segment.start, segment.end)]
        traits.spans = frozenset(span.label for span in here)
        traits.framed_whole = any(
            span.start <= segment.start + 1 and span.end >= segment.end - 1 for span in here
        )
        found.append(traits)
    return found


class _Places:
    """Where segments stand among the blocks of the article's matter, headings not counted."""

    def __init__(self, reading: Reading) -> None:
        out = numbered(reading.boilerplate)
        body = [
            block
            for block in reading.blocks
            if not block.heading and not out.covering(block.start, block.end)
        ]
        self._starts = [(block.start, block.end) for block in body]
        self._place = 0

    def fill(self, traits: Traits, segment: SegmentDraft) -> None:
        """Write lead, early, opening and position; segments must come in order."""
        count = len(self._starts)
        while self._place < count and self._starts[self._place][1] <= segment.start:
            self._place += 1
        if self._place >= count or segment.start < self._starts[self._place][0]:
            traits.position = self._place / max(1, count)
            return
        traits.position = self._place / max(1, count)
        traits.lead = self._place < _LEAD_BLOCKS
        traits.early = self._place < _EARLY_BLOCKS
        traits.first_block = self._place == 0
        traits.opening = segment.start == self._starts[self._place][0]


def _of_words(words: Words, within: range) -> Traits:
    traits = Traits()
    found = _PHRASES.find_all_in(words, within)
    main = main_clause(words, within) if within else []
    spent = {place for f in found if f.group == "policy_not" for place in range(f.start, f.end)}
    for one in found:
        if one.group in _MAIN_GROUPS and not main[one.start - within.start]:
            continue
        if one.group == "policy" and one.start in spent:
            continue
        if one.group == "heading_verb" and not _is_verb(words, one, within):
            continue
        if one.group in _OPENING_GROUPS and one.start > within.start:
            continue
        _note(traits, one, words)
    for place in within:
        word = words.lower[place]
        in_main = main[place - within.start]
        if word in _MODALS and in_main and _looks_ahead(words, place, within):
            traits.cues.setdefault("prediction_modal", words.text[place])
        traits.digit = traits.digit or word[0].isdigit()
        traits.number = traits.digit or traits.number or word in _NUMBER_WORDS
        traits.year = traits.year or (word.isdigit() and len(word) == 4 and word[0] in "12")
        traits.finite = traits.finite or word in _FINITE
        traits.first_person = traits.first_person or word in _FIRST_PERSON
        if in_main and _is_past(words, place, within):
            traits.past += 1
        elif in_main and (word in _FINITE or (word.endswith("s") and word in _HEADING_VERBS)):
            traits.present += 1
    return traits


def _looks_ahead(words: Words, modal: int, within: range) -> bool:
    """`may prove`, but not `may have proved` or `may also be`; adverbs are passed over."""
    place = modal + 1
    while place < within.stop and (
        words.lower[place] in _BETWEEN_VERBS or words.lower[place].endswith("ly")
    ):
        place += 1
    return place < within.stop and words.lower[place] not in _AFTER_MODAL_NOT


def _is_past(words: Words, place: int, within: range) -> bool:
    """A verb in the past, not a participle before a noun: `a limited offer`."""
    word = words.lower[place]
    if word in _IRREGULAR_PAST:
        return True
    if not word.endswith("ed") or word in _NOT_PAST:
        return False
    return place == within.start or words.lower[place - 1] not in _BEFORE_ADJECTIVE


def _is_verb(words: Words, found: Found, within: range) -> bool:
    """A verb of headings in a verb's place: not `the blame`, not `shifting priorities`."""
    if words.lower[found.start].endswith("ing"):
        return found.start > within.start and words.lower[found.start - 1] in _FINITE
    return found.start > within.start and words.lower[found.start - 1] not in _BEFORE_NOUN


def _note(traits: Traits, found: Found, words: Words) -> None:
    traits.cues.setdefault(found.group, " ".join(words.text[found.start : found.end]))
    traits.counts[found.group] = traits.counts.get(found.group, 0) + 1


def _kind(reading: Reading, segment: SegmentDraft) -> SourceKind | None:
    if segment.attribution is None:
        return None
    speaker = reading.attributions[segment.attribution].speaker
    return None if speaker is None else reading.sources[speaker].kind


def _third_persons() -> frozenset[str]:
    from .inflection import expand

    return frozenset(form for verb in _LISTS["heading_verb"] for form in expand(verb))


_HEADING_VERBS = _third_persons()
