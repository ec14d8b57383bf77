"""Attributions: who says, thinks or wants what; source, cue and content tied together.

Rules on words, sentence by sentence: find the cues, the noun phrase that speaks, and the stretch
that it says (after, before or around the cue); then the quotations that run on without a cue, and
which attribution stands inside which. The scheme is PolNeAR's (Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from argmap.model.labels import Quotation

from .clause_rules import attributions_of
from .headline_rules import colon_attributions
from .layers import AttributionDraft, Offsets, reading_of
from .learned_attribution import learned_attributions
from .mentions import can_speak, mention_of
from .merged_attribution import merged, quotation
from .passage import Passage, passage_of
from .quoted_speech import with_running_quotes
from .reported import Reported
from .tree_mends import all_mended

_PERSONAL_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they", "it", "that", "this"})
_SURE = 0.8  # confidence of a clause with "that", a quotation, a clause before its cue


def mark_attributions(doc: Doc) -> Doc:
    """Write `reading.attributions`, in the order of their first words; speakers come later."""
    reading = reading_of(doc)
    passage = passage_of(doc)
    drafts = attributions(passage)
    if reading.discourse is not None:
        drafts = merged(passage, drafts, learned_attributions(reading.discourse))
    found = _outside(all_mended(passage, drafts), reading.boilerplate)
    _set_parents(found)
    text = doc.text  # once: spaCy puts it together anew each time
    reading.attributions = [
        draft
        for draft in found
        if _is_worth_telling(text, draft) and (draft.learned or _has_speaker(doc, draft))
    ]
    _set_parents(reading.attributions)
    return doc


def _has_speaker(doc: Doc, draft: AttributionDraft) -> bool:
    """Whether the source of an attitude can have one: a person, a body, a text."""
    if draft.asserted or draft.source is None:
        return True
    return can_speak(mention_of(doc, draft.source))


def _is_worth_telling(text: str, draft: AttributionDraft) -> bool:
    """Whether an attribution says more than whose content it stands in.

    Inside somebody's words, "I think" and "they want" are part of what is said; another speaker
    with a name who is quoted there, or whose assertion is reported, is a voice of its own.
    """
    source = text[slice(*draft.source)].lower() if draft.source else ""
    if draft.in_quote and source in _PERSONAL_PRONOUNS:
        return False
    if draft.parent is None or draft.source is None:
        return True
    if source in _PERSONAL_PRONOUNS:
        return draft.asserted and not draft.in_quote and draft.confidence >= _SURE
    if draft.in_quote:
        return draft.asserted and draft.confidence >= _SURE
    return draft.asserted or draft.quote is not Quotation.INDIRECT


def _outside(drafts: list[AttributionDraft], boilerplate: list[Offsets]) -> list[AttributionDraft]:
    """The attributions whose content is the article's matter."""
    starts = [start for start, _ in boilerplate]

    def is_boilerplate(place: int) -> bool:
        number = bisect_right(starts, place)
        return number > 0 and place < boilerplate[number - 1][1]

    return [draft for draft in drafts if not is_boilerplate(draft.content[0][0])]


def attributions(passage: Passage) -> list[AttributionDraft]:
    """All attributions of a passage, without their parents, by where their content starts."""
    found: list[Reported] = []
    for number in range(len(passage.sentences)):
        found += attributions_of(passage, number)
    found = with_running_quotes(passage, found)
    found += colon_attributions(passage)
    drafts = [_draft(passage, item) for item in found if item.content]
    drafts.sort(key=lambda draft: (min(draft.content), draft.cue or (0, 0)))
    return drafts


def _draft(passage: Passage, item: Reported) -> AttributionDraft:
    content = [passage.offsets(first, last) for first, last in sorted(item.content)]
    return AttributionDraft(
        content=content,
        source=passage.offsets(*item.source) if item.source else None,
        cue=passage.offsets(*item.cue) if item.cue else None,
        quote=quotation(passage, content, item.level),
        stance=item.stance,
        confidence=item.confidence,
        reason=item.reason,
        asserted=item.asserted,
        in_quote=item.level >= 0,
        antecedent=passage.offsets(*item.antecedent) if item.antecedent else None,
    )


def _set_parents(drafts: list[AttributionDraft]) -> None:
    """The smallest attribution whose content holds another one's cue is its parent."""
    for draft in drafts:
        draft.parent = None  # a number in a list that may have been longer
    places = sorted(
        (start, end, number) for number, draft in enumerate(drafts) for start, end in draft.content
    )
    inner = sorted((draft.cue or draft.content[0], number) for number, draft in enumerate(drafts))
    active: list[tuple[int, int, int]] = []
    following = 0
    for (start, end), number in inner:
        while following < len(places) and places[following][0] <= start:
            active.append(places[following])
            following += 1
        active = [place for place in active if place[1] > start]
        around = [
            (last - first, other)
            for first, last, other in active
            if last >= end and other != number and not _above(drafts, other, number)
        ]
        drafts[number].parent = min(around)[1] if around else None


def _above(drafts: list[AttributionDraft], number: int, own: int) -> bool:
    """Whether `own` is `number` or among its parents, which would close a circle."""
    current: int | None = number
    while current is not None:
        if current == own:
            return True
        current = drafts[current].parent
    return False
