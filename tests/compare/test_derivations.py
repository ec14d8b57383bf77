"""Which article retells which, and what shows it."""

from __future__ import annotations

from argmap.compare import compare
from argmap.model.comparison import Derivation
from argmap.model.document import AnnotatedDocument

from .made import Said, article

FACTS = (
    "Divers recovered the bronze propeller of the steamer Ilse from the lagoon.",
    "The salvage cost 40,000 crowns and lasted eleven nights.",
    "A heron colony moved to the reservoir because of the floodlights.",
    "Curators will display the propeller in the old customs house.",
)


def derivations(*documents: AnnotatedDocument) -> list[Derivation]:
    """Who retells whom."""
    return list(compare(documents).derivations)


SOURCE = article("source", *FACTS, outlet="Lagoon Courier", genre="report", published="2024-05-01")


def test_a_summary_that_names_its_outlet_retells_it() -> None:
    """The reason quotes the words that show it."""
    summary = article(
        "digest",
        "The report by Lagoon Courier describes a salvage.",
        *FACTS[:3],
        outlet="Digest",
        genre="summary",
        published="2024-05-02",
    )
    (found,) = derivations(summary, SOURCE)
    assert (found.from_, found.to) == ("source", "digest")
    assert found.confidence > 0.8
    assert "report by Lagoon Courier" in found.reason
    assert "is a summary" in found.reason


def test_an_earlier_article_retells_nobody() -> None:
    """The dates decide where both are known."""
    early = article(
        "early",
        "The report by Lagoon Courier describes a salvage.",
        *FACTS,
        outlet="Digest",
        published="2024-04-01",
    )
    assert derivations(SOURCE, early) == []


def test_an_interview_with_an_outlet_is_no_retelling() -> None:
    """That an outlet is named shows little alone."""
    other = article(
        "other",
        "The mayor spoke to Lagoon Courier about parking fees.",
        "Parking fees rise in June.",
        outlet="Herald",
    )
    assert derivations(SOURCE, other) == []


def test_two_outlets_that_share_half_their_claims_do_not_retell_each_other() -> None:
    """Two reports on one event."""
    other = article(
        "other",
        FACTS[0],
        FACTS[1],
        "Tourists queued for herring in a hailstorm.",
        "The brewery paid for a new flagpole.",
        "Swimmers were told to keep away from the sluice.",
        outlet="Herald",
    )
    assert derivations(SOURCE, other) == []


def test_one_article_twice_has_no_direction() -> None:
    """Nothing shows which of two equal texts was first."""
    assert derivations(article("one", *FACTS), article("two", *FACTS)) == []


def test_a_retelling_says_what_became_of_the_claims() -> None:
    """Kept, hardened, dropped and added, as ids of groups."""
    source = article(
        "source",
        *FACTS,
        Said(
            "The mast may have broken in the gale of 1911.", certainty="possible", hedges=("may",)
        ),
        outlet="Lagoon Courier",
        genre="report",
    )
    digest = article(
        "digest",
        "The report by Lagoon Courier describes a salvage.",
        *FACTS[:3],
        "The mast has broken in a gale in 1911.",
        "Goats graze on the rampart.",
        outlet="Digest",
        genre="summary",
    )
    told = compare([source, digest])
    (item,) = told.derivations
    hardened = {group.id: group.changes for group in told.groups if group.id in item.hardened}
    assert [[str(c.dimension) for c in changes] for changes in hardened.values()] == [["certainty"]]
    assert (len(item.kept), len(item.dropped), len(item.added)) == (4, 1, 2)
    by_id = {group.id: {m.article for m in group.members} for group in told.groups}
    assert item.kept
    assert all(by_id[claim] >= {item.from_, item.to} for claim in item.kept)
    assert all(by_id[claim] == {item.from_} for claim in item.dropped)
    assert all(by_id[claim] == {item.to} for claim in item.added)
    assert set(item.hardened) <= set(item.kept)
    assert not set(item.dropped) & set(item.kept)
