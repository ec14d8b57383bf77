"""Markdown comes out as its words."""

from argmap.sources.markdown_text import markdown_to_text

SOURCE = """# Ferry *talks* end

The **ferry** company and [the council](https://quay.example/c "council") ended
their talks &amp; left.  
Nobody waved.

## A long\tnight

> “We waited,” said Orla Finch.
>
> > She left.

- First point
- Second `point`
  with more

1. One

![A boat](boat.png)

---

| Month | Boats |
|-------|-------|
| May   | 61    |

<script>alert(1)</script>

A line with 2 \\* 3 and ~~no~~ end<br>here <https://quay.example>.
"""


def test_marks_go_and_words_stay():
    """Every block is a paragraph; links, emphasis, lists and quotes keep only their words."""
    text, title = markdown_to_text(SOURCE)
    assert title == "Ferry talks end"
    assert text.split("\n\n") == [
        "Ferry talks end",
        "The ferry company and the council ended their talks & left.\nNobody waved.",
        "A long\tnight",
        "“We waited,” said Orla Finch.",
        "She left.",
        "First point",
        "Second point with more",
        "One",
        "Month\tBoats",
        "May\t61",
        "A line with 2 * 3 and no endhere https://quay.example.",
    ]


def test_a_document_that_starts_with_a_paragraph_has_no_title():
    """A heading further down is a section's, not the article's."""
    assert markdown_to_text("Boats stay.\n\n# Later\n\nMore.")[1] is None


def test_an_underlined_heading_is_a_title():
    """The other way to write a heading counts as well."""
    assert markdown_to_text("Ferry talks\n===========\n\nBoats stay.")[1] == "Ferry talks"


def test_empty_markdown_is_empty_text():
    """Rules and images alone leave no word."""
    assert markdown_to_text("---\n\n![A boat](boat.png)\n") == ("", None)
