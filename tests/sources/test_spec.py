"""What a user names on the command line is split into a label and a place."""

import pytest

from argmap.errors import InputError
from argmap.sources import parse_spec
from argmap.sources.spec import shown


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ("npr.txt", (None, "npr.txt")),
        ("NPR=npr.txt", ("NPR", "npr.txt")),
        ("The Harbor Voice=a=b.txt", ("The Harbor Voice", "a=b.txt")),
        ("NPR=-", ("NPR", "-")),
        ("-", (None, "-")),
        ("https://quay.example/a?id=3", (None, "https://quay.example/a?id=3")),
        ("Quay=https://quay.example/a?id=3", ("Quay", "https://quay.example/a?id=3")),
        ("=npr.txt", (None, "=npr.txt")),
        (" Quay =npr.txt", ("Quay", "npr.txt")),
        ("drafts/a=b.txt", (None, "drafts/a=b.txt")),
    ],
)
def test_a_spec_is_split_at_the_first_equals_sign(spec, expected):
    """The label stands before the first "="; addresses and folders' names are not labels."""
    assert parse_spec(spec) == expected


def test_an_existing_path_with_an_equals_sign_wins(written, tmp_path, monkeypatch):
    """A file that is called `a=b.txt` is read as a file, not as `b.txt` of the outlet a."""
    written("a=b.txt", "x")
    monkeypatch.chdir(tmp_path)
    assert parse_spec("a=b.txt") == (None, "a=b.txt")


def test_a_label_with_a_slash_is_a_label_where_its_file_exists(written):
    """`AP/Reuters=PATH` names an outlet when PATH is there."""
    path = written("story.txt", "x")
    assert parse_spec(f"AP/Reuters={path}") == ("AP/Reuters", path)


def test_a_label_without_a_path_is_an_error():
    """`NPR=` names no file, and the message says what to write."""
    with pytest.raises(InputError, match=r'"NPR=" names an outlet but no file; write NPR=PATH\.'):
        parse_spec("NPR=")


def test_messages_show_no_control_characters():
    """A file name cannot move the terminal's cursor or break the encoding of a message."""
    assert shown("a\x1b[31m\udcff\nb") == "a\ufffd[31m\ufffd\ufffdb"
