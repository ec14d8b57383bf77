"""What a pair of passages has in common, as the claim groups and the changes ask it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two passages say the same, 0 to 1, and which part of each does (offsets)."""

    score: float
    left: tuple[int, int]
    right: tuple[int, int]
    whole: float
    """Share of the shorter passage that the shared part makes up, 0 to 1."""
    words: int
    """How many words and numbers both have, names left out."""

    @property
    def turned(self) -> Match:
        """The same with left and right exchanged."""
        return Match(self.score, self.right, self.left, self.whole, self.words)


@dataclass(frozen=True, slots=True)
class Shared:
    """What two passages have in common in words, names and numbers."""

    odds: float
    """Log-odds that they say the same, by this alone."""
    covered: float
    """Share of the longer passage's words that the other has, by weight."""
    whole: float
    """The same of the shorter passage."""
    left: tuple[int, int]
    right: tuple[int, int]
    words: int
    """How many words and numbers both have, names left out."""
    matter: float
    """The summed weight of these."""
