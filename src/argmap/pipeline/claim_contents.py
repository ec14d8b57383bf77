"""What each claim of a sentence reports.

The content stands behind the cue ("said that it rained"), before it ("it rained, he said"), or on
both sides of it.
"""

from __future__ import annotations

from .adjuncts import after_adjuncts
from .claims import Claim
from .content import begins_clause, has_finite_verb, stretch_after, stretch_before
from .content_cuts import CONTRASTS, right_limit
from .passage import Passage, closes_quote, opens_quote
from .reported import Stretch
from .reporting import NEEDS_CLAUSE
from .word_classes import CONJUNCTIONS, DASHES, PREPOSITIONS, PUNCTUATION, RELATIVES, STOPS, WH

_NOT_CONTENT = frozenset(
    {
        "after",
        "before",
        "as",
        "in",
        "on",
        "at",
        "during",
        "when",
        "while",
        "about",
        "of",
        "to",
        "with",
        "from",
        "for",
        "since",
        "because",
        "by",
        "amid",
        "and",
        "but",
        "who",
        "which",
        "whose",
        "if",
        "following",
        "through",
        "where",
        "despite",
        "against",
        "without",
    }
)


def contents_of(
    passage: Passage, claim: Claim, cuts: list[tuple[int, int]]
) -> tuple[list[Stretch], str]:
    """The stretches that a claim reports, and the pattern that found them."""
    cue, low = claim.cue, claim.low
    text, lower = passage.text, passage.lower
    high = right_limit(passage, claim, cuts)
    if claim.level >= 0 and high > claim.last and closes_quote(passage, high - 1):
        high -= 1
    while (
        high > claim.last
        and passage.quote_at[high - 1] == claim.level
        and (text[high - 1] in STOPS or text[high - 1] == ",")
    ):
        high -= 1
    position = after_adjuncts(passage, claim.last, high, cue)
    before = _before(passage, claim, low)
    at_end = position >= high or text[position] in STOPS or text[position] in {")", ";"} | DASHES
    if at_end and position < high and text[position] in DASHES and not before:
        rest = stretch_after(passage, position + 1, high, phrase=False)
        return ([rest], "quote") if rest and opens_quote(passage, rest[0]) else ([], "")
    if at_end:
        if before:
            return [before], "before"
        return [], ""
    if text[position] == ",":
        return _after_comma(passage, claim, position, high, before)
    if before and (opens_quote(passage, position) or text[position] == ":"):
        start = position + (text[position] == ":")
        rest = stretch_after(passage, start, high, phrase=False)
        return [before, *([rest] if rest else [])], "before"
    that = _that_behind(passage, position, high)
    if before and that and not closes_quote(passage, before[1] - 1):
        rest = stretch_after(passage, that, high, phrase=False)
        return ([rest] if rest else []), "that"
    if before and (
        closes_quote(passage, before[1] - 1) or claim.inverted or lower[position] in _NOT_CONTENT
    ):
        return [before, *_later_quote(passage, claim, position, high)], "before"
    if claim.inverted and cue.form != "passive":
        start = position + (text[position] == ":")
        if start < high and (start > position or opens_quote(passage, start)):
            rest = stretch_after(passage, start, high, phrase=False)
            return ([rest] if rest else []), "quote"
        return [], ""
    return _after(passage, claim, position, high)


def _that_behind(passage: Passage, number: int, high: int) -> int | None:
    """A "that" behind a few words on the side, with no mark between."""
    for place in range(number, min(high, number + 8)):
        if passage.lower[place] == "that":
            return place
        if passage.text[place] in PUNCTUATION:
            return None
    return None


def _before(passage: Passage, claim: Claim, low: int) -> Stretch | None:
    """Content that ends just before source and cue: a quotation, or a clause with its comma."""
    if not claim.own_subject or claim.cue.form in {"ing", "passive", "adjective"}:
        return None
    if not claim.cue.reporter.takes & {"quote", "that"}:
        return None
    first = claim.first
    if first <= low:
        return None
    previous = first - 1
    if passage.lower[previous] == "as" and previous > low and passage.text[previous - 1] == ",":
        previous -= 1
    elif passage.lower[previous] in {"as", "so"} | RELATIVES:
        return None
    closed = claim.level < 0 and closes_quote(passage, previous)
    if not closed and "that" not in claim.cue.reporter.takes:
        return None
    if not closed and passage.text[previous] != "," and passage.text[previous] not in DASHES:
        return None
    if (
        not closed
        and passage.lower[low] in PREPOSITIONS | WH
        and not (has_finite_verb(passage, low, previous))
    ):
        return None
    stretch = stretch_before(passage, low, previous + 1)
    if stretch is None:
        return None
    if not closed and stretch[1] - stretch[0] < 2:
        return None
    if not closed and (
        passage.lower[stretch[0]]
        in {
            "when",
            "if",
            "while",
            "although",
            "though",
            "because",
            "since",
            "as",
            "after",
            "before",
            "despite",
            "once",
            "unless",
        }
        and not any(passage.text[n] == "," for n in range(stretch[0], stretch[1]))
    ):
        return None
    return stretch


