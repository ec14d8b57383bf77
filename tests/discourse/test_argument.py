"""The argument as a whole: no circle, no premise that serves nothing, one thesis if wished."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from argmap.discourse.argument import PREMISE, Argued, best_argument


def _types(*rows: tuple[float, float, float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


def test_a_circle_is_broken_where_it_costs_least() -> None:
    """Two units that each would rather serve the other: the likelier claim stays a claim."""
    heads = [{1: 0.8, None: 0.2}, {0: 0.9, None: 0.1}]
    types = _types((0.1, 0.5, 0.4), (0.0, 0.2, 0.8))
    found = best_argument(types, heads)
    assert [unit.head for unit in found] == [None, 0]
    assert [unit.kind for unit in found] == [1, PREMISE]


def test_type_and_head_agree() -> None:
    """What looks like a premise finds what it serves, though nothing is a little likelier."""
    heads = [{1: 0.1, None: 0.9}, {0: 0.45, None: 0.55}]
    found = best_argument(_types((0.6, 0.3, 0.1), (0.0, 0.1, 0.9)), heads)
    assert found == [Argued(None, 0, 0.9), Argued(0, PREMISE, 0.45)]


def test_one_thesis_where_asked_for() -> None:
    """Of two that serve nothing one gives way; without the wish both stand."""
    heads = [{1: 0.2, None: 0.8}, {0: 0.3, None: 0.7}]
    types = _types((0.4, 0.4, 0.2), (0.4, 0.4, 0.2))
    assert [u.head for u in best_argument(types, heads)] == [None, None]
    assert [u.head for u in best_argument(types, heads, one_thesis=True)] == [None, 0]


@pytest.mark.parametrize("seed", range(12))
def test_nothing_that_is_no_contradiction_is_likelier(seed: int) -> None:
    """Every forest of four units is tried; none scores higher than the one returned."""
    chance = np.random.default_rng(seed)
    types = chance.dirichlet(np.ones(3), size=4)
    shares = chance.dirichlet(np.ones(4), size=4)
    heads = []
    for unit in range(4):
        others = [other for other in range(4) if other != unit]
        heads.append(dict(zip([None, *others], shares[unit].tolist(), strict=True)))

    def score(whole: tuple[int | None, ...]) -> float:
        return sum(
            np.log((types[n, :PREMISE].max() if h is None else types[n, PREMISE]) * heads[n][h])
            for n, h in enumerate(whole)
        )

    def sound(whole: tuple[int | None, ...]) -> bool:
        for start in range(4):
            place, steps = start, 0
            while whole[place] is not None and steps < 5:
                place, steps = whole[place], steps + 1
            if steps == 5:
                return False
        return True

    wholes = itertools.product(*(list(likely) for likely in heads))
    best = max(score(whole) for whole in wholes if sound(whole))
    found = tuple(unit.head for unit in best_argument(types.astype(np.float32), heads))
    assert sound(found)
    assert score(found) == pytest.approx(best, abs=1e-4)
