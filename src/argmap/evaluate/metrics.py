"""Figures from counts; what is not defined is `None`, never 1.0 or 0.0 out of nothing."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from .counts import Counts

Metric = Callable[[Counts], float | None]
_FLAT = 1e-9  # share of the squares below which a variance is nothing but rounding


def ratio(part: float, whole: float) -> float | None:
    """A share; `None` of nothing."""
    return part / whole if whole else None


def f1(name: str) -> Metric:
    """F1 of things that were to be found; undefined where none is there and none was said."""

    def figure(counts: Counts) -> float | None:
        hits, predicted, gold = _found(counts, name)
        return ratio(2 * hits, predicted + gold)

    return figure


def precision(name: str, right: str, said: str, gold: str) -> Metric:
    """Share of what was said that is right; 0 where nothing was said though something is there."""

    def figure(counts: Counts) -> float | None:
        hits, whole = counts.get((name, right), 0), counts.get((name, said), 0)
        return ratio(hits, whole) if whole or not counts.get((name, gold), 0) else 0.0

    return figure


def recall(name: str, found: str, gold: str) -> Metric:
    """Share of what is there that was found."""

    def figure(counts: Counts) -> float | None:
        return ratio(counts.get((name, found), 0), counts.get((name, gold), 0))

    return figure


def accuracy(name: str) -> Metric:
    """Share of the labels that are right (for one label a thing, micro F1 is the same)."""

    def figure(counts: Counts) -> float | None:
        table = confusion(counts, name)
        right = sum(n for (gold, predicted), n in table.items() if gold == predicted)
        return ratio(right, sum(table.values()))

    return figure


def class_f1(name: str, label: str) -> Metric:
    """F1 of one label; undefined where it neither is right nor was given anywhere."""

    def figure(counts: Counts) -> float | None:
        hits, predicted, gold = _of_class(confusion(counts, name), label)
        return ratio(2 * hits, predicted + gold)

    return figure


def macro_f1(name: str) -> Metric:
    """Plain mean of the F1 of all labels that people gave at least once."""

    def figure(counts: Counts) -> float | None:
        table = confusion(counts, name)
        values = [_class_f1(table, label) for label in _classes(table)]
        return ratio(sum(values), len(values))

    return figure


def weighted_f1(name: str) -> Metric:
    """Mean of the F1 of all labels, each weighing as often as people gave it."""

    def figure(counts: Counts) -> float | None:
        table = confusion(counts, name)
        weights = {label: _of_class(table, label)[2] for label in _classes(table)}
        summed = sum(weight * _class_f1(table, label) for label, weight in weights.items())
        return ratio(summed, sum(weights.values()))

    return figure


def pearson(name: str) -> Metric:
    """Pearson's correlation; undefined where one side never varies."""

    def figure(counts: Counts) -> float | None:
        n, x, y, xx, yy, xy = (
            counts.get((name, key), 0.0) for key in ("n", "x", "y", "xx", "yy", "xy")
        )
        spread_x, spread_y = n * xx - x * x, n * yy - y * y
        if spread_x <= _FLAT * max(1.0, n * xx) or spread_y <= _FLAT * max(1.0, n * yy):
            return None
        return (n * xy - x * y) / sqrt(spread_x * spread_y)

    return figure


def confusion(counts: Counts, name: str) -> dict[tuple[str, str], float]:
    """How often people gave the first label where the reader gave the second."""
    return {
        (key[2], key[3]): amount
        for key, amount in counts.items()
        if len(key) == 4 and key[:2] == (name, "label") and amount
    }


def breakdown(counts: Counts) -> dict[str, dict[str, float | None]]:
    """Precision, recall, F1 and support of everything that was counted, for a closer look."""
    found: dict[str, dict[str, float | None]] = {}
    for name in sorted({key[0] for key in counts}):
        if (name, "gold") in counts:
            found[name] = _row(*_found(counts, name))
        table = confusion(counts, name)
        for label in _classes(table):
            found[f"{name}: {label}"] = _row(*_of_class(table, label))
    return found


def _row(hits: float, predicted: float, gold: float) -> dict[str, float | None]:
    values = {
        "precision": ratio(hits, predicted),
        "recall": ratio(hits, gold),
        "f1": ratio(2 * hits, predicted + gold),
    }
    rounded = {key: None if v is None else round(v, 4) for key, v in values.items()}
    return {**rounded, "gold": gold, "predicted": predicted}


def _found(counts: Counts, name: str) -> tuple[float, float, float]:
    hits, predicted, gold = (counts.get((name, key), 0) for key in ("hits", "predicted", "gold"))
    return hits, predicted, gold


def _classes(table: dict[tuple[str, str], float]) -> list[str]:
    return sorted({gold for gold, _ in table})


def _of_class(table: dict[tuple[str, str], float], label: str) -> tuple[float, float, float]:
    hits = table.get((label, label), 0)
    predicted = sum(n for (_, other), n in table.items() if other == label)
    gold = sum(n for (right, _), n in table.items() if right == label)
    return hits, predicted, gold


def _class_f1(table: dict[tuple[str, str], float], label: str) -> float:
    hits, predicted, gold = _of_class(table, label)
    return 2 * hits / (predicted + gold)
