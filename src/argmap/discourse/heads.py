"""The heads in plain NumPy: what the trained heads compute, without PyTorch."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .batch import Target
from .places import BETWEEN, DISTANCES
from .tasks import Task

Numbers = NDArray[np.float32]
Places = NDArray[np.int64]
Parameters = Mapping[str, Numbers]
FAR = np.float32(-1e4)
_WORDS_AT_ONCE = 4096


def head_scores(task: Task, head: Parameters, states: Numbers, target: Target) -> Numbers:
    """Return the scores of one head on the states of the pieces of all texts.

    `head` holds the parameters of this head by their names in training. The result is
    [words, tags], [spans, classes], [texts, classes], or [spans, candidates + 1].
    """
    if task.kind == "tags":
        return _tags(head, states, target)
    if task.kind == "arcs":
        return _arcs(head, states, target)
    pooled = _pool(head["pool.query"], states, target.first, target.count)
    if task.around and target.around is not None:
        around = _pool(head["around.query"], states, *target.around)
        pooled = np.concatenate([pooled, around], axis=1)
    hidden = _hidden(head, "hidden", pooled)
    if task.neighbours:
        hidden = _hidden(head, "mixed", _with_neighbours(hidden, target))
    return _linear(head, "out", hidden)


def with_offset(task: Task, scores: Numbers, offset: float) -> Numbers:
    """Return scores of a head that says yes more readily, or less so where `offset` is negative."""
    changed = scores.copy()
    if task.kind == "articles":
        changed += np.float32(offset)
    else:
        changed[:, 0] -= np.float32(offset)
    return changed


def _tags(head: Parameters, states: Numbers, target: Target) -> Numbers:
    """Return the scores of word tags, some words at a time: each is seen with its neighbours."""
    found = []
    for start in range(0, len(target.first), _WORDS_AT_ONCE):
        stop = start + _WORDS_AT_ONCE
        reach = slice(max(0, start - 1), stop + 1)
        rows = _between_neighbours(states[target.first[reach]], target.group[reach])
        wide = np.concatenate(rows, axis=1)[start - reach.start :][:_WORDS_AT_ONCE]
        found.append(_linear(head, "out", _hidden(head, "hidden", wide)))
    return np.concatenate(found)


def _arcs(head: Parameters, states: Numbers, target: Target) -> Numbers:
    kind, pairs = target.group, target.pairs
    assert target.candidates is not None
    assert target.allowed is not None
    assert pairs is not None
    spans = _pool(head["pool.query"], states, target.first, target.count)
    candidates = _pool(head["pool.query"], states, *target.candidates)
    dependent = _linear(head, "dependent", spans) + head["kind.weight"][kind]
    row = kind[:, None]
    mixed = dependent[:, None] + _linear(head, "candidate", candidates)[None]
    mixed = mixed + head["distance.weight"][pairs[..., 0] + row * DISTANCES]
    mixed += head["between.weight"][pairs[..., 1] + row * BETWEEN]
    mixed += head["same.weight"][pairs[..., 2] + row * 2]
    scores = _linear(head, "score", np.maximum(mixed, 0.0))[..., 0]
    scores = np.where(target.allowed, scores, FAR)
    return np.concatenate([scores, _linear(head, "none", np.maximum(dependent, 0.0))], axis=1)


def _pool(query: Numbers, states: Numbers, first: Places, count: Places) -> Numbers:
    pooled = np.empty((len(first), states.shape[1]), dtype=np.float32)
    for number, (start, length) in enumerate(zip(first, count, strict=True)):
        inside = states[start : start + length]
        scores = inside @ query
        weights = np.exp(scores - scores.max())
        pooled[number] = (weights / weights.sum()) @ inside
    return pooled


def _with_neighbours(hidden: Numbers, target: Target) -> Numbers:
    firsts = np.flatnonzero(np.append(True, target.group[1:] != target.group[:-1]))
    sizes = np.diff(np.append(firsts, len(hidden)))
    means = np.add.reduceat(hidden, firsts, axis=0) / sizes[:, None].astype(np.float32)
    whole = np.repeat(means, sizes, axis=0)
    rows = _between_neighbours(hidden, target.group)
    return np.concatenate([*rows, whole, whole * hidden, target.places], axis=1)


def _between_neighbours(rows: Numbers, group: Places) -> list[Numbers]:
    """Return the rows before, the rows, and the rows behind; zeros where another text begins."""
    same = (group[1:] == group[:-1])[:, None]
    zero = np.zeros_like(rows[:1])
    before = np.concatenate([zero, rows[:-1] * same])
    behind = np.concatenate([rows[1:] * same, zero])
    return [before, rows, behind]


def _hidden(head: Parameters, name: str, given: Numbers) -> Numbers:
    return np.maximum(_linear(head, name, given), 0.0)


def _linear(head: Parameters, name: str, given: Numbers) -> Numbers:
    return given @ head[f"{name}.weight"].T + head[f"{name}.bias"]
