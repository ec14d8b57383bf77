"""Krippendorff's alpha with the reason where it is not defined, and raw agreement beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import krippendorff
import numpy as np

DRAWS = 1000
_SEED = 7
_TAIL = 2.5  # percent on either side of a 95 % interval
_DIGITS = 4

Item = Sequence[Hashable | None]
"""The value that each annotator gave to one thing, `None` where he gave none."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One figure of agreement; where it is not defined, `value` is `None` and `reason` says why."""

    name: str
    value: float | None
    items: int
    reason: str | None = None
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """How far two values are apart: a level that the library knows, or a distance of our own."""

    name: str
    level: Any = "nominal"


NOMINAL = Scale("Krippendorff's alpha, nominal")
ORDINAL = Scale("Krippendorff's alpha, ordinal", "ordinal")


def alpha(
    items: Sequence[Item],
    *,
    scale: Scale = NOMINAL,
    domain: Sequence[Hashable] | None = None,
    blocks: Sequence[int] | None = None,
) -> Coefficient:
    """Krippendorff's alpha over items (Krippendorff 2018, chapter 12), any number of annotators.

    Args:
        items: For each item the value of each annotator.
        scale: The distance between two values.
        domain: The values in their order; needed where the scale is ordinal.
        blocks: For each item the block that it is drawn with; with it comes a 95 % interval over
            draws of whole blocks, with a fixed seed.
    """
    pairable = [place for place, item in enumerate(items) if _given(item) > 1]
    used = [items[place] for place in pairable]
    reason = _why_undefined(used)
    if reason:
        return Coefficient(scale.name, None, len(used), reason)
    seen = {value for item in used for value in item if value is not None}
    values = [value for value in domain if value in seen] if domain else sorted(seen, key=_order)
    counts = np.array([[sum(v == value for v in item) for value in values] for item in used])
    compute = _computer(scale, values)
    value = round(compute(counts), _DIGITS)
    interval = None
    if blocks is not None:
        interval = _interval(counts, [blocks[place] for place in pairable], compute)
    return Coefficient(scale.name, value, len(used), None, interval)


def raw_agreement(items: Sequence[Item]) -> float | None:
    """The share of pairs of annotators that gave one item the same value; `None` without pairs."""
    same = pairs = 0
    for item in items:
        for one, other in combinations([value for value in item if value is not None], 2):
            pairs += 1
            same += one == other
    return round(same / pairs, _DIGITS) if pairs else None


def shares(items: Sequence[Item]) -> dict[Hashable, float]:
    """How often each value was given among all that were given, most frequent first."""
    counted = Counter(value for item in items for value in item if value is not None)
    total = counted.total()
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], _order(pair[0])))
    return {value: round(count / total, _DIGITS) for value, count in ordered}


def mixed_up(items: Sequence[Item]) -> list[tuple[Hashable, Hashable, int]]:
    """Which two values stood against each other, and how often, most frequent first."""
    counted: Counter[tuple[Hashable, Hashable]] = Counter()
    for item in items:
        for one, other in combinations([value for value in item if value is not None], 2):
            if one != other:
                low, high = sorted((one, other), key=_order)
                counted[(low, high)] += 1
    ordered = sorted(counted.items(), key=lambda row: (-row[1], _order(row[0][0])))
    return [(low, high, count) for (low, high), count in ordered]


def masi(frames: Sequence[frozenset[str]]) -> Scale:
    """The distance of sets: 1 - Jaccard times monotonicity (MASI, Passonneau 2006)."""
    table = np.array([[_masi_distance(one, other) for other in frames] for one in frames])

    def distance(v1: Any, v2: Any, i1: Any, i2: Any, n_v: Any, dtype: Any = np.float64) -> Any:
        return table[i1, i2].astype(dtype)

    return Scale("Krippendorff's alpha with MASI distance", distance)


def _masi_distance(one: frozenset[str], other: frozenset[str]) -> float:
    if one == other:
        return 0.0
    both = one & other
    jaccard = len(both) / len(one | other)
    monotonic = 2 / 3 if both in (one, other) else 1 / 3 if both else 0.0
    return 1 - jaccard * monotonic


def _computer(scale: Scale, values: Sequence[Hashable]) -> Callable[[Any], float]:
    numbers = list(range(len(values)))

    def compute(counts: Any) -> float:
        return float(
            krippendorff.alpha(
                value_counts=counts, value_domain=numbers, level_of_measurement=scale.level
            )
        )

    return compute


def _interval(
    counts: Any, blocks: Sequence[int], compute: Callable[[Any], float]
) -> tuple[float, float] | None:
    """The middle 95 % over draws of whole blocks; draws with one value only define nothing."""
    numbers = sorted(set(blocks))
    if len(numbers) < 2:
        return None
    members = [np.flatnonzero(np.array(blocks) == number) for number in numbers]
    random = np.random.default_rng(_SEED)
    found = []
    for _ in range(DRAWS):
        drawn = random.integers(len(members), size=len(members))
        table = counts[np.concatenate([members[place] for place in drawn])]
        if np.count_nonzero(table.sum(axis=0)) > 1:
            found.append(compute(table))
    if not found:
        return None
    low, high = np.percentile(found, (_TAIL, 100 - _TAIL))
    return round(float(low), _DIGITS), round(float(high), _DIGITS)


def _why_undefined(used: Sequence[Item]) -> str | None:
    if not used:
        return "nothing was labelled by two annotators"
    if len(used) == 1:
        return "only one item was labelled by two annotators"
    seen = {value for item in used for value in item if value is not None}
    if len(seen) == 1:
        return f"everybody gave the one value “{shown(next(iter(seen)))}”, so chance says nothing"
    return None


def shown(value: Hashable) -> str:
    """A value as a word: a set as its members, an empty one as none, a boolean as yes or no."""
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value))) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _given(item: Item) -> int:
    return sum(value is not None for value in item)


def _order(value: Hashable) -> str:
    return shown(value)
