"""Where everything on a map stands, in points: boxes in straight columns, rows with even gaps.

All boxes have one width, so that columns are straight on both sides. In a row they hang from one
line; how far the next row is depends on whether a line runs between the two. Here y grows from the
top downwards.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from .layout import Layout
from .routes import Piece

BOX_WIDTH = 200.0
GUTTER = 30.0  # between columns: two borders of groups, and lines; a wider font has room, too
MARGIN = 10.0  # between a group's border and its boxes
NARROW, WIDE = 14.0, 32.0  # between rows without a line and with one
BETWEEN = 12.0  # between groups that stand one below the other
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

    `home` gives the group, the row and the column of a node, `rows` the top and the bottom of a
    group's row, `free` the columns of it where nothing stands, `span` a group's first and last
    column. A point on a line is a rectangle without width.
    """

    boxes: dict[str, Rectangle]
    groups: dict[int, Rectangle]
    home: dict[str, tuple[int, int, int]]
    rows: dict[tuple[int, int], tuple[float, float]]
    free: dict[tuple[int, int], list[int]]
    span: dict[int, tuple[int, int]]
    bottom: float


def column_left(column: int) -> float:
    """Where the boxes of a column begin."""
    return MARGIN + column * (BOX_WIDTH + GUTTER)


def find_places(
    layout: Layout,
    pieces: Sequence[Piece],
    heights: Mapping[str, float],
    headers: Mapping[int, float],
) -> Places:
    """Turn rows and columns into points.

    Args:
        layout: the rows and columns.
        pieces: the lines to be drawn.
        heights: how high each node is; what is missing is a point on a line.
        headers: how high the title of each group is that has one.
    """
    places = Places({}, {}, {}, {}, {}, {}, 0.0)
    cells: dict[int, dict[int, list[tuple[int, str]]]] = {}
    for row in layout.rows:
        for number, column, name in row:
            group = layout.group[name]
            cells.setdefault(group, {}).setdefault(number, []).append((column, name))
            places.home[name] = (group, number, column)
    below_lines = _below_lines(pieces, places.home)
    areas = sorted(layout.areas, key=lambda area: (area.top, area.left))
    y = bottom = 0.0
    for _, shelf in groupby(areas, key=lambda area: area.top):
        members = list(shelf)
        header = max(headers.get(area.group, 0.0) for area in members)
        first = y + header
        if header and any((area.group, area.top) in below_lines for area in members):
            first += WIDE - NARROW
        bottom = max(
            _set_rows(places, layout, cells[area.group], heights, first, below_lines)
            for area in members
        )
        for area in members:
            columns = [column for column, _ in cells[area.group][area.top]]
            places.span[area.group] = (columns[0], columns[-1])
            if area.group in headers:
                places.groups[area.group] = Rectangle(
                    column_left(columns[0]) - MARGIN,
                    y,
                    column_left(columns[-1]) + BOX_WIDTH + MARGIN,
                    bottom + MARGIN,
                )
        bottom += MARGIN if header else 0
        y = bottom + BETWEEN
    return Places(
        places.boxes,
        places.groups,
        places.home,
        places.rows,
        places.free,
        places.span,
        bottom,
    )


def _below_lines(
    pieces: Sequence[Piece], home: Mapping[str, tuple[int, int, int]]
) -> set[tuple[int, int]]:
    """The rows of groups that have a line in the gap above them."""
    found = set()
    for piece in pieces:
        group, row, _ = home[piece.tail]
        other, end, _ = home[piece.head]
        if group == other:
            found |= {(group, number) for number in range(min(row, end) + 1, max(row, end) + 1)}
        else:
            found |= {(group, row), (other, end + 1)}
    return found


def _set_rows(
    places: Places,
    layout: Layout,
    rows: Mapping[int, Sequence[tuple[int, str]]],
    heights: Mapping[str, float],
    y: float,
    below_lines: set[tuple[int, int]],
) -> float:
    """Set the boxes of one group, row below row from y on, and return where they end."""
    bottom = y
    for number, row in sorted(rows.items()):
        group = layout.group[row[0][1]]
        seen = [(column, name) for column, name in row if name not in layout.struts]
        places.free[group, number] = [c for c, name in row if name in layout.struts]
        if not seen:  # the group ends above the bottom of its shelf
            places.rows[group, number] = (bottom, bottom)
            continue
        if places.rows and (group, number - 1) in places.rows:
            y = bottom + (WIDE if (group, number) in below_lines else NARROW)
        bottom = y + max(heights.get(name, POINT_ROOM) for _, name in seen)
        places.rows[group, number] = (y, bottom)
        for column, name in seen:
            left, high = column_left(column), heights.get(name)
            if high is None:
                middle = left + BOX_WIDTH / 2
                places.boxes[name] = Rectangle(
                    middle, y + POINT_ROOM / 2, middle, y + POINT_ROOM / 2
                )
            else:
                places.boxes[name] = Rectangle(left, y, left + BOX_WIDTH, y + high)
    return bottom
