"""Agreement on who says what: word by word, attribution by attribution, and on their labels."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import Any, TypeVar

from argmap.evaluate.matching import covered, tokens
from argmap.model.document import AnnotatedDocument, Attribution, Quote

from . import literature
from .annotators import SharedArticle
from .coefficient import Item, alpha
from .layer import LayerAgreement, coded_layer
from .pairing import Pair, attribution_pairs, source_pairs
from .span_layers import WORD

_T = TypeVar("_T")
_PARTS = {
    "source": "Which words name who speaks?",
    "cue": "Which words hand the speech over?",
    "content": "Which words are what was said?",
}
_LABELS = {
    "quote": "How is it quoted?",
    "stance": "What does the cue do to it?",
}


def attribution_layers(
    articles: Sequence[SharedArticle], names: Sequence[str]
) -> list[LayerAgreement]:
    """Each part of an attribution by words, whole attributions, and the labels of those shared."""
    silent = [
        not any(document and document.attributions for document in _column(articles, place))
        for place in range(len(names))
    ]
    notes = tuple(
        f"{name} marks no attribution at all: taken as not labelled, not as none found."
        for name, none in zip(names, silent, strict=True)
        if none
    )
    found = _found_by_both(articles, names, silent)
    layers = [
        _words(part, articles, names, silent, (*notes, *found) if part == "content" else notes)
        for part in _PARTS
    ]
    for label, question in _LABELS.items():
        items = _label_items(articles, names, attribution_pairs, _getter(label))
        layers.append(
            coded_layer(
                label,
                question,
                "attribution that two annotators mark (a shared content, and cue or source)",
                items,
                names,
                alpha(items),
            )
        )
    kinds = _label_items(articles, names, source_pairs, _getter("kind"))
    layers.append(
        coded_layer(
            "kind",
            "What is the source?",
            "source with a mention that two annotators mark",
            kinds,
            names,
            alpha(kinds),
        )
    )
    return layers


def _words(
    part: str,
    articles: Sequence[SharedArticle],
    names: Sequence[str],
    silent: Sequence[bool],
    notes: tuple[str, ...],
) -> LayerAgreement:
    items: list[Item] = []
    for article in articles:
        words = tokens(article.text)
        inside = [
            None
            if document is None or silent[place]
            else covered(words, [(q.start, q.end) for q in _quotes(document, part)])
            for place, document in enumerate(article.documents)
        ]
        items += [
            [None if found is None else number in found for found in inside]
            for number in range(len(words))
        ]
    return coded_layer(
        part,
        _PARTS[part],
        WORD,
        items,
        names,
        alpha(items),
        reported=(literature.ATTRIBUTION,),
        notes=notes,
    )


def _quotes(document: AnnotatedDocument, part: str) -> list[Quote]:
    if part == "content":
        return [quote for item in document.attributions for quote in item.content]
    return [quote for item in document.attributions if (quote := getattr(item, part)) is not None]


def _found_by_both(
    articles: Sequence[SharedArticle], names: Sequence[str], silent: Sequence[bool]
) -> tuple[str, ...]:
    """How many attributions of two annotators are the same, as PolNeAR counts them."""
    both = every = 0
    active = [place for place in range(len(names)) if not silent[place]]
    for article in articles:
        for one, other in combinations(active, 2):
            a, b = article.documents[one], article.documents[other]
            if a and b:
                pairs: list[Pair[Attribution]] = attribution_pairs(a, b)
                both += 2 * sum(left is not None and right is not None for left, right in pairs)
                every += len(a.attributions) + len(b.attributions)
    if not every:
        return ()
    return (f"{100 * both / every:.1f} % of {every} attributions are marked by both of a pair.",)


def _label_items(
    articles: Sequence[SharedArticle],
    names: Sequence[str],
    pairs: Callable[[AnnotatedDocument, AnnotatedDocument], list[Pair[_T]]],
    value: Callable[[_T], Hashable],
) -> list[Item]:
    items: list[Item] = []
    for article in articles:
        for one, other in combinations(range(len(names)), 2):
            a, b = article.documents[one], article.documents[other]
            if not a or not b:
                continue
            for left, right in pairs(a, b):
                if left is not None and right is not None:
                    item: list[Hashable | None] = [None] * len(names)
                    item[one], item[other] = value(left), value(right)
                    items.append(item)
    return items


def _getter(name: str) -> Callable[[Any], Hashable]:
    return lambda item: getattr(item, name)


def _column(articles: Sequence[SharedArticle], place: int) -> list[AnnotatedDocument | None]:
    return [article.documents[place] for article in articles]
