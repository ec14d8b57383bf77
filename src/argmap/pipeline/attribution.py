"""Attributions: who says, thinks or wants what; source, cue and content tied together.

Rules on words, sentence by sentence: find the cues, the noun phrase that speaks, and the stretch
that it says (after, before or around the cue); then the quotations that run on without a cue, and
which attribution stands inside which. The scheme is PolNeAR's (Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from spacy.tokens import Doc

from argmap.model.labels import Quotation

from .clause_rules import attributions_of
from .layers import AttributionDraft, Offsets, reading_of
from .passage import Passage, passage_of
from .quoted_speech import with_running_quotes
from .reported import Reported
from .word_classes import PUNCTUATION


def mark_attributions(doc: Doc) -> Doc:
    """Write `reading.attributions`, in the order of their first words; speakers come later."""
    reading = reading_of(doc)
    reading.attributions = attributions(passage_of(doc))
    return doc


def attributions(passage: Passage) -> list[AttributionDraft]:
    """All attributions of a passage, each with the one that it stands in as its parent."""
    found: list[Reported] = []
    for number in range(len(passage.sentences)):
        found += attributions_of(passage, number)
    found = with_running_quotes(passage, found)
    drafts = [_draft(passage, item) for item in found if item.content]
    drafts.sort(key=lambda draft: (min(draft.content), draft.cue or (0, 0)))
    _set_parents(drafts)
    return drafts


def _draft(passage: Passage, item: Reported) -> AttributionDraft:
    content = [passage.offsets(first, last) for first, last in sorted(item.content)]
    return AttributionDraft(
        content=content,
        source=passage.offsets(*item.source) if item.source else None,
        cue=passage.offsets(*item.cue) if item.cue else None,
        quote=_quotation(passage, item),
        stance=item.stance,
        confidence=item.confidence,
        reason=item.reason,
        asserted=item.asserted,
    )


def _quotation(passage: Passage, item: Reported) -> Quotation:
    """Direct where the content stands in marks, indirect where none of it does."""
    words = [
        number
        for first, last in item.content
        for number in range(first, last)
        if passage.text[number] not in PUNCTUATION
    ]
    level = item.level
    quoted = sum(passage.quote_at[number] not in (-1, level) for number in words)
    if not quoted:
        return Quotation.INDIRECT
    return Quotation.DIRECT if quoted == len(words) else Quotation.MIXED


def _set_parents(drafts: list[AttributionDraft]) -> None:
    """The smallest attribution whose content holds another one's cue is its parent."""
    places = sorted(
        (start, end, number) for number, draft in enumerate(drafts) for start, end in draft.content
    )
    for number, draft in enumerate(drafts):
        inner = draft.cue or draft.content[0]
        draft.parent = _innermost(places, inner, number, drafts)


def _innermost(
    places: list[tuple[int, int, int]], inner: Offsets, own: int, drafts: list[AttributionDraft]
) -> int | None:
    best: tuple[int, int] | None = None
    for start, end, number in places:
        if start > inner[0]:
            break
        if (
            number != own
            and end >= inner[1]
            and not _above(drafts, number, own)
            and (best is None or end - start < best[0])
        ):
            best = (end - start, number)
    return best[1] if best else None


def _above(drafts: list[AttributionDraft], number: int, own: int) -> bool:
    """Whether `own` is among the parents of `number`, which would close a circle."""
    current: int | None = number
    while current is not None:
        if current == own:
            return True
        current = drafts[current].parent
    return False
