"""One map as DOT text, whatever its nodes stand for: title, boxes, rows, lines, legend.

The text is written here and not by a library, since every label is hostile and the escaping must
not change with a version. The nodes' places come from the layout as invisible edges: those between
rows give each row its rank and keep the columns straight, those inside a row keep its order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge
from .escaping import Markup, attributes, clean, markup, quoted
from .groups import Group
from .labels import BLANK, MIN_TEXT_WIDTH, table, title_lines
from .layout import Layout
from .legend import Legend
from .legend_drawing import draw_legend
from .styles import FONT, GROUP_BORDER, GROUP_FILL, PAPER, RELATIONS, TEXT_COLOUR
from .wrap import wrap

ID_PREFIX = "map-"
_TITLE_COLUMNS = 90
_TITLE_LINES = 3
_GROUP_TITLE_COLUMNS = (0, 34, 74, 114, 154)  # of a map that has so many columns
_UNSEEN = f'[label="" style=invis width={MIN_TEXT_WIDTH / 72 + 0.2:.2f} height=0.1]'  # inches
_SAID_COLUMNS = 16
_STRAIGHT = 50  # weight of an invisible edge that keeps a column straight


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A map ready to be written: what stands on it, where, and how each node is drawn.

    `nodes` holds the DOT attribute list of every node and reference; `name` says how a node is
    called in the tooltip of a line.
    """

    article: str
    title: str
    edges: Sequence[ArgumentEdge]
    groups: Sequence[Group]
    layout: Layout
    nodes: Mapping[str, str]
    name: Callable[[str], str]
    legend: Legend | None


def part_id(article: str, name: str) -> str:
    """The `id` of what is neither a segment nor a relation; the colon keeps it apart from those."""
    return f"{ID_PREFIX}{article}:{name}"


def element_id(article: str, name: str) -> str:
    """The `id` that a segment or a relation has in the SVG."""
    return f"{ID_PREFIX}{article}-{name}"


def write_sheet(sheet: Sheet) -> str:
    """The DOT text of a map; the same sheet gives the same bytes."""
    lines = [f"digraph {quoted(ID_PREFIX + sheet.article)} {{", *_defaults(sheet)]
    lines += _groups(sheet)
    lines += _grid(sheet.layout)
    lines += _edges(sheet)
    if sheet.legend:
        rows = sheet.layout.rows
        above = rows[-1][0][2] if rows else None
        lines += draw_legend(sheet.legend, part_id(sheet.article, "legend"), above)
    return "\n".join([*lines, "}", ""])


def _defaults(sheet: Sheet) -> Iterator[str]:
    lines = title_lines(sheet.title, _TITLE_COLUMNS, _TITLE_LINES)
    yield "  graph " + attributes(
        id=part_id(sheet.article, "graph"),
        label=table([f"<B>{line}</B>" for line in lines]),
        tooltip=clean(sheet.title) or sheet.article,
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
        shape="box", fontname=FONT, fontsize=10, fontcolor=TEXT_COLOUR, margin="0.1,0.05"
    )
    yield "  edge " + attributes(fontname=FONT, fontsize=14, arrowsize=0.8)


def _groups(sheet: Sheet) -> Iterator[str]:
    """The nodes, those of a group with a title in a box of their own."""
    layout = sheet.layout
    by_id = {edge.id: edge for edge in sheet.edges}
    points = {name: by_id[edge] for edge, name in layout.routes.points.items()}

    def statement(name: str) -> str:
        if name in layout.struts:
            look = _UNSEEN
        elif name in points:
            look = _point(sheet, name, points[name])
        else:
            look = sheet.nodes[name]
        return f"{quoted(name)} {look}"

    members: dict[int, list[str]] = {}
    columns: dict[int, set[int]] = {}
    for row in layout.rows:
        for _, column, name in row:
            members.setdefault(layout.group[name], []).append(name)
            columns.setdefault(layout.group[name], set()).add(column)
    for place, group in enumerate(sheet.groups):
        names = members.get(place, ())
        if group.title is None or not names:
            yield from (f"  {statement(name)}" for name in names)
            continue
        yield f"  subgraph {quoted(f'cluster_{place}')} {{"
        yield "    graph " + _box(sheet, place, group.title, len(columns[place]))
        yield from (f"    {statement(name)}" for name in names)
        yield "  }"


