"""Alpha against published figures, and undefined said as undefined."""

from __future__ import annotations

import pytest

from argmap.evaluate.agreement.coefficient import (
    NOMINAL,
    ORDINAL,
    alpha,
    masi,
    mixed_up,
    raw_agreement,
    shares,
)

# The worked example of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C/D.
CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
ITEMS = list(zip(*CODERS, strict=True))


@pytest.mark.parametrize(("scale", "value"), [(NOMINAL, 0.743), (ORDINAL, 0.815)])
def test_the_worked_example_with_missing_values_and_four_coders(
    scale: object, value: float
) -> None:
    """Both levels give Krippendorff's own figures; the unit that one coder labelled is left out."""
    found = alpha(ITEMS, scale=scale, domain=[1, 2, 3, 4, 5])  # type: ignore[arg-type]
    assert found.value == pytest.approx(value, abs=0.001)
    assert found.items == 11


def test_the_order_of_an_ordinal_scale_counts() -> None:
    """Neighbouring values are less apart than the ends of the scale."""
    near = [("a", "b"), ("b", "b"), ("c", "c"), ("a", "a"), ("d", "d")]
    far = [("a", "d"), ("b", "b"), ("c", "c"), ("a", "a"), ("d", "d")]
    one, other = (alpha(items, scale=ORDINAL, domain="abcd").value for items in (near, far))
    assert one is not None
    assert other is not None
    assert one > other


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ([], "nothing was labelled by two annotators"),
        ([("a", None), (None, "b")], "nothing was labelled by two annotators"),
        ([("a", "b")], "only one item"),
        ([("claim", "claim"), ("claim", "claim")], "the one value “claim”"),
    ],
)
def test_what_is_not_defined_says_why(items: list[tuple[str | None, ...]], reason: str) -> None:
    """Neither 1 nor 0 nor NaN: no value, and the reason."""
    found = alpha(items, blocks=list(range(len(items))))
    assert found.value is None
    assert found.interval is None
    assert found.reason is not None
    assert reason in found.reason


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    """Draws are seeded; dependent pieces of one block are drawn together."""
    items = [("ab"[n % 2], "ab"[n % 2 if n % 5 else 0]) for n in range(60)]
    one = alpha(items, blocks=list(range(60)))
    assert one == alpha(items, blocks=list(range(60)))
    assert one.interval is not None
    assert one.value is not None
    assert one.interval[0] < one.value < one.interval[1]
    coarse = alpha(items, blocks=[n // 20 for n in range(60)])
    assert coarse.interval != one.interval
    assert alpha(items, blocks=[0] * 60).interval is None


def test_masi_lies_between_equal_and_disjoint() -> None:
    """A subset is nearer than an overlap, an overlap nearer than nothing in common."""
    sets = [frozenset(s) for s in ("", "a", "ab", "bc", "cd")]
    level = masi(sets).level
    import numpy as np

    places = np.arange(5)
    table = level(None, None, places[:, None], places[None, :], None)
    assert table[2, 2] == 0
    assert table[2, 1] == pytest.approx(1 - 0.5 * 2 / 3)
    assert table[2, 3] == pytest.approx(1 - 1 / 3 / 3)
    assert table[2, 4] == table[0, 1] == 1


def test_raw_agreement_prevalence_and_what_is_mixed_up() -> None:
    """Pairs of annotators are counted, missing values are not."""
    items = [("a", "a", "b"), ("b", None, "b"), ("c", None, None)]
    assert raw_agreement(items) == pytest.approx(0.5)
    assert raw_agreement([("a", None)]) is None
    assert shares(items) == {"b": 0.5, "a": pytest.approx(0.3333), "c": pytest.approx(0.1667)}
    assert mixed_up(items) == [("a", "b", 2)]
