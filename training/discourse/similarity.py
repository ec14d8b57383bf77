"""How alike two sentences are: the untouched vectors, mended by words and figures in common.

The cosine of the published vectors overlooks what news readers never do: that one headline counts
nine dead and the other twelve. Ten plain features and a ridge regression mend that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Ridge

from argmap.discourse.similarity import pair_features

from .scores import pearson

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
Pairs = list[tuple[float, str, str]]

YEARS = ("2013", "2014")
PENALTY = 0.1


def read_pairs(root: Path, year: str) -> Pairs:
    """Read the scored headline pairs of a year."""
    pairs: Pairs = []
    for line in (root / year / "headlines.test.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) >= 3 and fields[0].strip():
            pairs.append((float(fields[0]), fields[1], fields[2]))
    return pairs


def fit(pairs: Pairs, embed: Embed) -> tuple[list[float], float]:
    """Fit the weights of the features and the intercept on scored pairs, 0 unlike to 5 same."""
    model = Ridge(PENALTY).fit(_table(pairs, embed), [pair[0] for pair in pairs])
    return [float(weight) for weight in model.coef_], float(model.intercept_)


def measure_similarity(root: Path, embed: Embed) -> dict[str, float]:
    """Measure each year with weights fitted on the other one, beside the cosine alone."""
    by_year = {year: read_pairs(root, year) for year in YEARS}
    figures: dict[str, float] = {}
    for year, pairs in by_year.items():
        others = [pair for name in YEARS if name != year for pair in by_year[name]]
        weights, intercept = fit(others, embed)
        table = _table(pairs, embed)
        gold = [pair[0] for pair in pairs]
        figures[f"pearson_{year}"] = pearson(gold, (table @ weights + intercept).tolist())
        figures[f"cosine_{year}"] = pearson(gold, table[:, 0].tolist())
    return figures


def _table(pairs: Pairs, embed: Embed) -> NDArray[np.float64]:
    first, second = embed([pair[1] for pair in pairs]), embed([pair[2] for pair in pairs])
    rows = [
        pair_features(a, b, one, other)
        for a, b, (_, one, other) in zip(first, second, pairs, strict=True)
    ]
    return np.array(rows)
