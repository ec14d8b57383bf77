"""Where everything on a map stands, in points: boxes in straight columns, with even gaps.

All boxes have one width, so that columns are straight on both sides. What hangs under one node
begins at one line, as do the trees that the layout has in one row; apart from that each tree is as
high as its own boxes are, and the gap between two boxes depends only on whether a line runs in it.
Here y grows from the top downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from .layout import Layout
from .routes import Piece

BOX_WIDTH = 200.0
GUTTER = 30.0  # between columns: two borders of groups, and lines; a wider font has room, too
MARGIN = 10.0  # between a group's border and its boxes
NARROW, WIDE = 14.0, 32.0  # between boxes in a column without a line and with one
BETWEEN = 12.0  # between groups that stand one below the other
MOST_MOVED = 90.0  # how far down a box may be moved to begin at one line with its row
POINT_ROOM = 24.0  # the height of a cell that holds a point on a line


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Its sides, in points; the top is less than the bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """What is as far from the left side as from the right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Places:
    """The rectangle of each node, and of each group that has a title.

    `home` gives the group and the column of a node, `gap` how much room is above it for a line,
    `bands` where what hangs next under a node begins, `columns` how many the map has, `titles` what
    the words of a group's title take. A point on a line is a rectangle without width.
    """

    boxes: dict[str, Rectangle]
    groups: dict[int, Rectangle]
    home: dict[str, tuple[int, int]]
    gap: dict[str, float]
    bands: dict[str, float]
    titles: list[Rectangle]
    columns: int
    bottom: float


def column_left(column: int) -> float:
    """Where the boxes of a column begin."""
    return MARGIN + column * (BOX_WIDTH + GUTTER)


def find_places(
    layout: Layout,
    pieces: Sequence[Piece],
    heights: Mapping[str, float],
    headers: Mapping[int, tuple[float, float]],
) -> Places:
    """Turn rows and columns into points.

    Args:
        layout: the rows and columns.
        pieces: the lines to be drawn.
        heights: how high each node is; what is missing is a point on a line.
        headers: how wide the words of a group's title are and how high it is, where it has one.
    """
    return _Placer(layout, pieces, heights).place(headers)


