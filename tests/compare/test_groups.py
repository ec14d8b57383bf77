"""Claim groups: who tells the same thing, and who only speaks of the same matter."""

from __future__ import annotations

from argmap.compare import compare
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument

from .made import Said, article


def shared(comparison: Comparison) -> list[dict[str, tuple[str, ...]]]:
    """The groups of two outlets and more, as segments by article."""
    return [
        {member.article: member.segments for member in group.members}
        for group in comparison.groups
        if len(group.members) > 1
    ]


WIRE = article(
    "wire",
    "The Port of Halden has closed its grain terminal after inspectors found cracks in two silos.",
    "Dockworkers in Halden marched to the town hall on Monday and asked for back pay.",
    "The terminal handles 3.5 million tons of barley a year, mostly bound for Corvia.",
    "Corvia's bakers keep flour for about six weeks in their warehouses.",
    outlet="Wire",
)
POST = article(
    "post",
    "Nobody in Halden slept well last week.",
    "Inspectors discovered cracks in two grain silos, and the Halden terminal is closed.",
    "Each year 3,500,000 tons of barley pass through the terminal on the way to Corvia.",
    "Mayor Ruta Weil of Halden wants a second opinion from engineers in the capital.",
    outlet="Post",
)


def test_the_same_claim_in_other_words_is_one_group() -> None:
    """Order, inflection, a synonym and another way to write a number make no other claim."""
    groups = shared(compare([WIRE, POST]))
    assert {"wire": ("s1",), "post": ("s2",)} in groups
    assert {"wire": ("s3",), "post": ("s3",)} in groups


def test_sentences_that_share_only_the_main_actors_stay_apart() -> None:
    """Names of the matter that stand everywhere make nothing the same."""
    one = article(
        "one",
        "President Varga of Corvia met President Olin of Halden for two hours.",
        "President Varga praised the orchestra of Corvia.",
        "President Olin bought a sheep.",
        "Corvia and Halden share a river.",
    )
    two = article(
        "two",
        "President Olin of Halden distrusts President Varga of Corvia on tariffs.",
        "President Varga slept badly.",
        "Halden sold President Varga nine tractors.",
        "President Olin lost his umbrella in Corvia.",
    )
    assert shared(compare([one, two])) == []


def test_a_phrase_of_a_long_sentence_meets_the_sentence_that_tells_it_alone() -> None:
    """A part of a sentence can be what another tells in whole."""
    one = article(
        "one",
        "Weary of empty promises, wary of the auditors and short of friends in the capital, the"
        " cooperative, the island's largest employer of cod splitters, will hold a raffle.",
        "Its chairman plays the accordion.",
    )
    two = article(
        "two",
        "The cooperative remains the island's largest employer of cod splitters.",
        "A tax on nets was dropped.",
    )
    assert shared(compare([one, two])) == [{"one": ("s1",), "two": ("s1",)}]


def test_one_sentence_can_be_told_in_two_next_to_each_other() -> None:
    """A member has several segments where each tells another part."""
    one = article(
        "one",
        "The observatory lost its copper roof to thieves in April and its brass telescope to"
        " a bailiff in June.",
        "Visitors bring sandwiches.",
        "Admission costs nothing.",
    )
    two = article(
        "two",
        "Thieves stripped the copper roof off the observatory in April.",
        "In June a bailiff carried away the brass telescope.",
        "The caretaker mows the lawn.",
    )
    assert shared(compare([one, two])) == [{"one": ("s1",), "two": ("s1", "s2")}]


def test_a_likeness_is_not_handed_on() -> None:
    """A like B and B like C do not put A and C together."""
    one = article("one", "Smugglers sank a yacht loaded with walrus ivory near Tarn lighthouse.")
    two = article(
        "two",
        "Smugglers sank a yacht loaded with walrus ivory, and a comet was photographed by"
        " schoolgirls using a borrowed tripod.",
    )
    three = article(
        "three", "Schoolgirls using a borrowed tripod photographed a comet over the dunes."
    )
    for group in shared(compare([one, two, three])):
        assert not {"one", "three"} <= set(group)


