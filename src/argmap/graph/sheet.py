"""One map as DOT text, whatever its nodes stand for: title, boxes, lines, legend.

The text is written here and not by a library, since every label is hostile and the escaping must
not change with a version. Every place on the map is settled before (`places`, `lines`): Graphviz's
`nop2` only draws. It counts y from the bottom upwards, so y is negative here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge
from .dot_points import curve, inches, point, rectangle
from .escaping import Markup, attributes, clean, markup, quoted
from .groups import Group
from .labels import BLANK, Label, title_label
from .layout import Layout
from .legend import Legend
from .legend_drawing import draw_legend
from .lines import Line, find_lines
from .metrics import text_points
from .places import BOX_WIDTH, GUTTER, Places, Rectangle, find_places
from .routes import Piece, pieces_of
from .styles import (
    ARROW_LENGTHS,
    ARROW_SIZE,
    BORDER_WIDTH,
    FONT,
    GROUP_BORDER,
    GROUP_FILL,
    PAPER,
    RELATIONS,
    TEXT_COLOUR,
    TEXT_SIZE,
    TITLE_SIZE,
)
from .wrap import Measure, wrap

ID_PREFIX = "map-"
_TITLE = Measure(columns=90, size=TITLE_SIZE, bold=True)
_TITLE_LINES = 3

_TITLE_ROOM = 6.0  # points above and below the title of a group
_LEGEND_GAP = 14.0
_SAID_COLUMNS = 16
_SAID_SIZE = 9


@dataclass(frozen=True, slots=True)
class Look:
    """How a node is drawn: its DOT attribute list, and how high it is in points.

    `rim` is how much of its width and its height is a second line round it.
    """

    attributes: str
    height: float
    rim: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A map ready to be written: what stands on it, where, and how each node is drawn.

    `heading` stands over the map, `title` is what it is called. `nodes` holds the look of every
    node and reference; `name` says how a node is called in the tooltip of a line.
    """

    article: str
    title: str
    heading: str
    edges: Sequence[ArgumentEdge]
    groups: Sequence[Group]
    layout: Layout
    nodes: Mapping[str, Look]
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
    pieces = pieces_of(sheet.edges, sheet.layout.routes)
    titles = _titles(sheet)
    places = find_places(
        sheet.layout,
        pieces,
        {name: look.height for name, look in sheet.nodes.items()},
        {place: (wide, label.height + 2 * _TITLE_ROOM) for place, (label, wide) in titles.items()},
    )
    lines = [f"digraph {quoted(ID_PREFIX + sheet.article)} {{", *_defaults(sheet)]
    lines += _groups(sheet, places, titles)
    lines += _edges(sheet, pieces, places)
    if sheet.legend:
        identifier = part_id(sheet.article, "legend")
        lines += draw_legend(sheet.legend, identifier, places.bottom + _LEGEND_GAP)
    return "\n".join([*lines, "}", ""])


def _defaults(sheet: Sheet) -> Iterator[str]:
    yield "  graph " + attributes(
        layout="nop2",
        id=part_id(sheet.article, "graph"),
        label=title_label(sheet.heading, _TITLE, _TITLE_LINES).markup,
        tooltip=clean(sheet.title) or sheet.article,
        labelloc="t",
        labeljust="l",
        fontname=FONT,
        fontsize=_TITLE.size,
        fontcolor=TEXT_COLOUR,
        bgcolor=PAPER,
        pad=0.1,
    )
    yield "  node " + attributes(
        shape="box",
        width=inches(BOX_WIDTH),
        fontname=FONT,
        fontsize=TEXT_SIZE,
        fontcolor=TEXT_COLOUR,
        margin="0.1,0.05",
        penwidth=BORDER_WIDTH,
    )
    yield "  edge " + attributes(fontname=FONT, fontsize=TITLE_SIZE, arrowsize=ARROW_SIZE)


def _titles(sheet: Sheet) -> dict[int, tuple[Label, float]]:
    """The titles of the groups, each as wide as its group, and how wide their words are."""
    columns: dict[int, set[int]] = {}
    for row in sheet.layout.rows:
        for _, column, name in row:
            columns.setdefault(sheet.layout.group[name], set()).add(column)
    titles = {}
    for place, group in enumerate(sheet.groups):
        if group.title is not None and place in columns:
            count = len(columns[place])
            wide = count * BOX_WIDTH + (count - 1) * GUTTER
            measure = Measure(
                columns=round(wide / 5.6), points=wide * 0.94, size=TITLE_SIZE, bold=True
            )
            label = title_label(group.title, measure, _TITLE_LINES, wide)
            words = text_points(clean(group.title), TITLE_SIZE, bold=True)
            titles[place] = label, min(wide, words)
    return titles


