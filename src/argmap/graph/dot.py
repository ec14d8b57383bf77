"""The argument graph as DOT text: same graph, same bytes, whatever Graphviz is installed."""

from __future__ import annotations

from .argument_graph import ArgumentEdge, ArgumentGraph
from .escaping import clean
from .labels import closed_reference_label, closed_tooltip, reference_label, tooltip
from .layout import Layout, arrange
from .legend import legend_of
from .mentions import mentions
from .nodes import closed_look, link, node_look, reference_look
from .routes import STEP
from .sheet import Look, Sheet, element_id, write_sheet


def to_dot(
    graph: ArgumentGraph,
    *,
    legend: bool = True,
    link_prefix: str | None = "#",
    page_link: str | None = None,
) -> str:
    """Write an argument graph as DOT text.

    Args:
        graph: what to draw.
        legend: whether to explain the shapes, lines and signs below the map.
        link_prefix: what stands before `ARTICLE-SEGMENT` in a node's link; `None` for no links.
        page_link: the address of a page, `{}` for its number, for the links of closed boxes.

    The `id` of a node is `map-ARTICLE-SEGMENT`, that of an edge `map-ARTICLE-RELATION`, so that a
    script finds them in the SVG; `class` names the role, the certainty, the voice, or the type.
    """
    layout = arrange(_with_lines(graph), graph.groups, graph.main_claim)
    return write_sheet(
        Sheet(
            article=graph.article,
            title=_title(graph),
            heading=_heading(graph, layout),
            edges=graph.edges,
            groups=graph.groups,
            layout=layout,
            nodes=_nodes(graph, layout, link_prefix, page_link),
            name=lambda node: _name(graph, node),
            legend=legend_of(graph, layout) if legend and graph.groups else None,
        )
    )


def _with_lines(graph: ArgumentGraph) -> list[ArgumentEdge]:
    """The relations that may be lines: those between closed boxes, which could be any two, are not.

    Nor are undercuts of such.
    """
    words = {e.id for e in graph.edges if graph.box(e.source) and graph.box(e.target)}
    while more := {e.id for e in graph.edges if e.target in words} - words:
        words |= more
    return [edge for edge in graph.edges if edge.id not in words]


def _title(graph: ArgumentGraph) -> str:
    name = graph.title or graph.article
    title = f"{graph.outlet}: {name}" if graph.outlet else name
    if graph.page is None:
        return title
    number, total = graph.page
    return f"{title} ({f'page {number} of {total}' if number else f'overview of {total} pages'})"


def _heading(graph: ArgumentGraph, layout: Layout) -> str:
    """What stands over the map: the title, unless the uppermost box has it already."""
    first = min(layout.areas, key=lambda area: (area.top, area.left), default=None)
    title = graph.groups[first.group].title if first else None
    if graph.page or not title or clean(title) != clean(graph.title or ""):
        return _title(graph)
    return graph.outlet or graph.article


def _nodes(
    graph: ArgumentGraph, layout: Layout, link_prefix: str | None, page_link: str | None
) -> dict[str, Look]:
    words = mentions(graph.edges, layout.routes, lambda node: _name(graph, node))

    def href(node: str) -> str | None:
        return None if link_prefix is None else link(f"{link_prefix}{graph.article}-{node}")

    looks = {
        node.id: node_look(
            element_id(graph.article, node.id), node, words.get(node.id, ()), href(node.id)
        )
        for node in graph.nodes
    }
    for one in graph.closed:
        page = link(page_link.format(one.page)) if page_link and one.page else None
        looks[one.id] = closed_look(graph.article, one, words.get(one.id, ()), page)
    for name, target in layout.routes.references.items():
        box, node = graph.box(target), graph.node(target) or graph.other(target)
        if node is not None:
            step = name.startswith(STEP)
            text = reference_label(node, step=step, where=_page(graph, target))
            looks[name] = reference_look(graph.article, name, text, tooltip(node), href(target))
        elif box is not None:
            text, tip = closed_reference_label(box), closed_tooltip(box, ())
            looks[name] = reference_look(graph.article, name, text, tip, None)
    return looks


def _name(graph: ArgumentGraph, node: str) -> str:
    """How a node is called: its id, with its page where it stands on another, or a box's name."""
    box = graph.box(node)
    if box is not None:
        return box.name
    page = _page(graph, node)
    return f"{clean(node)} ({page})" if page else clean(node)


def _page(graph: ArgumentGraph, node: str) -> str:
    number = graph.pages.get(node)
    if number is None or graph.page is None or number == graph.page[0]:
        return ""
    return f"page {number}"
