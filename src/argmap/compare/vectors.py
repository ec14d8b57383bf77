"""Likeness by the words' vectors: how well the words of a passage are told by those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from argmap.discourse.word_states import WordReader

from .passages import Passage

Numbers = NDArray[np.float32]
LEAST_WEIGHT = 2.0  # of a passage's words, so that one everyday word alone is told by nothing


class StoryVectors:
    """The words of all passages of a story as vectors, weighted by how rare each is in it.

    Each word of one passage looks for the word of the other that is nearest to it in its place;
    the weighted mean of those likenesses says how much of the passage the other tells (BERTScore,
    Zhang et al. 2020). So a phrase of a long sentence meets a short sentence that tells it alone.
    """

    def __init__(self, passages: Sequence[Passage], reader: WordReader) -> None:
        """Read every passage once."""
        texts = [" ".join(passage.segment.text.split()) for passage in passages]
        distinct = list(dict.fromkeys(texts))
        known = dict(zip(distinct, reader.words(distinct), strict=True))
        read = [known[text] for text in texts]
        counts = [len(one.pieces) for one in read]
        self._ends = np.cumsum(counts, dtype=np.int64)
        self._starts = self._ends - counts
        spread = Counter(piece for one in read for piece in set(one.pieces.tolist()))
        rarity = {
            piece: log((len(read) + 1) / count) / log(len(read) + 1)
            for piece, count in spread.items()
        }
        self._weights: Numbers = np.array(
            [rarity[piece] for one in read for piece in one.pieces.tolist()], dtype=np.float32
        )
        self._rows = (
            np.concatenate([one.rows for one in read]).astype(np.float16)
            if self._weights.size
            else np.zeros((0, 1), dtype=np.float16)
        )
        self.means = self._means()

    def told(self, passage: int, others: Sequence[int]) -> tuple[Numbers, Numbers]:
        """How much of a passage each of some others tells, and it of each of them, 0 to 1."""
        here = slice(self._starts[passage], self._ends[passage])
        ranges = [np.arange(self._starts[n], self._ends[n]) for n in others]
        places = np.concatenate(ranges) if ranges else np.zeros(0, dtype=np.int64)
        there, back = (np.zeros(len(others), dtype=np.float32) for _ in range(2))
        full = [place for place, some in enumerate(ranges) if len(some)]
        if here.start == here.stop or not full:
            return there, back
        alike = self._rows[here].astype(np.float32) @ self._rows[places].astype(np.float32).T
        sizes = [len(ranges[place]) for place in full]
        bounds = np.cumsum([0, *sizes[:-1]])
        own, their = self._weights[here], self._weights[places]
        nearest = np.maximum.reduceat(alike, bounds, axis=1)
        there[full] = own @ nearest / max(float(own.sum()), LEAST_WEIGHT)
        summed = np.add.reduceat(alike.max(axis=0) * their, bounds)
        back[full] = summed / np.maximum(np.add.reduceat(their, bounds), LEAST_WEIGHT)
        return there, back

    def _means(self) -> Numbers:
        """The weighted mean of each passage's words, of length 1, less what all have in common."""
        found = np.zeros((len(self._starts), self._rows.shape[1]), dtype=np.float32)
        for number, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            found[number] = self._weights[start:end] @ self._rows[start:end].astype(np.float32)
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
        if len(found):
            found -= found.mean(axis=0)
        found /= np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
        return found
