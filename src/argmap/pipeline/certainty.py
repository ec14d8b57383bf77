"""How sure the voice of a segment is: the weakest cue that bears on its main clause.

The four values are those of FactBank (Saurí and Pustejovsky 2009): certain, probable, possible and
uncommitted. Cues in relative and other subordinate clauses leave the main clause as sure as it is.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from argmap.model.labels import Certainty, Polarity, Quotation, SpanLabel, SpanLayer

from .clauses import is_conditional, main_clause
from .hedging import Cue, find_cues
from .layers import AttributionDraft, Reading, SegmentDraft, SpanDraft, reading_of
from .lexicon import entries, expand
from .ownership import Owners
from .phrases import Phrases, word_range
from .polarity import polarity
from .stretches import numbered
from .words import Words, words_of

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
_ATTITUDES = Phrases(
    {k: v for k, v in entries("attitudes").items() if k not in {"negation", "thinking"}}
)
_NEGATION = frozenset(entries("attitudes")["negation"])
_PAST_CUES = frozenset(
    ("said", "told", "wrote", "thought", "knew", "felt", "saw", "found", "was", "were")
)
_CONFIDENCE = {"would": 0.55, "local": 0.6, "approximator": 0.75, "booster": 0.7}
_CUE_CONFIDENCE = 0.8
_EMBEDDING_REACH = 4  # words before a modal in which a verb of thinking takes it along
_THINKING = frozenset(form for verb in entries("attitudes")["thinking"] for form in expand(verb))
_ASIDE_AFTER = frozenset(entries("hedges")["aside_after"])
_FIRST_PERSON = frozenset(("i", "we"))
_NEGATION_REACH = 3  # words before a cue in which "not" turns it


def mark_certainty(doc: Doc) -> Doc:
    """Write the hedge and booster spans, and every segment's certainty and polarity."""
    reading = reading_of(doc)
    words = words_of(doc)
    cues = find_cues(words, _name_words(doc, words), _backshifted(reading, words))
    in_matter = _outside(reading, words, cues)
    owners = Owners(reading)
    reading.spans += [_span(owners, words, cue) for cue in in_matter]
    starts = [cue.start for cue in in_matter]
    for segment in reading.segments:
        whole = word_range(words, (segment.start, segment.end))
        own = in_matter[bisect_left(starts, whole.start) : bisect_left(starts, whole.stop)]
        parts = [word_range(words, part) for part in owners.own_parts(segment)]
        _judge(reading, words, segment, [part for part in parts if part] or [whole], own)
    return doc


def _judge(
    reading: Reading, words: Words, segment: SegmentDraft, parts: list[range], own: list[Cue]
) -> None:
    found = [verdict for part in parts if part for verdict in _of_part(words, part, own)]
    attribution = None if segment.attribution is None else reading.attributions[segment.attribution]
    turned = Polarity.POSITIVE
    if attribution is not None and attribution.quote is not Quotation.DIRECT:
        attitude, turned = _attitude(words, attribution)
        found += attitude
    level, reason = max(found, key=lambda item: _ORDER.index(item[0]), default=_NOTHING)
    segment.certainty = level
    segment.reasons["certainty"] = reason
    taken = frozenset(
        place for cue in own if not cue.booster for place in range(cue.start, cue.end)
    )
    segment.polarity, word = polarity(words, parts[0], taken)
    if turned is Polarity.NEGATIVE:
        segment.polarity = _opposite(segment.polarity)
        word = word or "the cue denies it"
    if word:
        segment.reasons["polarity"] = f"negation: {word}"


_NOTHING = (Certainty.CERTAIN, "no cue in the main clause")
_Verdict = tuple[Certainty, str]


def _of_part(words: Words, part: range, cues: list[Cue]) -> list[_Verdict]:
    """What the cues, a question mark and a condition say of one part of a segment."""
    main = main_clause(words, part)
    found = [
        (cue.level, f"cue: {' '.join(words.text[cue.start : cue.end])}")
        for cue in cues
        if cue.level is not None
        and cue.start in part
        and main[cue.start - part.start]
        and not _is_aside(words, cue)
        and not _is_embedded(words, cue, part)
    ]
    if (
        words.lower[part.stop - 1] == "?"
        or words.lower[part.stop - 2 : part.stop] in _QUESTION_ENDS
    ):
        return [*found, (Certainty.UNCOMMITTED, "a question")]
    if is_conditional(words, part) and not any(level is Certainty.POSSIBLE for level, _ in found):
        return [*found, (Certainty.UNCOMMITTED, "a condition")]
    return found


