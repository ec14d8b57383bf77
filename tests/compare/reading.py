"""A reader of words for the tests: a vector for every word, near ones for words of one meaning."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import numpy as np

from argmap.compare.terms import words
from argmap.discourse.word_states import WordStates

WIDTH = 64


class Meanings:
    """Words of one meaning have one vector; every other word has its own, drawn by its letters."""

    name = "meanings 1"

    def __init__(self, *meanings: str) -> None:
        """Each meaning is a line of words."""
        self._meaning = {word: line.split()[0] for line in meanings for word in line.split()}
        self.read: list[str] = []

    def words(self, sentences: Sequence[str]) -> list[WordStates]:
        """The vectors of the words of each sentence."""
        self.read.extend(sentences)
        found = []
        for sentence in sentences:
            said = [self._meaning.get(word, word) for word in words(sentence)]
            rows = np.array([_row(word) for word in said], dtype=np.float32).reshape(-1, WIDTH)
            pieces = np.array([_number(word) for word in said], dtype=np.int64)
            found.append(WordStates(pieces, rows))
        return found


def _number(word: str) -> int:
    return int.from_bytes(sha256(word.encode()).digest()[:4], "big")


def _row(word: str) -> np.ndarray:
    row = np.random.default_rng(_number(word)).normal(size=WIDTH)
    return row / np.linalg.norm(row)
