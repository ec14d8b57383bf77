"""A large article as an overview with closed boxes, and pages that show what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph
from .folding import fold
from .groups import Group

LIMIT = 80  # nodes on one map
PAGE = 60  # nodes on one page of a map that had more
BESIDE_MAIN = 8  # nodes that bear on the main claim and stay open in the overview


def split(graph: ArgumentGraph, limit: int = LIMIT) -> list[ArgumentGraph]:
    """The map alone where it has at most `limit` nodes (0: no limit), else overview and pages.

    The overview shows the main claim, what bears on it, and a closed box for each page. A page has
    whole groups where they fit, and parts of a group that is larger than a page.
    """
    if not limit or len(graph.nodes) <= limit:
        return [graph]
    parts = _pages(graph.groups, min(limit, PAGE))
    whole = replace(graph, groups=tuple(_joined(part, number) for number, part in parts))
    numbers = {place: place + 1 for place in range(len(parts))}
    overview = fold(whole, tuple(numbers), keep=_beside_main(graph), pages=numbers)
    pages = {n: number for number, part in parts for group in part for n in group.nodes}
    return [
        replace(overview, page=(0, len(parts))),
        *(_page(graph, part, number, len(parts), pages) for number, part in parts),
    ]


def _beside_main(graph: ArgumentGraph) -> list[str]:
    found = [e.source for e in graph.edges if e.target == graph.main_claim]
    return list(dict.fromkeys(found))[:BESIDE_MAIN]


def _pages(groups: Sequence[Group], size: int) -> list[tuple[int, list[Group]]]:
    """The groups in their order, cut where a page is full."""
    parts: list[list[Group]] = [[]]
    room = size
    for group in groups:
        pieces = _pieces(group, room, size)
        for piece in pieces:
            if len(piece.nodes) > room and parts[-1]:
                parts.append([])
                room = size
            parts[-1].append(piece)
            room -= len(piece.nodes)
    return list(enumerate((part for part in parts if part), 1))


def _pieces(group: Group, room: int, size: int) -> list[Group]:
    """A group whole where a page holds it, else in even pieces."""
    if len(group.nodes) <= size:
        return [group]
    count = -(-len(group.nodes) // size)
    even = -(-len(group.nodes) // count)
    names = [group.nodes[start : start + even] for start in range(0, len(group.nodes), even)]
    return [
        Group(title=f"{group.title} ({n} of {count})" if group.title else None, nodes=piece)
        for n, piece in enumerate(names, 1)
    ]


def _joined(part: Sequence[Group], number: int) -> Group:
    """All groups of a page as one, under their titles."""
    nodes = tuple(name for group in part for name in group.nodes)
    titles = [group.title for group in part if group.title]
    return Group(title=" · ".join(titles) or f"{nodes[0]} to {nodes[-1]}", nodes=nodes)


def _page(
    graph: ArgumentGraph, part: Sequence[Group], number: int, total: int, pages: dict[str, int]
) -> ArgumentGraph:
    """One page: its groups, and every relation that has an end on it."""
    own = {name for group in part for name in group.nodes}
    known = {edge.id for edge in graph.edges}
    near = {edge.id for edge in graph.edges if edge.source in own or _end(graph, edge) in own}
    while cut := {edge.target for edge in graph.edges if edge.id in near} & known - near:
        near |= cut  # what is undercut stands beside what undercuts it
    edges = tuple(edge for edge in graph.edges if edge.id in near)
    ends = {end for edge in edges for end in (edge.source, _end(graph, edge))} - own
    return replace(
        graph,
        nodes=tuple(node for node in graph.nodes if node.id in own),
        edges=edges,
        groups=tuple(part),
        main_claim=graph.main_claim if graph.main_claim in own else None,
        others=tuple(node for node in graph.nodes if node.id in ends),
        page=(number, total),
        pages=pages,
    )


def _end(graph: ArgumentGraph, edge: ArgumentEdge) -> str:
    """The node at the upper end of a relation; for an undercut, the source of what it cuts."""
    cut = graph.edge(edge.target) if edge.type is RelationType.UNDERCUTS else None
    return cut.source if cut else edge.target
