"""How sure the voice of a segment is: the weakest cue that bears on its main clause.

The four values are those of FactBank (Saurí and Pustejovsky 2009): certain, probable, possible and
uncommitted. Cues in relative and other subordinate clauses leave the main clause as sure as it is.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc

from argmap.lexicons import entries
from argmap.model.labels import Certainty, Polarity, Quotation, SpanLabel, SpanLayer

from .attitudes import attitude_of, is_past
from .clauses import clause_marks, is_conditional, is_in_aside, main_clause
from .hedging import Cue, find_cues
from .inflection import expand
from .layers import AttributionDraft, Offsets, Reading, SegmentDraft, SpanDraft, reading_of
from .ownership import Owners
from .phrases import word_range
from .polarity import polarity
from .stretches import numbered
from .tree import Tree, tree_of
from .words import Words, words_of

_ORDER = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNCOMMITTED)
_Children = dict[int, list[AttributionDraft]]
_NEARLY_ALL = 0.6  # of what one says is what another believes
_CONFIDENCE = {"would": 0.55, "local": 0.6, "approximator": 0.75, "booster": 0.7}
_CUE_CONFIDENCE = 0.8
_EMBEDDING_REACH = 4  # words before a modal in which a verb of thinking takes it along
_THINKING = frozenset(form for verb in entries("attitudes")["thinking"] for form in expand(verb))
_ASIDE_AFTER = frozenset(entries("hedges")["aside_after"])
_FIRST_PERSON = frozenset(("i", "we"))


def mark_certainty(doc: Doc) -> Doc:
    """Write the hedge and booster spans, and every segment's certainty and polarity."""
    reading = reading_of(doc)
    words = words_of(doc)
    tree = tree_of(doc)
    cues = [
        cue
        for cue in find_cues(words, _name_words(doc, words), _backshifted(reading, words))
        if cue.group != "would" or not is_in_aside(tree, cue.start)
    ]
    in_matter = _outside(reading, words, cues)
    owners = Owners(reading)
    reading.spans += [_span(owners, words, cue) for cue in in_matter]
    starts = [cue.start for cue in in_matter]
    children: _Children = {}
    for draft in reading.attributions:
        if draft.parent is not None:
            children.setdefault(draft.parent, []).append(draft)
    for segment in reading.segments:
        whole = word_range(words, (segment.start, segment.end))
        own = in_matter[bisect_left(starts, whole.start) : bisect_left(starts, whole.stop)]
        parts = [word_range(words, part) for part in owners.own_parts(segment)]
        parts = [part for part in parts if part] or [whole]
        _judge(reading, words, tree, segment, parts, own, children)
    return doc


def _judge(
    reading: Reading,
    words: Words,
    tree: Tree,
    segment: SegmentDraft,
    parts: list[range],
    own: list[Cue],
    children: _Children,
) -> None:
    found = _of_parts(words, tree, parts, own)
    turned = Polarity.POSITIVE
    for attribution in _chain(reading, words, segment, children):
        attitude, turn = attitude_of(words, attribution)
        found += attitude
        if attribution.parent == segment.attribution:
            contents = [word_range(words, stretch) for stretch in attribution.content]
            found += _of_parts(words, tree, contents, own)
        else:
            turned = turn
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


def _of_parts(words: Words, tree: Tree, parts: list[range], cues: list[Cue]) -> list[_Verdict]:
    """What the cues, a question mark and a condition say of the parts of a segment."""
    parts = [part for part in parts if part]
    main_parts = [part for part in parts if not all(clause_marks(words, part))]
    found = [
        (cue.level, f"cue: {' '.join(words.text[cue.start : cue.end])}")
        for part in main_parts or parts
        for cue in _in_main_clause(words, tree, part, cues)
        if cue.level is not None
    ]
    if any(_is_question(words, part) for part in parts):
        return [*found, (Certainty.UNCOMMITTED, "a question")]
    conditional = any(is_conditional(words, tree, part) for part in parts)
    if conditional and not any(level is Certainty.POSSIBLE for level, _ in found):
        return [*found, (Certainty.UNCOMMITTED, "a condition")]
    return found


def _in_main_clause(words: Words, tree: Tree, part: range, cues: list[Cue]) -> list[Cue]:
    main = main_clause(words, part)
    return [
        cue
        for cue in cues
        if cue.start in part
        and main[cue.start - part.start]
        and not _is_aside(words, cue)
        and not is_in_aside(tree, cue.start, part)
        and not _is_embedded(words, cue, part)
    ]


def _is_question(words: Words, part: range) -> bool:
    ends = words.lower[part.stop - 2 : part.stop]
    return words.lower[part.stop - 1] == "?" or ends in _QUESTION_ENDS


def _chain(
    reading: Reading, words: Words, segment: SegmentDraft, children: _Children
) -> list[AttributionDraft]:
    """The attribution of a segment and, where it says no more than another's belief, that one.

    "The army believes that N may have sent shells, according to two deputies": what is told is as
    uncertain as the army's belief. A belief told as past ("Kim thought he could win") is a fact of
    its own instead.
    """
    if segment.attribution is None:
        return []
    outer = reading.attributions[segment.attribution]
    if outer.quote is Quotation.DIRECT:
        return []
    inner = [
        draft
        for draft in children.get(segment.attribution, ())
        if draft.cue is not None
        and segment.start <= draft.cue[0] < segment.end
        and _fills(draft, outer)
        and (is_past(words, outer.cue) or not is_past(words, draft.cue))
    ]
    return [outer, *inner]


def _fills(inner: AttributionDraft, outer: AttributionDraft) -> bool:
    """Whether one attribution, from its source to its content, is nearly all that another says."""
    named = [stretch for stretch in (inner.source, inner.cue) if stretch is not None]
    return _size([*inner.content, *named]) >= _NEARLY_ALL * _size(outer.content)


def _size(stretches: list[Offsets]) -> int:
    return sum(end - start for start, end in stretches)


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
        if is_past(words, attribution.cue):
            for stretch in attribution.content:
                places.update(word_range(words, stretch))
    return frozenset(places)
