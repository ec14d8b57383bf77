"""From an annotated document to nodes, edges and groups."""

from __future__ import annotations

import pytest

from argmap.errors import InputError
from argmap.graph import build_graph
from argmap.model.labels import FrameStance, Role

from .drafts import make_document, say
from .stories import fan, pier


def ids(graph: object) -> list[str]:
    """The ids of a graph's nodes."""
    return [node.id for node in graph.nodes]  # type: ignore[attr-defined]


def test_all_but_boilerplate_are_nodes() -> None:
    """Headings and boilerplate are no nodes; everything else is, in document order."""
    graph = build_graph(pier())
    assert ids(graph) == [f"s{n}" for n in (2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14)]
    assert graph.hidden == 0


def test_roles_choose_the_nodes() -> None:
    """With roles given only those are drawn, relations to others go, and the rest is counted."""
    graph = build_graph(pier(), roles=["claim", Role.EVIDENCE])
    assert {node.role for node in graph.nodes} == {Role.CLAIM, Role.EVIDENCE}
    assert "r5" not in {edge.id for edge in graph.edges}
    assert graph.hidden == 4


def test_boilerplate_can_be_asked_for() -> None:
    """A role that is left out by default is drawn where it is named."""
    assert ids(build_graph(pier(), roles=["boilerplate"])) == ["s1", "s7"]


def test_unknown_role_is_an_error() -> None:
    """A role that does not exist is an error that names those that do."""
    with pytest.raises(InputError, match=r"'opinion' is no role; use .*claim"):
        build_graph(pier(), roles=["opinion"])


def test_unknown_grouping_is_an_error() -> None:
    """A grouping that does not exist is an error that names those that do."""
    with pytest.raises(InputError, match="use section, voice, none"):
        build_graph(pier(), by="paragraph")


def test_speakers_are_named_from_the_outermost() -> None:
    """A nested source stands behind the one that reports it; the author has no name."""
    graph = build_graph(pier())
    speakers = {node.id: node.speakers for node in graph.nodes}
    assert speakers["s2"] == ()
    assert speakers["s4"] == ("The Ferry Office",)
    assert speakers["s6"] == ("Port Authority", "an inspector's report")
    assert speakers["s13"] == ("the mayor",)


def test_frames_go_to_their_segment() -> None:
    """A framing span marks the node in whose text it stands, with its stance, and no other."""
    graph = build_graph(
        make_document(
            say("They call it a dry war.", "claim", "the board", frames={"dry war": "reports"}),
            say("Nobody else does."),
        )
    )
    assert [(f.text, f.stance) for f in graph.nodes[0].frames] == [("dry war", FrameStance.REPORTS)]
    assert graph.nodes[1].frames == ()


def test_loose_nodes_are_known() -> None:
    """A node is loose exactly where no relation of it is drawn."""
    graph = build_graph(pier())
    assert {node.id for node in graph.nodes if node.loose} == {"s8", "s14"}
    assert {node.id for node in build_graph(pier(), roles=["report"]).nodes if node.loose} == {
        "s3",
        "s14",
    }


def test_an_undercut_needs_its_relation() -> None:
    """Where the relation that is cut is not drawn, neither is the undercut, nor one of that."""
    document = make_document(
        say("One."),
        say("Two.", "background"),
        say("Three."),
        say("Four."),
        relations=(
            ("s2", "supports", "s1"),
            ("s3", "undercuts", "r1"),
            ("s4", "undercuts", "r2"),
            ("s4", "supports", "s3"),
        ),
    )
    assert [e.id for e in build_graph(document).edges] == ["r1", "r2", "r3", "r4"]
    assert [e.id for e in build_graph(document, roles=["claim"]).edges] == ["r4"]


def test_focus_shows_the_neighbourhood() -> None:
    """A focus keeps what is within so many relations of it, in either direction."""
    assert ids(build_graph(pier(), focus="s10", hops=0)) == ["s10"]
    assert ids(build_graph(pier(), focus="s10", hops=1)) == ["s9", "s10"]
    assert ids(build_graph(pier(), focus="s10", hops=2)) == ["s2", "s9", "s10"]
    near = build_graph(pier(), focus="s10", hops=3)
    assert ids(near) == ["s2", "s4", "s5", "s9", "s10"]
    assert near.hidden == 7


def test_an_undercut_is_near_both_ends_of_its_relation() -> None:
    """One relation away from an undercutting segment stand both ends of the relation it cuts."""
    assert ids(build_graph(pier(), focus="s3", hops=1)) == ["s3", "s5", "s6"]


def test_unknown_focus_names_near_ids() -> None:
    """A focus that does not exist is an error that names ids like it."""
    with pytest.raises(InputError, match=r"paper: there is no segment 's99'.*did you mean s9"):
        build_graph(pier(), focus="s99")
    with pytest.raises(InputError, match="its segments are s2 to s14"):
        build_graph(pier(), focus="zzz")


def test_focus_on_a_hidden_segment_says_why() -> None:
    """A focus whose role is left out is an error that names the role."""
    with pytest.raises(InputError, match="role boilerplate, which this map leaves out"):
        build_graph(pier(), focus="s7")


def test_sections_are_groups() -> None:
    """By section, each heading with nodes under it is a group."""
    groups = build_graph(pier()).groups
    assert [group.title for group in groups] == ["A Pier Too Far", "What it costs"]
    assert groups[1].nodes == ("s8", "s9", "s10", "s11", "s12", "s13", "s14")


def test_text_before_the_first_heading_has_no_title() -> None:
    """Without a heading the group has no title."""
    assert [g.title for g in build_graph(fan(2)).groups] == [None]


def test_voices_are_groups() -> None:
    """By voice, the author comes first, then who is heard often, then all others together."""
    said = [say(f"Sentence {n} is long enough to stand.", "claim", "the board") for n in range(3)]
    document = make_document(
        say("The author speaks.", "claim"),
        *said,
        say("The mayor speaks.", "claim", "the mayor"),
        say("The clerk speaks.", "claim", "the clerk"),
    )
    groups = build_graph(document, by="voice").groups
    assert [(g.title, len(g.nodes)) for g in groups] == [
        ("The author", 1),
        ("the board", 3),
        ("Other voices", 2),
    ]


def test_no_grouping_is_one_group() -> None:
    """By none, all nodes are in one group without a title."""
    groups = build_graph(pier(), by="none").groups
    assert [g.title for g in groups] == [None]
    assert len(groups[0].nodes) == 12


def test_an_article_without_segments_has_an_empty_graph() -> None:
    """Only headings make a graph without nodes or groups."""
    graph = build_graph(make_document("Only a Heading"))
    assert (graph.nodes, graph.edges, graph.groups, graph.main_claim) == ((), (), (), None)


def test_a_heading_that_only_names_its_section_is_no_node() -> None:
    """A heading stands as the title of its box; it is a node only where it has more to tell."""
    document = pier()
    headings = {"s1": "background", "s7": "background"}
    segments = tuple(
        segment.model_copy(update={"role": Role(headings[segment.id])})
        if segment.id in headings
        else segment
        for segment in document.segments
    )
    document = document.model_copy(update={"segments": segments})
    assert not headings.keys() & set(ids(build_graph(document)))
    assert headings.keys() <= set(ids(build_graph(document, by="none")))
    related = document.relations[0].model_copy(update={"id": "r9", "source": "s7", "target": "s9"})
    document = document.model_copy(update={"relations": (*document.relations, related)})
    shown = set(ids(build_graph(document)))
    assert "s7" in shown
    assert "s1" not in shown