_QUESTION_ENDS = (["?", '"'], ["?", "”"], ["?", "'"], ["?", "’"], ["?", ")"])


def _is_embedded(words: Words, cue: Cue, part: range) -> bool:
    """A modal under a verb of thinking of somebody else: `she thought she could win`."""
    if cue.group != "modal":
        return False
    first = max(part.start, cue.start - _EMBEDDING_REACH)
    return any(
        words.lower[place] in _THINKING and words.lower[place - 1] not in _FIRST_PERSON
        for place in range(first, cue.start)
    )


def _is_aside(words: Words, cue: Cue) -> bool:
    """An adverb of one phrase only: `aid, arms and possibly fuel`, `talk of possibly leaving`."""
    return (
        cue.end - cue.start == 1
        and words.lower[cue.start].endswith("ly")
        and cue.start > 0
        and words.lower[cue.start - 1] in _ASIDE_AFTER
    )


def _attitude(words: Words, attribution: AttributionDraft) -> tuple[list[_Verdict], Polarity]:
    """What the cue of an attribution says of its speaker's certainty: believes, fears, denies."""
    if attribution.cue is None:
        return [], Polarity.POSITIVE
    cue = word_range(words, attribution.cue)
    reach = range(max(0, cue.start - _NEGATION_REACH), cue.start)
    first_content = min(start for start, _ in attribution.content)
    negated = any(
        words.lower[place] in _NEGATION and words.start[place] < first_content
        for place in (*reach, *cue)
    )
    text = " ".join(words.text[cue.start : cue.stop])
    groups = {found.group for found in _ATTITUDES.find_all_in(words, cue)}
    if "negative" in groups:
        return [], Polarity.POSITIVE if negated else Polarity.NEGATIVE
    if "doubt" in groups:
        doubted = [] if negated else [(Certainty.PROBABLE, f"cue of the attribution: {text}")]
        return doubted, Polarity.POSITIVE if negated else Polarity.NEGATIVE
    levels = [Certainty(group) for group in groups]
    verdicts = [(level, f"cue of the attribution: {text}") for level in levels]
    if negated and Certainty.PROBABLE in levels:
        return verdicts, Polarity.NEGATIVE
    if negated and not levels:
        return [(Certainty.UNCOMMITTED, f"cue of the attribution: not {text}")], Polarity.POSITIVE
    return verdicts, Polarity.POSITIVE


def _opposite(value: Polarity) -> Polarity:
    return Polarity.NEGATIVE if value is Polarity.POSITIVE else Polarity.POSITIVE


def _span(owners: Owners, words: Words, cue: Cue) -> SpanDraft:
    start, end = words.start[cue.start], words.end[cue.end - 1]
    voice, attribution = owners.owner(start, end)
    return SpanDraft(
        start,
        end,
        SpanLayer.BOOSTER if cue.booster else SpanLayer.HEDGE,
        SpanLabel.BOOSTER if cue.booster else SpanLabel.HEDGE,
        voice,
        attribution,
        confidence=_CONFIDENCE.get(cue.group, _CUE_CONFIDENCE),
        reason=f"{cue.group}: {' '.join(words.text[cue.start : cue.end])}",
    )


def _outside(reading: Reading, words: Words, cues: list[Cue]) -> list[Cue]:
    """The cues that stand in the article's matter, not in boilerplate."""
    barred = numbered(reading.boilerplate)
    return [cue for cue in cues if not barred.at(words.start[cue.start])]


def _name_words(doc: Doc, words: Words) -> frozenset[int]:
    named = {token.i for name in doc.ents for token in name}
    return frozenset(number for number, token in enumerate(words.token) if token in named)


def _backshifted(reading: Reading, words: Words) -> frozenset[int]:
    """Words of indirect speech after a cue in the past tense."""
    places: set[int] = set()
    for attribution in reading.attributions:
        if attribution.cue is None or attribution.quote is Quotation.DIRECT:
            continue
        cue = word_range(words, attribution.cue)
        past = any(
            words.lower[place] in _PAST_CUES or words.lower[place].endswith("ed") for place in cue
        )
        if past:
            for stretch in attribution.content:
                places.update(word_range(words, stretch))
    return frozenset(places)
