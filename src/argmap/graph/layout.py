"""Where each node stands: rows and columns, so that the map is a page and never an endless strip.

Graphviz's `dot` ranks by relations alone: unconnected nodes would all stand in one row. So the
row and the column of every node are settled here. The main claim's own group comes first with that
claim on top, then the others in their order, small ones side by side. In a group every node stands
below what it supports, and trees and loose nodes are packed in columns, of which the map has at
most `COLUMNS`. A cell where nothing stands is named, too: a strut, through which a line may pass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.model.labels import RelationType

from .groups import Group
from .packing import Area, Block, Cell, pack_trees, shelve, under
from .routes import Edge, Routes, children_of, find_routes

COLUMNS = 4
MAX_RISE = 2  # rows that the line of a tree may span
MAX_RISE_TO_MAIN = 6  # the same for one that leads to the main claim in its own box
MAX_MOVES = 20  # times that what hangs too low is moved before it may stay there
SHORT = 2  # rows that the line of a relation may span which nothing hangs by
SHORT_TO_A_LINE = 4  # the same for what undercuts, since it has to hit a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rows of a map from the top, each with as many cells from the left.

    `group` tells the place of each cell's group, `areas` what part of the grid each group has; a
    strut is a cell where nothing stands. `routes.left` holds the relations that are told in words,
    `main` is the main claim, where the map has one.
    """

    rows: tuple[tuple[Cell, ...], ...]
    group: dict[str, int]
    routes: Routes
    struts: frozenset[str]
    areas: tuple[Area, ...]
    main: str | None = None


def arrange(
    edges: Sequence[Edge],
    groups: Sequence[Group],
    main: str | None,
    *,
    apart: int | None = None,
    columns: int = COLUMNS,
) -> Layout:
    """Give every node, every point on a line and every reference its row and column.

    The group at the place `apart` has its rows for itself.
    """
    far: Counter[str] = Counter()
    for _ in range(MAX_MOVES):
        routes = find_routes(edges, groups, main, far)
        cells, areas = _cells(edges, routes, main, apart, columns)
        routes = _with_short_lines(edges, routes, cells)
        longer = _too_far(edges, routes, cells, main)
        if not longer:
            break
        far.update(longer)
    rows, struts = _filled(cells, areas)
    return Layout(
        rows=rows,
        group=routes.group | struts,
        routes=routes,
        struts=frozenset(struts),
        areas=tuple(areas),
        main=main,
    )


def _cells(
    edges: Sequence[Edge],
    routes: Routes,
    main: str | None,
    apart: int | None,
    columns: int,
) -> tuple[list[Cell], list[Area]]:
    """The cells of all groups and the area of each, the main claim's own on top."""
    children = children_of(routes.parent)
    order = _reading_order(routes, children)
    to_main = _tied_to_main(edges, routes, main)
    members: dict[int, list[str]] = {}
    for name, place in routes.group.items():
        members.setdefault(place, []).append(name)
    own = routes.group.get(main or "")

    def rank(name: str) -> tuple[bool, bool, int]:
        tied = name in to_main
        return not tied, (name in children) is tied, order[name]

    def packed(place: int) -> list[Block]:
        roots = [n for n in members[place] if n not in routes.parent and n != main]
        found = pack_trees(sorted(roots, key=rank), children, order, columns)
        return [under(main or "", one, to_main) for one in found] if place == own else found

    rest = [place for place in sorted(members) if place != own]
    shelves = [[own]] if own is not None else []
    if apart in rest:
        at = rest.index(apart)
        shelves += [rest[:at], [apart], rest[at + 1 :]]
    else:
        shelves.append(rest)
    cells: list[Cell] = []
    areas: list[Area] = []
    for places in shelves:
        blocks = {place: packed(place) for place in places}
        top = max((area.bottom for area in areas), default=0)
        for chosen, area in shelve(blocks, top, columns):
            areas.append(area)
            cells += [(area.top + r, area.left + c, name) for r, c, name in chosen.cells]
    return cells, areas


def _too_far(
    edges: Sequence[Edge], routes: Routes, cells: Sequence[Cell], main: str | None
) -> set[str]:
    """Relations whose line in one box spans too many rows, and undercuts far from their line."""
    row_of = {name: row for row, _, name in cells}
    found = set()
    for edge in edges:
        end = routes.lines.get(edge.id)
        if end is None:
            if edge.target in routes.points:
                found.add(edge.id)
            continue
        lowest = routes.points.get(edge.id, edge.source)
        rise = row_of[lowest] - row_of[end]
        limit = MAX_RISE_TO_MAIN if end == main else MAX_RISE
        if rise > limit and routes.group[lowest] == routes.group[end]:
            found.add(edge.id)
    return found


def _tied_to_main(edges: Sequence[Edge], routes: Routes, main: str | None) -> set[str]:
    """The roots whose line leads to the main claim, or the points that stand on such lines."""
    return {
        routes.points.get(edge.id, edge.source)
        for edge in edges
        if main is not None and routes.lines.get(edge.id) == main
    }


def _reading_order(routes: Routes, children: dict[str, list[str]]) -> dict[str, int]:
    """Where each name stands in the text; a point or a reference where what it heads does."""
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
    cells: Sequence[Cell], areas: Sequence[Area]
) -> tuple[tuple[tuple[Cell, ...], ...], dict[str, int]]:
    """The cells as full rows, with struts where nothing stands, and the group of each strut."""
    width = 1 + max((column for _, column, _ in cells), default=-1)
    found = {(row, column): name for row, column, name in cells}
    rows: dict[int, list[Cell]] = {}
    struts = {}
    for area in sorted(areas, key=lambda area: (area.top, area.left)):
        for row in range(area.top, area.bottom):
            for column in range(area.left, min(area.right, width)):
                name = found.get((row, column))
                if name is None:
                    name = f"strut-{row}-{column}"
                    struts[name] = area.group
                rows.setdefault(row, []).append((row, column, name))
    return tuple(tuple(rows[row]) for row in sorted(rows)), struts


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
        columns = abs(place[end][1] - place[edge.source][1])
        if columns <= 1 and rows + columns > 0 and rows <= limit:
            lines[edge.id] = end
    left = tuple(identifier for identifier in routes.left if identifier not in lines)
    return replace(routes, lines=lines, left=left)
