"""The argument map for the page: drawn from the file as it is saved, and always as an outline."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from argmap.errors import MissingProgramError, OutputError
from argmap.graph import ArgumentGraph, OutlineItem, build_graph, outline, render_svg, to_dot
from argmap.model.document import AnnotatedDocument
from argmap.report.map_svg import clean_map

MOST_NODES = 150  # of a map that is drawn whole; Graphviz takes seconds beyond
_NAMESPACE = "http://www.w3.org/2000/svg"
NEAR = 2  # relations away from the focus


def draw(document: AnnotatedDocument, focus: str | None) -> dict[str, Any]:
    """The map as clean SVG, or the reason why there is none, and the outline.

    Args:
        document: the article.
        focus: a segment; a large map shows only what is near it.
    """
    graph = build_graph(document)
    whole = len(graph.nodes) <= MOST_NODES
    if not whole:
        graph = build_graph(document, focus=_nearest(graph, document, focus), hops=NEAR)
    try:
        svg = render_svg(to_dot(graph, legend=False))
    except (MissingProgramError, OutputError) as error:
        return _answer(None, str(error), graph, whole=whole)
    name = document.article.outlet or document.article.id
    picture = clean_map(
        svg,
        article=document.article.id,
        segments=frozenset(segment.id for segment in document.segments),
        label=f"Argument map of {name}",
    )
    # The page parses it as XML, which needs the name space that HTML does without.
    svg = str(picture.markup).replace("<svg ", f'<svg xmlns="{_NAMESPACE}" ', 1)
    return _answer(svg, None, graph, whole=whole)


def _nearest(graph: ArgumentGraph, document: AnnotatedDocument, focus: str | None) -> str:
    """The segment, or the first after it that is a node: a heading or boilerplate is none."""
    ids = [segment.id for segment in document.segments]
    after = ids[ids.index(focus) :] if focus in ids else []
    return next((name for name in after if graph.node(name)), graph.nodes[-1].id)


def _answer(
    svg: str | None, reason: str | None, graph: ArgumentGraph, *, whole: bool = False
) -> dict[str, Any]:
    return {
        "svg": svg,
        "reason": reason,
        "whole": whole,
        "focus": graph.focus,
        "outline": [_item(item) for item in outline(graph)],
    }


def _item(item: OutlineItem) -> dict[str, Any]:
    return asdict(item)
