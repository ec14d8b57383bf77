"""Reads stretches of text out of the scores of word tags."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .document import Label
from .windows import Pieces

_NEVER = -1e9


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the best valid BIO sequence (Viterbi): an inside tag follows its begin or inside.

    `scores` is [words, tags], tag 0 outside, then begin and inside of each class.
    """
    rows: list[list[float]] = scores.astype(np.float64).tolist()
    tags = range(scores.shape[1])
    best = [_NEVER if tag and tag % 2 == 0 else score for tag, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(tags, key=best.__getitem__)
        before = [top] * len(tags)
        for inside in range(2, len(tags), 2):
            before[inside] = inside if best[inside] > best[inside - 1] else inside - 1
        best = [best[before[tag]] + row[tag] for tag in tags]
        back.append(before)
    path = [max(tags, key=best.__getitem__)]
    for before in reversed(back):
        path.append(before[path[-1]])
    return np.array(path[::-1], dtype=np.int64)


def read_tags(pieces: Pieces, tags: Sequence[int], classes: Sequence[str]) -> list[Label]:
    """Return the stretches that a sequence of word tags marks."""
    firsts = np.flatnonzero(pieces.begins_word)
    lasts = np.append(firsts[1:], len(pieces.ids)) - 1
    found: list[Label] = []
    for word, tag in enumerate(tags):
        if tag == 0:
            continue
        end = int(pieces.ends[lasts[word]])
        if tag % 2 == 0 and found:
            found[-1] = Label(found[-1].start, end, found[-1].value)
        else:
            name = classes[(int(tag) - 1) // 2]
            found.append(Label(int(pieces.starts[firsts[word]]), end, name))
    return found
