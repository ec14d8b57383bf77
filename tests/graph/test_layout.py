"""Rows and columns: never a strip, evidence below what it serves."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph import ArgumentGraph, build_graph
from argmap.graph.layout import COLUMNS, Layout, arrange
from argmap.model.labels import RelationType

from .drafts import make_document, say
from .stories import bulletin, fan, pier


def rows_of(layout: Layout) -> list[list[str]]:
    """The names in each row, struts left out."""
    return [[n for _, _, n in row if n not in layout.struts] for row in layout.rows]


def row_numbers(layout: Layout) -> dict[str, int]:
    """The row of each cell."""
    return {name: row for cells in layout.rows for row, _, name in cells}


def test_the_main_claim_stands_alone_on_top() -> None:
    """The first row holds the main claim and nothing else."""
    assert rows_of(arrange(build_graph(pier())))[0] == ["s2"]


def test_evidence_stands_below_what_it_serves() -> None:
    """Inside a group every node stands below what it bears on."""
    row = row_numbers(arrange(build_graph(pier())))
    for upper, lower in (("s5", "s6"), ("s9", "s10"), ("s11", "s12"), ("s12", "s13")):
        assert row[upper] < row[lower]


def test_an_undercut_points_at_a_place_on_the_edge() -> None:
    """A relation that is cut has a junction between its ends; what cuts it stands below that."""
    layout = arrange(build_graph(pier()))
    row = row_numbers(layout)
    assert layout.junctions == {"r3": "at-r3"}
    assert row["s5"] < row["at-r3"] < min(row["s6"], row["s3"])


def test_loose_nodes_fill_columns_in_reading_order() -> None:
    """Fifty unrelated nodes make a page of full rows, in the order of the text."""
    layout = arrange(build_graph(bulletin(50)))
    rows = rows_of(layout)
    assert max(len(row) for row in rows) <= COLUMNS
    assert len(rows) <= 17
    names = [int(name[1:]) for row in rows for name in row]
    assert names == sorted(names)


def test_groups_stand_under_each_other() -> None:
    """No two groups share a row."""
    layout = arrange(build_graph(pier()))
    for row in layout.rows:
        assert len({layout.group.get(name) for _, _, name in row}) == 1


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
    assert rows_of(arrange(build_graph(document))) == [["s6"], ["s7", "s8"], ["s2"], ["s4"]]


def test_many_supporters_make_rows() -> None:
    """The supporters of one claim stand in several rows below it, not in one long one."""
    rows = rows_of(arrange(build_graph(fan(10))))
    assert [len(row) for row in rows] == [1, 4, 4, 2]


def test_a_long_chain_goes_down() -> None:
    """A chain of two thousand steps has as many rows, and takes no recursion."""
    count = 2000
    document = make_document(
        *(say(f"Step {n}.") for n in range(count)),
        relations=tuple((f"s{n + 1}", "supports", f"s{n}") for n in range(1, count)),
    )
    assert len(arrange(build_graph(document)).rows) == count


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
    layout = arrange(graph)
    names = [name for row in layout.rows for _, _, name in row if name not in layout.struts]
    assert sorted(names) == sorted([*(n.id for n in graph.nodes), *layout.junctions.values()])
    assert [row[0][0] for row in layout.rows] == list(range(len(layout.rows)))
    for row in layout.rows:
        columns = [column for _, column, _ in row]
        assert columns == sorted(set(columns))
        assert max(columns) < COLUMNS
