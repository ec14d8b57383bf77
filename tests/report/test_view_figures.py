"""How numbers become words."""

from __future__ import annotations

import pytest

from argmap.report import figures


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.004, "<1%"), (0.348, "35%"), (1, "100%")]
)
def test_a_share_is_whole_per_cent(share: float, text: str) -> None:
    """A trace is not shown as nothing."""
    assert figures.percent(share) == text


def test_parts_of_a_whole_add_up_to_a_hundred() -> None:
    """Three thirds are 34, 33 and 33, not 99 together."""
    found = figures.whole_percents({"a": 1 / 3, "b": 1 / 3, "c": 1 / 3})
    assert sum(found.values()) == 100
    assert set(found.values()) == {33, 34}


def test_parts_that_are_no_whole_are_not_stretched_to_one() -> None:
    """Shares that miss a rest keep missing it."""
    assert figures.whole_percents({"a": 0.2, "b": 0.25}) == {"a": 20, "b": 25}


@pytest.mark.parametrize(
    ("value", "text"), [(None, "no tone word"), (0.0, "0.00"), (0.5, "+0.50"), (-0.254, "−0.25")]
)
def test_tone_has_a_sign_or_says_that_there_is_none(value: float | None, text: str) -> None:
    """No tone word is never the figure zero."""
    assert figures.tone(value) == text


def test_counts_carry_their_noun() -> None:
    """One is singular, and thousands are set off."""
    assert figures.count(1, "claim") == "1 claim"
    assert figures.count(1137, "word") == "1,137 words"
