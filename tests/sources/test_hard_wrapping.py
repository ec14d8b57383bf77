"""Lines of fixed width are joined into paragraphs, other lines are not."""

import textwrap

import pytest

from argmap.sources.wrapping import unwrap

PARAGRAPHS = [
    "The ferry company and the town council ended their talks on Monday without a deal, officials "
    "said, after a night in which nobody left the building and nobody said a friendly word.",
    "A second round may follow in spring, although the harbor master doubts that anybody will come "
    "to it, because the boats will be sold by then and the crews will have found other work.",
    "Short.",
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_wrapped_paragraphs_are_joined(width):
    """Whatever the width, the paragraphs come back as they were before wrapping."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS * 2)
    assert unwrap(wrapped) == ("\n\n".join(PARAGRAPHS * 2), True)


def test_a_heading_above_a_wrapped_paragraph_stays_a_line():
    """The break below a heading is not forced by the width, so it stays."""
    blocks = [f"A heading\n{textwrap.fill(paragraph, 60)}" for paragraph in PARAGRAPHS[:2] * 6]
    text, wrapped = unwrap("\n\n".join(blocks).replace("A heading\n", "", 11))
    assert wrapped
    assert text.split("\n\n")[-1] == f"A heading\n{PARAGRAPHS[1]}"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS * 3),
        "\n\n".join(PARAGRAPHS),
        "Roses\nare rather red\nand violets\nare blue, they say\nand so\nare you",
        "- one thing\n- another thing\n- a third\n- and a fourth thing here\n- five",
        "\n".join(["The boats of the town will stay in port, she said."] * 9),
        "",
        "one line",
    ],
)
def test_other_lines_stay(text):
    """A paragraph a line, verse and lists come back unchanged."""
    assert unwrap(text) == (text, False)
