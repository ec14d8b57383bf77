"""One cast for a story: who is heard, in which outlet, with how many words."""

from __future__ import annotations

import pytest

from argmap.compare import compare
from argmap.model.comparison import CastMember
from argmap.model.document import AnnotatedDocument

from .made import Said, article


def people(*documents: AnnotatedDocument) -> dict[str, CastMember]:
    """The cast of a story by name."""
    return {member.name: member for member in compare(documents).sources}


def heard(name: str, kind: str = "named_person", words: int = 4) -> Said:
    """A sentence of so many words that somebody says."""
    return Said(" ".join(["water"] * words) + ".", by=name, kind=kind)


def test_a_surname_joins_the_full_name() -> None:
    """The longest name is shown; words are counted by outlet."""
    cast = people(
        article("one", heard("Ada Brandt", words=5)), article("two", heard("Dr. Brandt", words=3))
    )
    assert list(cast) == ["Ada Brandt"]
    counts = {name: place.words for name, place in cast["Ada Brandt"].articles.items()}
    assert counts == {"one": 5, "two": 3}


def test_a_surname_that_two_share_joins_neither() -> None:
    """Nobody can tell which Brandt it is."""
    cast = people(
        article("one", heard("Ada Brandt"), heard("Olaf Brandt")), article("two", heard("Brandt"))
    )
    assert set(cast) == {"Ada Brandt", "Olaf Brandt", "Brandt"}


def test_an_acronym_joins_the_name_that_it_stands_for() -> None:
    """By the first letters of its words, `the` and `of` left out."""
    cast = people(
        article("one", heard("the Board of River Pilots", "named_org")),
        article("two", heard("BRP", "named_org")),
    )
    assert list(cast) == ["the Board of River Pilots"]


def test_unnamed_sources_of_two_articles_stay_apart() -> None:
    """`A senior official` may be two persons; `residents` are one kind of people."""
    cast = compare(
        [
            article(
                "one", heard("a senior official", "anonymous"), heard("residents", "collective")
            ),
            article(
                "two", heard("a senior official", "anonymous"), heard("Residents", "collective")
            ),
        ]
    ).sources
    assert sorted(len(member.articles) for member in cast) == [1, 1, 2]


def test_who_is_given_no_word_is_not_heard() -> None:
    """A source of the annotation without an attribution is left out; the most heard come first."""
    cast = compare([article("one", heard("Lund", words=2), heard("Rask", words=9))]).sources
    assert [member.name for member in cast] == ["Rask", "Lund"]


def test_words_of_overlapping_attributions_count_once() -> None:
    """The inner and the outer source each hear the words once."""
    cast = people(article("one", Said("water water water.", by="Brandt", inside="Rask")))
    assert {name: member.articles["one"].words for name, member in cast.items()} == {
        "Brandt": 3,
        "Rask": 3,
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Robert Tamm", "Bob Tamm", True),
        ("Elizabeth Orrin", "Liz Orrin", True),
        ("William “Mo” Cowper", "Mo Cowper", True),
        ("Joseph R. Brandt Jr.", "Joe Brandt", True),
        ("Ronald Tamm", "Robert Tamm", False),
        ("George H. Lund", "George W. Lund", False),
    ],
)
def test_a_short_first_name_is_the_same_person(one: str, other: str, same: bool) -> None:
    """News calls people by what their friends call them."""
    documents = [
        article(name, Said(f"{speaker} said the weir holds.", by=speaker))
        for name, speaker in (("one", one), ("two", other))
    ]
    assert len(compare(documents).sources) == (1 if same else 2)
