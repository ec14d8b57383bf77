"""Claims that three outlets tell alike, in triples of BASIL (Fan et al. 2019).

`basil_triples.json` says by number which sentences tell the same claim; the articles are read from
BASIL itself. The part `training` taught the encoder of the comparison, `tuning` its weights and
thresholds; those held out did neither. A headline that stands again as the body's first sentence is
in no claim.

A pair is two sentences of two outlets in one claim, or in one group of the reader. Pairs that share
a claim in part or in passing (`optional`) count neither as found nor as missed. A claim counts once
for every two outlets that tell it: it is found where one group holds a pair of it, and a group of
the reader is right for two outlets where it holds a pair of a claim.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from argmap.errors import InputError
from argmap.model.article import Article

from ..counts import Counts
from ..dataset import DataSet
from ..labelled_files import article_of, files_below, read_json, require
from ..matching import overlap
from ..metrics import precision, recall
from ..reader import Offsets, Reader
from ..tfidf import TfIdf

ALIGNED = Path(__file__).with_name("basil_triples.json")
HELD_OUT, TUNING, TRAINING = "held out", "tuning", "training"
_ALIKE = 0.25  # cosine from which the baseline calls two nearest sentences one claim

Sentence = tuple[str, int]
"""An outlet, and the number of a sentence of its article's body."""
Claim = frozenset[Sentence]
Pair = frozenset[Sentence]


@dataclass(frozen=True, slots=True)
class Gold:
    """A triple: its articles and their sentences by outlet, and the claims that they share."""

    id: str
    articles: tuple[Article, ...]
    sentences: Mapping[str, tuple[Offsets, ...]]
    claims: tuple[Claim, ...]
    optional: tuple[Claim, ...]
    part: str

    @property
    def article(self) -> str:
        """The event."""
        return self.id


def load(path: Path, parts: Collection[str] = (HELD_OUT, TUNING)) -> list[Gold]:
    """Read the articles of every triple of some parts."""
    aligned = {
        event["event"]: event
        for event in json.loads(ALIGNED.read_text("utf-8"))["events"]
        if event["part"] in parts
    }
    found: dict[str, dict[str, tuple[Article, tuple[Offsets, ...]]]] = {}
    for file in files_below(path, ".json"):
        value = {} if file.name.endswith("_ann.json") else read_json(file)
        event = str(value.get("triplet-uuid")) if isinstance(value, dict) else ""
        if event in aligned:
            outlet, article, sentences = _article(file, value)
            found.setdefault(event, {})[outlet] = (article, sentences)
    items = [
        _gold(aligned[event], found[event]) for event in sorted(found) if len(found[event]) == 3
    ]
    require(items, path, "the articles of BASIL, three of one event")
    return items


def _article(path: Path, value: dict[str, Any]) -> tuple[str, Article, tuple[Offsets, ...]]:
    try:
        outlet = value["source"].lower()
        text = title = value["title"].strip()
        sentences: list[Offsets] = []
        for paragraph in value["body-paragraphs"]:
            text += "\n"
            for number, sentence in enumerate(paragraph):
                text += " " if number else ""
                sentences.append((len(text), len(text) + len(sentence)))
                text += sentence
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{path} is not laid out as BASIL is ({error!r}); get the set anew."
        ) from error
    return outlet, article_of(outlet, text, title=title), tuple(sentences)


def _gold(
    event: dict[str, Any], articles: Mapping[str, tuple[Article, tuple[Offsets, ...]]]
) -> Gold:
    claims, optional = (tuple(map(_claim, event[key])) for key in ("claims", "optional"))
    for outlet, number in (place for claim in (*claims, *optional) for place in claim):
        if outlet not in articles or number >= len(articles[outlet][1]):
            raise InputError(
                f"The articles of event {event['event']} lack sentence {number} of {outlet}; get"
                " BASIL's second release."
            )
    return Gold(
        id=event["event"],
        articles=tuple(articles[outlet][0] for outlet in sorted(articles)),
        sentences={outlet: articles[outlet][1] for outlet in sorted(articles)},
        claims=claims,
        optional=optional,
        part=event["part"],
    )


def _claim(told: Mapping[str, Sequence[int]]) -> Claim:
    return frozenset((outlet, number) for outlet, numbers in told.items() for number in numbers)


