"""Sets how readily a head says yes, one number a task, by the development part.

Rare classes (loaded words, uncertain sentences) lose by plain argmax: what costs least in training
is to stay silent. An offset on the score of the empty class mends that, chosen on a coarse grid so
that it cannot follow the accidents of the development part far.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from .batch import Batch, Collator
from .document import Document
from .heads import with_offset
from .measure import Scorer, measure
from .tasks import TASKS

JUDGED_BY = {
    "attribution": "polnear",
    "loaded": "babe",
    "lexical": "basil",
    "uncertain": "wiki-weasel",
    "speech": "news-discourse",
    "frames": "semeval2023-frames",
}
GRID = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
NAME = "offsets.json"


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
        key = batch.ids.tobytes(), tuple(batch.targets)
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
    chosen: dict[str, float] = {}
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


def save_offsets(folder: Path, offsets: Mapping[str, float]) -> None:
    """Write offsets beside the weights of a run."""
    text = json.dumps(dict(offsets), indent=2, sort_keys=True) + "\n"
    (folder / NAME).write_text(text, encoding="utf-8")


def load_offsets(folder: Path) -> dict[str, float]:
    """Read the offsets of a run; a run that chose none has none."""
    path = folder / NAME
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _mean(figures: Mapping[str, float]) -> float:
    return round(float(np.mean(list(figures.values()))), 4)
