"""Appositions: what stands between commas and describes the noun before them."""

from __future__ import annotations

from .passage import Passage
from .phrase_bounds import SUBJECTS_ONLY, is_plain_verb, right_boundary
from .reporting import FORMS
from .word_classes import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATORS,
    WH,
    is_adverb,
)


def opens_apposition(passage: Passage, number: int, end: int) -> bool:
    """Whether the words between two commas describe the noun before them."""
    word = passage.lower[number]
    if number >= end or word in {"and", "or", "but"} or word in SUBJECTS_ONLY - RELATIVES:
        return False
    if word in {"who", "which", "whose", "whom", "himself", "herself", "themselves", "itself"}:
        return True
    if word in AUXILIARIES or word in WH or word in SUBORDINATORS - DETERMINERS:
        return False
    if any(passage.lower[place] in AUXILIARIES - {"'s"} for place in range(number, end)):
        return any(passage.lower[place] in RELATIVES for place in range(number, end))
    return word not in PREPOSITIONS and not is_adverb(word)


def apposition_after(passage: Passage, last: int, high: int) -> int:
    """The end of a phrase with the appositions that follow it between commas."""
    lower, text = passage.lower, passage.text
    while last < high - 1 and text[last] == ",":
        first = last + 1
        if passage.quote_at[first] != passage.quote_at[last] or text[first] in DASHES:
            break
        if lower[first] == "who" or lower[first] == "whose" or lower[first] == "which":
            end = _clause_end(passage, first, high)
        elif lower[first].isdigit() or lower[first] in {"jr.", "sr.", "iii", "d", "r"}:
            end = first + 1
        elif opens_apposition(passage, first, min(first + 1, high)) or passage.is_name(first):
            end = right_boundary(passage, first, high)
            if lower[first] in FORMS and is_plain_verb(passage, first):
                break
            if (end < high and (lower[end] in AUXILIARIES or lower[end] in FORMS)) or end <= first:
                break  # a clause with a subject of its own
            if (end < high and lower[end] in {"who", "which", "whose"}) or (
                end < high and lower[end] in PREPOSITIONS
            ):
                end = _clause_end(passage, end, high)
        else:
            break
        last = end
    return last


def _clause_end(passage: Passage, first: int, high: int) -> int:
    """The comma, stop or quotation that ends a relative clause."""
    for number in range(first, high):
        if passage.text[number] in {",", ";", "—", "–", ":"} or passage.text[number] in STOPS:
            return number
        if number > first and passage.quote_at[number] != passage.quote_at[number - 1]:
            return number
    return high
