"""Maps: the picture of each argument with its pages, and the same argument as an outline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from argmap.graph import OutlineItem
from argmap.graph.styles import RELATIONS
from argmap.model.comparison import Question

from .map_svg import clean_map
from .story import Story, node_anchor, page_anchor, sentence_anchor
from .view_outlets import OutletView

NO_MAP = "No map was drawn for this article."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMap:
    """What the page is given of one article's map.

    `svg` is the picture as inline SVG; where it is `None`, `reason` says why in one sentence.
    `pages` are the pages of a large article, whose picture is then an overview; its closed boxes
    lead to `ID.pages/N.svg`. `outline` is the same argument as a nested list.
    """

    svg: str | None
    reason: str | None = None
    pages: Sequence[str] = ()
    outline: Sequence[OutlineItem] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineView:
    """One entry of the outline, with those that bear on it; a heading has no anchor."""

    anchor: str | None
    label: str
    relation: str
    text: str
    reference: bool
    children: tuple[OutlineView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """What a teacher would ask of an argument: pieces of text, those that lead somewhere with it.

    Segments that the words do not name stand behind them.
    """

    parts: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page of a large article's map."""

    anchor: str
    number: int
    svg: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """One outlet's map, or the reason why there is none; outline and questions in any case."""

    outlet: OutletView
    svg: Markup | None
    pages: tuple[PageView, ...]
    nodes: frozenset[str]
    reason: str
    outline: tuple[OutlineView, ...]
    questions: tuple[QuestionView, ...]


def map_views(
    story: Story, outlets: tuple[OutletView, ...], maps: Mapping[str, ArticleMap]
) -> tuple[MapView, ...]:
    """The maps in the order of the page's columns; raises InputError where one is no SVG."""
    return tuple(_map(story, outlet, maps.get(outlet.id)) for outlet in outlets)


def _map(story: Story, outlet: OutletView, given: ArticleMap | None) -> MapView:
    given = given or ArticleMap(svg=None)
    segments = [segment.id for segment in story.document(outlet.id).segments]
    pages = {
        f"{outlet.id}.pages/{number}.svg": page_anchor(outlet.id, number)
        for number in range(1, len(given.pages) + 1)
    }
    pictures: list[Markup] = []
    anchors: set[str] = set()
    for number, svg in enumerate([] if given.svg is None else [given.svg, *given.pages]):
        page = f", page {number}" if number else ""
        picture = clean_map(
            svg,
            article=outlet.id,
            segments=segments,
            links=pages,
            label=f"Argument map of {outlet.name}{page}; the outline says the same as text",
            taken=anchors,
            scope=f"{number}:" if number else "",
        )
        anchors |= picture.anchors
        pictures.append(picture.markup)
    return MapView(
        outlet=outlet,
        svg=pictures[0] if pictures else None,
        pages=tuple(
            PageView(anchor=page_anchor(outlet.id, number), number=number, svg=svg)
            for number, svg in enumerate(pictures[1:], start=1)
        ),
        nodes=frozenset(one for one in segments if node_anchor(outlet.id, one) in anchors),
        reason=given.reason or NO_MAP,
        outline=_outline(outlet.id, given.outline),
        questions=tuple(
            _question(question)
            for question in story.comparison.questions
            if question.article == outlet.id
        ),
    )


def _question(question: Question) -> QuestionView:
    names = sorted(question.segments, key=len, reverse=True)
    found: list[tuple[str, str | None]] = []
    if names:
        pieces = re.split(rf"\b({'|'.join(map(re.escape, names))})\b", question.message)
        for number, piece in enumerate(pieces):
            named = number % 2 == 1
            found.append((piece, sentence_anchor(question.article, piece) if named else None))
    else:
        found.append((question.message, None))
    told = {piece for piece, anchor in found if anchor}
    for name in question.segments:
        if name not in told:
            found += [(" ", None), (name, sentence_anchor(question.article, name))]
    return QuestionView(parts=tuple(found))


def _outline(article: str, items: Sequence[OutlineItem]) -> tuple[OutlineView, ...]:
    return tuple(
        OutlineView(
            anchor=sentence_anchor(article, item.id) if item.id else None,
            label=item.label,
            relation=item.relation,
            text=item.text,
            reference=item.reference,
            children=_outline(article, item.children),
        )
        for item in items
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationSign:
    """How a relation is drawn on the maps, for the page's legend."""

    key: str
    sign: str
    name: str


RELATION_SIGNS = tuple(
    RelationSign(key=str(relation), sign=style.sign, name=style.word)
    for relation, style in RELATIONS.items()
)
