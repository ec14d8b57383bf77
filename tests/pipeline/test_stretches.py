"""Stretches answer as a plain search through all of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.pipeline.stretches import Stretches

_stretch = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(_stretch, max_size=12), _stretch)
def test_same_as_a_plain_search(stretches: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    """Touching and covering stretches are exactly those that a full scan finds."""
    items = [(start, end, number) for number, (start, end) in enumerate(stretches)]
    index, (a, b) = Stretches(items), asked
    assert index.touching(a, b) == sorted(i for i in items if i[0] < b and i[1] > a)
    assert index.covering(a, b) == sorted(i for i in items if i[0] <= a and b <= i[1])
    assert index.at(a) == any(s <= a < e for s, e, _ in items)
