"""Where the content of a claim must end: at the next claim beside it, or with its clause."""

from __future__ import annotations

from .adjuncts import after_adjuncts
from .claims import Claim
from .passage import Passage, Sentence, closes_quote
from .word_classes import CONJUNCTIONS, DASHES, RELATIVES, STOPS

CONTRASTS = frozenset({"but", "and", "while", "whereas", "although", "though", "yet", "or"})


_CONDITIONS = frozenset(
    {
        "when",
        "if",
        "while",
        "after",
        "before",
        "as",
        "since",
        "although",
        "though",
        "because",
        "once",
    }
)


def cuts_of(passage: Passage, claims: list[Claim]) -> list[tuple[int, int]]:
    """Where the content of an earlier cue must end at the latest: level and word."""
    found = []
    for claim in claims:
        first = claim.first
        if claim.inverted or first <= claim.low:
            continue
        previous = passage.lower[first - 1]
        start = first
        if not claim.own_subject or claim.cue.form == "ing":
            if claim.cue.form == "passive":
                continue
            while start > claim.low and (
                passage.lower[start - 1] in CONJUNCTIONS | {","}
                or passage.lower[start - 1] in {"then", "also"}
            ):
                start -= 1
            if start < first:
                found.append((claim.level, start))
        elif previous == ";":
            found.append((claim.level, first - 1))
        elif previous in CONTRASTS:
            start = first - 1
            comma = start > claim.low and passage.text[start - 1] in {",", ";"} | DASHES
            if comma or previous in {"while", "whereas", "although", "though", "but"}:
                found.append((claim.level, start - 1 if comma else start))
        elif _is_parenthesis(passage, claim):
            found.append((claim.level, first - (previous == ",")))
    return found


def _is_parenthesis(passage: Passage, claim: Claim) -> bool:
    """Whether source and cue stand between commas, or at the end: ", analysts say."."""
    previous = claim.first - 1
    if passage.text[previous] != "," and not (claim.level < 0 and closes_quote(passage, previous)):
        return False
    position = after_adjuncts(passage, claim.last, claim.high, claim.cue)
    return position >= claim.high or passage.text[position] in STOPS | {","}


def phrase_cuts(passage: Passage, sentence: Sentence) -> list[tuple[int, int]]:
    """Where ", according to" ends the content of the cues before it."""
    found = []
    for number in range(sentence.first + 1, sentence.last - 1):
        if passage.lower[number] == "according" and passage.lower[number + 1] == "to":
            comma = passage.text[number - 1] == ","
            found.append((passage.quote_at[number], number - comma))
    return found


def right_limit(passage: Passage, claim: Claim, cuts: list[tuple[int, int]]) -> int:
    """Where a claim's content must end: at the next claim beside it, or with its clause."""
    limits = [cut for level, cut in cuts if level == claim.level and cut >= claim.last]
    source = claim.source
    if _is_subordinate(passage, claim):
        limits += _next_comma(passage, claim)
    if (
        source
        and claim.own_subject
        and passage.lower[source[0]] in RELATIVES
        and source[0] > claim.low
        and passage.text[source[0] - 1] == ","
    ):
        limits += _next_comma(passage, claim)
    return min(limits, default=claim.high)


def _is_subordinate(passage: Passage, claim: Claim) -> bool:
    """Whether "when", "if" or "as" before the source opens the sentence or a part of it."""
    word = claim.first - 1
    if word < claim.low or passage.lower[word] not in _CONDITIONS:
        return False
    return word == claim.low or passage.lower[word - 1] in CONJUNCTIONS


def _next_comma(passage: Passage, claim: Claim) -> list[int]:
    """The first comma on the claim's level behind its cue, if there is one."""
    return [
        number
        for number in range(claim.last + 1, claim.high)
        if passage.text[number] == "," and passage.quote_at[number] == claim.level
    ][:1]
