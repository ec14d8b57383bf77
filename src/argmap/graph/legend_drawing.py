"""The legend below a map: the real shapes, borders and lines, each with its word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.model.labels import Certainty, RelationType, Role

from .dot_points import curve, inches, point, rectangle
from .escaping import attributes, markup, quoted
from .labels import Label, table
from .legend import Legend, LegendEntry
from .metrics import WIDER, text_points
from .places import MARGIN, Rectangle
from .styles import (
    ARROW_LENGTHS,
    ARROW_SIZE,
    CERTAINTIES,
    FONT,
    GROUP_BORDER,
    PAPER,
    RELATIONS,
    ROLES,
)
from .wrap import Measure, wrap

_NOTES = Measure(columns=96)
_TITLE = "How to read this map"
_SIZE = 10
_PREFIX = "map-legend-"
_END = "-end"
_PADDING = 10.0  # points between the border and what is in it, and inside a sample
_BETWEEN = 12.0
_LINE = 60.0  # how long the line of a relation is
_STOP = (12.0, 20.0)  # width and height of the box where it ends
_RING = 8.0


@dataclass(frozen=True, slots=True)
class _Sample:
    """One entry as it is drawn: its label, its width and its height in points."""

    entry: LegendEntry
    label: Label
    width: float
    height: float


def draw_legend(legend: Legend, identifier: str, top: float) -> Iterator[str]:
    """The legend as a box of DOT statements that begins so many points below the map's top."""
    notes = wrap(" ".join(legend.notes), _NOTES)
    rows = [
        [_sample(entry) for entry in legend.entries if entry.layer == layer]
        for layer in ("role", "certainty", "relation")
    ]
    rows = [row for row in rows if row]
    wide = [sum(one.width + 2 * _BETWEEN for one in row) - 2 * _BETWEEN for row in rows]
    wide += [text_points(line, _SIZE) * WIDER for line in (_TITLE, *notes)]
    label = table([f"<B>{_TITLE}</B>", *map(markup, notes)], max(wide))
    high = sum(max(one.height for one in row) + _BETWEEN for row in rows)
    box = Rectangle(
        MARGIN - _PADDING,
        top,
        MARGIN + max(wide) + _PADDING,
        top + 2 * _PADDING + label.height + high,
    )
    yield f"  subgraph {quoted('cluster_legend')} {{"
    yield "    graph " + attributes(
        id=identifier,
        class_="legend",
        bb=rectangle(box),
        lp=point(box.middle, top + _PADDING + label.height / 2),
        label=label.markup,
        tooltip=_TITLE,
        style="rounded",
        color=GROUP_BORDER,
        bgcolor=PAPER,
        fontsize=_SIZE,
        fontname=FONT,
    )
    y = top + _PADDING + label.height
    for row in rows:
        x, y = MARGIN, y + _BETWEEN
        for one in row:
            own = Rectangle(x, y, x + one.width, y + one.height)
            yield from (f"    {line}" for line in _DRAW[one.entry.layer](one, own))
            x += one.width + 2 * _BETWEEN
        y += max(one.height for one in row)
    yield "  }"


def _sample(entry: LegendEntry) -> _Sample:
    """The label and the size of a sample."""
    first = f"{entry.sign} {entry.word}".strip()
    if entry.layer == "certainty":
        rows = [f"<B>{first}</B>: {markup(entry.meaning)}"]
        lines = [f"{first}: {entry.meaning}"]
    else:
        rows = [f"<B>{markup(first)}</B>", markup(entry.meaning)]
        lines = [first, entry.meaning]
    label = table(rows)
    wide = max(text_points(line, _SIZE, bold=True) for line in lines) * WIDER + 2
    if entry.layer == "relation":
        return _Sample(entry, label, wide + _LINE + _STOP[0], max(label.height, _STOP[1]))
    rim = _RING * (entry.layer == "certainty" and CERTAINTIES[Certainty(entry.label)].rings - 1)
    return _Sample(entry, label, wide + 2 * _PADDING + rim, label.height + 8 + rim)


def _place(box: Rectangle, rim: float = 0.0) -> str:
    width, height = box.right - box.left - rim, box.bottom - box.top - rim
    where = point(box.middle, (box.top + box.bottom) / 2)
    return f'[pos="{where}" width={inches(width)} height={inches(height)}]'


def _role(sample: _Sample, box: Rectangle) -> Iterator[str]:
    style = ROLES[Role(sample.entry.label)]
    look = attributes(
        class_="legend",
        label=sample.label.markup,
        shape=style.shape,
        style=f"{style.style},solid",
        fillcolor=style.fill,
        color=style.border,
    )
    yield f"{quoted(_PREFIX + sample.entry.label)} {look} {_place(box)}"


def _certainty(sample: _Sample, box: Rectangle) -> Iterator[str]:
    style = CERTAINTIES[Certainty(sample.entry.label)]
    look = attributes(
        class_="legend",
        label=sample.label.markup,
        style=f"filled,{style.line}",
        fillcolor=PAPER,
        peripheries=style.rings if style.rings > 1 else None,
    )
    place = _place(box, _RING * (style.rings - 1))
    yield f"{quoted(_PREFIX + sample.entry.label)} {look} {place}"


def _relation(sample: _Sample, box: Rectangle) -> Iterator[str]:
    style = RELATIONS[RelationType(sample.entry.label)]
    name, end = _PREFIX + sample.entry.label, _PREFIX + sample.entry.label + _END
    middle = (box.top + box.bottom) / 2
    text = Rectangle(box.left, box.top, box.right - _LINE - _STOP[0], box.bottom)
    high = _STOP[1] / 2
    stop = Rectangle(box.right - _STOP[0], middle - high, box.right, middle + high)
    start = attributes(
        class_="legend", label=sample.label.markup, shape="plain", fontcolor=style.colour
    )
    third = (stop.left - text.right) / 3
    line = attributes(
        class_="legend",
        style=style.line,
        color=style.colour,
        arrowhead=style.head,
        penwidth=style.width,
        pos=curve(
            [(text.right + third * step, middle) for step in range(4)],
            ARROW_LENGTHS[style.head] * ARROW_SIZE,
        ),
    )
    yield f"{quoted(name)} {start} {_place(text)}"
    yield f"{quoted(end)} {attributes(class_='legend', label='', shape='box')} {_place(stop)}"
    yield f"{quoted(name)} -> {quoted(end)} {line}"


_DRAW = {"role": _role, "certainty": _certainty, "relation": _relation}
