"""Changes: what one outlet makes of a claim that another tells too."""

from __future__ import annotations

import pytest

from argmap.compare import compare
from argmap.model.comparison import Change
from argmap.model.document import AnnotatedDocument, LabelRecord
from argmap.model.labels import LabelStatus

from .made import Said, article

DULL = Said("A brass band rehearsed waltzes in the gymnasium.", new_paragraph=True)


def changes(one: AnnotatedDocument, two: AnnotatedDocument) -> list[Change]:
    """The changes of the one group that both tell."""
    groups = [group for group in compare([one, two]).groups if len(group.members) == 2]
    assert len(groups) == 1, groups
    return list(groups[0].changes)


def told(change: Change) -> tuple[str, str | None, dict[str, object]]:
    """Kind, dimension and detail as plain values."""
    return str(change.kind), change.dimension and str(change.dimension), change.detail


def test_a_dropped_source_is_named() -> None:
    """The retelling speaks in its own voice what the other attributes."""
    one = article(
        "one",
        Said("Spores from the quarry have reached the vineyard, the harvest institute said.",
             by="the harvest institute", kind="named_org"),
        DULL,
    )  # fmt: skip
    two = article("two", "Spores from the quarry have reached the vineyard.")
    assert [told(change) for change in changes(one, two)] == [
        ("stronger", "attribution", {"dropped": "the harvest institute"})
    ]
    assert [told(change) for change in changes(two, one)] == [
        ("weaker", "attribution", {"added": "the harvest institute"})
    ]


def test_a_dropped_source_that_spoke_through_another_says_through_whom() -> None:
    """Nested sources are told with the chain."""
    one = article(
        "one",
        Said("Spores from the quarry have reached the vineyard.", by="Ada Brandt", inside="Rask"),
        DULL,
    )
    two = article("two", "Spores from the quarry have reached the vineyard.")
    (change,) = changes(one, two)
    assert change.detail == {"dropped": "Ada Brandt", "via": "Rask"}


def test_a_source_that_the_sentence_still_names_is_not_dropped() -> None:
    """`Brandt's suspicion that…` drops nobody, even where no attribution was found."""
    one = article(
        "one",
        Said("Ada Brandt believes that spores from the quarry have reached the vineyard.",
             by="Ada Brandt"),
        DULL,
    )  # fmt: skip
    two = article(
        "two", "Brandt's suspicion is that spores from the quarry have reached the vineyard."
    )
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


@pytest.mark.parametrize(
    "bare",
    [
        "This is not a rumour: spores from the quarry have reached the vineyard.",
        "In the United States, spores from the quarry have reached the vineyard.",
    ],
)
def test_words_that_only_share_a_stem_with_saying_name_nobody(bare: str) -> None:
    """`not` is no form of `note` and `States` none of `stated`: the source is dropped."""
    one = article(
        "one",
        Said("Spores from the quarry have reached the vineyard, the harvest institute said.",
             by="the harvest institute", kind="named_org"),
        DULL,
    )  # fmt: skip
    assert ("stronger", "attribution", {"dropped": "the harvest institute"}) in [
        told(change) for change in changes(one, article("two", bare))
    ]