def _after_comma(
    passage: Passage, claim: Claim, comma: int, high: int, before: Stretch | None
) -> tuple[list[Stretch], str]:
    following = comma + 1
    if following < high and opens_quote(passage, following):
        rest = stretch_after(passage, following, high, phrase=False)
        return [*([before] if before else []), *([rest] if rest else [])], "quote"
    later = _later_quote(passage, claim, following, high)
    if before:
        if passage.quote_at[before[1] - 1] != claim.level:
            return [before, *later], "before"
        word = passage.lower[following] if following < high else ""
        if word in {"adding", "noting", "referring", "who", "which", "according"} or word.endswith(
            "ing"
        ):
            return [before], "before"
        if word in CONTRASTS - {"and", "or"}:
            return [before], "before"
        rest = stretch_after(passage, following, high, phrase=False)
        return [before, *([rest] if rest else [])], "before"
    parenthesis = passage.text[claim.first - 1] == "," and following < high
    if parenthesis and passage.lower[following] in CONJUNCTIONS:
        return [], ""
    if parenthesis and claim.own_subject and not claim.inverted:
        rest = stretch_after(passage, following, high, phrase=False)
        return ([rest] if rest else []), "before"
    if later:
        return later, "quote"
    if (
        "that" in claim.cue.reporter.takes
        and following < high
        and passage.lower[following] in {"that"}
    ):
        rest = stretch_after(passage, following, high, phrase=False)
        return ([rest] if rest else []), "that"
    for number in range(following, min(following + 12, high)):
        if (
            passage.text[number] == ","
            and number + 1 < high
            and passage.lower[number + 1] in {"that", "whether"}
        ):
            rest = stretch_after(passage, number + 1, high, phrase=False)
            return ([rest] if rest else []), "that"
    return [], ""


def _later_quote(passage: Passage, claim: Claim, first: int, high: int) -> list[Stretch]:
    """A whole quotation that follows behind a comma or colon, after words on the side."""
    if claim.level >= 0:
        return []
    for number in range(first, high):
        if opens_quote(passage, number) and passage.text[number - 1] in {",", ":"}:
            end = passage.quote_words[passage.quote_at[number]][1]
            if end - number > 3:
                return [(number, end)]
    return []


def _after(passage: Passage, claim: Claim, position: int, high: int) -> tuple[list[Stretch], str]:
    cue = claim.cue
    takes = cue.reporter.takes
    word = passage.lower[position]
    if passage.text[position] == ":":
        rest = stretch_after(passage, position + 1, high, phrase=False)
        return ([rest] if rest else []), "quote"
    if opens_quote(passage, position):
        rest = stretch_after(passage, position, high, phrase="that" not in takes)
        return ([rest] if rest else []), "quote" if "quote" in takes else "np"
    if word in PREPOSITIONS and "that" in takes and (that := _that_behind(passage, position, high)):
        rest = stretch_after(passage, that, high, phrase=False)
        return ([rest] if rest else []), "that"
    if cue.form == "passive":
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "that" if word == "that" else "passive"
    if word == "that" or (word in WH and "wh" in takes):
        rest = stretch_after(passage, position, high, phrase=False)
        kind = "wh" if word != "that" else "that" if "that" in takes or "wh" in takes else "np"
        return ([rest] if rest else []), kind
    if (word == "to" and "to" in takes) or cue.form == "adjective":
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "to"
    if "np" in takes or "as" in takes or "to" in takes or "addr" in takes:
        clause = "that" in takes and begins_clause(passage, position, high)
        rest = stretch_after(passage, position, high, phrase=not clause)
        if (
            rest
            and not clause
            and takes <= {"to", "that", "quote", "wh", "addr"}
            and word in PREPOSITIONS
        ):
            return [], ""
        return ([rest] if rest else []), "clause" if clause else "np"
    if takes & {"that"}:
        if word in _NOT_CONTENT - {
            "in",
            "on",
            "at",
            "for",
            "if",
            "when",
            "as",
            "with",
            "by",
            "during",
            "despite",
            "while",
        } or (word in PREPOSITIONS and not has_finite_verb(passage, position, high)):
            return [], ""
        if not has_finite_verb(passage, position, high) and high - position < 3:
            return [], ""
        if cue.reporter.lemma in NEEDS_CLAUSE and not begins_clause(passage, position, high):
            return [], ""
        rest = stretch_after(passage, position, high, phrase=False)
        return ([rest] if rest else []), "clause"
    return [], ""
