"""Fit the weights of `argmap.compare.pair_score` on the tuning triples of BASIL.

Usage: python -m training.compare.fit --data DATA

Prints the figures of the groups, each triple scored with the weights of the others, for vectors
and for words alone, then the weights of all to be put into the module. The triples that taught the
encoder are read for words alone, where they taught nothing yet; those held out never.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from argmap.compare.groups import claim_groups
from argmap.compare.matches import Matches
from argmap.compare.pair_score import PairFeatures, Weights
from argmap.discourse.model import load_similarity
from argmap.discourse.word_states import WordReader
from argmap.evaluate.counts import Counts, total
from argmap.evaluate.datasets.basil_triples import (
    BASIL_TRIPLES,
    TRAINING,
    TUNING,
    Claim,
    count,
    load,
)
from argmap.pipeline import build

from .stories import Story, examples, read

PENALTY = 0.05
"""Inverse of the strength of the ridge, on features of variance one; strong, since some of them
tell much the same."""


def ridge(table: ArrayLike, labels: Sequence[bool]) -> Weights:
    """Fit the weights on the features of some pairs, [pairs, fields of `PairFeatures`]."""
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(scaler.transform(table), labels)
    weights = model.coef_[0] / scaler.scale_
    level = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return Weights(level, PairFeatures(*map(float, weights)))


def fit(stories: Sequence[Story]) -> Weights:
    """Fit the weights on some stories."""
    known = [
        (story.features[pair], same) for story in stories for pair, same in examples(story).items()
    ]
    return ridge(np.array([features for features, _ in known]), [same for _, same in known])


def score(story: Story, reader: WordReader | None, weights: Weights) -> Counts:
    """Group a story with some weights, and count."""
    groups = claim_groups(Matches(story.told, reader, weights))
    answer: tuple[Claim, ...] = tuple(
        frozenset(
            (article, number)
            for article, places in group.members.items()
            for place in places
            if (number := story.sentences[place]) is not None
        )
        for group in groups
    )
    return count(story.gold, answer)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    nlp = build()
    for name, reader, parts in (
        ("with vectors", load_similarity(), (TUNING,)),
        ("words alone", None, (TRAINING, TUNING)),
    ):
        stories = [read(nlp, gold, reader) for gold in load(options.data / "basil", parts)]
        counts = [
            score(story, reader, fit([other for other in stories if other is not story]))
            for story in stories
            if story.gold.part == TUNING
        ]
        print(name)
        for metric, figure in BASIL_TRIPLES.metrics.items():
            if metric.startswith("tuning_"):
                print(f"  {metric.removeprefix('tuning_')} {figure(total(counts)):.3f}")
        weights = fit(stories)
        print(f"    level={weights.level:.2f},")
        for key, weight in weights.of._asdict().items():
            print(f"        {key}={weight:.2f},")


if __name__ == "__main__":
    main()
