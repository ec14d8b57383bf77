"""Quotation marks are matched as a reader matches them."""

from __future__ import annotations

import pytest

from argmap.model.structure import blocks
from argmap.pipeline.quotes import quotations


def quoted(text: str) -> list[str]:
    """What stands inside each pair of marks."""
    return [text[slice(*item.inner)] for item in quotations(text, blocks(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ["no"]),
        ("He said “no” twice.", ["no"]),
        ("He said ''no'' twice.", ["no"]),
        ("He said ‘no’ twice, didn’t he?", ["no"]),
        ("The workers' 'free' lunch in the '90s", ["free"]),
        ("“She said ‘no’ to us,” he said.", ["She said ‘no’ to us,", "no"]),
        ('A 6" pipe and a "short" one', ["short"]),
        ("Rock ’n’ roll, ‘em all, don’t", []),
        ('("Yes"—"no")', ["Yes", "no"]),
    ],
)
def test_marks_in_one_paragraph(text: str, expected: list[str]) -> None:
    """Straight, curly, doubled and single marks open and close; apostrophes do neither."""
    assert quoted(text) == expected


def test_a_quotation_that_the_next_paragraph_opens_again() -> None:
    """The first part is not closed, the second one is continued."""
    text = "“We went north.\n\n“It was cold,” she said."
    first, second = quotations(text, blocks(text))
    assert (first.closed, first.continued) == (False, False)
    assert (second.closed, second.continued) == (True, True)


def test_a_missing_closing_mark_costs_one_paragraph_at_most() -> None:
    """The quotation ends with its paragraph, and the next paragraph has none."""
    text = "“We went north, she said.\n\nNobody went south that year."
    (only,) = quotations(text, blocks(text))
    assert not only.closed
    assert text[only.start : only.end] == "“We went north, she said."


def test_a_missing_closing_mark_inside_a_paragraph_costs_one_sentence() -> None:
    """Where the mark stands inside a paragraph, the sentence's end closes it."""
    text = "He called it “a gift to all. Nobody thanked him.\n\nIt went on."
    (only,) = quotations(text, blocks(text))
    assert text[only.start : only.end] == "“a gift to all."


def test_a_second_opening_mark_ends_the_quotation_before_it() -> None:
    """Two opening marks in a row make two quotations."""
    text = "“We went north. “It was cold,” she said."
    assert quoted(text) == ["We went north.", "It was cold,"]


def test_a_mark_that_closes_in_a_later_paragraph() -> None:
    """A quotation whose paragraphs have no marks of their own runs on to the closing one."""
    text = "She wrote: “We went north.\n\nIt was cold.\n\nNobody came.” That was all."
    found = quotations(text, blocks(text))
    assert [text[item.start : item.end] for item in found] == [
        "“We went north.",
        "It was cold.",
        "Nobody came.”",
    ]
    assert [item.closed for item in found] == [False, False, True]
