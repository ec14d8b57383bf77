"""A teacher's questions to an argument, each found where it is due and nowhere else."""

from __future__ import annotations

from argmap.graph.argument_checks import CheckKind, check_argument
from argmap.model.document import AnnotatedDocument

from .drafts import make_document, say


def _kinds(document: AnnotatedDocument) -> dict[CheckKind, tuple[str, ...]]:
    return {finding.kind: finding.segments for finding in check_argument(document)}


def test_support_in_a_circle() -> None:
    """Three claims that support each other in a ring are named together."""
    ring = (("s1", "supports", "s2"), ("s2", "supports", "s3"), ("s3", "supports", "s1"))
    found = _kinds(make_document(say("A."), say("B."), say("C."), relations=ring))
    assert found[CheckKind.CIRCULAR] == ("s1", "s2", "s3")
    chain = _kinds(make_document(say("A."), say("B."), say("C."), relations=ring[:2]))
    assert CheckKind.CIRCULAR not in chain


def test_main_claim_without_evidence_and_one_sided() -> None:
    """Claims alone below the main claim: no evidence is linked, and nothing speaks against it."""
    supports = tuple((f"s{n}", "supports", "s1") for n in (2, 3, 4))
    claims = [say(f"Claim {n}.") for n in range(4)]
    found = _kinds(make_document(*claims, relations=supports))
    assert found[CheckKind.UNSUPPORTED_MAIN] == ("s1",)
    assert found[CheckKind.ONE_SIDED] == ("s1",)
    proof = [*claims[:3], say("The figures.", "evidence")]
    assert CheckKind.UNSUPPORTED_MAIN not in _kinds(make_document(*proof, relations=supports))
    against = (*supports[:2], ("s4", "attacks", "s2"))
    assert CheckKind.ONE_SIDED not in _kinds(make_document(*claims, relations=against))


def test_claims_that_stand_alone() -> None:
    """A claim that nothing supports and that supports nothing is named; a leaf is not."""
    found = _kinds(
        make_document(say("A."), say("B."), say("Alone."), relations=(("s2", "supports", "s1"),))
    )
    assert found[CheckKind.UNSUPPORTED] == ("s3",)


def test_evidence_of_one_voice() -> None:
    """All linked evidence by the author is said to be so."""
    proofs = [say("One.", "evidence"), say("Two.", "evidence")]
    relations = (("s2", "supports", "s1"), ("s3", "supports", "s1"))
    found = check_argument(make_document(say("A."), *proofs, relations=relations))
    told = [finding for finding in found if finding.kind is CheckKind.ONE_VOICE]
    assert told[0].segments == ("s2", "s3")
    assert "the author's" in told[0].message
    single = _kinds(make_document(say("A."), proofs[0], relations=relations[:1]))
    assert CheckKind.ONE_VOICE not in single


def test_nothing_to_ask_of_an_empty_article() -> None:
    """No claim, no question."""
    assert check_argument(make_document(say("A day passed.", "report"))) == []
