"""Tone with its words: TextBlob's scores, names and function adjectives kept out."""

from __future__ import annotations

import pytest
from textblob import TextBlob

from argmap.pipeline.layers import reading_of
from argmap.pipeline.tone import mark_tone, tone_of

from .hand_built import hand_built


def _tone(marked: str) -> tuple | None:
    return reading_of(mark_tone(hand_built(marked))).segments[-1].tone


@pytest.mark.parametrize(
    "text",
    [
        "The soup was terrible.",
        "It was a very good soup.",
        "The soup was not good.",
        "A horrible cook made a wonderful soup, and nobody was happy.",
    ],
)
def test_scores_are_textblobs(text: str) -> None:
    """Where nothing is masked, polarity and subjectivity are what TextBlob says."""
    expected = TextBlob(text).sentiment
    found = _tone(text)
    assert found is not None
    assert found[0] == pytest.approx(expected.polarity, abs=1e-3)
    assert found[1] == pytest.approx(expected.subjectivity, abs=1e-3)


def test_words_are_named() -> None:
    """The words that gave the tone stand beside it, a negation with its word."""
    found = _tone("The soup was not good, it was awful.")
    assert found is not None
    assert [word for word, _, _ in found[2]] == ["not good", "awful"]


@pytest.mark.parametrize(
    "text",
    [
        "The council met.",
        "More new boats came first, and many other boats came last.",
        "The ships of Great Britain left.",
        "The ships of ((Wonderful Kern)) left.",
        "She wrote of the Cold War.",
        "A far-reaching, long-term plan was read.",
        "",
    ],
)
def test_no_tone_without_a_word(text: str) -> None:
    """Names and function adjectives give no tone, and no word gives `None` instead of zero."""
    segments = reading_of(mark_tone(hand_built(text))).segments
    assert all(segment.tone is None for segment in segments)


def test_name_in_a_title() -> None:
    """A name known from a sentence gives no tone in a title in capitals either."""
    text = "# Nice Council Votes\nThe boats of the Nice Council left, said the clerk of the harbor."
    assert reading_of(mark_tone(hand_built(text))).segments[0].tone is None


def test_boilerplate_has_no_tone() -> None:
    """What is not the article's matter gives no tone."""
    assert _tone("~ This wonderful newsletter is the best.") is None


def test_a_mark_is_no_word_of_tone() -> None:
    """TextBlob scores `great !` together; the word is told without the mark."""
    tone = tone_of(["a", "great", "!"])
    assert tone is not None
    assert [word for word, _, _ in tone[2]] == ["great"]


def test_tone_stays_in_its_bounds() -> None:
    """Polarity lies in -1 to 1 and subjectivity in 0 to 1 for any pile of words."""
    found = _tone("Extremely " * 30 + "awful!!! Utterly disgusting, horrible, very very bad.")
    assert found is not None
    assert -1 <= found[0] <= 1
    assert 0 <= found[1] <= 1
