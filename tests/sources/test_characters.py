"""Characters are settled once, before any offset exists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.characters import clean_characters, clean_line


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("one\x0ctwo\x0bthree\x85four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("de\u00adsal\u00adination", "desalination"),
        ("\ufeffzero\u200bwidth\u2060space", "zerowidthspace"),
        ("left\u202eright\u202c", "leftright"),
        ("bell\x07 and\x1b[31m escape\x9b", "bell and[31m escape"),
        ("tab\tstays", "tab\tstays"),
        ("20\u00a0million\u202fcrowns\u3000more", "20 million crowns more"),
        ("end of line  \t\nnext\u00a0\n", "end of line\nnext"),
        ("\n\n  • Article\n\n\n", "  • Article"),
        ("ta\u200dx and no\u200cte", "tax and note"),
        ("secret\U000e0041\U000e0042", "secret"),
        ("noncharacter\ufffe\uffff\ufdd0\U0001ffff", "noncharacter"),
    ],
)
def test_what_a_reader_does_not_see_is_settled(raw, clean):
    """Line ends, spaces, control characters and unseen characters come out in one form."""
    assert clean_characters(raw) == clean


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” and \"straight\" quotes, ‘single’ and 'single', it’s and it's – all — stay…",
        "A family \U0001f469\u200d\U0001f469\u200d\U0001f467 and a flag \U0001f1eb\U0001f1ee",
        "Combining e\u0301 is not composed, é is not taken apart",
        "हिन्दी में क्\u200dष",
        "A heart ❤\ufe0f",
        "\ufffd stays",
    ],
)
def test_what_a_reader_sees_stays(text):
    """Quotation marks, emoji sequences and combining marks stay, and nothing is normalised."""
    assert clean_characters(text) == text


@given(st.text(st.sampled_from("aé \u00a0\n\r\t\u200c\u200d\u00ad\u2028\U0001f600\x00\x1f")))
def test_settling_twice_changes_nothing(text):
    """The result of settling is settled."""
    once = clean_characters(text)
    assert clean_characters(once) == once


def test_settling_takes_linear_time_on_hostile_input():
    """Half a million joiners or spaces are settled at once (this hangs if a pattern backtracks)."""
    assert clean_characters("é" + "\u200d" * 500_000 + "é") == "é\u200dé"
    assert clean_characters("a" + " " * 500_000 + "b") == "a" + " " * 500_000 + "b"


def test_a_title_is_one_line_or_nothing():
    """Titles and names lose line ends and surplus blanks; nothing is None, not an empty string."""
    assert clean_line("  Ferry\n  deal\u00ad ") == "Ferry deal"
    assert clean_line(" \u200b ") is None
    assert clean_line(None) is None
