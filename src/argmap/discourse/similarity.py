"""How alike two sentences are: the encoder's vectors, mended by words and figures in common.

The cosine of the vectors overlooks what news readers never do: that one headline counts nine dead
and the other twelve. Ten plain features and a ridge regression mend that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from tokenizers import Encoding, Tokenizer

from .encoder import Encoder, Numbers
from .word_states import WordStates

WIDTH = 384
LONGEST = 256  # word pieces, as the published model was trained
_AT_ONCE = 16
FEATURES = (
    "cosine",
    "square",
    "cube",
    "shared",
    "contained",
    "contrary-figures",
    "lone-figures",
    "figures",
    "phrases",
    "length",
)
SMALL_WORDS = frozenset(
    "a an the in on of to for and at by with from as is are was were be s".split()  # noqa: SIM905
)


def pair_features(first: Numbers, second: Numbers, one: str, other: str) -> list[float]:
    """Return what speaks for a pair of sentences with their vectors, in the order of `FEATURES`.

    Words and figures are told apart, as are figures that differ and those that one alone has;
    phrases are two words that follow each other.
    """
    cosine = float(first @ second / (np.linalg.norm(first) * np.linalg.norm(second)))
    texts = [re.findall(r"\w+", text.lower()) for text in (one, other)]
    words, others = ({w for w in text if w not in SMALL_WORDS} for text in texts)
    shared = len(words & others)
    figures, other_figures = ({w for w in text if w.isdigit()} for text in texts)
    phrases, other_phrases = (set(pairwise(text)) for text in texts)
    lengths = sorted(len(text) for text in texts)
    return [
        cosine,
        cosine**2,
        cosine**3,
        shared / max(1, len(words | others)),
        shared / max(1, min(len(words), len(others))),
        float(bool(figures and other_figures and figures != other_figures)),
        float(bool(figures) != bool(other_figures)),
        float(len(figures & other_figures)),
        len(phrases & other_phrases) / max(1, min(len(phrases), len(other_phrases))),
        1 - lengths[0] / max(1, lengths[1]),
    ]


class SentenceSimilarity:
    """Vectors of sentences, each read alone, and scores of pairs."""

    def __init__(
        self,
        encoder: Encoder,
        tokenizer: Tokenizer,
        *,
        weights: Sequence[float],
        intercept: float,
        name: str = "",
    ) -> None:
        """Keep the layers, and what the scored pairs of people taught."""
        self.name = name
        self._encoder = encoder
        self._tokenizer = tokenizer
        self._weights = np.array(weights)
        self._intercept = intercept

    def vectors(self, sentences: Sequence[str]) -> Numbers:
        """Return the mean state of each sentence, [sentences, width]; at most 256 pieces count."""
        found = np.zeros((len(sentences), WIDTH), dtype=np.float32)
        for number, _, states in self._read(sentences):
            found[number] = states.mean(axis=0)
        return found

    def words(self, sentences: Sequence[str]) -> list[WordStates]:
        """Return the states of the word pieces of each sentence, those of punctuation left out."""
        nothing = WordStates(np.zeros(0, dtype=np.int64), np.zeros((0, WIDTH), dtype=np.float32))
        found = [nothing] * len(sentences)
        for number, encoded, states in self._read(sentences):
            kept = [
                place
                for place, (start, end) in enumerate(encoded.offsets[: len(states)])
                if end > start and any(map(str.isalnum, sentences[number][start:end]))
            ]
            if kept:
                rows = states[kept]
                rows /= np.linalg.norm(rows, axis=1, keepdims=True)
                found[number] = WordStates(np.array(encoded.ids)[kept], rows)
        return found

    def _read(self, sentences: Sequence[str]) -> Iterator[tuple[int, Encoding, Numbers]]:
        """Number, pieces and states of each sentence, [pieces, width]; the short ones first."""
        encoded = [self._tokenizer.encode(sentence) for sentence in sentences]
        rows = [one.ids[:LONGEST] for one in encoded]
        order = sorted(range(len(rows)), key=lambda number: (len(rows[number]), number))
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            ids = np.zeros((len(some), len(rows[some[-1]])), dtype=np.int64)
            mask = np.zeros(ids.shape, dtype=np.float32)
            for place, number in enumerate(some):
                ids[place, : len(rows[number])] = rows[number]
                mask[place, : len(rows[number])] = 1.0
            states = self._encoder(ids, np.zeros_like(ids), mask)
            for place, number in enumerate(some):
                yield number, encoded[number], states[place, : len(rows[number])]

    def score(self, first: Numbers, second: Numbers, one: str, other: str) -> float:
        """Return how far two sentences with their vectors say the same, 0 to 1."""
        features = np.array(pair_features(first, second, one, other))
        return float(np.clip((features @ self._weights + self._intercept) / 5.0, 0.0, 1.0))
