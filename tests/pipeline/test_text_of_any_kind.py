"""Reading on hostile text: no crash, no lost character, offsets that lie in the text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model.article import Article
from argmap.model.files import dumps, loads_document
from argmap.pipeline import annotate, build

NLP = build()
PIECES = (
    *("said", "says", "told", "that", "according", "to", "who", "she", "They", "Ona Lind", "the"),
    *("ministry", "“", "”", '"', "'", "’", "‘", "''", "(", ")", ",", ".", "?", "!", "…", ";", ":"),
    *("—", "-", "said:", "believes", "not", "is", "accused", "by", "of", "U.S.", "Q:", "LIND:"),
    *(
        "\n",
        "\n\n",
        " ",
        "\xa0",
        "😀",
        "e\N{COMBINING ACUTE ACCENT}",
        "漢字。",
        "שלום",
        "view",
        "in",
    ),
)
SETTINGS = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> None:
    """Annotate a text and check the result as a file is checked."""
    document = annotate(NLP, Article(id="any", text=text))
    again = loads_document(dumps(document), name="any.json")
    assert again == document
    covered = sorted((segment.start, segment.end) for segment in document.segments)
    position = 0
    for start, end in covered:
        assert position <= start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@SETTINGS
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_words_of_saying_and_marks_in_any_order(text: str) -> None:
    """Piles of cues, names and quotation marks are partitioned and give a valid document."""
    read(text)


@SETTINGS
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_same_without_blanks(text: str) -> None:
    """Marks and words that run together are partitioned too."""
    read(text)


@SETTINGS
@given(st.text(max_size=150))
def test_any_unicode(text: str) -> None:
    """Any text is partitioned."""
    read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\n",
        "Word",
        '"',
        "“" * 30,
        "ALL OF IT IS IN CAPITALS. SHE SAID SO, AND SO DID HE.",
        "a list\n- of\n- short\n- lines",
        "word " * 2000,
    ],
)
def test_odd_texts(text: str) -> None:
    """Empty, tiny, shouted, unpunctuated and very long sentences are read."""
    read(text)


def test_cost_grows_with_length_alone() -> None:
    """Four times the text takes no more than about four times the calls: a count, not a clock.

    Both texts are long beside the reach within which a source looks for its cue.
    """
    paragraph = (
        'The dam is old, the operator says, but "nobody looks," as Ona Lind told reporters. '
        "She believes that the ministry knew. According to the audit, it did.\n\n"
    )

    def calls(times: int) -> int:
        """How many functions are called to read the paragraph so many times."""
        number = 0

        def count(*_: object) -> None:
            nonlocal number
            number += 1

        sys.setprofile(count)
        try:
            annotate(NLP, Article(id="long", text=paragraph * times))
        finally:
            sys.setprofile(None)
        return number

    calls(2)  # what is read once and kept
    assert calls(200) < 4.5 * calls(50)


@pytest.mark.parametrize("mark", ["(", '"', "“", "'a", "a.", "?!"])
def test_runs_of_marks_do_not_hang(mark: str) -> None:
    """A run of ten thousand marks without a blank is read."""
    read(mark * 10_000)
