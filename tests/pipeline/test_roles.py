"""Roles with their types, one case a file, and how roles follow genre and place."""

from __future__ import annotations

import pytest

from argmap.model.labels import Genre, Role, SourceKind
from argmap.pipeline.certainty import mark_certainty
from argmap.pipeline.framing import mark_framing
from argmap.pipeline.layers import reading_of
from argmap.pipeline.roles import mark_roles
from argmap.pipeline.tone import mark_tone

from .cases import case, names
from .hand_built import hand_built


def _roles(marked: str, genre: Genre | None, kind: SourceKind = SourceKind.NAMED_ORG) -> list:
    doc = hand_built(marked, genre, kind)
    for component in (mark_certainty, mark_framing, mark_tone, mark_roles):
        component(doc)
    return reading_of(doc).segments


@pytest.mark.parametrize("name", names("roles"))
def test_case(name: str) -> None:
    """Every segment has the role and the type that its case expects."""
    marked, expected, genre = case("roles", name)
    found = [
        " ".join(filter(None, (s.role, s.claim_type, s.evidence_type)))
        for s in _roles(marked, genre)
    ]
    assert found == expected


def test_types_belong_to_their_roles() -> None:
    """A claim has a claim type and no other, evidence an evidence type, the rest neither."""
    text = "The fare is unfair.\nIt rose by 12 percent in 2020.\n# A lull\nThe port must pay."
    for segment in _roles(text, Genre.OPINION):
        assert (segment.claim_type is not None) == (segment.role is Role.CLAIM)
        assert (segment.evidence_type is not None) == (segment.role is Role.EVIDENCE)


def test_document_as_source_is_evidence_in_a_report() -> None:
    """What a document says, after the lead, is evidence and not the news."""
    text = "The port met.\nIt voted.\nNobody left early.\n[The ledger] <lists> {a second loan}."
    segments = _roles(text, Genre.REPORT, SourceKind.DOCUMENT_OR_DATA)
    assert segments[-1].role is Role.EVIDENCE


def test_every_role_has_a_reason_and_a_confidence() -> None:
    """No role without the rule that decided it."""
    for segment in _roles("The port met.\nIt will meet again. Why?", Genre.REPORT):
        assert segment.reasons["role"]
        assert 0 < segment.confidence < 1
