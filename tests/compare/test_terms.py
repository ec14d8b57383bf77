"""Terms: what a sentence is about, in comparable keys."""

from __future__ import annotations

import pytest

from argmap.compare.stems import stem
from argmap.compare.terms import Casing, Kind, Term, terms


def found(text: str) -> list[Term]:
    """The terms of a whole text."""
    return terms(text, 0, len(text), Casing.of([text]))


@pytest.mark.parametrize(
    "words",
    [
        "launch launches launched launching",
        "negotiate negotiates negotiated negotiating negotiation negotiations",
        "perform performs performed performance performances",
        "close closes closed closing closure closures",
        "send sends sent sending",
        "policy policies",
        "woman women",
        "plan plans planned planning",
        "die dies died dying",
    ],
)
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    """Inflection and the nearest derivations make no other word."""
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "two"), [("ferry", "fair"), ("port", "report"), ("state", "station"), ("sing", "sink")]
)
def test_different_words_keep_different_stems(one: str, two: str) -> None:
    """A light stemmer does not throw words together."""
    assert stem(one) != stem(two)


def test_a_party_has_one_key_by_whatever_name_it_goes() -> None:
    """A country, its people, and its capital where that stands for the government."""
    keys = {term.key for term in found("In Canada, Canadian officials in Ottawa met.")}
    assert "canada" in keys
    assert not keys & {"canadian", "ottawa"}


def test_names_are_told_from_words_by_their_capitals_inside_sentences() -> None:
    """A capital at the start of a sentence shows nothing."""
    kinds = {term.key: term.kind for term in found("Barges wait. Barges from Tarrel wait.")}
    assert kinds["barg"] is Kind.WORD
    assert kinds["tarrel"] is Kind.NAME


def test_the_words_of_a_long_name_share_its_weight() -> None:
    """A law with a name of four words says no fourfold."""
    shares = [term.share for term in found("He read the Coastal Pilots Licence Act aloud.")]
    assert sum(share < 1 for share in shares) >= 3


@pytest.mark.parametrize("day", ["Sept. 11", "September 11", "11 September", "9/11"])
def test_a_day_has_one_key(day: str) -> None:
    """Days are no counts."""
    keys = [term.key for term in found(f"The ferry sank on {day} near the pier.")]
    assert "@9/11" in keys


def test_offsets_are_those_of_the_whole_text() -> None:
    """A term's place is counted in code points from the start of the article."""
    text = "👍🏽 Café. The harbor silted up."
    start = text.index("The")
    for term in terms(text, start, len(text), Casing.of([text])):
        assert start <= term.start < term.end <= len(text)
    assert any(text[term.start : term.end] == "silted" for term in found(text))
