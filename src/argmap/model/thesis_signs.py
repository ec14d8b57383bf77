"""Signs that a sentence says what an argument is for, whoever looks for it.

An author says it in the first or the last part (Stab and Gurevych 2017), at the end of the opening
more often than within it, in the words of title and subheads, as a call for something to be done,
and gives it its edge by a framing device. No sign alone decides; they add up.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from .labels import ClaimType, Quotation, SpanLabel
from .structure import blocks, sections

DEVICES = frozenset({SpanLabel.ANTITHESIS, SpanLabel.LABEL, SpanLabel.HISTORICAL_ANALOGY})
_TITLED = 0.5  # of a segment with all the words of the headings and no other
_CALL, _AT_AN_END, _FRAMED = 0.2, 0.2, 0.1
_LAST_OF_OPENING = 0.3  # 172 of 263 openings of essays with a thesis end with it, 19 begin with it
_FIRST_PERSON = frozenset({"i", "we"})
_END_PART = 5  # without subheads the first and the last fifth of the paragraphs


@dataclass(frozen=True, slots=True)
class Ends:
    """Where an opening ends and a closing begins, in code points; `headed` if subheads say so."""

    opening: int
    closing: int
    headed: bool

    def has(self, start: int) -> bool:
        """Whether something that begins at a place stands in the opening or in the closing."""
        return start < self.opening or start >= self.closing


def find_ends(text: str) -> Ends:
    """The first and the last section, or what stands for them in a text without subheads."""
    parts = sections(text)
    if len(parts) > 2:
        return Ends(parts[0].end, parts[-1].start, headed=True)
    paragraphs = [block for block in blocks(text) if not block.heading]
    if not paragraphs:
        return Ends(len(text), 0, headed=False)
    count = max(1, round(len(paragraphs) / _END_PART))
    return Ends(paragraphs[count - 1].end, paragraphs[-count].start, headed=False)


def author_says(source: str | None, quote: Quotation, *, within_another: bool) -> bool:
    """Whether an attribution is to the author: "I believe that", outside any quotation.

    Args:
        source: How the text names who speaks.
        quote: Whether the words are quoted.
        within_another: Whether somebody else reports the attribution.
    """
    own = source is not None and source.casefold() in _FIRST_PERSON
    return own and quote is Quotation.INDIRECT and not within_another


def thesis_signs(
    own: Set[str],
    titles: Set[str],
    *,
    claim_type: ClaimType | None,
    at_an_end: bool,
    last_of_opening: bool,
    framed: bool,
) -> float:
    """How far a segment looks like what the text is for; about 0 to 1.3.

    Args:
        own: The words of the segment that carry matter.
        titles: Those of title and subheads; how alike both are counts in both directions, so that
            neither a scrap of the title nor a long sentence about everything is like it.
        claim_type: A policy, which calls for something, is what many arguments are for.
        at_an_end: Whether it stands in the opening or the closing.
        last_of_opening: Whether the opening ends with it.
        framed: Whether the author gives it its edge by one of `DEVICES`.
    """
    alike = 2 * len(own & titles) / max(1, len(own) + len(titles))
    return (
        _TITLED * alike
        + _CALL * (claim_type is ClaimType.POLICY)
        + _AT_AN_END * at_an_end
        + _LAST_OF_OPENING * last_of_opening
        + _FRAMED * framed
    )
