"""The outline of the map of all outlets, where much hangs on one claim."""

from __future__ import annotations

from argmap.graph import ArgumentEdge, ArgumentNode, Group, StoryGraph
from argmap.graph.story_graph import SHARED_TITLE, Alone, SharedClaim, Telling, claim_name
from argmap.model.labels import Certainty, Polarity, RelationType, Role, Voice
from argmap.report.view_maps import OutlineView
from argmap.report.view_story_map import _Outline


def node(identifier: str) -> ArgumentNode:
    """A segment of an invented article."""
    return ArgumentNode(
        id=identifier,
        text=f"The words of {identifier}.",
        role=Role.CLAIM,
        claim_type=None,
        evidence_type=None,
        voice=Voice.AUTHOR,
        speakers=(),
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
    )


def told(items: tuple[OutlineView, ...]) -> list[tuple[str, bool, str]]:
    """Every item below, with its relation and whether it is a reference."""
    return [
        line
        for item in items
        for line in [(item.text, item.reference, item.relation), *told(item.children)]
    ]


def test_a_long_chain_is_told_once() -> None:
    """What hangs too deep is told at the top with all below it, and nothing stands there again."""
    names = [f"n{number}" for number in range(14)]
    claim = SharedClaim(
        id="c1",
        tellings=(Telling(article="wire", outlet="Wire", nodes=(node("s0"),)),),
        differs=(),
        contradicted=False,
    )
    uppers = [claim_name("c1"), *names]
    graph = StoryGraph(
        outlets=("Wire",),
        shared=(claim,),
        alone=tuple(
            Alone(id=name, article="wire", outlet="Wire", node=node(name), near=True)
            for name in names
        ),
        closed=(),
        edges=tuple(
            ArgumentEdge(id=f"e{name}", source=name, target=upper, type=RelationType.SUPPORTS)
            for name, upper in zip(names, uppers, strict=False)
        ),
        groups=(Group(title=SHARED_TITLE, nodes=(claim_name("c1"), *names)),),
        shared_group=0,
        hidden=0,
    )
    lines = told(_Outline(graph).items())
    for name in names:
        assert [ref for text, ref, _ in lines if text == f"The words of {name}."] == [False]
    assert all(relation for text, _, relation in lines if text.startswith("see "))
