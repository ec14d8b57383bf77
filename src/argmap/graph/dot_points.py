"""Places as DOT writes them: y grows upwards there, so what lies `y` below the top is at `-y`."""

from __future__ import annotations

from collections.abc import Sequence

from .places import Rectangle

Point = tuple[float, float]
_INCH = 72


def inches(value: float) -> str:
    """A number of points in inches, as `width` and `height` are."""
    return f"{value / _INCH:.4f}"


def point(x: float, y: float) -> str:
    """A place."""
    return f"{x:.1f},{-y:.1f}"


def rectangle(box: Rectangle) -> str:
    """The left lower and the right upper corner."""
    return f"{point(box.left, box.bottom)},{point(box.right, box.top)}"


def curve(points: Sequence[Point], head: float) -> str:
    """A Bezier curve; it stops where its head, so many points long, begins."""
    *rest, (x, y) = points
    before = next((one for one in reversed(rest) if one != (x, y)), None)
    if not head or before is None:
        return " ".join(point(a, b) for a, b in points)
    back_x, back_y = before  # the last control point may be the end itself
    length = ((x - back_x) ** 2 + (y - back_y) ** 2) ** 0.5
    stop = (x + (back_x - x) * head / length, y + (back_y - y) * head / length)
    return f"e,{point(x, y)} " + " ".join(point(a, b) for a, b in [*rest, stop])
