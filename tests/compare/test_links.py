"""What people said of claims in two articles stands above every score."""

from __future__ import annotations

from argmap.compare import Absent, Link, LinkKind, compare, stale
from argmap.model.comparison import ClaimGroup, Comparison

from .made import Said, article
from .test_groups import POST, WIRE, shared

SAME, DIFFERENT = LinkKind.SAME, LinkKind.DIFFERENT
THIRD = article(
    "third",
    "Violin lessons were moved to Thursday.",
    Said("Cracks in two grain silos made inspectors close the terminal of Halden.", role="report"),
    outlet="Third",
)


def group_of(comparison: Comparison, article_id: str, segment: str) -> ClaimGroup:
    """The group in which a segment stands."""
    (found,) = [
        group
        for group in comparison.groups
        if any(m.article == article_id and segment in m.segments for m in group.members)
    ]
    return found


def test_what_a_person_puts_together_is_one_group() -> None:
    """However little the two have in common."""
    link = Link(SAME, ("wire", "s4"), ("post", "s1"))
    assert {"wire": ("s4",), "post": ("s1",)} in shared(compare([WIRE, POST], links=[link]))


def test_what_a_person_put_together_is_sure() -> None:
    """Nothing that the words say makes a person's link doubtful."""
    link = Link(SAME, ("wire", "s4"), ("post", "s1"))
    found = compare([WIRE, POST], links=[link])
    assert group_of(found, "wire", "s4").confidence == 1.0


def test_a_link_draws_nothing_else_in_that_does_not_fit() -> None:
    """The other groups stay what they were."""
    link = Link(SAME, ("wire", "s4"), ("post", "s1"))
    before, after = shared(compare([WIRE, POST])), shared(compare([WIRE, POST], links=[link]))
    assert [group for group in after if group in before] == before


def test_what_a_person_keeps_apart_is_never_one_group() -> None:
    """Neither alone nor through a third article that tells both."""
    link = Link(DIFFERENT, ("wire", "s1"), ("post", "s2"))
    assert {"wire": ("s1",), "post": ("s2",)} in shared(compare([WIRE, POST]))
    for story in ([WIRE, POST], [WIRE, POST, THIRD], [THIRD, POST, WIRE]):
        for group in compare(story, links=[link]).groups:
            told = {(m.article, segment) for m in group.members for segment in m.segments}
            assert not {("wire", "s1"), ("post", "s2")} <= told


def test_a_person_s_absent_is_kept() -> None:
    """An outlet of which a person said that it lacks a claim is absent there, not `not_found`."""
    comparison = compare([WIRE, POST, THIRD], links=[Absent(("wire", "s3"), "third")])
    found = group_of(comparison, "wire", "s3")
    assert (found.absent, found.not_found) == (("third",), ())
    alone = compare([WIRE, THIRD], links=[Absent(("wire", "s2"), "third")])
    found = group_of(alone, "wire", "s2")
    assert (found.absent, found.not_found) == (("third",), ())


def test_an_absent_outlet_is_taken_out_of_the_group() -> None:
    """The machine found a telling; the person who looked says it is none."""
    assert "third" in {m.article for m in group_of(compare([WIRE, THIRD]), "wire", "s1").members}
    comparison = compare([WIRE, THIRD], links=[Absent(("wire", "s1"), "third")])
    found = group_of(comparison, "wire", "s1")
    assert [member.article for member in found.members] == ["wire"]
    assert found.absent == ("third",)


def test_the_later_of_two_links_counts() -> None:
    """A person who changes their mind adds a link."""
    first = Link(SAME, ("wire", "s4"), ("post", "s1"))
    second = Link(DIFFERENT, ("post", "s1"), ("wire", "s4"))
    linked = {"wire": ("s4",), "post": ("s1",)}
    assert linked not in shared(compare([WIRE, POST], links=[first, second]))
    assert linked in shared(compare([WIRE, POST], links=[second, first]))


def test_links_of_what_is_not_there_are_named_and_say_nothing() -> None:
    """A segment that its article no longer has is stale; another story's article is not."""
    links = [
        Link(SAME, ("wire", "s99"), ("post", "s1")),
        Link(DIFFERENT, ("elsewhere", "s1"), ("post", "s1")),
        Absent(("post", "s77"), "wire"),
        Link(SAME, ("wire", "s1"), ("post", "s2")),
    ]
    assert stale([WIRE, POST], links) == [links[0], links[2]]
    assert shared(compare([WIRE, POST], links=links[:3])) == shared(compare([WIRE, POST]))
