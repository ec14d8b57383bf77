"""The agreement of annotators on every layer, and where they differ most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from .annotators import Annotator, SharedArticle, left_out, shared_articles
from .attribution_layers import attribution_layers
from .coefficient import alpha
from .disagreements import Disagreement, disagreements
from .gamma import Gamma
from .layer import LayerAgreement, coded_layer
from .relation_layers import relation_layers
from .segment_layers import segment_layers
from .span_layers import span_layers
from .units import pieces

WORST = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment's place with all that the annotators disagree on there, heaviest passages first."""

    article: str
    start: int
    end: int
    quote: str
    weight: float
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What `argmap agree` says: who, on what, how far, and where not."""

    annotators: tuple[str, ...]
    articles: tuple[str, ...]
    segments: tuple[tuple[str, int], ...]
    pieces: int
    layers: tuple[LayerAgreement, ...]
    worst: tuple[Passage, ...]
    disagreements: int
    notes: tuple[str, ...]


def measure_agreement(
    annotators: Sequence[Annotator], *, gamma: Gamma | None = None, worst: int = WORST
) -> Agreement:
    """Measure every layer on the articles that at least two annotators labelled.

    Raises InputError where there is no such article, or its texts differ.
    """
    articles = shared_articles(annotators)
    names = tuple(one.name for one in annotators)
    found = pieces(articles)
    layers = [
        *segment_layers(articles, found, names),
        *attribution_layers(articles, names),
        *span_layers(articles, names, gamma),
        *relation_layers(articles, found, names),
        _genre_layer(articles, names),
    ]
    passages = passages_of(articles, names)
    return Agreement(
        names,
        tuple(article.id for article in articles),
        tuple(
            (name, sum(len(d.segments) for a in articles if (d := a.documents[place])))
            for place, name in enumerate(names)
        ),
        len(found),
        tuple(layers),
        tuple(passages[:worst]),
        sum(len(passage.disagreements) for passage in passages),
        tuple(
            f"{name} alone labels {', '.join(alone)}: left out."
            for name, alone in left_out(annotators, articles).items()
        ),
    )


def passages_of(articles: Sequence[SharedArticle], names: Sequence[str]) -> list[Passage]:
    """All passages with a disagreement, those with the heaviest disagreements first."""
    passages: list[Passage] = []
    for article in articles:
        listed = _merged(article, names)
        present = [document for document in article.documents if document is not None]
        shared = set.intersection(*({s.start for s in d.segments} for d in present))
        cuts = [*sorted(shared), len(article.text)]
        for start, end in pairwise(cuts):
            here = tuple(d for d in listed if start <= d.start < end)
            if here:
                quote = article.text[start:end].rstrip()
                weight = round(sum(d.weight for d in here), 3)
                passages.append(Passage(article.id, start, start + len(quote), quote, weight, here))
    return sorted(passages, key=lambda p: (-p.weight, p.article, p.start))


def _merged(article: SharedArticle, names: Sequence[str]) -> list[Disagreement]:
    """The disagreements of every pair of annotators, those on one label at one place made one."""
    merged: dict[tuple[Any, ...], Disagreement] = {}
    for one, other in combinations(range(len(names)), 2):
        a, b = article.documents[one], article.documents[other]
        if a is None or b is None:
            continue
        for found in disagreements(a, b, (names[one], names[other])):
            key = (found.layer, found.start, found.end, found.quote)
            known = merged.get(key)
            if known is None:
                merged[key] = found
                continue
            merged[key] = Disagreement(
                found.layer,
                found.start,
                found.end,
                found.quote,
                {**found.values, **known.values},
                {**found.ids, **known.ids},
                known.rule,
                max(found.weight, known.weight),
            )
    return list(merged.values())


def _genre_layer(articles: Sequence[SharedArticle], names: Sequence[str]) -> LayerAgreement:
    items = [
        [document.article.genre if document else None for document in article.documents]
        for article in articles
    ]
    return coded_layer("genre", "What kind of text is it?", "article", items, names, alpha(items))
