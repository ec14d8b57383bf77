"""Stretches of a text that can be asked for a place, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from .layers import Offsets


class Stretches:
    """Half-open stretches with a number each, for example that of an attribution."""

    def __init__(self, stretches: Iterable[tuple[int, int, int]]) -> None:
        """Take `(start, end, number)` in any order; stretches may overlap."""
        self._items = sorted(stretches)
        self._starts = [start for start, _, _ in self._items]
        self._furthest = list(accumulate((end for _, end, _ in self._items), max))

    def touching(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The stretches that share at least one place with `[start, end)`."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, end)
        return [item for item in self._items[first:last] if item[1] > start]

    def covering(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The stretches that hold the whole of `[start, end)`."""
        return [item for item in self.touching(start, end) if item[0] <= start and end <= item[1]]

    def at(self, place: int) -> bool:
        """Whether any stretch holds this place."""
        return bool(self.touching(place, place + 1))


def numbered(offsets: Iterable[Offsets]) -> Stretches:
    """Plain offsets as stretches, numbered in their order."""
    return Stretches((start, end, number) for number, (start, end) in enumerate(offsets))


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two half-open stretches share a place."""
    return one[0] < other[1] and other[0] < one[1]
