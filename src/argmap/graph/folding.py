"""Groups drawn as closed boxes: numbers instead of nodes, and lines that stand for many.

A closed box never hides without saying what: how many segments of which role, how many voices, how
many relations among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph, ClosedBox
from .groups import Group
from .styles import ROLES

UNTITLED = "the beginning"


def fold(
    graph: ArgumentGraph,
    closed: Collection[int],
    *,
    keep: Collection[str] = (),
    pages: Mapping[int, int] | None = None,
) -> ArgumentGraph:
    """The graph with some of its groups closed.

    The main claim and the nodes of `keep` stay as they are. Boxes that follow each other stand in
    one group without a title, with what is kept of their groups.

    Args:
        graph: the graph; its groups count from 0.
        closed: the places of the groups to close.
        keep: ids of nodes that stay open.
        pages: the page that shows each closed group, where there are pages.
    """
    kept = {*keep, graph.main_claim}
    boxes: dict[int, ClosedBox] = {}
    groups: list[Group] = []
    run: list[str] = []
    for place, group in enumerate(graph.groups):
        if place not in closed:
            if run:
                groups.append(Group(title=None, nodes=tuple(run)))
                run = []
            groups.append(group)
            continue
        run += [name for name in group.nodes if name in kept]
        hidden = tuple(name for name in group.nodes if name not in kept)
        if hidden:
            boxes[place] = _box(graph, place, hidden, (pages or {}).get(place))
            run.append(boxes[place].id)
    if run:
        groups.append(Group(title=None, nodes=tuple(run)))
    owner = {name: box.id for box in boxes.values() for name in box.segments}
    return replace(
        graph,
        nodes=tuple(node for node in graph.nodes if node.id not in owner),
        edges=_edges(graph, owner),
        groups=tuple(groups),
        closed=tuple(boxes.values()),
    )


def _box(graph: ArgumentGraph, place: int, hidden: tuple[str, ...], page: int | None) -> ClosedBox:
    nodes = [node for name in hidden if (node := graph.node(name)) is not None]
    roles = Counter(node.role for node in nodes)
    inside = set(hidden)
    return ClosedBox(
        id=f"closed-{place + 1}",
        name=f"box {place + 1}" if page is None else f"page {page}",
        title=graph.groups[place].title or UNTITLED,
        segments=hidden,
        roles=tuple((role, roles[role]) for role in ROLES if roles[role]),
        speakers=len({node.speakers for node in nodes if node.speakers}),
        inner=sum(edge.source in inside and edge.target in inside for edge in graph.edges),
        page=page,
    )


def _edges(graph: ArgumentGraph, owner: Mapping[str, str]) -> tuple[ArgumentEdge, ...]:
    """The relations between what is drawn; those with the same ends and type are one line."""
    drawn: dict[tuple[str, str, RelationType], ArgumentEdge] = {}
    stands_for: dict[str, str] = {}
    for edge in sorted(graph.edges, key=lambda edge: edge.type is RelationType.UNDERCUTS):
        source = owner.get(edge.source, edge.source)
        target = owner.get(edge.target, edge.target)
        if edge.type is RelationType.UNDERCUTS:
            cut = graph.edge(edge.target)
            inner = owner.get(cut.source, cut.source) if cut else edge.target
            target = stands_for.get(edge.target, inner)
        if source == target:
            continue
        if source == edge.source and target == edge.target:
            drawn[edge.source, f"={edge.id}", edge.type] = edge
            stands_for[edge.id] = edge.id
            continue
        same = drawn.get((source, target, edge.type))
        if same is None:
            drawn[source, target, edge.type] = replace(
                edge, source=source, target=target, cue=None, count=1
            )
        else:
            drawn[source, target, edge.type] = replace(same, count=same.count + 1)
        stands_for[edge.id] = drawn[source, target, edge.type].id
    order = {edge.id: place for place, edge in enumerate(graph.edges)}
    return tuple(sorted(drawn.values(), key=lambda edge: order[edge.id]))
