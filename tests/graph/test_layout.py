"""Rows and columns: never a strip, evidence below what it serves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph, build_graph
from argmap.graph.layout import (
    COLUMNS,
    MAX_RISE_TO_MAIN,
    SHORT_TO_A_LINE,
    Layout,
    arrange,
)
from argmap.graph.mentions import mentions
from argmap.model.labels import RelationType

from .drafts import make_document, say
from .stories import bulletin, fan, pier
from .synthetic import dense_article


def laid_out(graph: ArgumentGraph) -> Layout:
    """The layout of an article's graph."""
    return arrange(graph.edges, graph.groups, graph.main_claim)


def rows_of(layout: Layout) -> list[list[str]]:
    """The names in each row, struts left out."""
    return [[n for _, _, n in row if n not in layout.struts] for row in layout.rows]


def row_numbers(layout: Layout) -> dict[str, int]:
    """The row of each cell."""
    return {name: row for cells in layout.rows for row, _, name in cells}


def test_the_main_claim_stands_alone_on_top() -> None:
    """The first row holds the main claim and nothing else."""
    assert rows_of(laid_out(build_graph(pier())))[0] == ["s2"]


def test_evidence_stands_below_what_it_serves() -> None:
    """Inside a group every node stands below what it bears on."""
    row = row_numbers(laid_out(build_graph(pier())))
    for upper, lower in (("s5", "s6"), ("s9", "s10"), ("s11", "s12"), ("s12", "s13")):
        assert row[upper] < row[lower]


def test_an_undercut_points_at_a_place_on_the_edge() -> None:
    """A relation that is cut has a junction between its ends; what cuts it stands below that."""
    layout = laid_out(build_graph(pier()))
    row = row_numbers(layout)
    assert layout.routes.points == {"r3": "at-r3"}
    assert row["s5"] < row["at-r3"] < min(row["s6"], row["s3"])


def test_loose_nodes_fill_columns_in_reading_order() -> None:
    """Fifty unrelated nodes make a page of full rows, in the order of the text."""
    layout = laid_out(build_graph(bulletin(50)))
    rows = rows_of(layout)
    assert max(len(row) for row in rows) <= COLUMNS
    assert len(rows) <= 17
    for place in range(5):
        own = [name for row in rows for name in row if layout.group[name] == place]
        names = [int(name[1:]) for name in own]
        assert names == sorted(names)


def test_a_group_has_an_area_of_its_own() -> None:
    """The cells of each group fill a rectangle; small groups stand side by side."""
    layout = laid_out(build_graph(pier(), by="voice"))
    areas: dict[int, list[tuple[int, int]]] = {}
    for row in layout.rows:
        for number, column, name in row:
            areas.setdefault(layout.group[name], []).append((number, column))
    for cells in areas.values():
        rows, columns = {row for row, _ in cells}, {column for _, column in cells}
        assert len(cells) == len(rows) * len(columns)
        assert rows == set(range(min(rows), max(rows) + 1))
        assert columns == set(range(min(columns), max(columns) + 1))


def test_small_groups_share_a_row() -> None:
    """Six sections of one sentence each do not make six rows."""
    parts = [p for n in range(6) for p in (f"Part {n} of the Matter", say(f"Sentence {n}."))]
    assert [len(row) for row in rows_of(laid_out(build_graph(make_document(*parts))))] == [4, 2]


def test_the_main_claim_s_group_has_its_rows_alone() -> None:
    """Nothing stands beside the main claim, however small its group is."""
    layout = laid_out(build_graph(pier()))
    own = layout.group["s2"]
    assert {layout.group[name] for _, _, name in layout.rows[0]} == {own}


def test_the_main_claims_group_comes_first() -> None:
    """What stands in the main claim's own section follows under it; then the text's order holds."""
    document = make_document(
        "First Things First",
        say("This sentence has nothing to do with the main claim.", "report"),
        "Second Things Second",
        say("This sentence has nothing to do with it, either.", "report"),
        "Third Things Third",
        say("This is the main claim of it all."),
        say("This is the evidence that is offered for it.", "evidence"),
        say("This is more evidence that is offered for it.", "evidence"),
        relations=(("s7", "supports", "s6"), ("s8", "supports", "s6")),
    )
    assert rows_of(laid_out(build_graph(document))) == [["s6"], ["s7", "s8"], ["s2", "s4"]]


