"""Which claim the argument leads to."""

from __future__ import annotations

from argmap.graph import build_graph

from .drafts import make_document, say
from .stories import pier

PROOFS = [say(f"Proof {n}.", "evidence") for n in range(4)]
EQUAL = (
    ("s3", "supports", "s1"),
    ("s4", "supports", "s1"),
    ("s5", "supports", "s2"),
    ("s6", "supports", "s2"),
)


def test_most_support_makes_the_main_claim() -> None:
    """The claim with the most support under it, direct or not, is the main one."""
    graph = build_graph(pier())
    assert graph.main_claim == "s2"
    assert [node.id for node in graph.nodes if node.main] == ["s2"]


def test_no_support_no_main_claim() -> None:
    """Where nothing, or only by one segment, is supported, no main claim is made up."""
    parts = (say("One."), say("Two."))
    assert build_graph(make_document(*parts)).main_claim is None
    one = make_document(*parts, relations=(("s2", "supports", "s1"),))
    assert build_graph(one).main_claim is None


def test_a_claim_that_supports_another_is_not_the_main_one() -> None:
    """A claim with much evidence that itself serves another gives way to that one."""
    document = make_document(
        say("The thesis."),
        say("The step."),
        say("Proof one.", "evidence"),
        say("Proof two.", "evidence"),
        relations=(
            ("s2", "supports", "s1"),
            ("s3", "supports", "s2"),
            ("s4", "supports", "s2"),
        ),
    )
    assert build_graph(document).main_claim == "s1"


def test_the_author_goes_before_a_source() -> None:
    """Of two claims with equal support the author's own is the main one."""
    document = make_document(
        say("The source's claim.", "claim", "the board"),
        say("The author's claim."),
        *PROOFS,
        relations=EQUAL,
    )
    assert build_graph(document).main_claim == "s2"


def test_the_title_decides_between_equals() -> None:
    """Of two claims with equal support and voice, that of the title is the main one."""
    document = make_document(
        say("Some say the weather is fine."),
        say("The ferry must run in winter."),
        *PROOFS,
        relations=EQUAL,
        title="Let the Ferry Run in Winter",
    )
    assert build_graph(document).main_claim == "s2"


def test_a_circle_of_support_has_a_main_claim() -> None:
    """Claims that support each other in a circle still give one, the same each time."""
    document = make_document(
        say("One."),
        say("Two."),
        say("Three."),
        relations=(("s1", "supports", "s2"), ("s2", "supports", "s3"), ("s3", "supports", "s1")),
    )
    assert build_graph(document).main_claim == "s1"
