"""Large articles: closed boxes with their numbers, an overview, pages; never one strip."""

from __future__ import annotations

import json
from typing import Any

import pytest
from graphviz import pipe

from argmap.graph import ArgumentGraph, build_graph, fold, split, to_dot
from argmap.graph.layout import arrange
from argmap.graph.mentions import mentions
from argmap.graph.pages import LIMIT, PAGE
from argmap.model.labels import RelationType, Role

from .drafts import make_document, say
from .stories import bulletin, pier
from .synthetic import dense_article

MAX_WIDTH = 1440
MAX_HEIGHT = 9000  # pixels of a page of sixty segments


@pytest.fixture(scope="module")
def large() -> ArgumentGraph:
    """Five hundred segments in twelve sections."""
    return build_graph(dense_article(500, 3, sections=12))


@pytest.fixture(scope="module")
def pages(large: ArgumentGraph) -> list[ArgumentGraph]:
    """Its overview and its pages."""
    return split(large)


def size(dot: str) -> tuple[float, float]:
    """Width and height of a picture at 100 %, in pixels."""
    found: dict[str, Any] = json.loads(pipe("dot", "json0", dot.encode(), quiet=True))
    width, height = (float(part) * 4 / 3 for part in found["bb"].split(",")[2:])
    return width, height


def test_a_small_map_is_one() -> None:
    """Up to the limit a map is not split, and with no limit none is."""
    graph = build_graph(bulletin(LIMIT))
    assert split(graph) == [graph]
    graph = build_graph(bulletin(LIMIT + 1))
    assert len(split(graph)) == 3
    assert split(graph, 0) == [graph]


def test_every_segment_stands_on_one_page(large: ArgumentGraph, pages: list[ArgumentGraph]) -> None:
    """The pages together have every node once, none too many; the overview counts them all."""
    overview, *rest = pages
    names = [node.id for page in rest for node in page.nodes]
    assert sorted(names) == sorted(node.id for node in large.nodes)
    assert all(len(page.nodes) <= PAGE for page in rest)
    hidden = [name for box in overview.closed for name in box.segments]
    assert sorted([*hidden, *(node.id for node in overview.nodes)]) == sorted(names)
    assert [box.page for box in overview.closed] == list(range(1, len(rest) + 1))


def test_the_overview_has_the_main_claim_and_what_bears_on_it(
    large: ArgumentGraph, pages: list[ArgumentGraph]
) -> None:
    """The main claim stands open on top of the closed boxes, with some of its support."""
    overview = pages[0]
    assert overview.main_claim == large.main_claim
    layout = arrange(overview.edges, overview.groups, overview.main_claim)
    assert [n for _, _, n in layout.rows[0] if n not in layout.struts] == [large.main_claim]
    beside = {edge.source for edge in large.edges if edge.target == large.main_claim}
    assert beside & {node.id for node in overview.nodes}


def test_relations_between_pages_are_told_on_both(
    large: ArgumentGraph, pages: list[ArgumentGraph]
) -> None:
    """A relation to another page has a reference or words where it comes from, words at its end."""
    shown: dict[str, int] = {}
    for page in pages[1:]:
        routes = arrange(page.edges, page.groups, page.main_claim).routes
        words = mentions(page.edges, routes, str)
        own = {node.id for node in page.nodes}
        for edge in page.edges:
            cut = large.edge(edge.target) if edge.type is RelationType.UNDERCUTS else None
            target = cut.source if cut else edge.target
            if edge.source in own:
                told = any(target in line for line in words.get(edge.source, ()))
                assert edge.id in routes.lines or told, edge
                shown[edge.id] = shown.get(edge.id, 0) + 1
            if target in own and edge.source not in own:
                assert any(edge.source in line for line in words[target]), edge
    assert shown == {edge.id: 1 for edge in large.edges}


