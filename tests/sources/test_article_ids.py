"""Ids are readable and safe as file names on every system."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.sources.ids import address_id, path_id, safe_id

SAFE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("npr.txt", "npr"),
        ("some/folder/The Harbor Voice.md", "The-Harbor-Voice"),
        ("story.en.txt", "story-en"),
        ("-rf.txt", "rf"),
        (".hidden", "hidden"),
        ("Café Zürich.txt", "Cafe-Zurich"),
        ("новости.txt", "article"),
        ("...txt", "article"),
        ("CON.txt", "article-CON"),
        ("lpt1.txt", "article-lpt1"),
        ("console.txt", "console"),
        ("_draft.txt", "_draft"),
        ('a<b>"c|d?.txt', "a-b-c-d"),
        ("a" * 300 + ".txt", "a" * 80),
    ],
)
def test_a_files_name_becomes_an_id(path, expected):
    """The ending goes, accents go, and everything unsafe becomes one hyphen."""
    assert path_id(path) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.quay.example/2024/10/ferry-deal.html?x=1", "quay-ferry-deal"),
        ("https://quay.example/", "quay"),
        ("http://127.0.0.1:8000/story.txt", "127-0-0-1-story"),
        ("https://www.quay.example/%C3%A9t%C3%A9/", "quay-ete"),
        ("https://www", "article"),
        ("http://[::1]/ferry", "1-ferry"),
    ],
)
def test_an_address_becomes_an_id(address, expected):
    """The site's name and the last part of the path stand for the article."""
    assert address_id(address) == expected


@given(st.text())
def test_every_name_gives_a_safe_id(name):
    """No name gives an empty id, a device's name or an id that starts with a hyphen or a dot."""
    made = safe_id(name)
    assert SAFE.fullmatch(made)
    assert len(made) <= 88
    assert made.lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert safe_id(made) == made
