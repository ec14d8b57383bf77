"""Lines by display width."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.graph.metrics import display_width
from argmap.graph.wrap import ELLIPSIS, wrap


def test_width_counts_columns() -> None:
    """East Asian wide characters take two columns, combining marks and joiners none."""
    assert display_width("abc") == 3
    assert display_width("日本") == 4
    assert display_width("e\u0301") == 1
    assert display_width("👩\u200d👧") == 2
    assert display_width("❤\ufe0f") == 2
    assert display_width("1\ufe0f\u20e3") == 2
    assert display_width("🇫🇴") == 2
    assert display_width("👍🏽") == 2


def test_words_stay_whole() -> None:
    """A line ends between words where it can."""
    assert wrap("one two three four", 9) == ["one two", "three", "four"]


def test_a_long_word_is_broken() -> None:
    """A word wider than a line fills lines of its own."""
    assert wrap("a " + "x" * 10 + " b", 4) == ["a", "xxxx", "xxxx", "xx b"]


def test_wide_characters_break_by_width() -> None:
    """Text without blanks breaks before its line is too wide."""
    assert wrap("日本語の文", 5) == ["日本", "語の", "文"]


def test_marks_stay_with_their_letter() -> None:
    """No line begins with a combining mark, nor with half of a joined emoji."""
    for line in wrap("e\u0301" * 30 + "👩\u200d👩\u200d👧" * 5, 7):
        assert unicodedata.category(line[0]) not in ("Mn", "Cf")
        assert not line.endswith("\u200d")


def test_the_limit_cuts_with_an_ellipsis() -> None:
    """Where lines are left over the last one says so, at a word's end where it can."""
    assert wrap("one two three four five", 9, 2) == ["one two", "three…"]
    assert wrap("x" * 30, 9, 2) == ["x" * 9, "x" * 8 + ELLIPSIS]
    assert wrap("one two", 9, 1) == ["one two"]


ONE_LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u200d"))


@settings(deadline=None)
@given(ONE_LINE, st.integers(4, 40))
def test_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """No line is wider than allowed, and together they hold every character but blanks."""
    text = " ".join(text.split())
    lines = wrap(text, width)
    assert all(display_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(ONE_LINE, st.integers(4, 40), st.integers(1, 4))
def test_the_limit_holds(text: str, width: int, limit: int) -> None:
    """There are never more lines than allowed, and the last says exactly then that it was cut."""
    text = " ".join(text.split())
    lines = wrap(text, width, limit)
    assert len(lines) <= limit
    assert all(display_width(line) <= width for line in lines)
    whole = wrap(text, width)
    assert lines == whole or lines[-1].endswith(ELLIPSIS)
    assert lines[:-1] == whole[: len(lines)][:-1]
