"""What the eye would see, read off the picture: places, sizes, overlaps."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations, pairwise
from typing import Any

import pytest
from graphviz import pipe

from argmap.graph import ArgumentGraph, build_graph, to_dot
from argmap.graph.escaping import clean
from argmap.graph.layout import COLUMNS, arrange
from argmap.graph.places import NARROW, WIDE
from argmap.graph.styles import FONT
from argmap.model.document import AnnotatedDocument

from .stories import bulletin, fan, pier
from .synthetic import dense_article

pytestmark = pytest.mark.dot

MAX_WIDTH = 1440  # pixels at 100 %: a laptop's screen
MAX_HEIGHT = 125  # pixels for each node, and as many for its share of references and legend
Box = tuple[float, float, float, float]


def drawn(dot: str) -> dict[str, Any]:
    """The layout that Graphviz makes, as JSON."""
    found: dict[str, Any] = json.loads(pipe("dot", "json0", dot.encode(), quiet=True))
    return found


def boxes(layout: dict[str, Any]) -> dict[str, Box]:
    """The rectangle of each node that is seen, in points: left, low, right, high."""
    found = {}
    for item in layout["objects"]:
        if "pos" in item and item.get("style") != "invis" and item.get("shape") != "point":
            x, y = (float(part) for part in item["pos"].split(","))
            width, height = float(item["width"]) * 72, float(item["height"]) * 72
            found[item["name"]] = (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return found


def groups(layout: dict[str, Any]) -> list[Box]:
    """The rectangles of the boxes round groups, the legend's among them."""
    return [
        tuple(float(part) for part in item["bb"].split(","))  # type: ignore[misc]
        for item in layout["objects"]
        if "bb" in item
    ]


def overlap(one: Box, other: Box) -> bool:
    """Whether two rectangles share more than a hair."""
    left, right = max(one[0], other[0]), min(one[2], other[2])
    low, high = max(one[1], other[1]), min(one[3], other[3])
    return right - left > 0.5 and high - low > 0.5


STORIES = [
    ("pier", pier(), "section"),
    ("pier by voice", pier(), "voice"),
    ("pier in one", pier(), "none"),
    ("bulletin", bulletin(50), "section"),
    ("fan", fan(12), "section"),
    *(
        (f"dense {seed} by {by}", dense_article(50, seed), by)
        for seed in range(6)
        for by in ("section", "voice", "none")
    ),
    *((f"dense {seed}", dense_article(50, seed), "section") for seed in (29, 34, 47)),
    ("deep", dense_article(50, 7, depth=20), "section"),
    ("without headings", dense_article(50, 8, sections=0), "section"),
]


@pytest.fixture(scope="module", params=STORIES, ids=[name for name, _, _ in STORIES])
def map_(request: pytest.FixtureRequest) -> tuple[ArgumentGraph, dict[str, Any]]:
    """A graph and its picture."""
    document: AnnotatedDocument = request.param[1]
    graph = build_graph(document, by=request.param[2])
    return graph, drawn(to_dot(graph))


