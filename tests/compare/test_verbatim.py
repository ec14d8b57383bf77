"""Words in a row that two passages share."""

from __future__ import annotations

from argmap.compare import compare
from argmap.compare.passages import passages
from argmap.compare.verbatim import shared_rows
from argmap.discourse.model import load_similarity
from argmap.model.document import AnnotatedDocument

from .made import Said, article
from .test_groups import shared


def rows(*documents: AnnotatedDocument) -> list[int]:
    """How long the rows are that pairs of passages share, longest first."""
    told = passages(documents)
    return sorted(shared_rows(told, range(len(told))).values(), reverse=True)


def test_a_row_is_as_long_as_both_have_it() -> None:
    """Case and marks are nothing; two words are no row."""
    one = article("one", "We had WHAT we had, and we kept it all.", "A goat ate the rope.")
    two = article("two", "“What we had and we kept it,” she sang.", "Then a goat slept.")
    assert rows(one, two) == [7]


def test_a_row_ends_at_the_source() -> None:
    """A long title before two statements of one speaker is no quotation of anything."""
    title = "Second deputy harbor master Ingrid Solvang Petersen"
    one = article("one", Said(f"{title} is for it, and it is what we do.", by=title))
    two = article("two", Said(f"It is what {title} is for it.", by=title))
    assert rows(one, two) == [3]


def test_rows_of_one_article_are_no_pair() -> None:
    """An article that says a thing twice has said it to itself."""
    one = article("one", "So it was what it was.", "And so it was what it was.")
    assert rows(one) == []


def test_a_standing_phrase_is_no_row() -> None:
    """What stands in more than sixty passages is an agency's phrase."""
    many = [article(f"a{number:02}", "It was as it was.") for number in range(61)]
    assert rows(*many) == []
    assert len(rows(*many[:3])) == 3


def test_a_quotation_of_plain_words_is_one_claim() -> None:
    """It holds no word that tells of the matter, and is the same quotation all the same."""
    one = article(
        "one",
        "“I did it and I would do it again,” the smith said.",
        "The forge burned down in March.",
        "Its roof was of slate.",
    )
    two = article(
        "two",
        "A choir met in Tarrel.",
        "“I did it and I would do it again.”",
        "Bakers went home early.",
    )
    assert {"one": ("s1",), "two": ("s2",)} in shared(compare([one, two], reader=load_similarity()))
