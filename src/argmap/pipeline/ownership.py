"""Whose words a stretch of the text is: the innermost attribution that covers it, or the author."""

from __future__ import annotations

from argmap.model.labels import Voice

from .layers import Offsets, Reading, SegmentDraft
from .stretches import Stretches, numbered

_SURE = 0.65  # an attribution below this, in a segment of the author's own voice, owns nothing


class Owners:
    """The attributions of a reading, to be asked whose a stretch is."""

    def __init__(self, reading: Reading) -> None:
        """Index the contents of the attributions that a segment has adopted or that are sure."""
        self._reading = reading
        adopted = {segment.attribution for segment in reading.segments}
        self._quoted = numbered(quoted.inner for quoted in reading.quoted)
        self._segments = numbered((segment.start, segment.end) for segment in reading.segments)
        self._contents = Stretches(
            (start, end, number)
            for number, draft in enumerate(reading.attributions)
            if number in adopted or draft.confidence >= _SURE
            for start, end in draft.content
        )

    def owner(self, start: int, end: int) -> tuple[Voice, int | None]:
        """The voice of a stretch and its attribution, `None` for the author's own words.

        A word between quotation marks in a segment with an attribution is the source's, though
        the attribution's content should stop short of it.
        """
        number = self.innermost(start, end)
        if number is None and self._quoted.covering(start, end):
            number = self._quoted_by(start, end)
        return (Voice.AUTHOR, None) if number is None else (Voice.ATTRIBUTED, number)

    def _quoted_by(self, start: int, end: int) -> int | None:
        for _, _, number in self._segments.covering(start, end):
            return self._reading.segments[number].attribution
        return None

    def innermost(self, start: int, end: int) -> int | None:
        """The attribution with the shortest content that covers the whole stretch."""
        covering = [
            (stop - first, -self._depth(number), number)
            for first, stop, number in self._contents.covering(start, end)
        ]
        return min(covering)[2] if covering else None

    def touched(self, start: int, end: int) -> bool:
        """Whether any part of a stretch is the content of an attribution."""
        return bool(self._contents.touching(start, end))

    def own_parts(self, segment: SegmentDraft) -> list[Offsets]:
        """The parts of a segment that its own voice says, without what it only reports.

        For an attributed segment the content of its attribution; for the author's, what no
        attribution covers. Where that leaves nothing, the whole segment.
        """
        whole = (segment.start, segment.end)
        if segment.attribution is not None:
            content = self._reading.attributions[segment.attribution].content
            parts = [
                (max(first, segment.start), min(stop, segment.end))
                for first, stop in content
                if first < segment.end and stop > segment.start
            ]
            return parts or [whole]
        covered = [(first, stop) for first, stop, _ in self._contents.touching(*whole)]
        return _left_over(whole, covered) or [whole]

    def _depth(self, number: int) -> int:
        attributions = self._reading.attributions
        depth, seen = 0, {number}
        parent = attributions[number].parent
        while parent is not None and parent not in seen and parent < len(attributions):
            seen.add(parent)
            depth += 1
            parent = attributions[parent].parent
        return depth


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
