"""How likely two passages say the same: a logistic regression over seven features of the pair.

Made by `training/compare/fit.py` from the claims of five stories of BASIL (Fan et al. 2019) that
were aligned by hand; which sentences they are stands in `evaluate/datasets/basil_triples.json`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import exp


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """What speaks for two passages saying the same, and what against it."""

    words: float
    """Log-odds of the words, names and numbers that both have."""
    covered: float
    """Share of the longer passage's words that the other has, by weight."""
    reach: float
    """How much of one of them the other tells, by the words' vectors; 0 without vectors."""
    standing: float
    """How far the pair stands out from the other pairs of both passages."""
    beside: float
    """How far the passages around both stand out as a pair."""
    opening: float
    """1 where both stand at the beginning of their articles, where news tells what happened."""
    figures: float
    """1 where both count something, and neither the same thing nor up to the same number."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, and where the scale begins."""

    level: float
    words: float
    covered: float
    reach: float
    standing: float
    beside: float
    opening: float
    figures: float

    def __call__(self, features: PairFeatures) -> float:
        """How likely the two say the same, 0 to 1."""
        total = (
            self.level
            + self.words * features.words
            + self.covered * features.covered
            + self.reach * features.reach
            + self.standing * features.standing
            + self.beside * features.beside
            + self.opening * features.opening
            + self.figures * features.figures
        )
        return 1 / (1 + exp(-total))


NAMES = tuple(field.name for field in fields(PairFeatures))
WITH_VECTORS = Weights(
    level=-4.95,
    words=0.38,
    covered=3.35,
    reach=8.45,
    standing=4.25,
    beside=0.55,
    opening=2.68,
    figures=-0.98,
)
WORDS_ALONE = Weights(
    level=-1.25,
    words=0.40,
    covered=6.75,
    reach=0.0,
    standing=0.15,
    beside=0.04,
    opening=2.69,
    figures=-0.64,
)
