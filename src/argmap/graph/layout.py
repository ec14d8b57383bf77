"""Where each node stands: rows and columns, so that the map is a page and never an endless strip.

Graphviz's `dot` ranks by relations alone: unconnected nodes would all stand in one row. So the
place of every node is settled here and told to `dot` by invisible edges. Each group is a block of
rows, the main claim's own group first with that claim on top, then the others in their order. In a
block every node stands below what it supports, and trees and loose nodes are packed side by side in
at most `COLUMNS` columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph

COLUMNS = 4

Cell = tuple[int, int, str]
"""Row, column and name of a node or of a junction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rows of a map from the top, each with its cells from the left.

    `group` tells the place of each cell's group. `junctions` names, for each edge that an undercut
    points at, the point on it. A strut is an unseen cell that keeps the
    first column of a row, so that the groups stand flush.
    """

    rows: tuple[tuple[Cell, ...], ...]
    group: dict[str, int]
    junctions: dict[str, str]
    struts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Block:
    width: int
    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        return 1 + max((row for row, _, _ in self.cells), default=-1)


def arrange(graph: ArgumentGraph, columns: int = COLUMNS) -> Layout:
    """Give every node of the graph, and every point that an undercut hits, its row and column."""
    junctions = junction_names(graph.edges)
    above = _above(graph.edges, junctions)
    group = {name: place for place, part in enumerate(graph.groups) for name in part.nodes}
    members = {place: list(part.nodes) for place, part in enumerate(graph.groups)}
    for edge in graph.edges:
        if edge.id in junctions:
            group[junctions[edge.id]] = group[edge.source]
            members[group[edge.source]].append(junctions[edge.id])
    order = {name: place for place, name in enumerate(name for m in members.values() for name in m)}
    own = group.get(graph.main_claim or "")
    cells: list[Cell] = []
    struts: list[str] = []
    for place in sorted(members, key=lambda place: (place != own, place)):
        names = [name for name in members[place] if name != graph.main_claim]
        block = _group_block(names, above, graph.main_claim, order, columns)
        if place == own:
            block = _under(graph.main_claim or "", block)
        top = 1 + max((row for row, _, _ in cells), default=-1)
        cells.extend((top + row, column, name) for row, column, name in block.cells)
        for row in sorted(set(range(block.height)) - {r for r, c, _ in block.cells if c == 0}):
            struts.append(f"strut-{top + row}")
            group[struts[-1]] = place
            cells.append((top + row, 0, struts[-1]))
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells):
        rows.setdefault(cell[0], []).append(cell)
    return Layout(
        rows=tuple(tuple(rows[row]) for row in sorted(rows)),
        group=group,
        junctions=junctions,
        struts=frozenset(struts),
    )


def junction_names(edges: Iterable[ArgumentEdge]) -> dict[str, str]:
    """A name for the point on each edge that an undercut points at; no segment can have it."""
    edges = tuple(edges)
    cut = {edge.target for edge in edges if edge.type is RelationType.UNDERCUTS}
    return {edge.id: f"at-{edge.id}" for edge in edges if edge.id in cut}


def _above(edges: Iterable[ArgumentEdge], junctions: dict[str, str]) -> dict[str, list[str]]:
    """What stands above each node or junction: what it points at, the junction on the way first."""
    above: dict[str, list[str]] = {}
    for edge in edges:
        end = junctions[edge.target] if edge.type is RelationType.UNDERCUTS else edge.target
        if (middle := junctions.get(edge.id)) is not None:
            above.setdefault(edge.source, []).append(middle)
            above.setdefault(middle, []).append(end)
        else:
            above.setdefault(edge.source, []).append(end)
    return above


def _group_block(
    names: Sequence[str],
    above: dict[str, list[str]],
    main: str | None,
    order: dict[str, int],
    columns: int,
) -> _Block:
    """One group as a block no wider than it must be: what bears on the main claim comes first."""
    children, roots = _forest(names, above)

    def rank(root: str) -> tuple[bool, bool, int]:
        return main not in above.get(root, ()), root not in children, order[root]

    roots.sort(key=rank)
    best = _pack([_tree(root, children, order, columns) for root in roots], columns)
    for narrower in range(columns - 1, 0, -1):
        block = _pack([_tree(root, children, order, narrower) for root in roots], narrower)
        if block.height > best.height:
            break
        best = block
    return best


def _forest(
    names: Sequence[str], above: dict[str, list[str]]
) -> tuple[dict[str, list[str]], list[str]]:
    """The first way up from each node that makes no circle: children by parent, and the roots."""
    inside = set(names)
    parent: dict[str, str] = {}
    for name in names:
        for candidate in above.get(name, ()):
            if candidate in inside and name not in _line(candidate, parent):
                parent[name] = candidate
                break
    children: dict[str, list[str]] = {}
    for name, upper in parent.items():
        children.setdefault(upper, []).append(name)
    return children, [name for name in names if name not in parent]


def _line(name: str, parent: dict[str, str]) -> set[str]:
    """A node and all that stand above it."""
    line = {name}
    while name in parent:
        name = parent[name]
        line.add(name)
    return line


def _tree(root: str, children: dict[str, list[str]], order: dict[str, int], columns: int) -> _Block:
    """A node over the blocks of what stands below it, built from the leaves upwards."""
    waiting, topdown = [root], []
    while waiting:
        name = waiting.pop()
        topdown.append(name)
        waiting.extend(children.get(name, ()))
    blocks: dict[str, _Block] = {}
    for name in reversed(topdown):
        below = sorted(children.get(name, ()), key=order.__getitem__)
        packed = _pack([blocks.pop(child) for child in below], columns)
        cells = [(row + 1, column, lower) for row, column, lower in packed.cells]
        width = max(packed.width, 1)
        blocks[name] = _Block(width, ((0, (width - 1) // 2, name), *cells))
    return blocks[root]


def _under(name: str, block: _Block) -> _Block:
    """A block below a cell of its own, over the middle one of the block's first row."""
    first = [column for row, column, _ in block.cells if row == 0]
    half = (block.width - 1) / 2
    middle = min(first, key=lambda column: (abs(column - half), column), default=0)
    cells = ((row + 1, column, lower) for row, column, lower in block.cells)
    return _Block(max(block.width, 1), ((0, middle, name), *cells))


def _pack(blocks: Iterable[_Block], columns: int) -> _Block:
    """Put each block as high as it goes, then as far left: a skyline that grows downwards."""
    heights = [0] * columns
    cells: list[Cell] = []
    for block in blocks:
        places = range(columns - block.width + 1)
        left = min(places, key=lambda x: (max(heights[x : x + block.width]), x))
        top = max(heights[left : left + block.width])
        cells.extend((top + row, left + column, name) for row, column, name in block.cells)
        heights[left : left + block.width] = [top + block.height] * block.width
    return _Block(1 + max((column for _, column, _ in cells), default=-1), tuple(cells))
