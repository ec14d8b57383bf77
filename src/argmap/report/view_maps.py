"""Maps: the picture of each argument, and the same argument as an outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from argmap.graph import OutlineItem, check_argument
from argmap.graph.styles import RELATIONS

from .map_svg import clean_map
from .story import Story, sentence_anchor
from .view_outlets import OutletView

NO_MAP = "No map was drawn for this article."


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleMap:
    """What the page is given of one article's map.

    `svg` is the picture as inline SVG; where it is `None`, `reason` says why in one sentence.
    `outline` is the same argument as a nested list.
    """

    svg: str | None
    reason: str | None = None
    outline: Sequence[OutlineItem] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineView:
    """One entry of the outline, with those that bear on it; a heading has no anchor."""

    anchor: str | None
    label: str
    relation: str
    text: str
    reference: bool
    children: tuple[OutlineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """What a teacher would ask of an argument; `links` are the segments meant, with anchors."""

    message: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """One outlet's map, or the reason why there is none; outline and questions in any case."""

    outlet: OutletView
    svg: Markup | None
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
    segments = frozenset(segment.id for segment in story.document(outlet.id).segments)
    picture = None
    if given is not None and given.svg is not None:
        picture = clean_map(
            given.svg,
            article=outlet.id,
            segments=segments,
            label=f"Argument map of {outlet.name}; the outline says the same as text",
        )
    return MapView(
        outlet=outlet,
        svg=picture.markup if picture else None,
        nodes=picture.segments if picture else frozenset(),
        reason=(given.reason if given else None) or NO_MAP,
        outline=_outline(outlet.id, given.outline if given else ()),
        questions=tuple(
            QuestionView(
                message=finding.message,
                links=tuple((one, sentence_anchor(outlet.id, one)) for one in finding.segments),
            )
            for finding in check_argument(story.document(outlet.id))
        ),
    )


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
