"""How a segment, a reference to one, and a closed box are drawn: their DOT attributes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from .argument_graph import ArgumentNode, ClosedBox
from .escaping import attributes
from .labels import Label, closed_label, closed_tooltip, label, tooltip
from .sheet import Look, part_id
from .styles import (
    CERTAINTIES,
    CLOSED_BORDER,
    CLOSED_FILL,
    MAIN_BORDER_WIDTH,
    REFERENCE_COLOUR,
    REFERENCE_FILL,
    ROLES,
)

MARGIN = 4.0  # points between a label and the upper and lower side of its box
_CLOSED_MARGIN = 8.0
_RING = 8.0  # what a second line round a box adds to its width and its height
_SAFE_IN_URL = "/:?#[]@!$&'()*+,;=%~-._"


def link(address: str) -> str:
    """An address made safe to stand in the picture."""
    return quote(address, safe=_SAFE_IN_URL)


def node_look(
    identifier: str,
    node: ArgumentNode,
    words: Sequence[str],
    href: str | None,
    *,
    outlet: str = "",
) -> Look:
    """A segment; `words` are the relations that no line shows, `outlet` who alone tells it."""
    role, certainty = ROLES[node.role], CERTAINTIES[node.certainty]
    classes = ["argument", node.role, node.certainty, node.voice]
    classes += [word for word, holds in (("main", node.main), ("loose", node.loose)) if holds]
    text = label(node, words, outlet)
    rim = _RING * (certainty.rings - 1)
    look = attributes(
        id=identifier,
        class_=" ".join(classes),
        label=text.markup,
        tooltip=tooltip(node, words, outlet),
        href=href,
        shape=None if role.shape == "box" else role.shape,
        style=f"{role.style},{certainty.line}",
        fillcolor=role.fill,
        color=role.border,
        penwidth=MAIN_BORDER_WIDTH if node.main else None,
        peripheries=certainty.rings if rim else None,
        margin="0.05,0.05" if rim else None,
    )
    return Look(look, text.height + 2 * MARGIN + rim, rim)


def reference_look(article: str, name: str, text: Label, tip: str, href: str | None) -> Look:
    """A small node that stands for another."""
    look = attributes(
        id=part_id(article, name),
        class_="reference",
        label=text.markup,
        tooltip=tip,
        href=href,
        style="filled",
        fillcolor=REFERENCE_FILL,
        fontcolor=REFERENCE_COLOUR,
        penwidth=0,
    )
    return Look(look, text.height + 2 * MARGIN)


def closed_look(article: str, box: ClosedBox, words: Sequence[str], href: str | None) -> Look:
    """A group as one box with its numbers."""
    text = closed_label(box, words)
    look = attributes(
        id=part_id(article, box.id),
        class_="closed",
        label=text.markup,
        tooltip=closed_tooltip(box, words),
        href=href,
        shape="box3d",
        style="filled",
        fillcolor=CLOSED_FILL,
        color=CLOSED_BORDER,
        margin="0.1,0.11",  # the upper side takes some of it
    )
    return Look(look, text.height + 2 * _CLOSED_MARGIN)
