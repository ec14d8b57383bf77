"""What an annotated document says of a given stretch of its text."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.labels import Quotation, Voice

from .matching import overlap
from .reader import Offsets


def segment_at(document: AnnotatedDocument, place: Offsets) -> Segment | None:
    """The segment that shares most with a stretch; `None` where no segment touches it."""
    shared = [(overlap((one.start, one.end), place), one) for one in document.segments]
    best = max(shared, key=lambda item: item[0], default=None)
    return best[1] if best and best[0] else None


def is_quoted(document: AnnotatedDocument, place: Offsets) -> bool:
    """Whether a stretch, or the larger part of it, is somebody's own words in quotation marks.

    The content of a direct quotation is; of a content that is quoted in part, and of a segment of
    mixed voice, what stands between marks is.
    """
    segment = segment_at(document, place)
    if segment is not None and segment.voice is Voice.MIXED:
        line = document.text.rfind("\n", 0, place[0]) + 1
        if in_marks(document.text, line, place[0]):
            return True
    for attribution in document.attributions:
        for piece in attribution.content:
            if 2 * overlap((piece.start, piece.end), place) < place[1] - place[0]:
                continue
            if attribution.quote is Quotation.DIRECT:
                return True
            if attribution.quote is Quotation.MIXED and in_marks(
                document.text, piece.start, place[0]
            ):
                return True
    return False


def in_marks(text: str, start: int, place: int) -> bool:
    """Whether a place lies between quotation marks that open at or after `start`."""
    before = text[start : place + 1]
    opened, closed = before.count("“"), before[:-1].count("”")
    straight = before.count('"') if before.endswith('"') else before[:-1].count('"')
    return opened > closed or straight % 2 == 1
