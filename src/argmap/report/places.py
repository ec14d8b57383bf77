"""Where segments and spans stand: in which paragraph, and in which segment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from argmap.model.document import Segment


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


def by_stretch(stretches: Sequence[_Placed], items: Iterable[_P]) -> list[list[_P]]:
    """For each stretch of an ordered list, the items that touch it; one may touch several."""
    found: list[list[_P]] = [[] for _ in stretches]
    ends = [stretch.end for stretch in stretches]
    for item in items:
        number = bisect_right(ends, item.start)
        while number < len(stretches) and stretches[number].start < item.end:
            found[number].append(item)
            number += 1
    return found


def segment_at(segments: Sequence[Segment], offset: int) -> Segment | None:
    """The segment that an offset stands in; `None` where none covers it."""
    number = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
    if number < 0 or segments[number].end <= offset:
        return None
    return segments[number]
