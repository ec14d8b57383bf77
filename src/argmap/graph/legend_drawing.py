"""The legend below a map: the real shapes, borders and lines, each with its word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.model.labels import Certainty, RelationType, Role

from .escaping import attributes, markup, quoted
from .labels import table
from .legend import Legend, LegendEntry
from .styles import (
    BORDER_WIDTH,
    CERTAINTIES,
    FONT,
    GROUP_BORDER,
    PAPER,
    RELATIONS,
    ROLES,
)
from .wrap import wrap

_NOTE_COLUMNS = 96
_NAME = "legend"
_SLACK = "&#160;" * 3  # room for a font that runs wider
_MARGIN = "0.14,0.05"  # the same
_PREFIX = "map-legend-"
_END = "-end"


def draw_legend(legend: Legend, identifier: str, above: str | None) -> Iterator[str]:
    """The legend as a box of DOT statements, under a node of the last row."""
    entries = legend.entries
    notes = wrap(" ".join(legend.notes), _NOTE_COLUMNS)
    yield f"  subgraph {quoted(f'cluster_{_NAME}')} {{"
    yield "    graph " + attributes(
        id=identifier,
        class_="legend",
        label=table(["<B>How to read this map</B>", *(f"{markup(n)}{_SLACK}" for n in notes)]),
        tooltip="How to read this map",
        labelloc="b",
        labeljust="l",
        style="rounded",
        color=GROUP_BORDER,
        bgcolor=PAPER,
        fontsize=10,
        fontname=FONT,
        margin=8,
    )
    rows: list[list[str]] = []
    for layer in ("role", "certainty", "relation"):
        row: list[str] = []
        for entry in entries:
            if entry.layer == layer:
                names, statements = _SAMPLES[layer](entry)
                row += names
                yield from (f"    {statement}" for statement in statements)
        if row:
            rows.append(row)
    for row in rows:
        ends = " ".join(quoted(name) for name in row)
        yield f"    {{ rank=same; {ends} }}"
        yield from (f"    {quoted(a)} -> {quoted(b)} [style=invis]" for a, b in _gaps(row))
    yield "  }"
    tops = [] if above is None else [above]
    for upper, lower in pairwise([*tops, *(row[0] for row in rows)]):
        yield f"  {quoted(lower)} -> {quoted(upper)} [style=invis weight=50]"


def _gaps(row: list[str]) -> Iterator[tuple[str, str]]:
    """Neighbours in a row but for the two ends of a sample line, which that line joins."""
    return ((a, b) for a, b in pairwise(row) if b != a + _END)


def _role(entry: LegendEntry) -> tuple[list[str], list[str]]:
    style = ROLES[Role(entry.label)]
    name = _PREFIX + entry.label
    look = attributes(
        class_="legend",
        label=table([f"<B>{style.letter} {style.word}</B>", markup(style.meaning)]),
        shape=style.shape,
        style=f"{style.style},solid",
        fillcolor=style.fill,
        color=style.border,
        penwidth=BORDER_WIDTH,
        margin=_MARGIN,
    )
    return [name], [f"{quoted(name)} {look}"]


def _certainty(entry: LegendEntry) -> tuple[list[str], list[str]]:
    style = CERTAINTIES[Certainty(entry.label)]
    name = _PREFIX + entry.label
    look = attributes(
        class_="legend",
        label=table([f"<B>{style.word}</B>: {markup(style.meaning)}"]),
        style=f"filled,{style.line}",
        fillcolor=PAPER,
        penwidth=BORDER_WIDTH,
        margin=_MARGIN,
        peripheries=style.rings,
    )
    return [name], [f"{quoted(name)} {look}"]


def _relation(entry: LegendEntry) -> tuple[list[str], list[str]]:
    style = RELATIONS[RelationType(entry.label)]
    name, end = _PREFIX + entry.label, _PREFIX + entry.label + _END
    text = table([f"<B>{style.sign} {style.word}</B>", markup(style.meaning)])
    start = attributes(class_="legend", label=text, shape="plain", fontcolor=style.colour)
    stop = attributes(class_="legend", label="", shape="box", width=0.16, height=0.3)
    line = attributes(
        class_="legend",
        style=style.line,
        color=style.colour,
        arrowhead=style.head,
        penwidth=style.width,
        minlen=2,
    )
    return [name, end], [
        f"{quoted(name)} {start}",
        f"{quoted(end)} {stop}",
        f"{quoted(name)} -> {quoted(end)} {line}",
    ]


_SAMPLES = {"role": _role, "certainty": _certainty, "relation": _relation}
