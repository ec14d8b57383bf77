"""Labelled stories as the comparison sees them: passages, pairs, and which tell one claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from spacy.language import Language

from argmap.compare.matches import Matches
from argmap.compare.pair_score import PairFeatures
from argmap.compare.passages import Passage, passages
from argmap.discourse.word_states import WordReader
from argmap.evaluate.datasets.basil_triples import Gold, Pair, pairs_of, sentence_at
from argmap.pipeline import annotate

Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """A story with its passages, the sentence of each, and the features of every proposed pair."""

    gold: Gold
    told: tuple[Passage, ...]
    sentences: tuple[int | None, ...]
    features: dict[Places, PairFeatures]


def read(nlp: Language, gold: Gold, reader: WordReader | None) -> Story:
    """Annotate a story and look at its pairs."""
    told = tuple(passages([annotate(nlp, article) for article in gold.articles]))
    matches = Matches(told, reader)
    sentences = tuple(
        sentence_at(gold.sentences[passage.article], (passage.segment.start, passage.segment.end))
        for passage in told
    )
    return Story(gold, told, sentences, {pair: matches.features(*pair) for pair in matches.pairs})


def examples(story: Story) -> dict[Places, bool]:
    """The pairs of passages that tell one claim, and those that do not.

    A sentence that is cut into segments tells its claim in one of them: the pair of segments with
    most in common stands for the pair of sentences. Where the sentences tell no claim that both
    share, every pair of their segments is an example of that.
    """
    right = pairs_of(story.gold.claims)
    unclear = pairs_of(story.gold.optional) - right
    by_sentences: dict[Pair, list[Places]] = defaultdict(list)
    for places in story.features:
        numbers = [story.sentences[place] for place in places]
        if None not in numbers:
            articles = [story.told[place].article for place in places]
            by_sentences[frozenset(zip(articles, numbers, strict=True))].append(places)  # type: ignore[arg-type]
    found: dict[Places, bool] = {}
    for sentences, pairs in by_sentences.items():
        if sentences in right:
            found[max(pairs, key=lambda pair: _in_common(story.features[pair]))] = True
        elif sentences not in unclear:
            found.update(dict.fromkeys(pairs, False))
    return found


def _in_common(features: PairFeatures) -> float:
    return features.matter + 10 * features.reach
