"""Sets how readily a head says yes and how sure it is: two numbers a task, by the dev part.

Rare classes (loaded words, uncertain sentences) lose by plain argmax: what costs least in training
is to stay silent. An offset on the score of the empty class mends that, chosen on a coarse grid so
that it cannot follow the accidents of the development part far.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from argmap.discourse.batch import Batch, Collator
from argmap.discourse.document import Document
from argmap.discourse.heads import with_offset
from argmap.discourse.tasks import TASKS

from .measure import Scorer, measure

JUDGED_BY = {
    "loaded": "babe",
    "lexical": "basil",
    "uncertain": "wiki-weasel",
    "speech": "news-discourse",
    "frames": "semeval2023-frames",
}
HEATS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0, 2.5, 3.0)
FIXED = {"attribution": 0.5, "genre": 1.5}
"""What no grid on these figures can choose.

Attribution: chosen with the rules beside it, on the whole reading of PolNeAR's development part.
Genre: nine in ten articles of the set are opinion, three of its development part are not; half the
logarithm of the classes' odds is taken off (Menon et al. 2021), times the temperature.
"""
GRID = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
OFFSETS, TEMPERATURES = "offsets.json", "temperatures.json"


def with_offsets(scorer: Scorer, offsets: Mapping[str, float]) -> Scorer:
    """Return a scorer whose heads say yes more readily by the offsets, less so where negative."""

    def scores(batch: Batch) -> dict[str, np.ndarray]:
        return {
            name: with_offset(TASKS[name], found, offsets[name]) if name in offsets else found
            for name, found in scorer(batch).items()
        }

    return scores


def remembered(scorer: Scorer) -> Scorer:
    """Return a scorer that scores the same batch only once."""
    known: dict[tuple[bytes, tuple[str, ...]], Mapping[str, np.ndarray]] = {}

    def scores(batch: Batch) -> Mapping[str, np.ndarray]:
        key = batch.ids.tobytes() + batch.forms.tobytes(), tuple(batch.targets)
        if key not in known:
            known[key] = scorer(batch)
        return known[key]

    return scores


def choose_offsets(
    scorer: Scorer,
    documents: Mapping[str, Sequence[Document]],
    collate: Collator,
    tasks: Sequence[str],
) -> dict[str, float]:
    """Choose the offsets of those tasks whose data set is given; the least where figures tie."""
    chosen = {task: offset for task, offset in FIXED.items() if task in tasks}
    for task, name in JUDGED_BY.items():
        if name not in documents or task not in tasks:
            continue
        figures = {}
        fast = remembered(scorer)
        for offset in GRID:
            reading = with_offsets(fast, {task: offset})
            figures[offset] = _mean(measure(reading, documents[name], collate, [task]))
        best = max(GRID, key=lambda offset: (figures[offset], -abs(offset)))
        if best:
            chosen[task] = best
    return chosen


def choose_temperatures(
    scorer: Scorer,
    documents: Mapping[str, Sequence[Document]],
    collate: Collator,
    tasks_of: Mapping[str, Sequence[str]],
) -> dict[str, float]:
    """Choose for every task the temperature at which its probabilities are the likeliest.

    One number a task, so that of all answers given with 0.8 about eight in ten are right (Guo et
    al. 2017). A task of several data sets takes the first.
    """
    chosen: dict[str, float] = {}
    for name, tasks in tasks_of.items():
        for task in tasks:
            if task in chosen or TASKS[task].kind == "number":
                continue
            rows = []
            for start in range(0, len(documents[name]), 16):
                batch = collate(documents[name][start : start + 16], [task])
                if task in batch.targets:
                    rows.append((scorer(batch)[task], batch.targets[task].labels))
            losses = {heat: _surprise(task, rows, heat) for heat in HEATS}
            chosen[task] = min(HEATS, key=lambda heat: (losses[heat], heat))
    return chosen


def _surprise(task: str, rows: Sequence[tuple[np.ndarray, np.ndarray]], heat: float) -> float:
    total, count = 0.0, 0
    for scores, labels in rows:
        scaled = scores.astype(np.float64) / heat
        if TASKS[task].kind == "articles":
            loss = np.logaddexp(0.0, scaled) - labels * scaled
        else:
            logs = scaled - np.logaddexp.reduce(scaled, axis=1, keepdims=True)
            if labels.ndim == 2:
                hot = labels.astype(bool)
                loss = -np.logaddexp.reduce(np.where(hot, logs, -np.inf), axis=1)
            else:
                loss = -logs[np.arange(len(labels)), labels]
        total += float(loss.sum())
        count += loss.size
    return total / max(count, 1)


def save_numbers(path: Path, numbers: Mapping[str, float]) -> None:
    """Write offsets or temperatures beside the weights of a run."""
    text = json.dumps(dict(numbers), indent=2, sort_keys=True) + "\n"
    path.write_text(text, encoding="utf-8")


def load_numbers(path: Path) -> dict[str, float]:
    """Read offsets or temperatures of a run; a run that chose none has none."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _mean(figures: Mapping[str, float]) -> float:
    return round(float(np.mean(list(figures.values()))), 4)
