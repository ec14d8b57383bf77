"""Whose words a stretch of the text is: the innermost attribution that covers it, or the author."""

from __future__ import annotations

from argmap.model.labels import Voice

from .layers import Offsets, Reading, SegmentDraft


def owner(reading: Reading, start: int, end: int) -> tuple[Voice, int | None]:
    """The voice of a stretch and the attribution that it stands in, `None` for the author's own."""
    number = innermost(reading, start, end)
    return (Voice.AUTHOR, None) if number is None else (Voice.ATTRIBUTED, number)


def innermost(reading: Reading, start: int, end: int) -> int | None:
    """The attribution with the shortest content that covers the whole stretch."""
    covering = [
        (stop - first, -_depth(reading, number), number)
        for number, draft in enumerate(reading.attributions)
        for first, stop in draft.content
        if first <= start and end <= stop
    ]
    return min(covering)[2] if covering else None


def words_of_voice(reading: Reading, segment: SegmentDraft) -> list[Offsets]:
    """The parts of a segment that its own voice says, without what it only reports.

    For an attributed segment the content of its attribution; for the author's, what no attribution
    covers. Where that leaves nothing, the whole segment.
    """
    whole = (segment.start, segment.end)
    if segment.attribution is not None:
        parts = [
            (max(first, segment.start), min(stop, segment.end))
            for first, stop in reading.attributions[segment.attribution].content
            if first < segment.end and stop > segment.start
        ]
        return parts or [whole]
    covered = sorted(
        (first, stop)
        for draft in reading.attributions
        for first, stop in draft.content
        if first < segment.end and stop > segment.start
    )
    return _left_over(whole, covered) or [whole]


def _left_over(whole: Offsets, covered: list[Offsets]) -> list[Offsets]:
    left = []
    place = whole[0]
    for start, end in covered:
        if start > place:
            left.append((place, start))
        place = max(place, end)
    if place < whole[1]:
        left.append((place, whole[1]))
    return left


def _depth(reading: Reading, number: int) -> int:
    depth, seen = 0, {number}
    parent = reading.attributions[number].parent
    while parent is not None and parent not in seen and parent < len(reading.attributions):
        seen.add(parent)
        depth += 1
        parent = reading.attributions[parent].parent
    return depth
