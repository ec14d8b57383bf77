"""Relations from connectives and place: directions, limits, no circles."""

from __future__ import annotations

import pytest

from argmap.model.labels import RelationType, Role
from argmap.model.structure import Block
from argmap.pipeline.layers import reading_of
from argmap.pipeline.relations import mark_relations

from .hand_built import hand_built

C, E, R = Role.CLAIM, Role.EVIDENCE, Role.REPORT


def _relations(*pieces: tuple[str, Role], one_paragraph: bool = True) -> list:
    doc = hand_built("\n".join(text for text, _ in pieces))
    reading = reading_of(doc)
    for segment, (_, role) in zip(reading.segments, pieces, strict=True):
        segment.role = role
    if one_paragraph:
        reading.blocks = [Block(0, len(doc.text), heading=False)]
    mark_relations(doc)
    return [
        (r.source, r.target, r.type, doc.text[slice(*r.cue)] if r.cue else None)
        for r in reading.relations
    ]


@pytest.mark.parametrize(
    ("second", "role", "expected"),
    [
        ("because nobody asked the guild.", C, (1, 0, RelationType.SUPPORTS, "because")),
        ("For example, the baker sold her van.", E, (1, 0, RelationType.SUPPORTS, "For example")),
        (
            "As evidenced by the ledger, it rose.",
            E,
            (1, 0, RelationType.SUPPORTS, "As evidenced by"),
        ),
        ("Therefore the toll must end.", C, (0, 1, RelationType.SUPPORTS, "Therefore")),
        ("That is why boats leave.", C, (0, 1, RelationType.SUPPORTS, "That is why")),
        ("However, the port needs money.", C, (1, 0, RelationType.ATTACKS, "However")),
        ("In other words, it is a ransom.", C, (1, 0, RelationType.RESTATES, "In other words")),
    ],
)
def test_connective_has_its_direction(second: str, role: Role, expected: tuple) -> None:
    """Every connective carries the argument its own way."""
    assert _relations(("The toll is unfair.", C), (second, role)) == [expected]


def test_evidence_serves_the_claim_before_it() -> None:
    """Without a connective, evidence supports the nearest claim before it in its paragraph."""
    found = _relations(("The toll is unfair.", C), ("It rose by 12 percent.", E))
    assert found == [(1, 0, RelationType.SUPPORTS, None)]


def test_evidence_before_its_claim() -> None:
    """Evidence that opens a paragraph supports the claim that follows."""
    found = _relations(("It rose by 12 percent.", E), ("The toll is unfair.", C))
    assert found == [(0, 1, RelationType.SUPPORTS, None)]


def test_paragraphs_keep_apart() -> None:
    """Evidence does not reach for a claim in another paragraph."""
    pieces = ("The toll is unfair.", C), ("It rose by 12 percent.", E)
    assert _relations(*pieces, one_paragraph=False) == []


def test_time_is_no_reason() -> None:
    """ "Since 2019" and "so far" open no argument."""
    found = _relations(
        ("The toll is unfair.", C), ("Since 2019 it has doubled.", R), ("So far it stays.", C)
    )
    assert found == []


@pytest.mark.parametrize("opening", ["Because it rained", "Although it rained"])
def test_sentence_with_its_own_reason(opening: str) -> None:
    """A subordinate clause and its main clause in one segment bear on nothing else."""
    found = _relations(("The toll is unfair.", C), (f"{opening}, they left.", C), ("It is so.", R))
    assert found == []


def test_headings_take_no_part() -> None:
    """A heading neither supports nor is supported."""
    doc = hand_built("# The toll is unfair\nBecause of it, nine boats left the harbor this year.")
    reading = reading_of(doc)
    reading.segments[0].role, reading.segments[1].role = C, E
    mark_relations(doc)
    assert reading.relations == []


def test_conclusion_restates_the_lead() -> None:
    """Two claims in nearly the same words, far apart, are one claim twice."""
    found = _relations(
        ("The amber toll is slowly strangling every fisher of the lagoon.", C),
        ("The vote took nine hours.", R),
        ("Slowly, the amber toll is strangling the fishers of our lagoon.", C),
        one_paragraph=False,
    )
    assert found == [(2, 0, RelationType.RESTATES, None)]


def test_one_support_each_and_no_circle() -> None:
    """However connectives pile up, supports form a forest."""
    found = _relations(
        *[("Because it rains, therefore.", E if n % 2 else C) for n in range(12)],
        ("Therefore it rains.", C),
        ("Because it rains.", E),
    )
    targets: dict[int, int] = {}
    for source, target, kind, _ in found:
        if kind is RelationType.SUPPORTS:
            assert source not in targets
            targets[source] = target
    for start in targets:
        seen, place = set(), start
        while place in targets:
            assert place not in seen
            seen.add(place)
            place = targets[place]
