"""Invented small articles that several tests draw."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument

from .drafts import make_document, say


def pier() -> AnnotatedDocument:
    """An opinion with every role, certainty, voice and relation in it."""
    return make_document(
        "A Pier Too Far",
        say(
            "The harbour needs its pier, and closing it for two winters is a new Salt Curtain"
            " across the bay that nobody asked for or voted on.",
            frames={"new Salt Curtain": "uses"},
        ),
        say("Last week the council closed the pier.", "report"),
        say("Ridership rose by 12 percent in 2023.", "evidence", "The Ferry Office"),
        say(
            "The pier may collapse at any time.",
            "claim",
            "the council's engineer",
            certainty="possible",
        ),
        say(
            "Two piles have cracked since 2019.",
            "evidence",
            "Port Authority",
            "an inspector's report",
        ),
        "What it costs",
        say("The pier opened in 1911.", "background"),
        say("A closed pier is a closed town.", "framing"),
        say(
            "Shops are likely to lose a third of their winter trade, according to the chamber of"
            " commerce, which asked 240 of its members in September.",
            "claim",
            "the chamber of commerce",
            certainty="probable",
        ),
        say("It asked 240 of its members.", "evidence"),
        say("It is unclear who pays.", "claim", certainty="uncommitted"),
        say("“Nobody” knows, they say.", "claim", "the mayor", voice="mixed"),
        say("Nothing else was said on Tuesday.", "report"),
        relations=(
            ("s4", "supports", "s2"),
            ("s5", "attacks", "s2"),
            ("s6", "supports", "s5"),
            ("s10", "supports", "s9"),
            ("s9", "supports", "s2"),
            ("s3", "undercuts", "r3"),
            ("s12", "elaborates", "s11"),
            ("s13", "restates", "s12"),
        ),
    )


def bulletin(units: int) -> AnnotatedDocument:
    """A report of so many segments under five headings, none of them related to another."""
    parts: list[object] = []
    for number in range(units):
        if number % max(units // 5, 1) == 0:
            parts.append(f"Part {number} of the Bulletin")
        parts.append(
            say(
                f"Item {number} is that the ferry to Tarrel left the pier at the hour on the board"
                " and came back with the mail, the bread and two passengers.",
                "report",
            )
        )
    return make_document(*parts, article="bulletin")  # type: ignore[arg-type]


def fan(supporters: int) -> AnnotatedDocument:
    """One claim and so many pieces of evidence for it."""
    return make_document(
        say("The pier should stay open."),
        *(say(f"Reason {number} speaks for it.", "evidence") for number in range(supporters)),
        relations=tuple((f"s{number + 2}", "supports", "s1") for number in range(supporters)),
    )
