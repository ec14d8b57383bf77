"""The block of `key: value` lines at the start of a text."""

import pytest

from argmap.errors import InputError
from argmap.model.labels import Genre
from argmap.sources.front_matter import split_front_matter
from argmap.sources.metadata import Metadata

FULL = """---
title: "Ferry deal: what we know"
outlet: The Harbor Voice
author: Orla Finch
published: 2024-10-08
url: https://quay.example/ferry
genre: opinion
---

The boats stay in port.
"""


def test_every_key_is_read():
    """The six keys are read, quotation marks around a value go, and the text starts below."""
    metadata, text = split_front_matter(FULL, name="a.txt")
    assert metadata == Metadata(
        title="Ferry deal: what we know",
        outlet="The Harbor Voice",
        author="Orla Finch",
        published="2024-10-08",
        url="https://quay.example/ferry",
        genre=Genre.OPINION,
    )
    assert text == "The boats stay in port.\n"


def test_empty_values_comments_and_capitals_are_allowed():
    """A key without a value says nothing, a comment is passed over, `Title` is `title`."""
    metadata, text = split_front_matter("---\nTitle: A\nauthor:\n# note\n\n---\nB", name="a.txt")
    assert metadata == Metadata(title="A")
    assert text == "B"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nThe boats stay in port.\n\n---\n\nNobody knows why.",
        "---\nThe boats stay in port, she said.\n---\n",
        "---\nNote: the boats stay in port.\n---\n",
        "---\n12:30 was the hour.\n---",
        "---",
        "--- title: A",
        "No front matter\n---\ntitle: A\n---\n",
        "",
    ],
)
def test_a_rule_line_is_no_front_matter(text):
    """A text that merely starts with `---` comes back as it is."""
    assert split_front_matter(text, name="a.txt") == (Metadata(), text)


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("titel: A", r'a\.txt, line 2: unknown key "titel"; the keys are title, outlet, '),
        ("title: A\ngenre: news", r'a\.txt, line 3: genre "news" is not one of report, opinion'),
        ("published: last week", r'line 2: published "last week" is not a date like 2024-10-08'),
        ("published: 2024-13-01", r'line 2: published "2024-13-01" is not a date'),
        ("url: javascript:alert(1)", r'line 2: url "javascript:alert\(1\)" is not an http'),
        ("url: file:///etc/passwd", r'line 2: url "file:///etc/passwd" is not an http'),
        ("url: http://[x", r'line 2: url "http://\[x" is not an http'),
        ("title: A\n\njust words", r'line 4: "just words" is not a "key: value" line'),
        ("title: A\ntitle: B", r'line 3: "title" stands twice'),
    ],
)
def test_a_bad_line_is_one_error_with_its_number(block, message):
    """Unknown keys and bad values are errors that name the line."""
    with pytest.raises(InputError, match=message):
        split_front_matter(f"---\n{block}\n---\nText", name="a.txt")


def test_front_matter_without_an_end_is_an_error():
    """A block that is never closed would swallow the article, so it is refused."""
    with pytest.raises(InputError, match=r"line 1: the front matter has no end; close it"):
        split_front_matter("---\ntitle: A\n\nThe boats stay in port.", name="a.txt")


@pytest.mark.parametrize("date", ["2024", "2024-10", "2024-10-08", "2024-10-08T12:30:00+02:00"])
def test_dates_may_be_rough_or_exact(date):
    """A year, a month, a day and a time are kept as they are written."""
    metadata, _ = split_front_matter(f"---\npublished: {date}\n---\nText", name="a.txt")
    assert metadata.published == date
