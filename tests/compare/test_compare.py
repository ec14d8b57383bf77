"""The comparison as a whole: odd inputs, order, and what always holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.compare import compare
from argmap.compare.matches import Matches
from argmap.compare.passages import passages
from argmap.errors import InputError
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps

from .made import Said, article

SENTENCES = (
    "Divers recovered the bronze propeller of the steamer Ilse from the lagoon.",
    "The bronze propeller of the Ilse was brought up from the lagoon by divers.",
    "The salvage cost 40,000 crowns and lasted eleven nights.",
    "Eleven nights of salvage cost about 40,000 crowns, the mayor said.",
    "A heron colony moved to the reservoir because of the floodlights.",
    "Floodlights drove the heron colony to the reservoir.",
    "Curators may display the propeller in the old customs house.",
    "No heron was seen at the lagoon after the salvage.",
    "The mayor of Halden praised the divers of Halden.",
    "Share your thoughts on the propeller below.",
)


def members(comparison: Comparison) -> list[tuple[str, str]]:
    """Every article and segment that stands in a group."""
    return [
        (member.article, segment)
        for group in comparison.groups
        for member in group.members
        for segment in member.segments
    ]


def membership(comparison: Comparison) -> set[frozenset[tuple[str, tuple[str, ...]]]]:
    """The groups without their ids and order."""
    return {
        frozenset((member.article, member.segments) for member in group.members)
        for group in comparison.groups
    }


@st.composite
def stories(draw: st.DrawFn) -> list[AnnotatedDocument]:
    """One to five articles that tell some of the same sentences."""
    count = draw(st.integers(1, 5))
    told = st.lists(st.sampled_from(SENTENCES), max_size=7)
    return [
        article(
            f"a{number}",
            *(
                Said(text, role="boilerplate" if text.startswith("Share") else "report")
                for text in draw(told)
            ),
        )
        for number in range(count)
    ]


@settings(max_examples=60, deadline=None)
@given(stories())
def test_members_exist_and_groups_differ(story: list[AnnotatedDocument]) -> None:
    """Members exist, are no boilerplate, and stand once in a group; what is shared is not alone."""
    comparison = compare(story)
    found = members(comparison)
    alone = [group for group in comparison.groups if len(group.members) == 1]
    for group in comparison.groups:
        in_group = [(m.article, segment) for m in group.members for segment in m.segments]
        assert len(in_group) == len(set(in_group))
        assert group in alone or not any(
            (m.article, segment) in in_group
            for other in alone
            for m in other.members
            for segment in m.segments
        )
    documents = {document.article.id: document for document in story}
    for name, identifier in found:
        segment = documents[name].segment(identifier)
        assert segment is not None
        assert segment.role != "boilerplate"
    assert [group.id for group in comparison.groups] == [
        f"g{number}" for number in range(1, len(comparison.groups) + 1)
    ]
    for group in comparison.groups:
        told = [member.article for member in group.members]
        assert len(told) == len(set(told))
        assert set(told) | set(group.not_found) == set(documents)


@settings(max_examples=40, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_other_groups(
    story: list[AnnotatedDocument], shuffler: object
) -> None:
    """Who belongs together does not depend on who is named first."""
    shuffled = list(story)
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert membership(compare(story)) == membership(compare(shuffled))


def test_the_same_input_gives_the_same_bytes() -> None:
    """Nothing is left to chance."""
    story = [article("one", *SENTENCES[::2]), article("two", *SENTENCES[1::2])]
    assert dumps(compare(story)) == dumps(compare(story))


def test_one_article_is_a_comparison_too() -> None:
    """Its claims stand alone; nobody lacks them."""
    comparison = compare([article("one", *SENTENCES[:3], outlet="One")])
    assert [item.outlet for item in comparison.articles] == ["One"]
    assert all(len(group.members) == 1 and not group.not_found for group in comparison.groups)


def test_one_article_twice_is_the_same_throughout() -> None:
    """Every claim is shared and nothing changes."""
    comparison = compare([article("one", *SENTENCES[:7:2]), article("two", *SENTENCES[:7:2])])
    assert [len(group.members) for group in comparison.groups] == [2, 2, 2, 2]
    assert {change.kind for group in comparison.groups for change in group.changes} == {"same"}


def test_no_article_gives_an_empty_comparison() -> None:
    """There is nothing to set side by side."""
    assert compare([]).model_copy(update={"provenance": None}) == Comparison(articles=())


def test_articles_without_text_or_matter_are_compared() -> None:
    """An empty article and one of boilerplate have a card and no claim."""
    notice = article("notice", Said("All rights reserved.", role="boilerplate"))
    comparison = compare([article("empty"), notice, article("one", SENTENCES[0])])
    assert [item.id for item in comparison.articles] == ["empty", "notice", "one"]
    assert members(comparison) == [("one", "s1")]
    assert comparison.groups[0].not_found == ("empty", "notice")


def test_two_articles_with_one_id_are_refused() -> None:
    """Groups name articles by their ids."""
    with pytest.raises(InputError, match="id 'one'"):
        compare([article("one", SENTENCES[0]), article("one", SENTENCES[1])])


def test_the_annotation_files_are_named() -> None:
    """Where the paths are known."""
    comparison = compare(
        [article("one"), article("two")], annotation_paths={"one": "../annotations/one.json"}
    )
    assert [item.annotation for item in comparison.articles] == ["../annotations/one.json", None]


def test_drift_comes_before_what_is_alike_and_what_one_outlet_has() -> None:
    """A dropped source first, then a number, then the same, then one outlet alone."""
    one = article(
        "one",
        "Exports of hazel baskets go to Corvia.",
        "Volunteers planted 120 mulberry saplings on the dike.",
        Said("Spores from the quarry reached the vineyard, Brandt said.", by="Brandt"),
        "The bakery has a cat.",
    )
    two = article(
        "two",
        "Exports of hazel baskets go to Corvia.",
        "Volunteers planted 140 mulberry saplings on the dike.",
        "Spores from the quarry reached the vineyard.",
    )
    groups = compare([one, two]).groups
    assert [group.members[0].segments[0] for group in groups] == ["s3", "s2", "s1", "s4"]


def test_a_hundred_articles_of_one_story_take_seconds() -> None:
    """Pairs come from an index, not from every segment against every other."""
    heads = ("bran", "clo", "dri", "fel", "gra")
    tails = ("bard", "coth", "dell", "fim", "gost", "husk", "jant", "kel", "lorn", "mupp")
    words = [head + tail for head in heads for tail in tails]
    story = [
        article(
            f"a{number}",
            *(
                " ".join(words[(number * 7 + line * 3 + place * place) % 50] for place in range(9))
                + f" {number % 10}{line} times."
                for line in range(20)
            ),
        )
        for number in range(100)
    ]
    told = passages(story)
    seen = len(Matches(told).proposed(0.0))
    assert seen < len(told) * len(told) / 2 / 4
    compare(story)
