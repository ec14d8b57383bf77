"""The learner's labels against the key."""

from __future__ import annotations

from argmap.evaluate.drill import asked_layers, misses_of, score
from argmap.model.document import AnnotatedDocument
from tests.evaluate.agreement.conftest import relabel, split


def test_the_type_is_asked_after_the_role() -> None:
    """Only of a claim and of evidence."""
    assert asked_layers(("role", "voice"), "claim") == ["role", "claim_type", "voice"]
    assert asked_layers(("role",), "evidence") == ["role", "evidence_type"]
    assert asked_layers(("role", "voice"), "report") == ["role", "voice"]
    assert asked_layers(("voice",), "claim") == ["voice"]


def test_a_miss_names_the_rule_and_whether_the_second_annotation_shares_it(
    document: AnnotatedDocument,
) -> None:
    """The second annotation may cut otherwise: its nearest segment answers."""
    second = relabel(split(document, "s2", "the harbor"), "s2", certainty="probable")
    given = {"role": "evidence", "evidence_type": "testimony", "certainty": "probable"}
    role, certainty = misses_of(1, given, document, second)
    assert (role.rule, role.shared, role.key) == ("role-claim-or-evidence", False, "claim")
    assert (certainty.rule, certainty.shared) == ("certainty-possible", True)
    assert role.unit == 2


def test_a_score_counts_what_the_key_knows(document: AnnotatedDocument) -> None:
    """A type under a wrong role is neither right nor wrong; the rules missed most come first."""
    answers = {
        0: {"role": "report", "voice": "author"},
        1: {"role": "evidence", "evidence_type": "event", "voice": "author"},
        2: {"role": "evidence", "evidence_type": "event", "voice": "author"},
    }
    found = score(answers, document, document)
    layers = {one.layer: (one.right, one.asked) for one in found.layers}
    assert layers == {"role": (1, 3), "voice": (1, 3), "evidence_type": (0, 0)}
    assert found.rules[0] == ("role-claim-or-evidence", 2)
    assert found.units == 3
    assert score({}, document, document).layers == ()
