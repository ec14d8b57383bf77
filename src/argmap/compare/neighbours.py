"""The passages of other articles whose vectors lie nearest, at a cost below the square."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

_MOST = 24  # neighbours of a passage
_MOST_IN_ARTICLE = 6
_LOOKED_AT = 5 * _MOST  # nearest passages, of which neighbours are taken article by article
_WHOLE = 1500  # passages up to which each is set against all
_BLOCKS_SEARCHED = 4
_ROUNDS = 3


def neighbours(vectors: Numbers, articles: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of passages of different articles that lie near each other; a pair may come twice.

    Each passage takes its nearest, at most six of an article and twenty-four in all. Above 1500
    passages it looks only into the four nearest of about as many blocks as the root of their
    number, each the passages around one centre (inverted file, Sivic and Zisserman 2003).
    """
    number = {name: place for place, name in enumerate(dict.fromkeys(articles))}
    homes = np.array([number[name] for name in articles], dtype=np.int64)
    everything = np.arange(len(articles))
    if len(articles) <= _WHOLE:
        searches = iter([(everything, everything)] if len(articles) else [])
    else:
        searches = _blocks(vectors)
    for asking, asked in searches:
        alike = vectors[asking] @ vectors[asked].T
        alike[homes[asking][:, None] == homes[asked][None, :]] = -2.0
        for place, row in zip(asking.tolist(), alike, strict=True):
            for other in _nearest(row, homes[asked]):
                yield place, int(asked[other])


def _nearest(row: Numbers, homes: NDArray[np.int64]) -> Iterator[int]:
    """Places of the nearest, best first, few of each article."""
    if len(np.unique(homes)) > _MOST // _MOST_IN_ARTICLE and len(row) > _LOOKED_AT:
        some = np.argpartition(-row, _LOOKED_AT)[:_LOOKED_AT]
    else:
        some = np.arange(len(row))
    taken = 0
    counts: dict[int, int] = {}
    for place in some[np.lexsort((some, -row[some]))].tolist():
        home = int(homes[place])
        if row[place] < -1.0 or taken == _MOST:
            return
        if counts.get(home, 0) < _MOST_IN_ARTICLE:
            counts[home] = counts.get(home, 0) + 1
            taken += 1
            yield place


def _blocks(vectors: Numbers) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The passages of each block, and those of it and its nearest blocks."""
    count = round(len(vectors) ** 0.5)
    centres = vectors[np.linspace(0, len(vectors) - 1, count).astype(np.int64)].copy()
    for _ in range(_ROUNDS):
        home = (vectors @ centres.T).argmax(axis=1)
        for block in range(count):
            held = vectors[home == block]
            if len(held):
                centre = held.mean(axis=0)
                centres[block] = centre / max(float(np.linalg.norm(centre)), 1e-6)
    home = (vectors @ centres.T).argmax(axis=1)
    near = np.argsort(-(centres @ centres.T), axis=1, kind="stable")[:, :_BLOCKS_SEARCHED]
    for block in range(count):
        asking = np.flatnonzero(home == block)
        if len(asking):
            yield asking, np.flatnonzero(np.isin(home, near[block]))
