"""Splitting and joining of text: sentences, parts, tokens, and documents behind each other."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.discourse.config import DEFAULT, read_config, store_config
from training.discourse.sentences import split_sentences
from training.discourse.split import DEV_PERCENT, is_dev

from argmap.discourse.document import Document, Label, join
from argmap.evaluate.detokenize import detokenize


def test_titles_and_initials_end_no_sentence() -> None:
    """A full stop behind a title or an initial is no sentence end; one behind a quote is."""
    text = "Mr. Orr met J. Vale in St. Ives. “It went well.” They left"
    assert [text[s:e] for s, e in split_sentences(text)] == [
        "Mr. Orr met J. Vale in St. Ives.",
        "“It went well.”",
        "They left",
    ]


@given(st.text(alphabet="Aa. \n!”", max_size=60))
def test_sentences_cover_every_letter_in_order(text: str) -> None:
    """Whatever the text, sentences follow each other and lose nothing but blanks."""
    spans = split_sentences(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join(text[s:e] for s, e in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_the_split_is_by_name_alone_and_of_the_stated_size() -> None:
    """The same article always falls on the same side, and the share is as stated."""
    names = [f"article-{number}" for number in range(4000)]
    dev = [name for name in names if is_dev("set", name)]
    assert abs(100 * len(dev) / len(names) - DEV_PERCENT) < 2
    assert dev == [name for name in reversed(names) if is_dev("set", name)][::-1]
    assert dev != [name for name in names if is_dev("other", name)]


def test_the_split_never_moves() -> None:
    """Known names stay on their side: a changed rule would train on what was measured."""
    assert [n for n in range(30) if is_dev("babe", str(n))] == [0, 2, 9, 10, 24, 27]


@given(st.lists(st.text(alphabet="ab'`-.,(", min_size=1, max_size=4), min_size=1, max_size=12))
def test_every_token_keeps_its_place(tokens: list[str]) -> None:
    """The offsets of a token always quote it, in order, with brackets and quotes written plain."""
    text, offsets = detokenize(tokens)
    written = {"``": '"', "''": '"'}
    assert [text[s:e] for s, e in offsets] == [written.get(t, t) for t in tokens]
    assert all(a[1] <= b[0] for a, b in pairwise(offsets))


def test_joined_documents_keep_their_labels() -> None:
    """Behind each other, every label still marks the same words."""
    one = Document(
        id="1",
        text="Rain fell.",
        sentences=((0, 10),),
        spans={"t": (Label(0, 4, "x"),)},
        tags={"g": (Label(5, 9, "y"),)},
    )
    two = Document(
        id="2", text="Snow fell.", sentences=((0, 10),), spans={"t": (Label(0, 4, "z"),)}
    )
    both = join([one, two])
    assert [(both.text[x.start : x.end], x.value) for x in both.spans["t"]] == [
        ("Rain", "x"),
        ("Snow", "z"),
    ]
    assert both.text[slice(*both.sentences[1])] == "Snow fell."
    assert [both.text[x.start : x.end] for x in both.tags["g"]] == ["fell"]


def test_a_limited_run_remembers_its_limits(tmp_path: Path) -> None:
    """The copy of the settings beside the weights names the same tasks as the run had."""
    only = ["loaded", "checkthat-subj"]
    store_config(DEFAULT, only, tmp_path / "config.toml")
    assert read_config(tmp_path / "config.toml").tasks == ("loaded", "subjective")
    assert read_config(tmp_path / "config.toml") == read_config(DEFAULT, only)
    with pytest.raises(ValueError, match="neither data set nor task: frame"):
        read_config(DEFAULT, ["frame"])
