"""No input takes hours: what is no article by its extent is refused at once."""

import pytest

from argmap.errors import InputError
from argmap.sources.extent import check_extent


def test_an_ordinary_article_passes_without_a_word(notice):
    """Nothing is said of an article of usual length."""
    assert check_extent(notice, name="a.txt") == []


def test_a_very_long_article_passes_with_a_warning():
    """A hundred thousand words are read, and the user is told."""
    assert check_extent("word " * 100_000, name="a.txt") == [
        "a.txt has 100,000 words, so reading it takes long and its map is crowded."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("many words " * 500_000, r"has 5,500,000 characters, more than the 2,000,000"),
        ("Fine line.\n\n" + "x" * 5000, r"a\.txt, line 3: 5,000 characters without a space"),
        ("Fine (" + "(" * 600 + " line", r"line 1: 601 characters without a space"),
        ("_" * 3000, r"line 1: 3,000 characters without a space"),
        ("aGVs" * 100_000, r"line 1: 400,000 characters without a space"),
    ],
)
def test_what_is_no_article_is_refused(text, message):
    """A book, a blob of base64 and a wall of brackets are errors that name the place."""
    with pytest.raises(InputError, match=message):
        check_extent(text, name="a.txt")


@pytest.mark.parametrize(
    "text",
    ["大臣は春に交渉が始まると述べた。" * 500, "-" * 400, "https://quay.example/" + "a" * 900],
)
def test_scripts_without_spaces_rules_and_addresses_pass(text):
    """Japanese paragraphs, lines of hyphens and long addresses are nothing unusual."""
    assert check_extent(text, name="a.txt") == []