class _Placer:
    def __init__(
        self, layout: Layout, pieces: Sequence[Piece], heights: Mapping[str, float]
    ) -> None:
        self.layout = layout
        self.heights = heights
        self.cells: dict[int, dict[int, list[tuple[int, str]]]] = {}
        self.row: dict[str, int] = {}
        self.home: dict[str, tuple[int, int]] = {}
        self.span: dict[int, tuple[int, int]] = {}
        for row in layout.rows:
            for number, column, name in row:
                group = layout.group[name]
                first, last = self.span.get(group, (column, column))
                self.span[group] = (min(first, column), max(last, column))
                if name not in layout.struts:
                    self.cells.setdefault(group, {}).setdefault(number, []).append((column, name))
                    self.row[name], self.home[name] = number, (group, column)
        self.hung = self._hung(pieces)
        self.open_above, self.open_below = self._open(pieces)
        self.boxes: dict[str, Rectangle] = {}
        self.gap: dict[str, float] = {}
        self.bands: dict[str, float] = {}

    def place(self, headers: Mapping[int, tuple[float, float]]) -> Places:
        """Group below group, those of one shelf side by side."""
        groups: dict[int, Rectangle] = {}
        titles: list[Rectangle] = []
        areas = sorted(self.layout.areas, key=lambda area: (area.top, area.left))
        y = bottom = 0.0
        for _, shelf in groupby(areas, key=lambda area: area.top):
            members = [area.group for area in shelf]
            header = max(headers[group][1] if group in headers else 0.0 for group in members)
            first = y + header
            room = 0.0
            if header and any(self._leaves(group) for group in members):
                room = WIDE - NARROW
            bottom = max(self._set_group(group, first + room, room) for group in members)
            bottom += MARGIN if header else 0.0
            for group in members:
                if group in headers:
                    left, right = (column_left(column) for column in self.span[group])
                    groups[group] = Rectangle(left - MARGIN, y, right + BOX_WIDTH + MARGIN, bottom)
                    wide, high = headers[group]
                    titles.append(Rectangle(left, y, left + wide, y + high))
            y = bottom + BETWEEN
        columns = 1 + max((last for _, last in self.span.values()), default=0)
        return Places(self.boxes, groups, self.home, self.gap, self.bands, titles, columns, bottom)

    def _hung(self, pieces: Sequence[Piece]) -> dict[str, str]:
        """What each node hangs under in its own group."""
        hung = dict(self.layout.routes.parent)
        for piece in pieces:
            tail, head = piece.tail, piece.head
            if self.home[tail][0] == self.home[head][0] and self.row[tail] > self.row[head]:
                hung.setdefault(tail, head)
        return hung

    def _open(self, pieces: Sequence[Piece]) -> tuple[set[str], set[str]]:
        """What a line may leave or reach from above, and what from below."""
        above, below = set(), set()
        for piece in pieces:
            above.add(piece.tail)
            below.add(piece.head)
            inside = self.home[piece.tail][0] == self.home[piece.head][0]
            if inside and self.hung.get(piece.tail) != piece.head:
                above.add(piece.head)  # which of the two stands higher is not known yet
                below.add(piece.tail)
        return above, below

    def _leaves(self, group: int) -> bool:
        """Whether a line may leave a box on top of a group upwards."""
        first = self.cells[group][min(self.cells[group])]
        return any(name in self.open_above for _, name in first)

    def _set_group(self, group: int, first: float, room: float) -> float:
        """Set the boxes of one group, row after row from `first` on, and return where they end."""
        floor: dict[int, float] = {}  # how far down each column is taken
        least: dict[int, float] = {}  # and from where on something may stand in it
        last: dict[int, str] = {}

        def gap(column: int, name: str) -> float:
            lined = name in self.open_above or last.get(column) in self.open_below
            return WIDE if lined else NARROW

        def high(column: int, name: str) -> float:
            """How high a box may stand."""
            own = floor[column] + gap(column, name) if column in floor else first
            return max(own, least.get(column, first))

        for number, row in sorted(self.cells[group].items()):
            together: dict[str | None, list[tuple[int, str]]] = {}
            for column, name in row:
                together.setdefault(self.hung.get(name), []).append((column, name))
            loose = _in_line(together.pop(None, []), high)
            sets = [*together.items(), *((None, some) for some in loose)]
            for upper, some in sets:
                y = max(high(column, name) for column, name in some)
                if upper is not None:
                    columns = [column for column, _ in some]
                    if self.row[upper] == number - 1:
                        ends = [*columns, self.home[upper][1]]
                        columns = list(range(min(ends), max(ends) + 1))
                    y = max([y, *(high(column, some[0][1]) for column in columns)])
                    self.bands.setdefault(upper, y)
                    # nothing comes between these and what they hang under
                    least |= {column: max(y, least.get(column, y)) for column in columns}
                for column, name in some:
                    self.gap[name] = gap(column, name) if column in floor or upper else room
                    self.boxes[name] = box = self._box(name, column, y)
                    floor[column] = max(box.bottom, y + (POINT_ROOM if _is_point(box) else 0))
                    last[column] = name
                    if name == self.layout.main:
                        left, right = self.span[group]
                        least = dict.fromkeys(range(left, right + 1), box.bottom + WIDE)
        return max(floor.values())

    def _box(self, name: str, column: int, y: float) -> Rectangle:
        left, high = column_left(column), self.heights.get(name)
        if high is None:
            middle = left + BOX_WIDTH / 2
            return Rectangle(middle, y + POINT_ROOM / 2, middle, y + POINT_ROOM / 2)
        return Rectangle(left, y, left + BOX_WIDTH, y + high)


def _in_line(
    cells: Sequence[tuple[int, str]], high: Callable[[int, str], float]
) -> list[list[tuple[int, str]]]:
    """What of a row begins at one line: all but those that would be moved far down for it."""
    found: list[list[tuple[int, str]]] = []
    start = 0.0
    for cell in sorted(cells, key=lambda cell: (high(*cell), cell[0])):
        if not found or high(*cell) - start > MOST_MOVED:
            found.append([])
            start = high(*cell)
        found[-1].append(cell)
    return found


def _is_point(box: Rectangle) -> bool:
    return box.left == box.right
