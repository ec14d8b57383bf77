"""How likely two passages say the same: a logistic regression over seven features of the pair.

Made by `training/compare/fit.py` from the claims of fourteen stories of BASIL (Fan et al. 2019);
which sentences tell them stands in `evaluate/datasets/basil_triples.json`.
"""

from __future__ import annotations

from math import exp
from operator import mul
from typing import NamedTuple


class PairFeatures(NamedTuple):
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


class Weights(NamedTuple):
    """The weight of each feature, and where the scale begins."""

    level: float
    of: PairFeatures

    def __call__(self, features: PairFeatures) -> float:
        """How likely the two say the same, 0 to 1."""
        return 1 / (1 + exp(-self.level - sum(map(mul, self.of, features))))


WITH_VECTORS = Weights(
    level=-7.75,
    of=PairFeatures(
        matter=0.97,
        covered=-0.02,
        reach=10.35,
        standing=4.33,
        beside=0.49,
        verbatim=0.84,
        opening=2.44,
    ),
)
WORDS_ALONE = Weights(
    level=-3.40,  # fitted: -3.10; lower, so that its groups are as precise as with vectors
    of=PairFeatures(
        matter=0.35,
        covered=6.96,
        reach=0.0,
        standing=0.09,
        beside=0.05,
        verbatim=1.63,
        opening=2.06,
    ),
)
