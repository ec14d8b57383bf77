"""Places as DOT writes them."""

from __future__ import annotations

from argmap.graph.dot_points import curve


def test_a_curve_stops_where_its_head_begins() -> None:
    """The head lies on the last bit of the line and ends where the line would."""
    told = curve([(0.0, 0.0), (0.0, 10.0), (0.0, 20.0), (0.0, 30.0)], 8.0)
    assert told == "e,0.0,-30.0 0.0,-0.0 0.0,-10.0 0.0,-20.0 0.0,-22.0"


def test_a_curve_whose_last_control_point_is_its_end_has_a_head_too() -> None:
    """A line that ends straight after a bend: its direction is that of the point before."""
    told = curve([(340.0, 82.0), (340.0, 82.0), (110.0, 82.0), (110.0, 82.0)], 8.0)
    assert told == "e,110.0,-82.0 340.0,-82.0 340.0,-82.0 110.0,-82.0 118.0,-82.0"


def test_a_curve_without_length_has_no_head() -> None:
    """It points nowhere."""
    assert curve([(5.0, 5.0)] * 4, 8.0) == " ".join(["5.0,-5.0"] * 4)
