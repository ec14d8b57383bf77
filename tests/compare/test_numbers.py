"""Numbers: one value for many spellings, and what each leaves open."""

from __future__ import annotations

from math import inf

import pytest

from argmap.compare.numbers import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a million crates", 1e6),
        ("1,000,000 crates", 1e6),
        ("one million crates", 1e6),
        ("3.5 million crates", 3.5e6),
        ("1.2m crates", 1.2e6),
        ("nine crates", 9),
        ("nine thousand crates", 9000),
        ("three hundred and five crates", 305),
        ("twenty-one crates", 21),
        ("two dozen crates", 24),
        ("two-thirds of them", 2 / 3),
        ("a third of them", 1 / 3),
        ("18 percent of them", 18),
        ("18% of them", 18),
        ("$4.5 billion", 4.5e9),
        ("one in four crates", 0.25),
        ("not one crate", 0),
    ],
)
def test_a_number_has_one_value_however_it_is_written(text: str, value: float) -> None:
    """Digits, words, scales, fractions, ratios and shares are read."""
    (found,) = numbers(text)
    assert found.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["the 21st crate", "a B-52 crate", "one crate", "crate no3x", "no crate at all"]
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    """Ordinals, numbers inside words and a bare `one` are left out."""
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("more than 130 crates", 130, inf),
        ("at least 130 crates", 130, inf),
        ("as many as 120 crates", -inf, 120),
        ("up to 120 crates", -inf, 120),
        ("about 100 crates", 90, 110),
        ("120 crates", 120, 120),
    ],
)
def test_a_qualifier_says_what_a_number_leaves_open(text: str, low: float, high: float) -> None:
    """`More than`, `as many as` and `about` give a range."""
    (found,) = numbers(text)
    assert (found.low, found.high) == pytest.approx((low, high))


def test_the_quoted_number_keeps_its_qualifier_and_its_place() -> None:
    """The words shown to a reader are those of the text."""
    text = "They found  as many as 120 crates."
    (found,) = numbers(text)
    assert found.text == "as many as 120"
    assert text[found.start : found.end] == "120"


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        ("more than 130", "as many as 120", False),
        ("more than a million", "1.2 million", True),
        ("about 9,000", "nine thousand", True),
        ("120", "121", False),
        ("1.2 million", "1.23 million", True),
        ("under 50", "60", False),
    ],
)
def test_two_numbers_fit_where_both_can_be_right(one: str, two: str, fits: bool) -> None:
    """Ranges and rounding are allowed for."""
    (first,), (second,) = numbers(one), numbers(two)
    assert first.fits(second) is fits
    assert second.fits(first) is fits
