"""How far two segments say the same: the seam between the claim groups and what measures likeness.

Whatever proposes pairs of passages and scores them, word by word or with the vectors of an encoder,
can stand behind the claim groups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from .passages import Passage


@dataclass(frozen=True, slots=True)
class Match:
    """How far two passages say the same, 0 to 1, and which part of each does (offsets)."""

    score: float
    left: tuple[int, int]
    right: tuple[int, int]
    whole: float
    """Share of the shorter passage that the shared part makes up, 0 to 1."""

    @property
    def turned(self) -> Match:
        """The same with left and right exchanged."""
        return Match(self.score, self.right, self.left, self.whole)


class Similarity(Protocol):
    """Proposes pairs of passages of different articles and scores them; symmetric."""

    def pairs(self) -> Iterable[tuple[int, int]]:
        """Pairs of places in the list of passages that are worth a look, each once."""
        ...

    def match(self, left: int, right: int) -> Match:
        """How far the passages at two places say the same."""
        ...


SimilarityOf = Callable[[Sequence[Passage]], Similarity]
"""Makes the similarity of a story from all its passages."""