@pytest.mark.dot
def test_no_page_is_a_strip(pages: list[ArgumentGraph]) -> None:
    """The overview and every page are no wider than a screen and not much longer than wide."""
    for page in pages:
        width, height = size(to_dot(page))
        assert width <= MAX_WIDTH
        assert height <= MAX_HEIGHT


@pytest.mark.dot
def test_one_section_of_five_hundred_is_cut() -> None:
    """Without a heading, and by every grouping, a large article is split all the same."""
    document = dense_article(500, 4, sections=0)
    for by in ("section", "none", "voice"):
        pages = split(build_graph(document, by=by))
        assert len(pages) > 8
        assert all(len(page.nodes) <= PAGE for page in pages)
        assert size(to_dot(pages[0]))[0] <= MAX_WIDTH


def test_pages_name_and_link_each_other(pages: list[ArgumentGraph]) -> None:
    """A closed box links to its page, a page says which it is, and a reference where it stands."""
    overview = to_dot(pages[0], page_link="dense.pages/{}.svg")
    assert 'href="dense.pages/2.svg"' in overview
    assert f"overview of {len(pages) - 1} pages" in overview
    third = to_dot(pages[3])
    assert f"(page 3 of {len(pages) - 1})" in third
    assert "· page 1</TD>" in third


def test_a_closed_box_tells_what_is_in_it() -> None:
    """Segments by role, other voices, and relations inside; nothing is hidden without a number."""
    graph = fold(build_graph(pier()), [1])
    (box,) = graph.closed
    assert box.title == "What it costs"
    assert box.segments == ("s8", "s9", "s10", "s11", "s12", "s13", "s14")
    assert dict(box.roles) == {
        Role.CLAIM: 3,
        Role.EVIDENCE: 1,
        Role.FRAMING: 1,
        Role.REPORT: 1,
        Role.BACKGROUND: 1,
    }
    assert (box.speakers, box.inner) == (2, 3)
    dot = to_dot(graph)
    assert "7 segments (s8 to s14)" in dot
    assert '"closed-2" -> "s2" [id="map-paper-r5"' in dot


def test_the_main_claim_stays_open() -> None:
    """Closing everything leaves the main claim to be read."""
    graph = fold(build_graph(pier()), [0, 1])
    assert [node.id for node in graph.nodes] == ["s2"]
    assert [box.id for box in graph.closed] == ["closed-1", "closed-2"]


def test_lines_of_closed_boxes_stand_for_many() -> None:
    """Relations with the same ends and type are one line with their number; inner ones are gone."""
    document = make_document(
        "First Things First",
        say("The claim of it all."),
        "Second Things Second",
        *(say(f"Reason {n} speaks for it.", "evidence") for n in range(3)),
        say("But there is one against it."),
        relations=(
            *((f"s{n}", "supports", "s2") for n in (4, 5, 6)),
            ("s7", "attacks", "s2"),
            ("s7", "undercuts", "r1"),
        ),
    )
    graph = fold(build_graph(document), [1])
    assert [(e.source, e.target, e.type.value, e.count) for e in graph.edges] == [
        ("closed-2", "s2", "supports", 3),
        ("closed-2", "s2", "attacks", 1),
        ("closed-2", "r1", "undercuts", 1),
    ]
    assert "label=<<B>+ 3</B>>" in to_dot(graph)


def test_folding_keeps_every_relation_but_the_inner_ones() -> None:
    """Counts of lines and of what is inside add up to the relations of the article."""
    for seed in range(10):
        graph = build_graph(dense_article(60, seed))
        folded = fold(graph, [1, 2, 4])
        lost = [
            edge
            for edge in graph.edges
            if edge.type is not RelationType.UNDERCUTS
            and any({edge.source, edge.target} <= set(box.segments) for box in folded.closed)
        ]
        drawn = sum(e.count for e in folded.edges if e.type is not RelationType.UNDERCUTS)
        plain = sum(e.type is not RelationType.UNDERCUTS for e in graph.edges)
        assert drawn + len(lost) == plain