def test_headings_and_boilerplate_tell_no_claim() -> None:
    """A title that both have, and a disclaimer, form no group."""
    body = Said(
        "Rangers counted forty-one otters below the weir, twice as many as in spring.",
        new_paragraph=True,
    )
    notice = Said(
        "Reposting this page about otters below the weir needs written consent of the publisher.",
        role="boilerplate",
        new_paragraph=True,
    )
    other = Said("A bus shelter was painted orange by volunteers.", new_paragraph=True)
    one = article("one", "Otters Return to the Weir", body, notice)
    two = article("two", "Otters Return to the Weir", other, notice)
    comparison = compare([one, two])
    assert shared(comparison) == []
    told = {s for group in comparison.groups for m in group.members for s in m.segments}
    assert told == {"s2"}


def test_the_source_of_a_claim_is_no_part_of_it() -> None:
    """Two statements of one speaker are not the same claim."""
    one = article(
        "one",
        Said(
            "Harbor master Ingrid Solvang Petersen said the pier needs paint.",
            by="Harbor master Ingrid Solvang Petersen",
        ),
    )
    two = article(
        "two",
        Said(
            "Harbor master Ingrid Solvang Petersen said cormorants are thriving.",
            by="Harbor master Ingrid Solvang Petersen",
        ),
    )
    assert shared(compare([one, two])) == []


def test_what_one_outlet_alone_tells_is_listed() -> None:
    """Claims, evidence and reports of one outlet follow as groups of one; background does not."""
    one = article(
        "one",
        Said("The ferry will sink.", role="claim"),
        Said("The ferry was built in Tarrel.", role="background"),
        Said("The hull leaks.", role="evidence"),
    )
    comparison = compare([one])
    assert [group.members[0].segments for group in comparison.groups] == [("s1",), ("s3",)]
    assert all(group.not_found == () and group.changes == () for group in comparison.groups)


def test_an_outlet_without_the_claim_is_not_found_and_never_absent() -> None:
    """Only a person who has looked can say that an outlet lacks a claim."""
    third = article("third", "Violin lessons were moved to Thursday.", outlet="Third")
    comparison = compare([WIRE, POST, third])
    group = next(group for group in comparison.groups if len(group.members) == 2)
    assert group.not_found == ("third",)
    assert group.absent == ()


def copies(count: int) -> list[AnnotatedDocument]:
    """The same report in several outlets."""
    told = [segment.text for segment in WIRE.segments]
    return [article(f"a{number}", *told) for number in range(count)]


def test_ten_outlets_with_one_report_agree_on_every_claim() -> None:
    """Each sentence is one group of ten."""
    comparison = compare(copies(10))
    assert [len(group.members) for group in comparison.groups] == [10, 10, 10, 10]
    assert all(change.kind == "same" for group in comparison.groups for change in group.changes)


def test_more_than_ten_outlets_are_set_against_one_of_them() -> None:
    """The number of changes grows with the outlets, not with their pairs."""
    comparison = compare(copies(12))
    assert all(len(group.changes) == 11 for group in comparison.groups)


def test_a_long_sentence_can_tell_two_claims() -> None:
    """One of its parts is told in one place of another article, the other elsewhere."""
    one = article(
        "one",
        "The observatory lost its copper roof to thieves in April and its brass telescope to"
        " a bailiff in June.",
        "Visitors bring sandwiches.",
    )
    two = article(
        "two",
        "Thieves stripped the copper roof off the observatory in April.",
        "The caretaker mows the lawn.",
        "A museum in Tarrel is closed.",
        "Rain filled the cellar.",
    )
    three = article(
        "three",
        "A choir sang.",
        "In June a bailiff carried away the brass telescope of the observatory.",
    )
    groups = shared(compare([one, two, three]))
    assert {"one": ("s1",), "two": ("s1",)} in groups
    assert {"one": ("s1",), "three": ("s2",)} in groups


def test_a_name_given_to_the_situation_joins_the_claims_that_use_it() -> None:
    """`Marble War` here and there is more in common than its two words."""
    frames = (("Marble War", "label", "uses"),)
    one = article(
        "one",
        Said("Nobody in the capital has heard of a Marble War.", frames=frames),
        "Prices of lime went up.",
    )
    two = article(
        "two",
        "Prices of slate went down.",
        Said("It is the beginning of a Marble War, says the minister.", frames=frames),
    )
    plain = [document.model_copy(update={"spans": ()}) for document in (one, two)]
    assert shared(compare([one, two])) == [{"one": ("s1",), "two": ("s2",)}]
    named, unnamed = (
        [group.confidence for group in compare(story).groups if len(group.members) > 1]
        for story in ([one, two], plain)
    )
    assert named[0] > (unnamed or [0])[0]
