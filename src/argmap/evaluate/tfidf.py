"""Cosine of TF-IDF vectors, the plain measure of how far two sentences share words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from math import log, sqrt

_WORD = re.compile(r"\w+")


class TfIdf:
    """Words weighted by how rare they are in some sentences (Spärck Jones 1972)."""

    def __init__(self, sentences: Iterable[str]) -> None:
        """Count in how many of the sentences each word stands."""
        bags = [set(_words(sentence)) for sentence in sentences]
        self._size = len(bags)
        self._spread = Counter(word for bag in bags for word in bag)

    def similarity(self, one: str, other: str) -> float:
        """Cosine of the vectors of two sentences; 0 where they share no word."""
        left, right = self._vector(one), self._vector(other)
        shared = sum(weight * right[word] for word, weight in left.items() if word in right)
        length = sqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
        return shared / length if length else 0.0

    def _vector(self, sentence: str) -> dict[str, float]:
        return {
            word: count * (1 + log((1 + self._size) / (1 + self._spread[word])))
            for word, count in Counter(_words(sentence)).items()
        }


def _words(sentence: str) -> list[str]:
    return _WORD.findall(sentence.casefold())