def _box(sheet: Sheet, place: int, title: str, columns: int) -> str:
    lines = title_lines(title, _GROUP_TITLE_COLUMNS[min(columns, 4)], _TITLE_LINES)
    return attributes(
        id=part_id(sheet.article, f"group-{place}"),
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


def _point(sheet: Sheet, name: str, edge: ArgumentEdge) -> str:
    """The point on a line that an undercut points at."""
    return attributes(
        id=part_id(sheet.article, name),
        class_="junction",
        shape="point",
        width=0.09,
        color=RELATIONS[edge.type].colour,
        tooltip=_edge_words(sheet, edge),
    )


def _grid(layout: Layout) -> Iterator[str]:
    """Each row in its order, and invisible edges from each cell to the one above it.

    Above boxes that stand side by side there is a row of unseen nodes on which they hang: `dot`
    keeps the order of nodes in a row but not that of boxes, which it sets as lines cross least.
    """
    rows: list[list[str]] = []
    before: list[int] = []
    for number, row in enumerate(layout.rows):
        groups = list(dict.fromkeys(layout.group[name] for _, _, name in row))
        if len(groups) > 1 and groups != before:
            rows.append([f"anchor-{number}-{column}" for _, column, _ in row])
            yield from (f"  {quoted(name)} {_UNSEEN}" for name in rows[-1])
        before = groups
        rows.append([name for _, _, name in row])
    for names in rows:
        chain = " -> ".join(quoted(name) for name in names)
        yield f"  {{ rank=same; {chain}{' [style=invis]' if len(names) > 1 else ''} }}"
    for upper, lower in pairwise(rows):
        for above, below in zip(upper, lower, strict=True):
            yield f"  {quoted(below)} -> {quoted(above)} [style=invis weight={_STRAIGHT}]"


def _edges(sheet: Sheet) -> Iterator[str]:
    """The lines; an undercut ends at the point on the line that it cuts.

    A line that is cut has a lower part with its sign and an upper one with its head.
    """
    layout = sheet.layout
    place = {name: (-row, column) for cells in layout.rows for row, column, name in cells}
    for edge in sheet.edges:
        end = layout.routes.lines.get(edge.id)
        if end is None:
            continue
        middle = layout.routes.points.get(edge.id)
        parts = [(edge.source, end, "")]
        if middle is not None:
            parts = [(edge.source, middle, "lower"), (middle, end, "upper")]
        for tail, head, part in parts:
            down = place[tail] > place[head]
            level = place[tail][0] == place[head][0]
            lower, upper = (head, tail) if down else (tail, head)
            beside = layout.routes.lines.get(edge.target) == edge.source  # it cuts what leads to it
            line = _line(sheet, edge, part, down=down, level=level, beside=beside)
            yield f"  {quoted(lower)} -> {quoted(upper)} {line}"


def _line(
    sheet: Sheet, edge: ArgumentEdge, part: str, *, down: bool, level: bool, beside: bool
) -> str:
    """How a relation is drawn; for one that leads down the map head and tail change places.

    `dot` keeps to the rows of the layout only where every edge is written upwards. Between rows the
    sign has a place of its own; in a row it hangs at the end from which the relation comes. One
    that would lie on another leaves and arrives at the side.
    """
    style = RELATIONS[edge.type]
    sign = None if part == "upper" else _sign(edge)
    head = "none" if part == "lower" else style.head
    article = sheet.article
    lower = part == "lower"
    return attributes(
        id=part_id(article, f"{edge.id}-lower") if lower else element_id(article, edge.id),
        class_=f"relation {edge.type}",
        label=None if level else sign,
        taillabel=sign if level and not down else None,
        headlabel=sign if level and down else None,
        tooltip=_edge_words(sheet, edge),
        style=style.line,
        color=style.colour,
        fontcolor=style.colour,
        dir="back" if down else None,
        tailport="e" if beside else None,
        headport="e" if beside else None,
        arrowhead=None if down else head,
        arrowtail=head if down else None,
        penwidth=style.width,
    )


def _sign(edge: ArgumentEdge) -> str:
    """The sign of a relation, how many it stands for, and, in small letters, who draws it."""
    sign = f"  {RELATIONS[edge.type].sign}"
    if edge.count > 1:
        sign += f" {edge.count}"
    if not edge.said:
        return sign
    said = markup(wrap(clean(edge.said) or BLANK, _SAID_COLUMNS, 1)[0])
    return Markup(f'<{markup(sign)} <FONT POINT-SIZE="9">{said}</FONT>>')


def _edge_words(sheet: Sheet, edge: ArgumentEdge) -> str:
    target = edge.target
    if edge.type is RelationType.UNDERCUTS:
        cut = next((one for one in sheet.edges if one.id == edge.target), None)
        target = f"the step from {sheet.name(cut.source)}" if cut else sheet.name(target)
    else:
        target = sheet.name(target)
    words = f"{sheet.name(edge.source)} {RELATIONS[edge.type].word} {target}"
    if edge.count > 1:
        words += f", {edge.count} times"
    if edge.said:
        words += f", in {clean(edge.said)}"
    return f"{words} (“{clean(edge.cue)}”)" if edge.cue else words