@pytest.mark.parametrize("saying", ["noted", "stated", "predicted"])
def test_a_word_of_saying_keeps_the_source(saying: str) -> None:
    """Where the sentence says that somebody says it, no source is dropped."""
    one = article(
        "one",
        Said("Spores from the quarry have reached the vineyard, the harvest institute said.",
             by="the harvest institute", kind="named_org"),
        DULL,
    )  # fmt: skip
    two = article("two", f"Growers {saying} that spores from the quarry have reached the vineyard.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_two_different_sources_are_told() -> None:
    """The claim is the same and somebody else says it."""
    one = article(
        "one", Said("Spores from the quarry have reached the vineyard, Ada Brandt said.",
                    by="Ada Brandt"), DULL,
    )  # fmt: skip
    two = article(
        "two", Said("Spores from the quarry have reached the vineyard, Piet Lund said.",
                    by="Piet Lund"),
    )  # fmt: skip
    assert [told(change) for change in changes(one, two)] == [
        ("same", None, {"sources": ["Ada Brandt", "Piet Lund"]})
    ]


def test_one_person_with_a_title_or_a_middle_name_is_no_other_source() -> None:
    """Two forms of a full name are no two sources, even where the cast keeps them apart."""
    one = article(
        "one", Said("Spores from the quarry have reached the vineyard, the report said.",
                    by="Green candidate Ada Brandt", kind="document_or_data"), DULL,
    )  # fmt: skip
    two = article(
        "two", Said("Spores from the quarry have reached the vineyard, Ada Maria Brandt said.",
                    by="Ada Maria Brandt"),
    )  # fmt: skip
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


@pytest.mark.parametrize(
    ("certainty", "kind"), [("certain", "stronger"), ("uncommitted", "weaker")]
)
def test_certainty_goes_up_and_down(certainty: str, kind: str) -> None:
    """From possible to certain is stronger, to uncommitted weaker; the hedge is quoted."""
    one = article(
        "one",
        Said("Spores from the quarry may have reached the vineyard.", certainty="possible",
             hedges=("may",)),
        DULL,
    )  # fmt: skip
    two = article(
        "two",
        Said(
            "Spores from the quarry have reached the vineyard."
            if certainty == "certain"
            else "It is unclear whether spores from the quarry have reached the vineyard.",
            certainty=certainty,
            hedges=() if certainty == "certain" else ("unclear",),
        ),
    )
    cues = ["may"] if certainty == "certain" else ["may", "unclear"]
    assert [told(change) for change in changes(one, two)] == [
        (kind, "certainty", {"from": "possible", "to": certainty, "cue": cues})
    ]


def test_a_hedge_that_both_have_is_no_change() -> None:
    """Where the same cue stands in both, a label that one lacks is a slip and no difference."""
    text = "Spores from the quarry may have reached the vineyard."
    one = article("one", Said(text, certainty="possible", hedges=("may",)), DULL)
    assert [told(change) for change in changes(one, article("two", text))] == [("same", None, {})]


def test_a_hedge_beside_the_shared_part_says_nothing_of_it() -> None:
    """Only the part of a long sentence that tells the claim counts."""
    one = article(
        "one",
        Said(
            "The archive owns eleven woodcuts by the hermit engraver Osk Tamm, while the museum"
            " across the square, renovated twice and flooded once since the war, may soon, if the"
            " lottery and the bishop agree, borrow tapestries.",
            certainty="possible",
            hedges=("may",),
        ),
        DULL,
    )
    two = article("two", "The archive has eleven woodcuts by the hermit engraver Osk Tamm.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_numbers_that_cannot_both_be_right_contradict_each_other() -> None:
    """Both values are quoted."""
    one = article("one", "Volunteers planted more than 130 mulberry saplings on the dike.", DULL)
    two = article("two", "Volunteers planted as many as 120 mulberry saplings on the dike.")
    assert [told(change) for change in changes(one, two)] == [
        ("contradicts", "number", {"values": ["more than 130", "as many as 120"]})
    ]


def test_a_number_without_its_qualifier_is_stronger() -> None:
    """`As many as 120` becomes `120`."""
    one = article("one", "Volunteers planted as many as 120 mulberry saplings on the dike.", DULL)
    two = article("two", "Volunteers planted 120 mulberry saplings on the dike.")
    assert [told(change) for change in changes(one, two)] == [
        ("stronger", "number", {"from": "as many as 120", "to": "120"})
    ]


@pytest.mark.parametrize(
    ("here", "there"),
    [("nine thousand", "9,000"), ("a million", "1,000,000"), ("1.2m", "1.2 million")],
)
def test_one_number_in_two_spellings_is_no_change(here: str, there: str) -> None:
    """Values are compared, not letters."""
    one = article("one", f"Volunteers planted {here} mulberry saplings on the dike.", DULL)
    two = article("two", f"Volunteers planted {there} mulberry saplings on the dike.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_numbers_of_different_things_are_not_set_against_each_other() -> None:
    """Each number counts what follows it."""
    one = article("one", "Volunteers planted 120 mulberry saplings and 14 quince bushes.", DULL)
    two = article("two", "Volunteers planted 14 quince bushes and 120 mulberry saplings.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_a_negation_contradicts() -> None:
    """One says that it is so, the other that it is not."""
    one = article("one", "Divers recovered the bronze propeller from the lagoon.", DULL)
    two = article(
        "two",
        Said("Divers never recovered the bronze propeller from the lagoon.", polarity="negative"),
    )
    assert [told(change) for change in changes(one, two)] == [
        ("contradicts", None, {"negation": "never", "only in": "two"})
    ]


def test_a_negation_elsewhere_in_a_long_sentence_contradicts_nothing() -> None:
    """The word that is negated must be told by both."""
    one = article("one", "Divers recovered the bronze propeller of the Ilse from the lagoon.", DULL)
    two = article(
        "two",
        Said(
            "Divers recovered the bronze propeller of the Ilse but did not film the lagoon.",
            polarity="negative",
        ),
    )
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_a_cause_of_something_else_is_no_change() -> None:
    """What stands after `because` must be told by the other too."""
    one = article("one", "The ferry turned back at dusk and the band played on.", DULL)
    two = article("two", "The ferry turned back at dusk because a cook had fainted.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_opposite_words_contradict() -> None:
    """`Rose` against `fell`, in sentences otherwise alike."""
    one = article("one", "Exports of amber buttons rose in the second quarter.", DULL)
    two = article("two", "Exports of amber buttons fell in the second quarter.")
    assert [told(change) for change in changes(one, two)] == [
        ("contradicts", None, {"from": "rose", "to": "fell"})
    ]


def test_a_wider_quantifier_is_stronger() -> None:
    """`Some` becomes `all` before the same word."""
    one = article("one", "Some beekeepers lost their hives to the orange mite.", DULL)
    two = article("two", "All beekeepers lost their hives to the orange mite.")
    assert [told(change) for change in changes(one, two)] == [
        ("stronger", "scope", {"from": "Some beekeepers", "to": "All beekeepers"})
    ]


def test_loaded_words_are_stronger_than_plain_ones() -> None:
    """Intensity is told with the loaded words."""
    one = article("one", "Sales of amber buttons fell by half in the second quarter.", DULL)
    two = article(
        "two",
        Said("Sales of amber buttons plunged by half in the second quarter.", loaded=("plunged",)),
    )
    assert [told(change) for change in changes(one, two)] == [
        ("stronger", "intensity", {"from": [], "to": ["plunged"]})
    ]


def test_a_cause_where_the_other_tells_a_sequence_is_stronger() -> None:
    """`After` becomes `because`, both things being told by both."""
    one = article("one", "The ferry turned back after the radar mast snapped.", DULL)
    two = article("two", "The ferry turned back because the radar mast snapped.")
    assert [told(change) for change in changes(one, two)] == [
        ("stronger", "causality", {"from": "after", "to": "because"})
    ]


def test_changes_run_from_the_article_that_is_retold() -> None:
    """Where one article retells another, the order in which they are given does not matter."""
    texts = (
        "Divers recovered the bronze propeller from the lagoon, the coast guard said.",
        "The salvage cost 40,000 crowns and took eleven nights.",
        "A heron colony was disturbed by the floodlights.",
    )
    source = article(
        "source",
        Said(texts[0], by="the coast guard", kind="named_org"),
        texts[1],
        texts[2],
        outlet="Lagoon Courier",
        genre="report",
    )
    summary = article(
        "summary",
        "The article from Lagoon Courier reports on a salvage.",
        "Divers recovered the bronze propeller from the lagoon.",
        "Salvage cost 40,000 crowns and took eleven nights.",
        outlet="Digest",
        genre="summary",
    )
    comparison = compare([summary, source])
    assert [(item.from_, item.to) for item in comparison.derivations] == [("source", "summary")]
    found = [change for group in comparison.groups for change in group.changes]
    assert found
    assert {(change.from_, change.to) for change in found} == {("source", "summary")}


def test_a_hedge_of_something_else_is_no_change() -> None:
    """`Could rain` does not hedge that spores reached the vineyard."""
    one = article(
        "one",
        Said(
            "Spores from the quarry have reached the vineyard, where it could rain.",
            certainty="possible",
            hedges=("could",),
        ),
        DULL,
    )
    two = article("two", "Spores from the quarry have reached the vineyard.")
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]


def test_would_in_reported_speech_is_no_hedge() -> None:
    """`He said that he would` is `he will`."""
    one = article(
        "one", "The cooper will plant 40 mulberry saplings on the eastern dike next spring.", DULL
    )
    two = article(
        "two",
        Said(
            "The cooper would plant 40 mulberry saplings on the eastern dike next spring.",
            by="The cooper", certainty="probable", hedges=("would",),
        ),
    )  # fmt: skip
    assert not [c for c in changes(one, two) if c.dimension == "certainty"]


def test_a_number_that_the_other_has_too_does_not_contradict() -> None:
    """Six arrests after 47 do not contradict 47 arrests."""
    one = article(
        "one", "Wardens made six arrests at the weir on Friday, against 47 arrests before.", DULL
    )
    two = article("two", "Wardens made 47 arrests at the weir.")
    assert not [c for c in changes(one, two) if c.kind == "contradicts"]


def test_a_label_of_a_person_counts_without_a_cue() -> None:
    """Whoever corrects a certainty need not mark the word for it."""
    text = "Spores from the quarry have reached the vineyard."
    one = article("one", Said(text, certainty="possible"), DULL)
    two = article("two", text)
    assert [told(change) for change in changes(one, two)] == [("same", None, {})]
    record = LabelRecord(status=LabelStatus.EDITED, was="certain")
    provenance = one.provenance.model_copy(update={"labels": {"s1.certainty": record}})
    edited = one.model_copy(update={"provenance": provenance})
    assert [told(change)[:2] for change in changes(edited, two)] == [("stronger", "certainty")]


def test_a_loaded_word_that_both_have_is_no_change() -> None:
    """Whatever label it has in either."""
    text = "Reckless wardens flooded the vineyard of the harvest institute on Monday."
    one = article("one", Said(text, loaded=("Reckless",)), DULL)
    assert [told(change) for change in changes(one, article("two", text))] == [("same", None, {})]
