"""How likely two passages say the same: a logistic regression over eight features of the pair.

Made by `training/compare/fit.py` from the claims of nineteen stories of BASIL (Fan et al. 2019);
which sentences tell them stands in `evaluate/datasets/basil_triples.json`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import exp


@dataclass(frozen=True, slots=True)
class PairFeatures:
    """What speaks for two passages saying the same, and what against it."""

    matter: float
    """Summed weight of the words and numbers that both have, names left out."""
    covered: float
    """Share of the longer passage's words that the other has, by weight."""
    reach: float
    """How much of one of them the other tells, by the words' vectors; 0 without vectors."""
    standing: float
    """How far the pair stands out from the other pairs of both passages."""
    beside: float
    """How far the passages around both stand out as a pair."""
    verbatim: float
    """0 without three words in a row that both have, then the more, the longer the row."""
    opening: float
    """1 where both stand at the beginning of their articles, where news tells what happened."""
    figures: float
    """1 where both count something, and neither the same thing nor up to the same number."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature, and where the scale begins."""

    level: float
    matter: float
    covered: float
    reach: float
    standing: float
    beside: float
    verbatim: float
    opening: float
    figures: float

    def __call__(self, features: PairFeatures) -> float:
        """How likely the two say the same, 0 to 1."""
        total = (
            self.level
            + self.matter * features.matter
            + self.covered * features.covered
            + self.reach * features.reach
            + self.standing * features.standing
            + self.beside * features.beside
            + self.verbatim * features.verbatim
            + self.opening * features.opening
            + self.figures * features.figures
        )
        return 1 / (1 + exp(-total))


NAMES = tuple(field.name for field in fields(PairFeatures))
WITH_VECTORS = Weights(
    level=-7.05,
    matter=0.91,
    covered=0.47,
    reach=9.06,
    standing=4.90,
    beside=0.43,
    verbatim=0.76,
    opening=1.94,
    figures=-0.78,
)
WORDS_ALONE = Weights(
    level=-3.06,  # fitted: -2.90; lower, so that its groups are as precise as with vectors
    matter=0.33,
    covered=5.74,
    reach=0.0,
    standing=0.10,
    beside=0.03,
    verbatim=1.57,
    opening=1.86,
    figures=-0.42,
)