def test_nothing_overlaps(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """No node lies on another, and no group's box on another."""
    _, layout = map_
    for one, other in combinations(boxes(layout).values(), 2):
        assert not overlap(one, other)
    for one, other in combinations(groups(layout), 2):
        assert not overlap(one, other)


def test_it_is_no_strip(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """At 100 % a map is no wider than a screen, nor much longer than its nodes need."""
    graph, layout = map_
    width, height = (float(part) * 4 / 3 for part in layout["bb"].split(",")[2:])
    assert width <= MAX_WIDTH
    assert height <= MAX_HEIGHT * len(graph.nodes) + 400


def test_boxes_stand_in_line(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """The boxes of a column begin and end at one line; what hangs under one node begins at one."""
    graph, layout = map_
    place = boxes(layout)
    plan = arrange(graph.edges, graph.groups, graph.main_claim)
    columns: dict[int, list[Box]] = {}
    hung: dict[tuple[int, str | None, int], list[float]] = {}
    for row in plan.rows:
        for number, column, name in row:
            if name in place and name != plan.main:
                columns.setdefault(column, []).append(place[name])
                upper = plan.routes.parent.get(name)
                if upper is not None:
                    hung.setdefault((plan.group[name], upper, number), []).append(place[name][3])
    for some in columns.values():
        assert max(left for left, _, _, _ in some) - min(left for left, _, _, _ in some) < 0.2
        assert max(right for _, _, right, _ in some) - min(right for _, _, right, _ in some) < 0.2
    for tops in hung.values():
        assert max(tops) - min(tops) < 0.2
    lefts = [some[0][0] for _, some in sorted(columns.items())]
    assert lefts == sorted(lefts)


def test_gaps_are_even(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """Boxes in a column stand apart by one of two gaps, but where they wait for a neighbour."""
    graph, layout = map_
    place = boxes(layout)
    plan = arrange(graph.edges, graph.groups, graph.main_claim)
    stacks: dict[tuple[int, int], list[str]] = {}
    for row in plan.rows:
        for _, column, name in row:
            if name in place or name in plan.routes.points.values():
                stacks.setdefault((plan.group[name], column), []).append(name)
    tops = Counter(
        (plan.group[n], round(top, 1)) for n, (_, _, _, top) in place.items() if n in plan.group
    )
    uneven = 0
    for (group, _), names in stacks.items():
        for upper, lower in pairwise(names):
            if upper in place and lower in place:
                top = place[lower][3]
                gap = place[upper][1] - top
                assert gap > NARROW - 0.2
                even = min(abs(gap - NARROW), abs(gap - WIDE)) < 0.2
                uneven += not even and tops[group, round(top, 1)] == 1
    assert not uneven


def test_the_main_claim_is_on_top(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """No node stands higher than the main claim."""
    graph, layout = map_
    place = boxes(layout)
    if graph.main_claim:
        assert max(place, key=lambda name: place[name][3]) == graph.main_claim


def test_signs_stand_clear(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """The sign of a line lies on no node."""
    _, layout = map_
    nodes = boxes(layout).values()
    for edge in layout.get("edges", ()):
        if "lp" in edge:
            x, y = (float(part) for part in edge["lp"].split(","))
            sign = (x - 3, y - 4, x + 3, y + 4)
            assert not any(overlap(sign, box) for box in nodes), edge["tooltip"]


def test_lines_go_round_the_nodes(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """No line runs across a node that is not one of its ends."""
    _, layout = map_
    names = {item["_gvid"]: item["name"] for item in layout["objects"]}
    place = boxes(layout)
    for edge in layout.get("edges", ()):
        if edge.get("style") == "invis":
            continue
        ends = {names[edge["tail"]], names[edge["head"]]}
        for x, y in curve(edge["pos"]):
            for name, (left, low, right, high) in place.items():
                inside = left + 4 < x < right - 4 and low + 4 < y < high - 4
                assert not inside or name in ends, (edge["tooltip"], name)


def curve(pos: str) -> list[tuple[float, float]]:
    """Points along a line: on each of its Bezier pieces several."""
    numbers = [part for part in pos.split() if part[0] not in "es"]
    knots = [tuple(float(number) for number in part.split(",")) for part in numbers]
    found = []
    for start in range(0, len(knots) - 3, 3):
        a, b, c, d = knots[start : start + 4]
        for step in range(9):
            t = step / 8
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x, y = (
                sum(w * point[axis] for w, point in zip(weights, (a, b, c, d), strict=True))
                for axis in (0, 1)
            )
            found.append((x, y))
    return found


def test_groups_stand_flush() -> None:
    """The boxes of sections begin at the lines of the columns, but for a few points."""
    layout = drawn(to_dot(build_graph(bulletin(50)), legend=False))
    lefts = sorted(box[0] for box in groups(layout))
    steps = [b - a for a, b in pairwise(lefts)]
    assert sum(step > 12 for step in steps) < COLUMNS


def test_no_text_is_cut_without_its_tooltip(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """The tooltip of every node holds its whole text."""
    graph, layout = map_
    found = {item["name"]: item.get("tooltip", "") for item in layout["objects"]}
    for node in graph.nodes:
        assert clean(node.text) in found[node.id]


def test_a_font_that_runs_wider_has_room() -> None:
    """Where none of the map's fonts is installed, what stands in for them overlaps nothing."""
    dot = to_dot(build_graph(dense_article(50, 1)))
    layout = drawn(dot.replace(f'fontname="{FONT}"', 'fontname="DejaVu Sans"'))
    for one, other in combinations(boxes(layout).values(), 2):
        assert not overlap(one, other)
