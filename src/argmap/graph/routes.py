"""How each relation is shown: as a line, as a line to a reference, or in words at its ends.

A map whose every relation is a line across the whole of it cannot be read. So a segment hangs by a
line under the first segment of its own group that it bears on; where that one stands in another
box, under a reference to it, a small node that names it. The main claim is the exception: lines
from the other boxes lead to it. What is left over is drawn where its line is short (`layout` knows
the places) and else told in words at both of its ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from argmap.model.labels import RelationType

from .groups import Group

MAX_FAN = 8  # lines that end at one node from its own box: two rows of four
MAX_DEPTH = 6  # rows of a tree before it goes on under a reference
MAX_LONG = 4  # lines that lead to the main claim from other boxes
SEE, STEP = "see-", "step-"  # how the name of a reference begins
_FOR_AND_AGAINST = (RelationType.SUPPORTS, RelationType.ATTACKS)


class Edge(Protocol):
    """A relation as far as the layout needs to know it."""

    @property
    def id(self) -> str:
        """The relation's id."""

    @property
    def source(self) -> str:
        """The node from which it comes."""

    @property
    def target(self) -> str:
        """The node that it bears on; the id of a relation for an undercut."""

    @property
    def type(self) -> RelationType:
        """What it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Which lines are drawn, and what stands under what.

    `parent` gives what a node, or a point on a line, stands under in its own group. `group` tells
    the place of the group of every node, point and reference. `points` names, for each relation
    that an undercut points at, the point on it; `references` names, for each reference, what it
    stands for: a node, or the source of the relation that is undercut. `lines` gives the upper end
    of each relation that is drawn; those of `left` may be, where the line is short.
    """

    parent: dict[str, str]
    group: dict[str, int]
    points: dict[str, str]
    references: dict[str, str]
    lines: dict[str, str]
    left: tuple[str, ...]


def find_routes(
    edges: Sequence[Edge],
    groups: Sequence[Group],
    main: str | None,
    far: Mapping[str, int] | None = None,
) -> Routes:
    """Decide for each relation how it is shown; same input, same routes.

    `far` counts how often a relation was found too long for a line in its box, or an undercut too
    far from the line that it cuts; each time it is moved under one more reference.
    """
    planner = _Planner(edges, groups, main, far or {})
    planner.lead_to_the_main_claim()
    planner.hang_in_the_group()
    planner.hang_undercuts()
    planner.hang_under_references()
    planner.keep_trees_small()
    return planner.routes()


def point_name(relation: str) -> str:
    """The name of the point on a relation's line; no segment can have it."""
    return f"at-{relation}"


