"""The argument graph as DOT text: same graph, same bytes, whatever Graphviz is installed.

The text is written here and not by a library, since every label is hostile and the escaping must
not change with a version. The nodes' places come from `layout.arrange` as invisible edges: those
between rows give each row its rank, those inside a row keep its order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode
from .escaping import attributes, clean, quoted
from .labels import MIN_TEXT_WIDTH, label, table, title_lines, tooltip
from .layout import Cell, Layout, arrange
from .legend_drawing import draw_legend
from .styles import (
    BORDER_WIDTH,
    CERTAINTIES,
    FONT,
    GROUP_BORDER,
    GROUP_FILL,
    MAIN_BORDER_WIDTH,
    PAPER,
    RELATIONS,
    ROLES,
    TEXT_COLOUR,
)

ID_PREFIX = "map-"
_TITLE_COLUMNS = 90
_TITLE_LINES = 3
_GROUP_TITLE_COLUMNS = (0, 34, 74, 114, 154)  # of one that has so many columns of nodes
_SAFE_IN_URL = "/:?#[]@!$&'()*+,;=%~-._"
_STRUT_WIDTH = round(MIN_TEXT_WIDTH / 72 + 0.2, 2)  # inches, as wide as a node
_STRAIGHT = 50  # weight of an invisible edge that keeps a column straight


def to_dot(graph: ArgumentGraph, *, legend: bool = True, link_prefix: str | None = "#") -> str:
    """Write an argument graph as DOT text.

    Args:
        graph: what to draw.
        legend: whether to explain the shapes, lines and signs below the map.
        link_prefix: what stands before `ARTICLE-SEGMENT` in a node's link; `None` for no links.

    The `id` of a node is `map-ARTICLE-SEGMENT`, that of an edge `map-ARTICLE-RELATION`, so that a
    script finds them in the SVG; `class` names the role, the certainty, the voice, or the type.
    """
    layout = arrange(graph)
    lines = [f"digraph {quoted(ID_PREFIX + graph.article)} {{", *_defaults(graph)]
    lines += _groups(graph, layout, link_prefix)
    lines += _rows(layout)
    lines += _edges(graph, layout)
    if legend:
        lines += draw_legend(graph, layout)
    return "\n".join([*lines, "}", ""])


def part_id(graph: ArgumentGraph, name: str) -> str:
    """The `id` of what is neither a segment nor a relation; the colon keeps it apart from those."""
    return f"{ID_PREFIX}{graph.article}:{name}"


def element_id(graph: ArgumentGraph, name: str) -> str:
    """The `id` that a segment or a relation has in the SVG."""
    return f"{ID_PREFIX}{graph.article}-{name}"


def _defaults(graph: ArgumentGraph) -> Iterator[str]:
    name = graph.title or graph.article
    title = f"{graph.outlet}: {name}" if graph.outlet else name
    lines = title_lines(title, _TITLE_COLUMNS, _TITLE_LINES)
    yield "  graph " + attributes(
        id=part_id(graph, "graph"),
        label=table([f"<B>{line}</B>" for line in lines]),
        tooltip=clean(title) or graph.article,
        rankdir="BT",
        labelloc="t",
        labeljust="l",
        fontname=FONT,
        fontsize=14,
        fontcolor=TEXT_COLOUR,
        bgcolor=PAPER,
        nodesep=0.14,
        ranksep=0.2,
        newrank="true",  # the edges between boxes hold, too
        remincross="false",  # it would change the order of the rows
        pad=0.1,
    )
    yield "  node " + attributes(
        shape="box", fontname=FONT, fontsize=10, fontcolor=TEXT_COLOUR, margin="0.08,0.05"
    )
    yield "  edge " + attributes(fontname=FONT, fontsize=14, arrowsize=0.8)


def _groups(graph: ArgumentGraph, layout: Layout, link_prefix: str | None) -> Iterator[str]:
    """The nodes, each group in a box of its own, each row of a group in its order."""
    nodes = {node.id: node for node in graph.nodes}
    points = {name: edge for edge, name in layout.junctions.items()}
    relations = {edge.id: edge for edge in graph.edges}

    def statement(name: str) -> str:
        if name in nodes:
            return _node(graph, nodes[name], link_prefix)
        if name in layout.struts:
            return f'{quoted(name)} [label="" style=invis width={_STRUT_WIDTH} height=0.1]'
        return _junction(graph, name, relations[points[name]])

    for place, group in enumerate(graph.groups):
        rows = [[c for c in row if layout.group.get(c[2]) == place] for row in layout.rows]
        rows = [row for row in rows if row]
        if not rows:
            continue
        indent = "  "
        if group.title is not None:
            width = 1 + max(column for row in rows for _, column, _ in row)
            yield f"  subgraph {quoted(f'cluster_{place}')} {{"
            yield "    graph " + _box(graph, place, group.title, width)
            indent = "    "
        for row in rows:
            yield from (indent + statement(name) for _, _, name in row)
        for row in rows:
            chain = " -> ".join(quoted(name) for _, _, name in row)
            invisible = " [style=invis]" if len(row) > 1 else ""
            yield f"{indent}{{ rank=same; {chain}{invisible} }}"
        if group.title is not None:
            yield "  }"


def _box(graph: ArgumentGraph, place: int, title: str, columns: int) -> str:
    lines = title_lines(title, _GROUP_TITLE_COLUMNS[min(columns, 4)], _TITLE_LINES)
    return attributes(
        id=part_id(graph, f"group-{place}"),
        class_="group",
        label=table([f"<B>{line}</B>" for line in lines]),
        tooltip=clean(title) or f"group {place + 1}",
        labelloc="b",  # with ranks from the bottom up, this is the upper side
        labeljust="l",
        style="rounded,filled",
        fillcolor=GROUP_FILL,
        color=GROUP_BORDER,
        fontsize=11,
        margin=10,
    )


def _node(graph: ArgumentGraph, node: ArgumentNode, link_prefix: str | None) -> str:
    role, certainty = ROLES[node.role], CERTAINTIES[node.certainty]
    classes = ["argument", node.role, node.certainty, node.voice]
    classes += [word for word, holds in (("main", node.main), ("loose", node.loose)) if holds]
    link = None
    if link_prefix is not None:
        link = quote(f"{link_prefix}{graph.article}-{node.id}", safe=_SAFE_IN_URL)
    return (
        quoted(node.id)
        + " "
        + attributes(
            id=element_id(graph, node.id),
            class_=" ".join(classes),
            label=label(node),
            tooltip=tooltip(node),
            href=link,
            shape=role.shape,
            style=f"{role.style},{certainty.line}",
            fillcolor=role.fill,
            color=role.border,
            penwidth=MAIN_BORDER_WIDTH if node.main else BORDER_WIDTH,
            peripheries=certainty.rings,
        )
    )


def _junction(graph: ArgumentGraph, name: str, edge: ArgumentEdge) -> str:
    """The point on an edge that an undercut points at."""
    return (
        quoted(name)
        + " "
        + attributes(
            id=part_id(graph, name),
            class_="junction",
            shape="point",
            width=0.09,
            color=RELATIONS[edge.type].colour,
            tooltip=_edge_words(edge),
        )
    )


def _rows(layout: Layout) -> Iterator[str]:
    """Invisible edges that give each row its rank and keep the columns straight."""
    lowest: dict[int, Cell] = {}
    for number, row in enumerate(layout.rows):
        for cell in row:
            above = lowest.get(cell[1])
            beside = above is not None and above[0] == number - 1
            if above is not None and (beside or _together(cell, above, layout)):
                yield _invisible(cell, above, _STRAIGHT)
            if number and not beside:
                yield _invisible(cell, _nearest(layout.rows[number - 1], cell[1]), 1)
        lowest |= {cell[1]: cell for cell in row}


def _together(one: Cell, other: Cell, layout: Layout) -> bool:
    return layout.group.get(one[2]) == layout.group.get(other[2])


def _invisible(lower: Cell, upper: Cell, weight: int) -> str:
    rows = lower[0] - upper[0]
    return f"  {quoted(lower[2])} -> {quoted(upper[2])} [style=invis weight={weight} minlen={rows}]"


def _nearest(row: Iterable[Cell], column: int) -> Cell:
    return min(row, key=lambda cell: (abs(cell[1] - column), cell[1]))


def _edges(graph: ArgumentGraph, layout: Layout) -> Iterator[str]:
    """The relations; an undercut ends at the point on the edge that it cuts.

    An edge that is cut has a lower part with its sign and an upper one with its head.
    """
    place = {name: (-row, column) for cells in layout.rows for row, column, name in cells}
    for edge in graph.edges:
        undercut = edge.type is RelationType.UNDERCUTS
        end = layout.junctions[edge.target] if undercut else edge.target
        middle = layout.junctions.get(edge.id)
        parts = [(edge.source, end, "")]
        if middle is not None:
            parts = [(edge.source, middle, "lower"), (middle, end, "upper")]
        for tail, head, part in parts:
            down = place[tail] > place[head]
            level = place[tail][0] == place[head][0]
            lower, upper = (head, tail) if down else (tail, head)
            line = _line(graph, edge, part, down=down, level=level)
            yield f"  {quoted(lower)} -> {quoted(upper)} {line}"


def _line(graph: ArgumentGraph, edge: ArgumentEdge, part: str, *, down: bool, level: bool) -> str:
    """How a relation is drawn; for one that leads down the map head and tail change places.

    `dot` keeps to the rows of the layout only where every edge is written upwards. Between rows the
    sign has a place of its own; in a row it hangs at the end from which the relation comes.
    """
    style = RELATIONS[edge.type]
    sign = None if part == "upper" else f"  {style.sign}"
    head = "none" if part == "lower" else style.head
    return attributes(
        id=part_id(graph, f"{edge.id}-lower") if part == "lower" else element_id(graph, edge.id),
        class_=f"relation {edge.type}",
        label=None if level else sign,
        taillabel=sign if level and not down else None,
        headlabel=sign if level and down else None,
        tooltip=_edge_words(edge),
        style=style.line,
        color=style.colour,
        fontcolor=style.colour,
        dir="back" if down else None,
        arrowhead=None if down else head,
        arrowtail=head if down else None,
        penwidth=style.width,
    )


def _edge_words(edge: ArgumentEdge) -> str:
    words = f"{edge.source} {RELATIONS[edge.type].word} {edge.target}"
    return f"{words} (“{clean(edge.cue)}”)" if edge.cue else words
