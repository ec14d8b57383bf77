"""Claims found by the vectors of words: what shares no word, copies, blocks, and who read it."""

from __future__ import annotations

import numpy as np
import pytest

from argmap.compare import compare
from argmap.compare.matches import Matches
from argmap.compare.neighbours import neighbours
from argmap.compare.passages import passages
from argmap.discourse.model import load_similarity
from argmap.discourse.similarity import SentenceSimilarity

from .made import article
from .reading import Meanings
from .test_groups import shared

MEANINGS = Meanings(
    "crew sailors", "boat vessel", "abandoned deserted", "storm gale", "cook chef", "fever illness"
)
LOG = article(
    "log",
    "The crew abandoned their boat during a violent storm.",
    "Nutmeg prices doubled within eleven days.",
    "Lanterns were forbidden near the powder magazine.",
)
DIARY = article(
    "diary",
    "A tailor measured the governor for breeches.",
    "Sailors deserted the vessel amid that gale.",
    "Owls nest above the customs archway.",
)


def test_what_shares_no_word_is_one_claim_where_the_vectors_say_so() -> None:
    """A paraphrase is found by its meaning; words alone do not find it."""
    assert shared(compare([LOG, DIARY], reader=MEANINGS)) == [{"log": ("s1",), "diary": ("s2",)}]
    assert shared(compare([LOG, DIARY])) == []


def test_the_comparison_says_what_read_the_words() -> None:
    """With a model its name, without one nothing."""
    with_model, without = compare([LOG, DIARY], reader=MEANINGS), compare([LOG, DIARY])
    assert with_model.provenance is not None
    assert with_model.provenance.similarity == "meanings 1"
    assert without.provenance is not None
    assert without.provenance.similarity is None


def test_copies_are_read_once_and_stand_in_one_group() -> None:
    """What an agency wrote is one claim in all outlets that print it, and no rival of itself."""
    reader = Meanings()
    copies = [article(f"a{n:02}", *(segment.text for segment in LOG.segments)) for n in range(30)]
    groups = shared(compare([*copies, DIARY], reader=reader))
    assert [len(group) for group in groups] == [30, 30, 30]
    assert len(reader.read) == len(set(reader.read))


def test_the_score_of_a_copy_is_that_of_the_first_at_its_own_place() -> None:
    """The shared part of a copy lies inside the copy."""
    one = article("one", "Divers raised the bronze propeller of the steamer.", "Rain fell.")
    two = article("two", "Rain fell again and again.", "Divers raised the bronze propeller.")
    three = article("three", "Fog.", "More fog.", "Divers raised the bronze propeller.")
    told = passages([one, two, three])
    matches = Matches(told)
    place = {(p.article, p.segment.id): n for n, p in enumerate(told)}
    first = matches.of(place["one", "s1"], place["two", "s2"])
    copy = matches.of(place["one", "s1"], place["three", "s3"])
    assert first.score == copy.score
    segment = told[place["three", "s3"]].segment
    assert segment.start <= copy.right[0] < copy.right[1] <= segment.end
    assert copy.right[1] - copy.right[0] == first.right[1] - first.right[0]


def test_sentences_of_a_word_or_two_are_no_claim() -> None:
    """`A navy does.` says nothing that another sentence on a navy says too."""
    one = article("one", "A navy does.", "Bakers in Tarrel close at noon on Fridays.")
    two = article("two", "Some officials fear for the navy.", "Kelp grows on the slipway.")
    assert shared(compare([one, two], reader=Meanings())) == []


def vectors(count: int) -> np.ndarray:
    """Vectors of length 1 in pairs that lie near each other, the same in every run."""
    draw = np.random.default_rng(7)
    centres = draw.normal(size=(count // 2, 16))
    rows = np.repeat(centres, 2, axis=0) + 0.05 * draw.normal(size=(count // 2 * 2, 16))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("count", [200, 4000])
def test_the_nearest_is_found_whether_all_are_looked_at_or_blocks(count: int) -> None:
    """Partners in two articles meet, above the size where blocks begin too."""
    rows = vectors(count)
    articles = [f"a{place % 2}{place // 400}" for place in range(count)]
    found = set(neighbours(rows, articles))
    partners = [(place, place + 1) for place in range(0, count, 2)]
    met = sum(pair in found or pair[::-1] in found for pair in partners)
    assert met >= 0.95 * len(partners)
    assert all(articles[one] != articles[two] for one, two in found)


def test_the_work_grows_less_than_the_square() -> None:
    """Twice the passages are little more than twice the pairs."""
    sizes = []
    for count in (2000, 4000):
        articles = [f"a{place % 40}" for place in range(count)]
        sizes.append(len(set(neighbours(vectors(count), articles))))
    assert sizes[1] < 2.5 * sizes[0]


def test_nothing_to_read_is_no_pair() -> None:
    """No passages, and passages of punctuation alone."""
    assert list(neighbours(np.zeros((0, 4), dtype=np.float32), [])) == []
    dots = [article("one", "…", "!!"), article("two", "???")]
    assert shared(compare(dots, reader=Meanings())) == []


@pytest.fixture(scope="module")
def bundled() -> SentenceSimilarity:
    """The bundled model."""
    return load_similarity()


def test_the_bundled_model_leaves_marks_out_and_keeps_words(bundled: SentenceSimilarity) -> None:
    """A row of length 1 for each piece of a word; nothing for marks and for an empty sentence."""
    told, marks, empty = bundled.words(["Gulls left, at last!", "— … !", ""])
    assert len(told.pieces) == len(told.rows) >= 4
    assert np.allclose(np.linalg.norm(told.rows, axis=1), 1, atol=1e-5)
    assert not len(marks.pieces)
    assert not len(empty.pieces)
    (alone,) = bundled.words(["Gulls left, at last!"])
    assert np.allclose(alone.rows, told.rows, atol=0.05)
    assert bundled.name.startswith("discourse ")


def test_the_bundled_model_finds_a_paraphrase(bundled: SentenceSimilarity) -> None:
    """One claim in other words, beside others of the same matter."""
    one = article(
        "one",
        "The ferry company will dismiss a fifth of its sailors before winter.",
        "Its oldest ship was built in Tarrel and carries sheep.",
        "The mayor of Halden owns two shares of the company.",
    )
    two = article(
        "two",
        "A new captain took over the harbor office in spring.",
        "By autumn, one in five sailors of the ferry firm will lose his job.",
        "Lambs graze on the old rampart.",
    )
    assert shared(compare([one, two], reader=bundled)) == [{"one": ("s1",), "two": ("s2",)}]
