"""The page as data: everything that it shows, with every figure already written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap import __version__
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument

from .story import Story
from .view_cast import CastView, cast_view
from .view_claims import ClaimsView, claims_view
from .view_frames import FramesView, frames_view
from .view_glance import OutletCard, glance_cards
from .view_highlights import Highlight, highlights
from .view_maps import RELATION_SIGNS, ArticleMap, MapView, RelationSign, map_views
from .view_method import MethodView, PublicFigure, method_view
from .view_outlets import OutletView, outlet_views
from .view_retellings import RetellingView, retelling_views
from .view_story_map import StoryMap, StoryMapView, story_map_view
from .view_texts import TextView, text_views
from .view_tone import ToneView, tone_views
from .wording import listing

_MANY = 5  # outlets that a title can still name


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story's page, section by section."""

    title: str
    outlets: tuple[OutletView, ...]
    highlights: tuple[Highlight, ...]
    cards: tuple[OutletCard, ...]
    claims: ClaimsView
    retellings: tuple[RetellingView, ...]
    frames: FramesView
    cast: CastView
    tones: tuple[ToneView, ...]
    story_map: StoryMapView | None
    maps: tuple[MapView, ...]
    texts: tuple[TextView, ...]
    method: MethodView
    relations: tuple[RelationSign, ...] = RELATION_SIGNS


def build_view(
    documents: Sequence[AnnotatedDocument],
    comparison: Comparison,
    maps: Mapping[str, ArticleMap],
    *,
    story_map: StoryMap | None = None,
    figures: Sequence[PublicFigure] = (),
) -> StoryView:
    """Lay out one story's page.

    Args:
        documents: the annotated articles that the comparison names.
        comparison: what stands where, and what changes; its order is the order of the columns.
        maps: by the id of an article, its map; an article without one gets a sentence instead.
        story_map: the map of all outlets.
        figures: scores of the tool on public data, for the last section.

    Raises:
        InputError: the comparison names an article, a segment or a span that is not there, or a
            map is no SVG.
    """
    story = Story(documents, comparison)
    outlets = outlet_views(story)
    cards = glance_cards(story, outlets)
    claims = claims_view(story, outlets)
    frames = frames_view(story, outlets)
    cast = cast_view(story, outlets)
    map_list = map_views(story, outlets, maps)
    nodes = {one.outlet.id: one.nodes for one in map_list}
    return StoryView(
        title=_title(outlets),
        outlets=outlets,
        highlights=highlights(story, cards, claims, frames, cast),
        cards=cards,
        claims=claims,
        retellings=retelling_views(story, claims),
        frames=frames,
        cast=cast,
        tones=tone_views(story, outlets),
        story_map=story_map_view(story, story_map) if story_map else None,
        maps=map_list,
        texts=text_views(story, outlets, claims, nodes),
        method=method_view(story, outlets, tool=f"argmap {__version__}", figures=figures),
    )


def _title(outlets: tuple[OutletView, ...]) -> str:
    if len(outlets) > _MANY:
        return f"One story in {len(outlets)} outlets"
    return f"One story: {listing([outlet.name for outlet in outlets])}"