def _groups(
    sheet: Sheet, places: Places, titles: Mapping[int, tuple[Label, float]]
) -> Iterator[str]:
    """The nodes, those of a group with a title in a box of their own."""
    by_id = {edge.id: edge for edge in sheet.edges}
    points = {name: by_id[edge] for edge, name in sheet.layout.routes.points.items()}
    members: dict[int, list[str]] = {}
    for name, box in places.boxes.items():
        look = sheet.nodes.get(name) or Look(_point(sheet, name, points[name]), 0.0)
        members.setdefault(sheet.layout.group[name], []).append(_node(name, look, box))
    for place, group in enumerate(sheet.groups):
        statements = members.get(place, ())
        if group.title is None or not statements:
            yield from (f"  {statement}" for statement in statements)
            continue
        yield f"  subgraph {quoted(f'cluster_{place}')} {{"
        yield "    graph " + _box(sheet, place, group.title, titles[place][0], places.groups[place])
        yield from (f"    {statement}" for statement in statements)
        yield "  }"


def _node(name: str, look: Look, box: Rectangle) -> str:
    where = f'pos="{point(box.middle, (box.top + box.bottom) / 2)}"'
    if look.height:
        where += f" height={inches(look.height - look.rim)}"
    if look.rim:
        where += f" width={inches(BOX_WIDTH - look.rim)}"
    return f"{quoted(name)} {look.attributes} [{where}]"


def _box(sheet: Sheet, place: int, title: str, label: Label, box: Rectangle) -> str:
    return attributes(
        id=part_id(sheet.article, f"group-{place}"),
        class_="group",
        bb=rectangle(box),
        lp=point(box.middle, box.top + _TITLE_ROOM + label.height / 2),
        label=label.markup,
        tooltip=clean(title) or f"group {place + 1}",
        style="rounded,filled",
        fillcolor=GROUP_FILL,
        color=GROUP_BORDER,
        fontsize=TITLE_SIZE,
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


def _edges(sheet: Sheet, pieces: Sequence[Piece], places: Places) -> Iterator[str]:
    """The lines; one that is cut has a lower part with its sign and an upper one with its head."""
    by_id = {edge.id: edge for edge in sheet.edges}
    lines = find_lines(pieces, places)
    for piece in pieces:
        look = _line(sheet, by_id[piece.relation], piece, lines[piece.relation, piece.part])
        yield f"  {quoted(piece.tail)} -> {quoted(piece.head)} {look}"


def _line(sheet: Sheet, edge: ArgumentEdge, piece: Piece, line: Line) -> str:
    style = RELATIONS[edge.type]
    lower = piece.part == "lower"
    head = "none" if lower else style.head
    sign = said = None
    if piece.part != "upper":
        sign = style.sign if edge.count == 1 else f"{style.sign} {edge.count}"
        if edge.said and not line.close:
            said = wrap(clean(edge.said) or BLANK, _SAID_COLUMNS, 1)[0]
    article = sheet.article
    return attributes(
        id=part_id(article, f"{edge.id}-lower") if lower else element_id(article, edge.id),
        class_=f"relation {edge.type}",
        label=_sign(sign, said) if sign else None,
        lp=_sign_place(line, sign, said) if sign else None,
        tooltip=_edge_words(sheet, edge),
        style=style.line,
        color=style.colour,
        fontcolor=style.colour,
        arrowhead=head,
        penwidth=style.width,
        pos=curve(line.points, ARROW_LENGTHS[head] * ARROW_SIZE),
    )


def _sign(sign: str, said: str | None) -> Markup:
    """The sign of a relation, and who draws it in small letters."""
    small = f' <FONT POINT-SIZE="{_SAID_SIZE}">{markup(said)}</FONT>' if said else ""
    return Markup(f"<<B>{markup(sign)}</B>{small}>")


def _sign_place(line: Line, sign: str, said: str | None) -> str:
    """The middle of the sign and of who draws the line."""
    wide = text_points(sign, TITLE_SIZE, bold=True)
    if said:
        wide += text_points(f" {said}", _SAID_SIZE) + 4
    x, y = line.sign
    return point(x - wide / 2 if line.before else x + wide / 2, y)


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