@dataclass
class _Planner:
    edges: Sequence[Edge]
    groups: Sequence[Group]
    main: str | None
    far: Mapping[str, int]
    group: dict[str, int] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)
    points: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    hung: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.group = {name: place for place, one in enumerate(self.groups) for name in one.nodes}
        self.order = list(self.group)
        self.by_id = {edge.id: edge for edge in self.edges}
        self.cut = {
            edge.target
            for edge in self.edges
            if self._cuts(edge) and edge.source in self.group and edge.id not in self.far
        }
        self.out: dict[str, list[Edge]] = {}
        for edge in self.edges:
            if edge.source in self.group:
                self.out.setdefault(edge.source, []).append(edge)
        for own in self.out.values():  # what an undercut points at should be a line
            own.sort(key=lambda edge: edge.id not in self.cut)

    def lead_to_the_main_claim(self) -> None:
        """Give the first relations of the main claim, from its own box and others, their lines."""
        if self.main is None:
            return
        own = self.group.get(self.main)
        left = {True: MAX_FAN, False: MAX_LONG}
        found = [edge for name in self.order for edge in self.out.get(name, ())]
        found.sort(key=lambda edge: edge.type not in _FOR_AND_AGAINST)
        for edge in found:
            inside = self.group[edge.source] == own
            if edge.target != self.main or self._cuts(edge) or edge.id in self.far:
                continue
            if left[inside] and edge.source not in self.hung:
                left[inside] -= 1
                self._draw(edge, self.main)

    def hang_in_the_group(self) -> None:
        """Hang each node under the first one of its group that it bears on, without circles."""
        for name in self.order:
            if name in self.hung or name == self.main:
                continue
            for edge in self.out.get(name, ()):
                if self._cuts(edge) or edge.target == self.main:
                    continue
                if self._together(name, edge.target) and name not in self._line(edge.target):
                    self._draw(edge, edge.target)
                    break

    def hang_undercuts(self) -> None:
        """Hang what undercuts under the point on the line that it cuts, where that is drawn."""
        waiting = [edge for edge in self.edges if self._cuts(edge) and edge.source in self.group]
        while waiting:
            ready = [edge for edge in waiting if edge.target in self.points]
            if not ready:
                return
            waiting = [edge for edge in waiting if edge.target not in self.points]
            for edge in ready:
                point = self.points[edge.target]
                free = edge.source not in self.hung and edge.source != self.main
                near = self._together(edge.source, point)
                if free and near and edge.source not in self._line(point):
                    self._draw(edge, point)

    def hang_under_references(self) -> None:
        """Hang what bears only on something outside its group under a reference to that."""
        for name in self.order:
            if name in self.hung or name == self.main:
                continue
            for edge in self.out.get(name, ()):
                end = self.by_id[edge.target].source if self._cuts(edge) else edge.target
                if end != name and (end == self.main or not self._together(name, end)):
                    self._draw(edge, self._reference(self.group[name], end, step=self._cuts(edge)))
                    break

    def keep_trees_small(self) -> None:
        """Move what would make a tree too wide or too deep under a reference to what it hung on."""
        depth: dict[str, int] = {}
        fan: dict[str, int] = {}
        for name in self._from_the_top():
            upper = self.parent.get(name)
            depth[name] = 0 if upper is None else depth[upper] + 1
            if upper is None or upper in self.points.values():
                continue
            fan[upper] = fan.get(upper, 0) + 1
            hung_by = [edge for edge, end in self.lines.items() if end == upper]
            moved = max((self.far.get(e, 0) for e in hung_by if self._lowest(e) == name), default=0)
            if upper in self.references:
                if moved:
                    self._move(name, upper, moved)
            elif moved or fan[upper] > MAX_FAN or depth[name] >= MAX_DEPTH:
                fan[upper] -= 1
                depth[name] = 1
                self._move(name, upper, max(moved - 1, 0))

    def _move(self, name: str, upper: str, number: int) -> None:
        """Hang a node under another reference to what it hung on; `number` counts those."""
        end = self.references.get(upper, upper)
        step = upper.startswith(STEP)
        reference = self._reference(self.group[name], end, step=step, number=number)
        self.parent[name] = reference
        for relation, old in self.lines.items():
            if old == upper and self._lowest(relation) == name:
                self.lines[relation] = reference

    def routes(self) -> Routes:
        """What was decided."""
        left = [edge for edge in self.edges if edge.id not in self.lines]
        near = {e.target for e in left if self._cuts(e) and self._near_its_point(e)}
        for relation, point in list(self.points.items()):
            if point not in self.lines.values() and relation not in near:
                self._take_out(relation, point)
        return Routes(
            parent=self.parent,
            group=self.group,
            points=self.points,
            references=self.references,
            lines=self.lines,
            left=tuple(edge.id for edge in left),
        )

    def _cuts(self, edge: Edge) -> bool:
        return edge.type is RelationType.UNDERCUTS and edge.target in self.by_id

    def _together(self, one: str, other: str) -> bool:
        return self.group.get(one) is not None and self.group.get(one) == self.group.get(other)

    def _draw(self, edge: Edge, end: str) -> None:
        """Give a relation its line, with the point on it where it is cut."""
        self.lines[edge.id] = end
        self.hung.add(edge.source)
        lowest = edge.source
        if edge.id in self.cut:
            point = self.points[edge.id] = point_name(edge.id)
            self.group[point] = self.group[edge.source]
            self.parent[edge.source] = point
            lowest = point
        if end != self.main:
            self.parent[lowest] = end

    def _lowest(self, relation: str) -> str:
        """What stands next below the upper end of a line: its source, or the point on it."""
        return self.points.get(relation, self.by_id[relation].source)

    def _near_its_point(self, edge: Edge) -> bool:
        return edge.target in self.points and self._together(edge.source, self.points[edge.target])

    def _take_out(self, relation: str, point: str) -> None:
        """Take a point that nothing leads to off its line."""
        del self.points[relation], self.group[point]
        upper = self.parent.pop(point, None)
        source = self.by_id[relation].source
        if upper is None:
            del self.parent[source]
        else:
            self.parent[source] = upper

    def _reference(self, group: int, end: str, *, step: bool, number: int = 0) -> str:
        """The reference to something in one group: the first from a number on that has room."""
        while True:
            name = f"{STEP if step else SEE}{end}-{group}-{number}"
            if name not in self.references:
                self.references[name] = end
                self.group[name] = group
                return name
            if sum(upper == name for upper in self.parent.values()) < MAX_FAN:
                return name
            number += 1

    def _line(self, name: str) -> set[str]:
        """A node and all that it stands under."""
        line = {name}
        while name in self.parent:
            name = self.parent[name]
            line.add(name)
        return line

    def _from_the_top(self) -> Iterable[str]:
        """All that stands in a group, each after what it stands under, in the text's order."""
        children: dict[str | None, list[str]] = {}
        for name in self.group:
            children.setdefault(self.parent.get(name), []).append(name)
        order = list(children.get(None, ()))
        for name in order:
            order.extend(children.get(name, ()))
        return order


def children_of(parent: Mapping[str, str]) -> dict[str, list[str]]:
    """What stands under each, from what each stands under."""
    children: dict[str, list[str]] = {}
    for name, upper in parent.items():
        children.setdefault(upper, []).append(name)
    return children


class Piece(NamedTuple):
    """A line, or the lower or the upper part of one that is cut: from its tail to its head."""

    relation: str
    part: str
    tail: str
    head: str


def pieces_of(edges: Sequence[Edge], routes: Routes) -> list[Piece]:
    """The lines that are drawn, in the order of the relations; what is cut has two parts."""
    found = []
    for edge in edges:
        end = routes.lines.get(edge.id)
        if end is None:
            continue
        middle = routes.points.get(edge.id)
        if middle is None:
            found.append(Piece(edge.id, "", edge.source, end))
        else:
            found.append(Piece(edge.id, "lower", edge.source, middle))
            found.append(Piece(edge.id, "upper", middle, end))
    return found
