"""Where each node stands: rows and columns, so that the map is a page and never an endless strip.

Graphviz's `dot` ranks by relations alone: unconnected nodes would all stand in one row. So the
place of every node is settled here and told to `dot` by invisible edges. Each group is a block of
rows, the main claim's own group first with that claim on top, then the others in their order. In a
block every node stands below what it supports, and trees and loose nodes are packed side by side in
at most `COLUMNS` columns. Every cell of the grid is filled, by an unseen strut where need be, since
`dot` keeps columns straight only where nothing but a neighbour stands above a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from argmap.model.labels import RelationType

from .groups import Group
from .routes import Edge, Routes, children_of, find_routes

COLUMNS = 4
SHORT = 2  # rows that the line of a relation may span which nothing hangs by
SHORT_TO_A_LINE = 4  # the same for what undercuts, since it has to hit a line

Cell = tuple[int, int, str]
"""Row, column and name of a node, a point, a reference or a strut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rows of a map from the top, each with as many cells from the left.

    `group` tells the place of each cell's group; a strut is an unseen cell. `routes.left` holds the
    relations that are told in words.
    """

    rows: tuple[tuple[Cell, ...], ...]
    group: dict[str, int]
    routes: Routes
    struts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Block:
    width: int
    cells: tuple[Cell, ...]

    @property
    def height(self) -> int:
        return 1 + max((row for row, _, _ in self.cells), default=-1)


def arrange(
    edges: Sequence[Edge], groups: Sequence[Group], main: str | None, columns: int = COLUMNS
) -> Layout:
    """Give every node, every point on a line and every reference its row and column."""
    routes = find_routes(edges, groups, main)
    children = children_of(routes.parent)
    order = _reading_order(routes, children)
    to_main = _tied_to_main(edges, routes, main)
    members: dict[int, list[str]] = {}
    for name, place in routes.group.items():
        members.setdefault(place, []).append(name)
    own = routes.group.get(main or "")
    cells: list[Cell] = []
    for place in sorted(members, key=lambda place: (place != own, place)):
        roots = [n for n in members[place] if n not in routes.parent and n != main]
        roots.sort(key=lambda name: (name not in to_main, name not in children, order[name]))
        block = _group_block(roots, children, order, columns)
        if place == own:
            block = _under(main or "", block)
        top = 1 + max((row for row, _, _ in cells), default=-1)
        cells.extend((top + row, column, name) for row, column, name in block.cells)
    rows, struts = _filled(cells, routes.group)
    group = routes.group | {name: place for name, place in struts.items()}
    routes = _with_short_lines(edges, routes, cells)
    return Layout(rows=rows, group=group, routes=routes, struts=frozenset(struts))


def _tied_to_main(edges: Sequence[Edge], routes: Routes, main: str | None) -> set[str]:
    """The roots whose line leads to the main claim, or the points that stand on such lines."""
    return {
        routes.points.get(edge.id, edge.source)
        for edge in edges
        if main is not None and routes.lines.get(edge.id) == main
    }


def _reading_order(routes: Routes, children: dict[str, list[str]]) -> dict[str, int]:
    """Where each name stands in the text; a point or a reference stands where what it heads does."""
    place = {name: number for number, name in enumerate(routes.group)}
    heads = {*routes.points.values(), *routes.references}
    order = {}
    for name in place:
        first = name
        while first in heads and first in children:
            first = min(children[first], key=place.__getitem__)
        order[name] = place[first]
    return order


def _filled(
    cells: Sequence[Cell], group: dict[str, int]
) -> tuple[tuple[tuple[Cell, ...], ...], dict[str, int]]:
    """The cells as full rows, with struts where nothing stands, and the group of each strut."""
    width = 1 + max((column for _, column, _ in cells), default=-1)
    found = {(row, column): name for row, column, name in cells}
    groups = {row: group[name] for row, _, name in cells}
    rows, struts = [], {}
    for row in sorted(groups):
        line = []
        for column in range(width):
            name = found.get((row, column))
            if name is None:
                name = f"strut-{row}-{column}"
                struts[name] = groups[row]
            line.append((row, column, name))
        rows.append(tuple(line))
    return tuple(rows), struts


def _with_short_lines(edges: Sequence[Edge], routes: Routes, cells: Sequence[Cell]) -> Routes:
    """The routes with a line for each relation that was left over and needs but a short one."""
    place = {name: (row, column) for row, column, name in cells}
    lines = dict(routes.lines)
    for edge in edges:
        if edge.id not in routes.left:
            continue
        limit, end = SHORT, edge.target
        if edge.type is RelationType.UNDERCUTS and edge.target in routes.points:
            limit, end = SHORT_TO_A_LINE, routes.points[edge.target]
        if routes.group.get(end) is None or routes.group.get(end) != routes.group.get(edge.source):
            continue
        rows = abs(place[end][0] - place[edge.source][0])
        beside = rows == 0 and abs(place[end][1] - place[edge.source][1]) == 1
        if 0 < rows <= limit or beside:
            lines[edge.id] = end
    left = tuple(identifier for identifier in routes.left if identifier not in lines)
    return replace(routes, lines=lines, left=left)


def _group_block(
    roots: Sequence[str], children: dict[str, list[str]], order: dict[str, int], columns: int
) -> _Block:
    """One group as a block no wider than it must be."""
    best = _pack([_tree(root, children, order, columns) for root in roots], columns)
    for narrower in range(columns - 1, 0, -1):
        block = _pack([_tree(root, children, order, narrower) for root in roots], narrower)
        if block.height > best.height:
            break
        best = block
    return best


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
