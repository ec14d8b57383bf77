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
    count = scores.shape[1]
    moves = np.zeros((count, count), dtype=np.float32)
    for inside in range(2, count, 2):
        moves[:, inside] = _NEVER
        moves[[inside - 1, inside], inside] = 0.0
    best = scores[0].astype(np.float64).copy()
    best[2::2] = _NEVER
    back = np.zeros(scores.shape, dtype=np.int64)
    for word in range(1, len(scores)):
        paths = best[:, None] + moves
        back[word] = paths.argmax(axis=0)
        best = paths[back[word], np.arange(count)] + scores[word]
    tags = np.zeros(len(scores), dtype=np.int64)
    tags[-1] = best.argmax()
    for word in range(len(scores) - 1, 0, -1):
        tags[word - 1] = back[word, tags[word]]
    return tags


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
