"""The first line of a text is its headline, where it looks like one."""

import pytest

from argmap.sources.headline import headline, is_heading


@pytest.mark.parametrize(
    "line",
    [
        "Ferry talks end without a deal",
        "Who pays for the boats?",
        "What the deal means for the U.S.",
        "‘No boats until spring’",
        "Implications for U.S. Strategy",
        "No more boats!",
    ],
)
def test_a_short_line_without_a_full_stop_is_a_heading(line):
    """Questions, exclamations, quotations and final abbreviations are headings too."""
    assert is_heading(line)


@pytest.mark.parametrize(
    "line",
    [
        "The boats stay in port.",
        "“The boats stay in port.”",
        "* * *",
        "word " * 40,
        "The council said this:",
        "The boats,",
        "Nobody knows…",
    ],
)
def test_a_sentence_is_no_heading(line):
    """A full stop, even inside quotation marks, an open end or great length rules it out."""
    assert not is_heading(line)


def test_a_headline_needs_lines_below():
    """One line below is not enough: two lines may be a note or a poem."""
    assert headline("Ferry talks end\n\nBoats stay.\nNobody waved.") == "Ferry talks end"
    assert headline("Ferry talks end\n\nBoats stay.") is None
    assert headline("Boats stay.\nNobody waved.\nDone.") is None
