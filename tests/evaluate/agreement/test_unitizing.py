"""Unitized alpha against the worked example of its paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluate.agreement.unitizing import (
    expected_disagreement,
    joined,
    observed_disagreement,
    unitized_alpha,
)

# Krippendorff, "Measuring the reliability of qualitative text analysis data" (2004), figure 2: a
# continuum of 300 units from 150 on, two observers, the categories c and k.
C = [[(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]]
K = [[(30, 90), (150, 200)], [(30, 90), (150, 200)]]
LENGTH = 300


def test_the_worked_example() -> None:
    """Observed .0144, expected .0532 and .0490; alpha as these parts give it, not rounded."""
    assert observed_disagreement(C, LENGTH) == pytest.approx(0.0144, abs=0.0001)
    assert expected_disagreement(C, LENGTH) == pytest.approx(0.0532, abs=0.0001)
    assert observed_disagreement(K, LENGTH) == 0
    assert expected_disagreement(K, LENGTH) == pytest.approx(0.0490, abs=0.0001)
    assert unitized_alpha([C], LENGTH) == pytest.approx(0.7286, abs=0.0001)
    assert unitized_alpha([K], LENGTH) == 1
    assert unitized_alpha([C, K], LENGTH) == pytest.approx(0.8587, abs=0.0001)


def test_nothing_marked_is_not_defined() -> None:
    """Without a stretch chance has nothing to disagree on."""
    assert unitized_alpha([[[], []]], 40) is None
    assert unitized_alpha([[[(0, 1)], [(0, 1)]]], 1) is None


def test_overlapping_stretches_are_one() -> None:
    """The measure knows no overlap within a label; what only touches stays two."""
    assert joined([(5, 9), (0, 3), (2, 6), (9, 11)]) == [(0, 9), (9, 11)]


stretches = st.lists(st.tuples(st.integers(0, 38), st.integers(1, 8)), max_size=4).map(
    lambda found: joined([(start, min(40, start + long)) for start, long in found])
)


@given(st.lists(stretches, min_size=2, max_size=4))
def test_it_is_never_above_one_and_one_only_where_all_are_alike(marks: list[object]) -> None:
    """Any number of annotators; the order of annotators does not matter."""
    value = unitized_alpha([marks], 40)  # type: ignore[list-item]
    if value is None:
        return
    assert value <= 1
    alike = all(one == marks[0] for one in marks)
    assert (value == 1) == alike
    assert value == pytest.approx(unitized_alpha([marks[::-1]], 40))  # type: ignore[list-item]
