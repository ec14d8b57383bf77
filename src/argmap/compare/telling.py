"""One outlet's telling of a claim, beside another's: what the changes are read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from argmap.model.document import AnnotatedDocument, Segment, Span
from argmap.model.labels import AlignmentKind, Dimension, SpanLayer

from .terms import Term

_WHOLE = 0.6  # share of a segment from which all of it, not a part, tells the claim
_AROUND = 40  # characters beside the shared part that still belong to it


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim in one article: its segments, the one that tells it best, the part that does."""

    document: AnnotatedDocument
    segments: tuple[Segment, ...]
    core: Segment
    matched: tuple[int, int]
    """From the first to the last word that the other telling has too."""
    part: tuple[int, int]
    """What tells the claim: the same with some words around it, or the whole segment."""
    terms: tuple[Term, ...]
    """Terms of the core segment."""

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.document.article.id

    def holds(self, start: int) -> bool:
        """Whether an offset lies in the part of the core segment that tells the claim."""
        return self.part[0] <= start < self.part[1]

    def spans(self, layer: SpanLayer) -> list[Span]:
        """The spans of a layer that stand in the part of the text that tells the claim."""
        return [
            span for span in self.document.spans if span.layer is layer and self.holds(span.start)
        ]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that changes from the first telling to the second, with the words for it."""

    kind: AlignmentKind
    dimension: Dimension | None
    detail: dict[str, Any]


def telling(
    document: AnnotatedDocument,
    segments: Sequence[Segment],
    core: Segment,
    matched: tuple[int, int],
    terms: tuple[Term, ...],
) -> Telling:
    """Put a telling together; where most of the segment is shared, all of it tells the claim."""
    start, end = matched
    if end - start >= _WHOLE * (core.end - core.start):
        part = (core.start, core.end)
    else:
        part = (max(core.start, start - _AROUND), min(core.end, end + _AROUND))
    return Telling(document, tuple(segments), core, matched, part, terms)


def direction(difference: float) -> AlignmentKind:
    """Stronger where something grows, weaker where it shrinks."""
    return AlignmentKind.STRONGER if difference > 0 else AlignmentKind.WEAKER
