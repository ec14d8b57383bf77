"""Paragraphs, headings and sections."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.structure import blocks, sections

LONG = "The board met on Monday and, after four hours of talks, put the vote off once more."


def headings(text: str) -> list[str]:
    """The text of each heading."""
    return [text[block.start : block.end] for block in blocks(text) if block.heading]


def test_headings_need_no_full_stop_and_something_after_them() -> None:
    """A short line without a full stop, with a longer one after it, is a heading."""
    text = f"Toll Wall\n\n{LONG}\n\nWhat the board fears\n{LONG}\n\nA last line"
    assert headings(text) == ["Toll Wall", "What the board fears"]


def test_an_abbreviation_at_the_end_is_no_full_stop() -> None:
    """`U.S.` may end a heading."""
    assert headings(f"{LONG}\nTrade with the U.S.\n{LONG}") == ["Trade with the U.S."]


def test_a_question_is_a_heading_in_title_case_only() -> None:
    """A question in the text is not a heading, one set as a title is."""
    assert headings(f"{LONG}\nA New Toll Wall Rising?\n{LONG}") == ["A New Toll Wall Rising?"]
    assert headings(f"{LONG}\nWho is going to pay for it?\n{LONG}") == []


def test_quotes_bullets_and_sentences_are_no_headings() -> None:
    """A short paragraph is not a heading for being short."""
    for line in ("“We will not pay”", "• Fares", "- Fares", "They paid.", "They said:"):
        assert headings(f"{LONG}\n{line}\n{LONG}") == [], line


def test_a_text_wrapped_by_hand_is_joined() -> None:
    """Lines broken at a column are one paragraph, not many."""
    text = (
        "The board met on Monday and, after four hours of talks,\n"
        "put the vote off once more, which nobody on the island had\n"
        "expected.\n\nThe next paragraph."
    )
    assert [text[block.start : block.end] for block in blocks(text)] == [
        text.split("\n\n")[0],
        "The next paragraph.",
    ]


def test_sections_begin_at_headings() -> None:
    """Paragraphs belong to the heading above them; those before any have none."""
    text = f"{LONG}\nFares\n{LONG}\n{LONG}"
    first, second = sections(text)
    assert first.heading is None
    assert len(first.paragraphs) == 1
    assert second.heading is not None
    assert len(second.paragraphs) == 2
    assert text[second.start : second.end] == text[first.end + 1 :]


@given(st.text())
def test_every_character_that_is_not_blank_is_in_one_block(text: str) -> None:
    """Blocks are in order, never overlap, and leave only blanks out."""
    position = 0
    for block in blocks(text):
        assert not text[position : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        position = block.end
    assert not text[position:].strip()
