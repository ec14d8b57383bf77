"""How far a noun phrase can reach to the left and to the right of a word."""

from __future__ import annotations

from .passage import Passage
from .reporting import FORMS
from .word_classes import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    is_adverb,
)

MAX_WORDS = 25


MAX_APPOSITION = 30
_MAX_TERM = 6  # words of a term in quotation marks inside a phrase


_CLAUSE_OPENERS = (SUBORDINATORS - PREPOSITIONS) | {"than", "as", "if"} | {"but", "yet", "so"}


SUBJECTS_ONLY = SUBJECT_PRONOUNS - DETERMINERS


_NP_INNER = frozenset({"of", "for", "at", "from", "with", "in"})


def left_boundary(passage: Passage, low: int, last: int) -> int:
    """The first word of the stretch that may hold the phrase ending with `last`."""
    lower, text = passage.lower, passage.text
    number = last
    while number > low and last - number < MAX_WORDS:
        word = lower[number - 1]
        if text[number - 1] in PUNCTUATION:
            if (
                text[number - 1] in {"-", "/"}
                and not passage.words.spaced[number - 2 if number > 1 else 0]
            ):
                number -= 1
                continue
            if text[number - 1] in QUOTE_MARKS and passage.quote_at[number - 1] >= 0:
                mark = passage.quote_words[passage.quote_at[number - 1]][0]
                if low < mark < number - 1 and number - mark <= _MAX_TERM:
                    number = mark
                    continue
            if text[number - 1] == ")":
                opening = matching_bracket(passage, low, number - 1)
                if opening is not None and opening > low:
                    number = opening
                    continue
            break
        if word == "'s":
            number -= 1
            continue
        if (
            word in AUXILIARIES
            or word in _CLAUSE_OPENERS
            or (word in OBJECT_PRONOUNS and word != "her")
        ):
            break
        if word in SUBJECTS_ONLY and word not in {"others", "one", "who"}:
            if lower[number] == "else":
                number -= 1
            break
        if word in {"who", "which", "said", "says", "say"}:
            break
        number -= 1
    return number


def right_boundary(passage: Passage, first: int, high: int) -> int:
    """The word after the phrase that begins with `first`, without appositions."""
    lower, text = passage.lower, passage.text
    number = first
    while number < high and number - first < MAX_WORDS:
        word = lower[number]
        if text[number] in PUNCTUATION:
            if (
                text[number] in {"-", "/"}
                and number > first
                and not passage.words.spaced[number - 1]
            ):
                number += 1
                continue
            if text[number] == "(":
                closing = next(
                    (n for n in range(number, min(high, number + 8)) if text[n] == ")"), None
                )
                if closing is not None:
                    number = closing + 1
                    continue
            if text[number] in QUOTE_MARKS and first < number < high - 2:
                closing = (
                    passage.quote_words[passage.quote_at[number]][1]
                    if passage.quote_at[number] >= 0
                    else 0
                )
                if number < closing <= number + 5 and closing < high:
                    number = closing
                    continue
            break
        if number > first:
            if (
                (word in AUXILIARIES and word != "'s")
                or word in _CLAUSE_OPENERS
                or word in RELATIVES
            ):
                break
            if word == "'s" and number + 1 < high and text[number + 1] in PUNCTUATION:
                break
            if word in SUBJECTS_ONLY or (word in OBJECT_PRONOUNS and word != "her"):
                break
            if word in PREPOSITIONS and not _ties(passage, number, high):
                break
            if word in DAYS or word in {
                "yesterday",
                "today",
                "tonight",
                "last",
                "earlier",
                "later",
                "ago",
            }:
                break
            if is_adverb(word) and not passage.is_name(number):
                break
            if word in {"and", "or"} and not _coordinates(passage, number, high):
                break
            if (
                word in DETERMINERS
                and lower[number - 1] not in PREPOSITIONS | {"and", "or", "all", "both"}
                and lower[number - 1] not in DETERMINERS
            ):
                break
            if word in FORMS and not passage.is_name(number) and is_plain_verb(passage, number):
                break
        number += 1
    return number


def _ties(passage: Passage, number: int, high: int) -> bool:
    """Whether a preposition goes on with the phrase, not with the sentence."""
    lower = passage.lower
    if number + 1 >= high:
        return False
    if lower[number] not in _NP_INNER:
        return lower[number] == "to" and (
            passage.is_name(number + 1) or lower[number + 1] in DETERMINERS
        )
    following = lower[number + 1]
    if following.endswith("ing") and lower[number] in {"of", "for", "from"}:
        return False
    if following in DAYS or following in TIME_WORDS or following in OBJECT_PRONOUNS - {"her"}:
        return False
    if following.isdigit():
        return False
    return lower[number] in {"of", "for", "at", "from"} or following not in {
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
    }


def _coordinates(passage: Passage, number: int, high: int) -> bool:
    """Whether "and" ties two names or two plain nouns, not two clauses."""
    if number + 1 >= high:
        return False
    following = number + 1
    if passage.is_name(following) and passage.is_name(number - 1):
        return True
    word = passage.lower[following]
    return not (word in SUBJECTS_ONLY or word in FORMS or word in AUXILIARIES or is_adverb(word))


def is_plain_verb(passage: Passage, number: int) -> bool:
    """Whether a form of a reporting verb stands here that no noun has."""
    forms = {name for form in FORMS[passage.lower[number]] for name in form.forms if not form.tail}
    return bool(forms & {"past", "ing"}) and passage.lower[number - 1] not in DETERMINERS


def matching_bracket(passage: Passage, low: int, closing: int) -> int | None:
    """The bracket that opens what the one at `closing` closes."""
    for number in range(closing - 1, max(low, closing - MAX_APPOSITION) - 1, -1):
        if passage.text[number] == "(":
            return number
    return None
