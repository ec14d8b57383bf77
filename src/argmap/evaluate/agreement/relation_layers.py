"""Agreement on relations: which segments are attached, and by what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from argmap.model.document import AnnotatedDocument, Relation
from argmap.model.labels import RelationType

from . import literature
from .annotators import SharedArticle
from .coefficient import Coefficient, Item, alpha
from .layer import LayerAgreement, coded_layer
from .units import Piece, longest_pieces

Edge = tuple[int, int]
WINDOW = 50  # segments; hardly a relation reaches further, and all pairs are too many
_UNIT = f"ordered pair of segments that both have, at most {WINDOW} apart or attached"


def relation_layers(
    articles: Sequence[SharedArticle], found: Sequence[Piece], names: Sequence[str]
) -> list[LayerAgreement]:
    """Attachment over pairs in a window, and the type where two annotators attach a pair.

    A relation has a direction, but for `restates`. Undercuts, whose target is a relation, are told
    in a note: there are no pairs of segments to set them against.
    """
    ends = {(article, place, s.id): at for article, place, s, at in longest_pieces(found)}
    silent = [
        not any(document and document.relations for document in column)
        for column in zip(*(article.documents for article in articles), strict=True)
    ]
    attached: list[Item] = []
    typed: list[Item] = []
    hits = count = outside = 0
    for number, article in enumerate(articles):
        edges = [
            None if document is None or silent[place] else _edges(document, number, place, ends)
            for place, document in enumerate(article.documents)
        ]
        own = [
            {at for (a, p, _), at in ends.items() if (a, p) == (number, place)}
            for place in range(len(names))
        ]
        attached += _attached(edges, own)
        typed += _typed(edges)
        for one, other in combinations(range(len(names)), 2):
            a, b = edges[one], edges[other]
            if a is not None and b is not None:
                hits += len(a.keys() & b.keys())
                count += len(a) + len(b)
                outside += sum(not set(edge) <= own[other] for edge in a)
                outside += sum(not set(edge) <= own[one] for edge in b)
    notes = [
        f"{name} draws no relation at all: taken as not labelled, not as none found."
        for name, none in zip(names, silent, strict=True)
        if none
    ]
    if outside:
        notes.append(
            f"{outside} of {count} relations end at a segment that the other annotator cut"
            " otherwise; they count against F1 and are left out of alpha."
        )
    notes.extend(_undercuts(articles, names))
    f1 = (
        Coefficient("F1, same ends and direction", round(2 * hits / count, 4), count)
        if count
        else Coefficient("F1, same ends and direction", None, 0, "no two annotators drew any")
    )
    return [
        coded_layer(
            "attachment",
            "Does one segment bear on another?",
            _UNIT,
            attached,
            names,
            alpha(attached),
            more=(f1,),
            reported=(literature.ESSAY_RELATIONS,),
            notes=tuple(notes),
        ),
        coded_layer(
            "relation",
            "How does it bear on it?",
            "pair of segments that two annotators attach in one direction",
            typed,
            names,
            alpha(typed),
            reported=(literature.ESSAY_RELATIONS,),
        ),
    ]


def edges_of(document: AnnotatedDocument) -> list[Relation]:
    """The relations between segments, without undercuts."""
    return [item for item in document.relations if item.type is not RelationType.UNDERCUTS]


def _edges(
    document: AnnotatedDocument, article: int, place: int, ends: dict[tuple[int, int, str], int]
) -> dict[Edge, RelationType]:
    found: dict[Edge, RelationType] = {}
    for relation in edges_of(document):
        source = ends.get((article, place, relation.source))
        target = ends.get((article, place, relation.target))
        if source is not None and target is not None and source != target:
            edge = (source, target)
            if relation.type is RelationType.RESTATES:
                edge = (min(edge), max(edge))
            found[edge] = relation.type
    return found


def _attached(
    edges: Sequence[dict[Edge, RelationType] | None], own: Sequence[set[int]]
) -> list[Item]:
    """Attached or not, for the pairs in the window and those that anybody attached beyond it."""
    every = sorted(set().union(*own))
    near = {
        pair
        for place, one in enumerate(every)
        for other in every[place + 1 : place + 1 + WINDOW]
        for pair in ((one, other), (other, one))
    }
    near.update(edge for given in edges if given for edge in given)
    items: list[Item] = []
    for source, target in sorted(near):
        item = [
            None
            if given is None or source not in ends or target not in ends
            else (source, target) in given
            for given, ends in zip(edges, own, strict=True)
        ]
        if sum(value is not None for value in item) > 1:
            items.append(item)
    return items


def _typed(edges: Sequence[dict[Edge, RelationType] | None]) -> list[Item]:
    every = sorted({edge for given in edges if given for edge in given})
    items = [[given.get(edge) if given else None for given in edges] for edge in every]
    return [item for item in items if sum(value is not None for value in item) > 1]


def _undercuts(articles: Sequence[SharedArticle], names: Sequence[str]) -> list[str]:
    counts = [
        sum(
            relation.type is RelationType.UNDERCUTS
            for article in articles
            if (document := article.documents[place])
            for relation in document.relations
        )
        for place in range(len(names))
    ]
    if not any(counts):
        return []
    said = ", ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True))
    return [f"Undercuts, which point at a relation, stand outside these figures: {said}."]
