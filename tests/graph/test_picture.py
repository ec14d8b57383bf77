"""What the eye would see, read off the picture: places, sizes, overlaps."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest
from graphviz import pipe

from argmap.graph import ArgumentGraph, build_graph, to_dot
from argmap.graph.layout import arrange
from argmap.model.document import AnnotatedDocument

from .stories import bulletin, fan, pier

pytestmark = pytest.mark.dot

MAX_WIDTH = 1400  # pixels at 100 %
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
    """At 100 % a map is no wider than a screen."""
    _, layout = map_
    width = float(layout["bb"].split(",")[2]) * 4 / 3
    assert width <= MAX_WIDTH


def test_rows_and_columns_are_kept(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """Graphviz puts the rows one under the other and keeps the order inside each."""
    graph, layout = map_
    place = boxes(layout)
    floor = float("inf")
    for row in arrange(graph).rows:
        seen = [place[name] for _, _, name in row if name in place]
        if not seen:
            continue
        middles = [(low + high) / 2 for _, low, _, high in seen]
        assert max(middles) - min(middles) < 1
        assert max(middles) < floor
        floor = min(middles)
        lefts = [left for left, _, _, _ in seen]
        assert lefts == sorted(lefts)


def test_the_main_claim_is_on_top(map_: tuple[ArgumentGraph, dict[str, Any]]) -> None:
    """No node stands higher than the main claim."""
    graph, layout = map_
    place = boxes(layout)
    if graph.main_claim:
        assert max(place, key=lambda name: place[name][3]) == graph.main_claim


def test_groups_stand_flush() -> None:
    """The boxes of sections begin at one line on the left, but for a few points."""
    layout = drawn(to_dot(build_graph(bulletin(50)), legend=False))
    lefts = [box[0] for box in groups(layout)]
    assert max(lefts) - min(lefts) < 12
