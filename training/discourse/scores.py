"""Figures: agreement of predicted with human labels."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from argmap.discourse.document import Offsets


def f1(hits: float, predicted: float, gold: float) -> float:
    """Return the harmonic mean of precision and recall; 0 where nothing is right."""
    return 2.0 * hits / (predicted + gold) if predicted + gold else 0.0


def class_f1(gold: Sequence[str], predicted: Sequence[str], name: str) -> float:
    """Return the F1 of one class."""
    hits = sum(g == name == p for g, p in zip(gold, predicted, strict=True))
    return f1(hits, sum(p == name for p in predicted), sum(g == name for g in gold))


def macro_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return the plain mean of the F1 of all classes that occur in `gold`."""
    return float(np.mean([class_f1(gold, predicted, name) for name in sorted(set(gold))]))


def weighted_f1(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return the mean of the F1 of all classes, weighted by how often they occur."""
    names = sorted(set(gold))
    shares = [sum(g == name for g in gold) / len(gold) for name in names]
    return float(sum(s * class_f1(gold, predicted, n) for s, n in zip(shares, names, strict=True)))


def accuracy(gold: Sequence[str], predicted: Sequence[str]) -> float:
    """Return the share of equal labels."""
    return float(np.mean([g == p for g, p in zip(gold, predicted, strict=True)]))


def pearson(gold: Sequence[float], predicted: Sequence[float]) -> float:
    """Return Pearson's correlation; 0 where one side never varies."""
    if np.std(gold) == 0 or np.std(predicted) == 0:
        return 0.0
    return float(np.corrcoef(gold, predicted)[0, 1])


def overlap_matches(gold: Sequence[Offsets], predicted: Sequence[Offsets], share: float) -> int:
    """Count one-to-one matches whose overlap is at least a share of the longer stretch."""
    pairs = []
    for g, one in enumerate(gold):
        for p, other in enumerate(predicted):
            shared = min(one[1], other[1]) - max(one[0], other[0])
            longer = max(one[1] - one[0], other[1] - other[0])
            if shared > 0 and shared / longer >= share:
                pairs.append((-shared / longer, g, p))
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    count = 0
    for _, g, p in sorted(pairs):
        if g in free_gold and p in free_predicted:
            free_gold.remove(g)
            free_predicted.remove(p)
            count += 1
    return count
