"""The course of each line: up through the gaps between rows, past boxes through the gutters.

A line leaves a box at its upper side and arrives at the lower side of another, or the other way
round where it leads down the map. In a gap between two rows it swings sideways in a Bezier curve; a
row in between it passes straight, through a cell where nothing stands or a gutter. y grows
downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .dot_points import Point
from .places import BOX_WIDTH, GUTTER, MARGIN, NARROW, WIDE, Places, Rectangle, column_left
from .routes import Piece

_ENDS_APART = 24.0  # points between lines that end at one side of a box
_CORNER = 16.0  # where no line ends
_LANES_APART = 6.0  # between lines that share a gutter
_MAX_LANES = 5
_SIGN_OFF, _SIGN_ASIDE = 9.0, 5.0  # how far the middle of a sign is from the box and from the line


@dataclass(frozen=True, slots=True)
class Line:
    """Knots and handles of a Bezier curve from tail to head, and where its sign stands.

    The sign begins at the point `sign`, or ends there if `before`; the point is at half its height.
    """

    points: tuple[Point, ...]
    sign: Point
    before: bool
    level: bool


class _Curve:
    """A Bezier curve that is built from its lower end."""

    def __init__(self, start: Point) -> None:
        self.points = [start]

    def straight(self, end: Point) -> None:
        """Go on in a straight line."""
        (x, y), (to_x, to_y) = self.points[-1], end
        if (x, y) == end:
            return
        for near, far in ((2, 1), (1, 2)):
            self.points.append(((x * near + to_x * far) / 3, (y * near + to_y * far) / 3))
        self.points.append(end)

    def swing(self, end: Point) -> None:
        """Go on sideways, upright at both ends."""
        (x, y), (to_x, to_y) = self.points[-1], end
        if x == to_x:
            self.straight(end)
            return
        middle = (y + to_y) / 2
        self.points += [(x, middle), (to_x, middle), end]


def find_lines(pieces: Sequence[Piece], places: Places) -> dict[tuple[str, str], Line]:
    """The course of each piece, by its relation and part."""
    return _Router(pieces, places).lines()


class _Router:
    def __init__(self, pieces: Sequence[Piece], places: Places) -> None:
        self.pieces = pieces
        self.places = places
        self.used: dict[tuple[int, int, float], int] = {}
        self.columns = 1 + max((last for _, last in places.span.values()), default=0)
        self.ends = self._ends()

    def lines(self) -> dict[tuple[str, str], Line]:
        return {(piece.relation, piece.part): self._line(piece) for piece in self.pieces}

    def _line(self, piece: Piece) -> Line:
        tail, head = self.places.boxes[piece.tail], self.places.boxes[piece.head]
        if self._level(piece):
            return _level(tail, head)
        up = self._up(piece)
        x, to_x = self.ends[piece, piece.tail], self.ends[piece, piece.head]
        if not up and _is_point(head):
            return _from_the_side(tail, head, x)
        lower, upper = (piece.tail, piece.head) if up else (piece.head, piece.tail)
        points = self._course(lower, upper, *((x, to_x) if up else (to_x, x)))
        points = points if up else points[::-1]
        turn = next((a for a, _ in points if a != x), x)
        off = tail.top - _SIGN_OFF if up else tail.bottom + _SIGN_OFF
        aside = -_SIGN_ASIDE if turn > x else _SIGN_ASIDE
        return Line(tuple(points), (x + aside, off), before=turn > x, level=False)

    def _course(self, lower: str, upper: str, x: float, to_x: float) -> list[Point]:
        """From the upper side of one box to the lower side of another that stands above it."""
        rows = self.places.rows
        group, row, _ = self.places.home[lower]
        over, end, _ = self.places.home[upper]
        box, goal = self.places.boxes[lower], self.places.boxes[upper]
        curve = _Curve((x, box.top))
        curve.straight((x, rows[group, row][0]))
        if group == over:
            for number in range(row - 1, end, -1):
                high, low = rows[group, number]
                x = self._lane(group, number, x, to_x)
                curve.swing((x, low))
                curve.straight((x, high))
        else:
            x = self._gutter(x, to_x)
            above = rows.get((group, row - 1))
            curve.swing((x, above[1] if above else rows[group, row][0] - (WIDE - NARROW)))
            below = rows.get((over, end + 1))
            curve.straight((x, below[0] if below else goal.bottom + MARGIN * 2))
        curve.swing((to_x, rows[over, end][1] if not _is_point(goal) else goal.bottom))
        curve.straight((to_x, goal.bottom))
        return curve.points

    def _lane(self, group: int, row: int, x: float, to_x: float) -> float:
        """Where a line passes a row: straight through an empty cell, else through a gutter."""
        first, last = self.places.span[group]
        edge = MARGIN / 2
        choices = [column_left(column) - GUTTER / 2 for column in range(first + 1, last + 1)]
        choices += [column_left(first) - edge, column_left(last) + BOX_WIDTH + edge]
        for column in self.places.free[group, row]:
            left = column_left(column) + _CORNER
            choices.append(min(max(x, left), left + BOX_WIDTH - 2 * _CORNER))
        return self._apart(group, row, min(choices, key=lambda c: (abs(c - x) + abs(c - to_x), c)))

    def _gutter(self, x: float, to_x: float) -> float:
        """The gutter by which a line leads from one group up to another."""
        choices = [column_left(column) - GUTTER / 2 for column in range(1, self.columns)]
        choices = choices or [column_left(1) - GUTTER + MARGIN / 2]
        return self._apart(-1, -1, min(choices, key=lambda c: (abs(c - x) + abs(c - to_x), c)))

    def _apart(self, group: int, row: int, x: float) -> float:
        """The same place, moved aside for each line that passes there already."""
        number = self.used.get((group, row, x), 0)
        self.used[group, row, x] = number + 1
        number %= _MAX_LANES
        return x + (number + 1) // 2 * _LANES_APART * (-1 if number % 2 else 1)

    def _level(self, piece: Piece) -> bool:
        return self.places.home[piece.tail][:2] == self.places.home[piece.head][:2]

    def _up(self, piece: Piece) -> bool:
        return self.places.boxes[piece.tail].top > self.places.boxes[piece.head].top

    def _ends(self) -> dict[tuple[Piece, str], float]:
        """Where each piece leaves and arrives: those at one side of a box side by side."""
        sides: dict[tuple[str, bool], list[tuple[float, int, Piece]]] = {}
        boxes = self.places.boxes
        for number, piece in enumerate(self.pieces):
            if self._level(piece):
                continue
            up = self._up(piece)
            for own, other, upper in (
                (piece.tail, piece.head, up),
                (piece.head, piece.tail, not up),
            ):
                sides.setdefault((own, upper), []).append((boxes[other].middle, number, piece))
        found = {}
        for (own, _), some in sides.items():
            middle = boxes[own].middle
            some.sort(key=lambda one: one[:2])
            straight = [place for place, (x, _, _) in enumerate(some) if x == middle]
            first = straight[0] if straight else (len(some) - 1) / 2
            most = max(first, len(some) - 1 - first, 1)
            apart = min(_ENDS_APART, (BOX_WIDTH / 2 - _CORNER) / most)
            if _is_point(boxes[own]):
                apart = 0.0
            for place, (_, _, piece) in enumerate(some):
                found[piece, own] = middle + (place - first) * apart
        return found


def _is_point(box: Rectangle) -> bool:
    return box.left == box.right


def _level(tail: Rectangle, head: Rectangle) -> Line:
    """From the side of one box to the side of its neighbour."""
    points = [box.top for box in (tail, head) if _is_point(box)]
    y = points[0] if points else tail.top + min(tail.bottom - tail.top, head.bottom - head.top) / 2
    right = tail.middle < head.middle
    start, end = (tail.right, head.left) if right else (tail.left, head.right)
    curve = _Curve((start, y))
    curve.straight((end, y))
    sign = ((start + end) / 2 - _SIGN_ASIDE, y - _SIGN_OFF)
    return Line(tuple(curve.points), sign, before=False, level=True)


def _from_the_side(tail: Rectangle, head: Rectangle, x: float) -> Line:
    """Down to a point on a line that itself leads upwards: it arrives at the point's side."""
    y = head.top
    end = head.middle + (4 if x > head.middle else -4)
    points = ((x, tail.bottom), (x, (tail.bottom + y) / 2), (x, y), (end, y))
    return Line(points, (x + _SIGN_ASIDE, tail.bottom + _SIGN_OFF), before=False, level=False)
