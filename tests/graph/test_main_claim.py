"""Which claim the argument leads to."""

from __future__ import annotations

from argmap.graph import build_graph
from argmap.model.labels import Genre

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


def test_a_supported_claim_in_between_is_not_the_main_one() -> None:
    """A thesis stands in the first or the last section; an aside with evidence is none."""
    parts = (
        say("Something is said first, where the text opens."),
        "An aside",
        say("The weather was fine on the day of the vote."),
        say("The sun shone on it.", "evidence"),
        say("The rain stayed away.", "evidence"),
        "What to do",
        say("Something is said last, where the text closes."),
    )

    def main_claim(target: str) -> str | None:
        related = (("s4", "supports", target), ("s5", "supports", target))
        return build_graph(make_document(*parts, relations=related)).main_claim

    assert main_claim("s3") is None
    assert main_claim("s1") == "s1"
    assert main_claim("s7") == "s7"


def test_a_report_has_no_main_claim() -> None:
    """A report leads to an event; that somebody in it gives reasons makes no thesis of it."""
    related = make_document(
        say("The thesis."),
        *PROOFS[:2],
        relations=(("s2", "supports", "s1"), ("s3", "supports", "s1")),
    )
    assert build_graph(related).main_claim == "s1"
    article = related.article.model_copy(update={"genre": Genre.REPORT})
    assert build_graph(related.model_copy(update={"article": article})).main_claim is None


def test_a_report_tells_its_main_event() -> None:
    """What the opening reports in the words of the title; later events and claims are not it."""
    document = make_document(
        say("A quiet week ended.", "report"),
        say("The ferry title sank.", "report"),
        say("A claim about the title.", "claim"),
        say("Another report.", "report"),
        title="The ferry title",
    )
    article = document.article.model_copy(update={"genre": Genre.REPORT})
    assert build_graph(document.model_copy(update={"article": article})).main_claim == "s2"


def test_a_claim_of_the_author_s_before_a_source_s_with_more_support() -> None:
    """What a source says is not what the author's text is for, however much is said for it."""
    document = make_document(
        say("The weir is safe, the board says.", "claim", "the board"),
        say("The weir needs a keeper."),
        *PROOFS,
        relations=(
            ("s3", "supports", "s1"),
            ("s4", "supports", "s1"),
            ("s5", "supports", "s1"),
            ("s6", "supports", "s2"),
        ),
    )
    assert build_graph(document).main_claim == "s2"


def test_what_the_author_answers_is_not_the_main_claim() -> None:
    """A claim that the author goes on to speak against gives way to another."""
    document = make_document(
        say("A keeper costs money."),
        say("The weir needs one all the same."),
        *PROOFS,
        relations=(*EQUAL, ("s2", "attacks", "s1")),
    )
    assert build_graph(document).main_claim == "s2"
