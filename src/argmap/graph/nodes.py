"""How a segment, a reference to one, and a closed box are drawn: their DOT attributes."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from .argument_graph import ArgumentNode, ClosedBox
from .escaping import Markup, attributes
from .labels import closed_label, closed_tooltip, label, tooltip
from .sheet import part_id
from .styles import (
    BORDER_WIDTH,
    CERTAINTIES,
    CLOSED_BORDER,
    CLOSED_FILL,
    MAIN_BORDER_WIDTH,
    REFERENCE_COLOUR,
    REFERENCE_FILL,
    ROLES,
)

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
) -> str:
    """A segment; `words` are the relations that no line shows, `outlet` who alone tells it."""
    role, certainty = ROLES[node.role], CERTAINTIES[node.certainty]
    classes = ["argument", node.role, node.certainty, node.voice]
    classes += [word for word, holds in (("main", node.main), ("loose", node.loose)) if holds]
    return attributes(
        id=identifier,
        class_=" ".join(classes),
        label=label(node, words, outlet),
        tooltip=tooltip(node, words, outlet),
        href=href,
        shape=role.shape,
        style=f"{role.style},{certainty.line}",
        fillcolor=role.fill,
        color=role.border,
        penwidth=MAIN_BORDER_WIDTH if node.main else BORDER_WIDTH,
        peripheries=certainty.rings,
    )


def reference_look(article: str, name: str, text: Markup, tip: str, href: str | None) -> str:
    """A small node that stands for another."""
    return attributes(
        id=part_id(article, name),
        class_="reference",
        label=text,
        tooltip=tip,
        href=href,
        style="filled",
        fillcolor=REFERENCE_FILL,
        fontcolor=REFERENCE_COLOUR,
        penwidth=0,
    )


def closed_look(article: str, box: ClosedBox, words: Sequence[str], href: str | None) -> str:
    """A group as one box with its numbers."""
    return attributes(
        id=part_id(article, box.id),
        class_="closed",
        label=closed_label(box, words),
        tooltip=closed_tooltip(box, words),
        href=href,
        shape="box3d",
        style="filled",
        fillcolor=CLOSED_FILL,
        color=CLOSED_BORDER,
        penwidth=BORDER_WIDTH,
        margin="0.12,0.11",  # the upper side and the flank take some of it
    )
