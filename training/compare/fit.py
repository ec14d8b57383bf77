"""Fit the weights of `argmap.compare.pair_score` on the tuning triples of BASIL.

Usage: python -m training.compare.fit --data DATA

Prints the figures of the groups, each triple scored with the weights of the others, for vectors
and for words alone, then the weights of all to be put into the module. The held-out triples
are not read. A sentence that is cut into segments tells its claim in one of them: the pair of
segments with most in common stands for the pair of sentences; where the sentences tell no claim
both share, every pair of their segments is an example of that.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from spacy.language import Language

from argmap.compare.groups import claim_groups
from argmap.compare.matches import Matches
from argmap.compare.pair_score import NAMES, PairFeatures, Weights
from argmap.compare.passages import Passage, passages
from argmap.discourse.model import load_similarity
from argmap.discourse.word_states import WordReader
from argmap.evaluate.counts import Counts, total
from argmap.evaluate.datasets.basil_triples import (
    BASIL_TRIPLES,
    TUNING,
    Claim,
    Gold,
    Pair,
    count,
    load,
    pairs_of,
    sentence_at,
)
from argmap.pipeline import annotate, build

PENALTY = 0.05
"""Inverse of the strength of the ridge, on features of variance one; strong, since some of them
tell much the same."""


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple with its passages, the sentence of each, and the features of every proposed pair."""

    gold: Gold
    told: tuple[Passage, ...]
    sentences: tuple[int | None, ...]
    features: dict[tuple[int, int], PairFeatures]


def read(nlp: Language, gold: Gold, reader: WordReader | None) -> Triple:
    """Annotate a triple and look at its pairs."""
    told = tuple(passages([annotate(nlp, article) for article in gold.articles]))
    matches = Matches(told, reader)
    sentences = tuple(
        sentence_at(gold.sentences[passage.article], (passage.segment.start, passage.segment.end))
        for passage in told
    )
    return Triple(gold, told, sentences, {pair: matches.features(*pair) for pair in matches.pairs})


def examples(triple: Triple) -> tuple[list[PairFeatures], list[bool]]:
    """The pairs of segments that tell one claim, and those that do not."""
    right = pairs_of(triple.gold.claims)
    unclear = pairs_of(triple.gold.optional) - right
    by_sentences: dict[Pair, list[PairFeatures]] = defaultdict(list)
    for pair, features in triple.features.items():
        numbers = [triple.sentences[place] for place in pair]
        if None not in numbers:
            articles = [triple.told[place].article for place in pair]
            by_sentences[frozenset(zip(articles, numbers, strict=True))].append(features)  # type: ignore[arg-type]
    rows, labels = [], []
    for sentences, found in by_sentences.items():
        if sentences in right:
            rows.append(max(found, key=lambda item: item.matter + 10 * item.reach))
            labels.append(True)
        elif sentences not in unclear:
            rows.extend(found)
            labels.extend([False] * len(found))
    return rows, labels


def fit(triples: Sequence[Triple]) -> Weights:
    """Fit the weights on some triples."""
    rows: list[PairFeatures] = []
    labels: list[bool] = []
    for triple in triples:
        more, right = examples(triple)
        rows += more
        labels += right
    table = np.array([astuple(row) for row in rows])
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=PENALTY, max_iter=5000).fit(scaler.transform(table), labels)
    weights = model.coef_[0] / scaler.scale_
    level = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return Weights(level, **dict(zip(NAMES, map(float, weights), strict=True)))


def score(triple: Triple, reader: WordReader | None, weights: Weights) -> Counts:
    """Group a triple with some weights, and count."""
    groups = claim_groups(Matches(triple.told, reader, weights))
    answer: tuple[Claim, ...] = tuple(
        frozenset(
            (article, number)
            for article, places in group.members.items()
            for place in places
            if (number := triple.sentences[place]) is not None
        )
        for group in groups
    )
    return count(triple.gold, answer)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    golds = [gold for gold in load(options.data / "basil") if gold.part == TUNING]
    nlp = build()
    for name, reader in (("with vectors", load_similarity()), ("words alone", None)):
        triples = [read(nlp, gold, reader) for gold in golds]
        counts = [
            score(triple, reader, fit([other for other in triples if other is not triple]))
            for triple in triples
        ]
        print(name)
        for metric, figure in BASIL_TRIPLES.metrics.items():
            if metric.startswith("tuning_"):
                print(f"  {metric.removeprefix('tuning_')} {figure(total(counts)):.3f}")
        weights = fit(triples)
        for key in ("level", *NAMES):
            print(f"    {key}={getattr(weights, key):.2f},")


if __name__ == "__main__":
    main()
