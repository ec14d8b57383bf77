"""What an annotated document says of a given stretch of its text."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.labels import Voice

from .matching import overlap
from .reader import Offsets


def segment_at(document: AnnotatedDocument, place: Offsets) -> Segment | None:
    """The segment that shares most with a stretch; `None` where no segment touches it."""
    shared = [(overlap((one.start, one.end), place), one) for one in document.segments]
    best = max(shared, key=lambda item: item[0], default=None)
    return best[1] if best and best[0] else None


def voice_at(document: AnnotatedDocument, place: Offsets) -> Voice:
    """In whose voice a stretch stands: attributed where the larger part of it is attributed.

    Where the author's words and quoted ones share a segment, the contents of its attributions tell
    them apart.
    """
    segment = segment_at(document, place)
    if segment is None:
        return Voice.AUTHOR
    if segment.voice is not Voice.MIXED:
        return segment.voice
    inside = sum(
        overlap((piece.start, piece.end), place)
        for attribution in document.attributions
        for piece in attribution.content
    )
    return Voice.ATTRIBUTED if 2 * inside >= place[1] - place[0] else Voice.AUTHOR
