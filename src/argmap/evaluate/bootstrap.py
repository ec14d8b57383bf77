"""Confidence intervals by drawing whole articles anew (Efron 1979)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .counts import Counts
from .metrics import Metric

DRAWS = 1000
_SEED = 7
_AT_ONCE = 100  # draws, so that a set of many single sentences stays small in memory
_TAIL = 2.5  # percent on either side of a 95 % interval


def intervals(
    articles: Sequence[Counts], metrics: Mapping[str, Metric], *, draws: int = DRAWS
) -> dict[str, tuple[float, float] | None]:
    """The middle 95 % of each figure over draws of as many articles as there are, seeded.

    `None` for a figure that one article alone carries, or that no draw defines.
    """
    if len(articles) < 2:
        return dict.fromkeys(metrics)
    keys = sorted({key for counts in articles for key in counts})
    table = np.array([[counts.get(key, 0.0) for key in keys] for counts in articles])
    random = np.random.default_rng(_SEED)
    shares = np.full(len(articles), 1 / len(articles))
    parts = [min(_AT_ONCE, draws - done) for done in range(0, draws, _AT_ONCE)]
    sums = np.concatenate(
        [random.multinomial(len(articles), shares, size=part) @ table for part in parts]
    )
    values: dict[str, list[float]] = {name: [] for name in metrics}
    for row in sums:
        drawn = Counts(zip(keys, row.tolist(), strict=True))
        for name, metric in metrics.items():
            value = metric(drawn)
            if value is not None:
                values[name].append(value)
    return {name: _middle(found) for name, found in values.items()}


def _middle(values: Sequence[float]) -> tuple[float, float] | None:
    if not values:
        return None
    low, high = np.percentile(values, (_TAIL, 100 - _TAIL))
    return round(float(low), 4), round(float(high), 4)
