"""The course of each line: up through the gaps between boxes, past others through the gutters.

A line leaves a box at its upper side and arrives at the lower side of another, or the other way
round where it leads down the map. To what hangs next under a node it swings in a Bezier curve; what
is further away it reaches by a gutter between two columns. y grows downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .dot_points import Point
from .places import BOX_WIDTH, GUTTER, MARGIN, WIDE, Places, Rectangle, column_left
from .routes import Piece

_ENDS_APART = 24.0  # points between lines that end at one side of a box
_CORNER = 16.0  # where no line ends
_LANES = (0.0, 5.0, -5.0)  # where lines that share a gutter are, from its middle
_SIGN_OFF, _SIGN_ASIDE = 9.0, 5.0  # how far the middle of a sign is from the box and from the line
_BESIDE = 16.0  # how far boxes stand side by side that a level line joins
_THROUGH_TITLE = 400.0  # how many points' way round is better than through a title
_POINT = 4.0  # half of a point on a line


@dataclass(frozen=True, slots=True)
class Line:
    """Knots and handles of a Bezier curve from tail to head, and where its sign stands.

    The sign begins at the point `sign`, or ends there if `before`; the point is at half its height.
    Where it is `close` to others there is no room for more words.
    """

    points: tuple[Point, ...]
    sign: Point
    before: bool
    close: bool


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
        self.boxes = places.boxes
        self.used: dict[float, int] = {}
        self.columns: dict[int, list[Rectangle]] = {}
        for name, (_, column) in places.home.items():
            self.columns.setdefault(column, []).append(places.boxes[name])
        self.sides: dict[tuple[str, bool], list[float]] = {}
        self.ends = self._ends()

    def lines(self) -> dict[tuple[str, str], Line]:
        """All courses."""
        return {(piece.relation, piece.part): self._line(piece) for piece in self.pieces}

    def _line(self, piece: Piece) -> Line:
        tail, head = self.boxes[piece.tail], self.boxes[piece.head]
        if self._level(piece):
            return _level(tail, head)
        up = _up(tail, head)
        x, to_x = self.ends[piece, piece.tail], self.ends[piece, piece.head]
        if not up and _is_point(head) and tail.middle == head.middle:
            return _from_the_side(tail, head, x)
        if up:
            points = self._course(piece.tail, piece.head, x, to_x)
        else:
            points = self._course(piece.head, piece.tail, to_x, x)[::-1]
        turn = next((a for a, _ in points if a != x), x)
        off = tail.top - _SIGN_OFF if up else tail.bottom + _SIGN_OFF
        aside = -_SIGN_ASIDE if turn > x else _SIGN_ASIDE
        others = self.sides[piece.tail, up]
        beside = any(end < x for end in others) if turn > x else any(end > x for end in others)
        return Line(tuple(points), (x + aside, off), before=turn > x, close=beside)

    def _course(self, lower: str, upper: str, x: float, to_x: float) -> list[Point]:
        """From the upper side of one box to the lower side of another that stands above it."""
        box, goal = self.boxes[lower], self.boxes[upper]
        top, gap = box.top, self.places.gap[lower]
        curve = _Curve((x, top))
        if _is_point(box):  # it stands in the middle of its cell
            top -= WIDE / 2
            curve.straight((x, top))
        band = self.places.bands.get(upper, goal.bottom + WIDE)
        inside = self.places.home[lower][0] == self.places.home[upper][0]
        if inside and (top <= band or self._is_clear(lower, upper)):
            curve.swing((to_x, max(top - gap, goal.bottom)))
        else:
            leave, arrive = top - gap, max(band, goal.bottom + gap)
            if leave < arrive:
                leave = arrive = (leave + arrive) / 2
            lane = self._lane(lower, x, to_x, arrive, leave)
            curve.swing((lane, leave))
            curve.straight((lane, arrive))
            curve.swing((to_x, max(arrive - WIDE, goal.bottom)))
        curve.straight((to_x, goal.bottom))
        return curve.points

    def _is_clear(self, lower: str, upper: str) -> bool:
        """Whether nothing stands between two boxes of one column."""
        column = self.places.home[lower][1]
        top, bottom = self.boxes[lower].top, self.boxes[upper].bottom
        return column == self.places.home[upper][1] and not any(
            box.top < top and box.bottom > bottom for box in self.columns[column]
        )

    def _lane(self, lower: str, x: float, to_x: float, top: float, bottom: float) -> float:
        """The gutter beside a box by which a line leads up; rather not through a title."""
        column = self.places.home[lower][1]
        choices = [column_left(side) - GUTTER / 2 for side in (column, column + 1)]
        if column == 0:
            choices[0] = column_left(0) - MARGIN / 2
        if column == self.places.columns - 1:
            choices[1] = column_left(column) + BOX_WIDTH + MARGIN / 2

        def cost(lane: float) -> float:
            crossed = [
                one
                for one in self.places.titles
                if one.left < lane < one.right and one.top < bottom and one.bottom > top
            ]
            return abs(lane - x) + abs(lane - to_x) + _THROUGH_TITLE * len(crossed)

        lane = min(choices, key=cost)
        number = self.used.get(lane, 0)
        self.used[lane] = number + 1
        return lane + _LANES[number % len(_LANES)]

    def _level(self, piece: Piece) -> bool:
        """Whether the two stand side by side in neighbouring columns of one group."""
        (group, column), (other, end) = (self.places.home[n] for n in (piece.tail, piece.head))
        tail, head = self.boxes[piece.tail], self.boxes[piece.head]
        least = 0.0 if _is_point(tail) or _is_point(head) else _BESIDE
        both = min(tail.bottom, head.bottom) - max(tail.top, head.top)
        return group == other and abs(column - end) == 1 and both >= least

    def _ends(self) -> dict[tuple[Piece, str], float]:
        """Where each piece leaves and arrives: those at one side of a box side by side."""
        sides: dict[tuple[str, bool], list[tuple[float, int, Piece]]] = {}
        boxes = self.boxes
        for number, piece in enumerate(self.pieces):
            if self._level(piece):
                continue
            tail, head, up = piece.tail, piece.head, _up(boxes[piece.tail], boxes[piece.head])
            for own, other, upper in ((tail, head, up), (head, tail, not up)):
                sides.setdefault((own, upper), []).append((boxes[other].middle, number, piece))
        found = {}
        for (own, upper), some in sides.items():
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
                self.sides.setdefault((own, upper), []).append(found[piece, own])
        return found


def _up(tail: Rectangle, head: Rectangle) -> bool:
    return tail.top > head.top


def _is_point(box: Rectangle) -> bool:
    return box.left == box.right


def _level(tail: Rectangle, head: Rectangle) -> Line:
    """From the side of one box to the side of its neighbour."""
    y = (max(tail.top, head.top) + min(tail.bottom, head.bottom)) / 2
    right = tail.middle < head.middle
    start, end = (tail.right, head.left) if right else (tail.left, head.right)
    curve = _Curve((start, y))
    curve.straight((end, y))
    sign = ((start + end) / 2 - _SIGN_ASIDE, y - _SIGN_OFF)
    return Line(tuple(curve.points), sign, before=False, close=True)


def _from_the_side(tail: Rectangle, head: Rectangle, x: float) -> Line:
    """Down to a point on a line that itself leads upwards: it arrives at the point's side."""
    y = head.top
    end = head.middle + (_POINT if x > head.middle else -_POINT)
    points = ((x, tail.bottom), (x, (tail.bottom + y) / 2), (x, y), (end, y))
    return Line(points, (x + _SIGN_ASIDE, tail.bottom + _SIGN_OFF), before=False, close=True)