def test_many_supporters_make_rows() -> None:
    """The supporters of one claim stand in rows below it, two of them by lines of their own.

    The others stand below references to it: a line across many rows could not be followed.
    """
    layout = laid_out(build_graph(fan(18)))
    assert [len(row) for row in rows_of(layout)] == [1, 4, 4, 1, 4, 4, 1, 2]
    assert set(layout.routes.references.values()) == {"s1"}


def test_no_line_of_a_tree_is_long() -> None:
    """However an article hangs together, a line in a box spans few rows but to the main claim."""
    for seed in range(12):
        for by in ("section", "voice", "none"):
            graph = build_graph(dense_article(50, seed), by=by)
            layout = laid_out(graph)
            row = row_numbers(layout)
            for edge in graph.edges:
                end = layout.routes.lines.get(edge.id)
                if end is None or layout.group[end] != layout.group[edge.source]:
                    continue
                lowest = layout.routes.points.get(edge.id, edge.source)
                limit = MAX_RISE_TO_MAIN if end == graph.main_claim else SHORT_TO_A_LINE
                assert abs(row[lowest] - row[end]) <= limit, (seed, by, edge)


def test_a_long_chain_is_cut() -> None:
    """A chain of two thousand steps takes no recursion, and goes on in other columns."""
    count = 2000
    document = make_document(
        *(say(f"Step {n}.") for n in range(count)),
        relations=tuple((f"s{n + 1}", "supports", f"s{n}") for n in range(1, count)),
    )
    layout = laid_out(build_graph(document))
    assert len(layout.rows) < count / 2
    assert max(len(row) for row in layout.rows) == COLUMNS


KINDS = st.sampled_from([kind for kind in RelationType if kind is not RelationType.UNDERCUTS])


@st.composite
def graphs(draw: st.DrawFn) -> ArgumentGraph:
    """Graphs of any relations, circles and undercuts of undercuts among them."""
    count = draw(st.integers(1, 14))
    segment = st.integers(1, count).map(lambda number: f"s{number}")
    relations = [
        (source, str(kind), target)
        for source, kind, target in draw(st.lists(st.tuples(segment, KINDS, segment), max_size=14))
        if source != target
    ]
    for source, cut in draw(st.lists(st.tuples(segment, st.integers(1, 18)), max_size=4)):
        if cut <= len(relations) + 4:
            relations.append((source, "undercuts", f"r{cut}"))
    total = len(relations)
    relations = [
        (s, k, t)
        for n, (s, k, t) in enumerate(relations, 1)
        if k != "undercuts" or (int(t[1:]) <= total and t != f"r{n}")
    ]
    parts = [say(f"Sentence number {n}.") for n in range(count)]
    document = make_document(*parts, relations=tuple(relations))
    return build_graph(document, by=draw(st.sampled_from(["section", "voice", "none"])))


@settings(deadline=None)
@given(graphs())
def test_every_node_has_one_place(graph: ArgumentGraph) -> None:
    """Whatever the relations are, each node and junction stands once, in a row without gaps."""
    layout = laid_out(graph)
    names = [name for row in layout.rows for _, _, name in row if name not in layout.struts]
    assert sorted(names) == sorted(
        [*(n.id for n in graph.nodes), *layout.routes.points.values(), *layout.routes.references]
    )
    assert [row[0][0] for row in layout.rows] == list(range(len(layout.rows)))
    for row in layout.rows:
        columns = [column for _, column, _ in row]
        assert columns == list(range(len(layout.rows[0])))
        assert max(columns) < COLUMNS


@settings(deadline=None)
@given(graphs())
def test_every_relation_is_shown(graph: ArgumentGraph) -> None:
    """Each relation has a line that ends at a cell of the map, or is told in words at both ends."""
    layout = laid_out(graph)
    cells = {name for row in layout.rows for _, _, name in row}
    words = mentions(graph.edges, layout.routes, str)
    for edge in graph.edges:
        end = layout.routes.lines.get(edge.id)
        cut = graph.edge(edge.target) if edge.type is RelationType.UNDERCUTS else None
        target = cut.source if cut else edge.target
        if end is None:
            assert any(target in line for line in words[edge.source]), edge
        else:
            assert end in cells
        if end is None or end in layout.routes.references:
            assert any(edge.source in line for line in words[target]), edge