def answer(reader: Reader, gold: Gold) -> tuple[Claim, ...]:
    """The reader's groups as sentences; a segment is the sentence that it shares most with."""
    groups = reader.claim_groups(gold.articles)
    return tuple(
        frozenset(
            (outlet, number)
            for outlet, place in group
            if (number := sentence_at(gold.sentences[outlet], place)) is not None
        )
        for group in groups
    )


def sentence_at(sentences: Sequence[Offsets], place: Offsets) -> int | None:
    """Number of the sentence that shares most with a stretch; `None` where none shares any."""
    best = max(range(len(sentences)), key=lambda n: overlap(sentences[n], place), default=None)
    return best if best is not None and overlap(sentences[best], place) else None


def count(gold: Gold, answers: tuple[Claim, ...] | None) -> Counts:
    """Count pairs of sentences, and claims by two outlets, apart for the two parts."""
    counts = Counts()
    right, optional = pairs_of(gold.claims), pairs_of(gold.optional) - pairs_of(gold.claims)
    said = pairs_of(answers or ())
    counts.found(
        f"pair, {gold.part}",
        hits=len(said & right),
        predicted=len(said - optional),
        gold=len(right),
    )
    groups = [pairs for group in answers or () for pairs in _by_outlets(group)]
    told = [pairs for claim in gold.claims for pairs in _by_outlets(claim)]
    counts.add((f"claim, {gold.part}", "found"), sum(bool(pairs & said) for pairs in told))
    counts.add((f"claim, {gold.part}", "told"), len(told))
    counts.add((f"claim, {gold.part}", "right"), sum(bool(pairs & right) for pairs in groups))
    counts.add(
        (f"claim, {gold.part}", "said"),
        sum(bool(pairs & right or not pairs & optional) for pairs in groups),
    )
    return counts


def pairs_of(claims: Iterable[Claim]) -> set[Pair]:
    """Every two sentences of two outlets in one of some claims."""
    return {pair for claim in claims for pairs in _by_outlets(claim) for pair in pairs}


def _by_outlets(claim: Claim) -> list[set[Pair]]:
    """The pairs of a claim, apart for every two outlets that tell it."""
    outlets = sorted({outlet for outlet, _ in claim})
    return [
        {
            frozenset((one, other))
            for one in claim
            for other in claim
            if one[0] == first and other[0] == second
        }
        for first, second in combinations(outlets, 2)
    ]


def baseline(items: Sequence[Gold]) -> Callable[[Gold], tuple[Claim, ...]]:
    """Two sentences are one claim where each is the other's nearest by TF-IDF, and near enough."""

    def guess(gold: Gold) -> tuple[Claim, ...]:
        texts = {article.id: article.text for article in gold.articles}
        sentences = {
            (outlet, number): texts[outlet][start:end]
            for outlet, places in gold.sentences.items()
            for number, (start, end) in enumerate(places)
        }
        vectors = TfIdf(sentences.values())
        found = []
        for one, two in combinations(sorted(gold.sentences), 2):
            alike = {
                (a, b): vectors.similarity(sentences[a], sentences[b])
                for a in sentences
                if a[0] == one
                for b in sentences
                if b[0] == two
            }
            found += [frozenset(pair) for pair, value in alike.items() if _nearest(alike, pair)]
        return tuple(found)

    return guess


def _nearest(
    alike: Mapping[tuple[Sentence, Sentence], float], pair: tuple[Sentence, Sentence]
) -> bool:
    """Whether two sentences are each other's nearest."""
    value = alike[pair]
    return value >= _ALIKE and not any(
        other > value for (a, b), other in alike.items() if (a == pair[0]) != (b == pair[1])
    )


def _metrics(part: str, prefix: str) -> dict[str, Any]:
    return {
        f"{prefix}pair_precision": precision(f"pair, {part}", "hits", "predicted", "gold"),
        f"{prefix}pair_recall": recall(f"pair, {part}", "hits", "gold"),
        f"{prefix}claim_precision": precision(f"claim, {part}", "right", "said", "told"),
        f"{prefix}claim_recall": recall(f"claim, {part}", "found", "told"),
    }


_METRICS = {**_metrics(HELD_OUT, ""), **_metrics(TUNING, "tuning_")}

BASIL_TRIPLES = DataSet[Gold, tuple[Claim, ...]](
    name="basil-triples",
    about="claims that three outlets tell alike",
    metrics=_METRICS,
    baseline_names=dict.fromkeys(_METRICS, "each other's nearest by TF-IDF"),
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
