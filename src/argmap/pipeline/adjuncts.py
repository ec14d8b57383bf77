"""What stands between a cue and its content: the addressee, the time, the occasion of saying."""

from __future__ import annotations

from . import noun_phrase
from .cues import Cue
from .passage import Passage, opens_quote
from .word_classes import (
    ADDRESSEES,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    OCCASIONS,
    PUNCTUATION,
    STOPS,
    SUBJECT_PRONOUNS,
    TIME_WORDS,
    WH,
    is_adverb,
)

_OCCASION_PREPOSITIONS = frozenset(
    {"in", "at", "on", "during", "through", "via", "from", "by", "after"}
)


_MAX_ADJUNCT = 14


def after_adjuncts(passage: Passage, number: int, high: int, cue: Cue) -> int:
    """Skip the addressee, the time and the occasion of saying that follow a cue."""
    if "addr" in cue.reporter.takes:
        number = _after_addressee(passage, number, high, cue)
    while number < high:
        following = _after_one_adjunct(passage, number, high, cue)
        if following == number:
            break
        number = following
    return number


def _after_addressee(passage: Passage, number: int, high: int, cue: Cue) -> int:
    if (
        number >= high
        or passage.lower[number] in {"that", "to", "of"}
        or passage.lower[number] in WH
    ):
        return number
    if passage.lower[number] in OBJECT_PRONOUNS:
        return number + 1
    phrase = noun_phrase.after(passage, number, high, apposition=False)
    if phrase is None or passage.lower[number] in SUBJECT_PRONOUNS - DETERMINERS:
        return number
    last = phrase[1]
    if "np" in cue.reporter.takes and (
        last >= high or (passage.text[last] in PUNCTUATION and passage.quote_at[last] < 0)
    ):
        return number
    if last < high and passage.text[last] == ",":
        described = noun_phrase.after(passage, number, high)
        if described and described[1] < high and passage.text[described[1]] == ",":
            return described[1] + 1 if passage.lower[described[1] + 1] == "that" else last
    return last


def _after_one_adjunct(passage: Passage, number: int, high: int, cue: Cue) -> int:
    lower, text = passage.lower, passage.text
    word = lower[number]
    following = lower[number + 1] if number + 1 < high else ""
    if word in DAYS or word in {"yesterday", "today", "tonight", "earlier", "recently", "then"}:
        number += 1
        while number < high and (
            lower[number].rstrip(".").isdigit() or lower[number] in TIME_WORDS - {"then", "now"}
        ):
            number += 1
        return number
    if word in {"on", "in", "late", "early", "last", "this", "since"} and (
        following in DAYS
        or following in TIME_WORDS
        or (following == "may" and text[number + 1] == "May")
        or (following.isdigit() and len(following) == 4)
    ):
        return _after_time(passage, number + 1, high)
    if word in {"a", "an", "two", "three", "several"} and following in TIME_WORDS:
        end = number + 2
        return (
            end + 1
            if end < high and lower[end] in {"ago", "later", "earlier", "before"}
            else number
        )
    if (
        word == "to"
        and "to" not in cue.reporter.takes
        and (
            following in ADDRESSEES
            or following in DETERMINERS
            or (number + 1 < high and passage.is_name(number + 1))
        )
    ):
        phrase = noun_phrase.after(passage, number + 1, high, apposition=False)
        return phrase[1] if phrase else number
    if word in _OCCASION_PREPOSITIONS:
        return _after_occasion(passage, number, high)
    if (
        is_adverb(word)
        and text[number][0].islower()
        and word not in {"all", "both", "each", "about", "not", "no"}
    ):
        return number + 1
    return number


def _after_time(passage: Passage, number: int, high: int) -> int:
    while number < high and (
        passage.lower[number] in DAYS
        or passage.text[number] == "May"
        or passage.lower[number] in TIME_WORDS
        or passage.lower[number].rstrip(".").isdigit()
    ):
        number += 1
    return number


def _after_occasion(passage: Passage, number: int, high: int) -> int:
    """The end of "in a statement", "at a rally in Ohio": only where no clause begins in it."""
    end = number + 1
    occasion = False
    while end < high and end - number < _MAX_ADJUNCT:
        word = passage.lower[end]
        occasion = occasion or word in OCCASIONS
        if (
            passage.text[end] in {",", ":", ";"}
            or passage.text[end] in STOPS
            or opens_quote(passage, end)
        ):
            return end
        if word in {"that", "whether"}:
            return end
        if occasion and (
            word in SUBJECT_PRONOUNS - DETERMINERS
            or (word in DETERMINERS and passage.lower[end - 1] in OCCASIONS)
        ):
            return end
        if word in AUXILIARIES and word != "'s":
            return number
        end += 1
    return end if end >= high else number
