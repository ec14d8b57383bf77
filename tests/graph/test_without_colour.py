"""Every distinction of the drawn map holds in greyscale and for the colour-blind."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest

from argmap.graph import build_graph, render, to_dot
from argmap.graph.styles import (
    ABSENT_COLOUR,
    CLOSED_FILL,
    FRAME_COLOUR,
    PAPER,
    REFERENCE_COLOUR,
    REFERENCE_FILL,
    RELATIONS,
    ROLES,
    TEXT_COLOUR,
)
from argmap.model.labels import Certainty, RelationType, Role

from .drafts import make_document, say
from .test_styles import contrast

SVG = "{http://www.w3.org/2000/svg}"
# Machado, Oliveira and Fernandes 2009, table 1, at full severity; they work on linear RGB
SIGHTS = {
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, sight: str) -> str:
    """A colour as it is seen."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    mixed = [sum(w * p for w, p in zip(row, linear, strict=True)) for row in SIGHTS[sight]]
    kept = [min(max(p, 0.0), 1.0) for p in mixed]
    back = [p * 12.92 if p <= 0.0031308 else 1.055 * p ** (1 / 2.4) - 0.055 for p in kept]
    return "#" + "".join(f"{round(p * 255):02x}" for p in back)


@pytest.fixture(scope="module")
def root() -> ElementTree.Element:
    """A picture with a node of each role and certainty and a line of each relation."""
    roles = list(Role)
    parts = [
        say("These words are the same in each and every node.", role, certainty=certainty)
        for role in roles
        for certainty in Certainty
    ]
    kinds = [kind for kind in RelationType if kind is not RelationType.UNDERCUTS]
    relations = [(f"s{2 * n + 2}", str(kind), f"s{2 * n + 1}") for n, kind in enumerate(kinds)]
    relations.append(("s20", "undercuts", "r1"))
    document = make_document(*parts, relations=tuple(relations))
    graph = build_graph(document, by="none", roles=roles)
    return ElementTree.fromstring(render(to_dot(graph, legend=False), "svg"))


def outline(element: ElementTree.Element) -> tuple[tuple[str, int, str, bool], ...]:
    """What is drawn, without any colour: kinds of figures, how many corners, dashes, rings."""
    found = []
    for part in element.iter():
        tag = part.tag.removeprefix(SVG)
        if tag in ("polygon", "polyline", "path", "ellipse"):
            numbers = re.findall(r"-?[0-9.]+", part.get("points", "") or part.get("d", ""))
            corners = len(numbers) // 2 if tag != "path" or "C" not in part.get("d", "") else -1
            filled = part.get("fill", "none") != "none"
            found.append((tag, corners, part.get("stroke-dasharray", ""), filled))
    return tuple(found)


def by_class(root: ElementTree.Element, first: str) -> dict[tuple[str, ...], ElementTree.Element]:
    """The drawn groups of a kind, by their classes."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        names = tuple(group.get("class", "").split())
        if len(names) > 2 and names[1] == first:
            found[names[2:]] = group
    return found


@pytest.mark.dot
def test_roles_and_certainties_differ_in_outline(root: ElementTree.Element) -> None:
    """Of all pairs of role and certainty no two are drawn alike when colour is taken away."""
    nodes = by_class(root, "argument")
    assert len(nodes) == len(Role) * len(Certainty)
    drawn = {names[:2]: outline(node) for names, node in nodes.items()}
    for (one, first), (other, second) in combinations(drawn.items(), 2):
        assert first != second, (one, other)


@pytest.mark.dot
def test_each_node_says_its_role_in_a_letter(root: ElementTree.Element) -> None:
    """The letter stands in the first line of every node."""
    for names, node in by_class(root, "argument").items():
        first = next(node.iter(f"{SVG}text")).text or ""
        assert f" {ROLES[Role(names[0])].letter} " in first


@pytest.mark.dot
def test_relations_differ_in_sign_and_outline(root: ElementTree.Element) -> None:
    """Each relation has a sign of its own, and a dash and head that no other has."""
    edges = by_class(root, "relation")
    kinds = {names[0]: edge for names, edge in edges.items()}
    assert set(kinds) == set(RelationType)
    signs = {
        kind: "".join(text.text or "" for text in edge.iter(f"{SVG}text")).strip()
        for kind, edge in kinds.items()
        if kind != RelationType.SUPPORTS  # its line is cut, and its sign stands on the lower part
    }
    assert len(set(signs.values())) == len(signs)
    drawn = []
    for edge in kinds.values():
        parts = outline(edge)  # how many corners a path has is no matter of its type
        drawn.append(tuple(part if part[0] != "path" else (part[0], part[2]) for part in parts))
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("sight", SIGHTS)
def test_text_is_read_by_everybody(sight: str) -> None:
    """Text on every fill has a contrast of 4.5 to 1 however colours are seen; borders have 3."""
    paper = seen(PAPER, sight)
    for role in ROLES.values():
        assert contrast(seen(TEXT_COLOUR, sight), seen(role.fill, sight)) >= 4.5
        assert contrast(seen(role.border, sight), seen(role.fill, sight)) >= 3
        for colour in (FRAME_COLOUR, ABSENT_COLOUR):
            assert contrast(seen(colour, sight), seen(role.fill, sight)) >= 4.5
    for relation in RELATIONS.values():
        assert contrast(seen(relation.colour, sight), paper) >= 4.5
    assert contrast(seen(TEXT_COLOUR, sight), seen(CLOSED_FILL, sight)) >= 4.5
    assert contrast(seen(REFERENCE_COLOUR, sight), seen(REFERENCE_FILL, sight)) >= 4.5
