"""Stretches of content: behind a cue or before it, to the end of clause, phrase or quotation."""

from __future__ import annotations

from . import noun_phrase
from .passage import Passage, closes_quote, opens_quote
from .reporting import FORMS
from .word_classes import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    STOPS,
    SUBJECT_PRONOUNS,
    function_word,
    is_adverb,
)

Stretch = tuple[int, int]


_CLAUSE_ENDS = frozenset(
    {
        "when",
        "while",
        "after",
        "before",
        "because",
        "although",
        "though",
        "if",
        "as",
        "since",
        "until",
        "unless",
        "whereas",
        "but",
        "despite",
        "during",
        "amid",
    }
)


def _quotes_end(passage: Passage, last: int, level: int) -> int:
    """A content's end, moved to the end of the quotation in which it lies."""
    quote = passage.quote_at[last - 1] if last > 0 else -1
    if quote != level and not closes_quote(passage, last - 1):
        return max(last, passage.quote_words[quote][1])
    return last


def _without_final_marks(passage: Passage, first: int, last: int) -> int:
    """A stretch's end without the stop, comma or dash outside quotations that ends it."""
    while (
        last > first
        and passage.quote_at[last - 1] < 0
        and (
            passage.text[last - 1] in {",", ";", ":"}
            or passage.text[last - 1] in STOPS
            or passage.text[last - 1] in DASHES
        )
    ):
        last -= 1
    return last


def stretch_after(passage: Passage, first: int, high: int, *, phrase: bool) -> Stretch | None:
    """The content that begins with word `first`: to the clause's end, or the phrase's."""
    if first >= high:
        return None
    last = high
    level = passage.quote_at[first - 1]
    if closes_quote(passage, first - 1):
        level = -1
    if opens_quote(passage, first):
        end = passage.quote_words[passage.quote_at[first]][1]
        if end >= high or _is_whole(passage, first, end):
            return first, end
    if phrase:
        last = _phrase_end(passage, first, high)
    last = _without_final_marks(passage, first, last)
    if last <= first:
        return None
    return first, _quotes_end(passage, last, level)


def _is_whole(passage: Passage, first: int, end: int) -> bool:
    """Whether a quotation is a sentence of its own: a capital and a stop or comma in it."""
    return (
        end - first > 4
        and passage.text[first + 1][:1].isupper()
        and passage.text[end - 2] in STOPS | {","}
    )


def _phrase_end(passage: Passage, first: int, high: int) -> int:
    for number in range(first + 1, high):
        if passage.quote_at[number] >= 0:
            continue
        if (
            passage.text[number] in {",", ";", "—", "–", ":"}
            or passage.lower[number] in _CLAUSE_ENDS
        ):
            return number
    return high


def stretch_before(passage: Passage, low: int, end: int) -> Stretch | None:
    """The content that ends before word `end`, from its quotation's or its clause's beginning."""
    last = end
    while (
        last > low
        and passage.quote_at[last - 1] < 0
        and (passage.text[last - 1] == "," or passage.text[last - 1] in DASHES)
    ):
        last -= 1
    if last <= low:
        return None
    first = low
    for number in range(last - 1, low, -1):
        if passage.text[number] == ";" and passage.quote_at[number] < 0:
            first = number + 1
            break
    quote = passage.quote_at[last - 1]
    if quote >= 0:
        opening = passage.quote_words[quote][0]
        if opening < first or (
            _is_whole(passage, opening, last) and _is_lead_in(passage, first, opening)
        ):
            first = opening
    elif passage.quote_at[first] >= 0 and not opens_quote(passage, first):
        first = passage.quote_words[passage.quote_at[first]][0]
    return (first, last) if first < last else None


def _is_lead_in(passage: Passage, first: int, opening: int) -> bool:
    """Whether the words before a whole quotation only lead to it: a conjunction, a dateline."""
    return opening - first <= 2


def has_finite_verb(passage: Passage, first: int, last: int, *, loose: bool = False) -> bool:
    """Whether a stretch seems to hold a clause: an auxiliary, or a verb in the past or present.

    `loose` takes any word in -ed that is no participle behind an article or a form of "be".
    """
    for number in range(first, last):
        word = passage.lower[number]
        if word in AUXILIARIES and word != "'s":
            return True
        if word == "'s" and number > first and passage.lower[number - 1] in SUBJECT_PRONOUNS:
            return True
        if number == first:
            continue
        previous = passage.lower[number - 1]
        if word in FORMS and any("past" in form.forms for form in FORMS[word]):
            return previous not in DETERMINERS
        if loose and word.endswith("ed") and len(word) > 4 and not function_word(previous):
            return True
        if word in FORMS and word.endswith("s") and passage.is_name(number - 1):
            return True
        if (
            passage.text[number].islower()
            and word.endswith(("ed", "s"))
            and len(word) > 3
            and (previous in SUBJECT_PRONOUNS - DETERMINERS or passage.names[number - 1])
        ):
            return True
    return False


def begins_clause(passage: Passage, first: int, high: int) -> bool:
    """Whether a stretch without "that" begins with a subject and its verb."""
    if passage.lower[first] in SUBJECT_PRONOUNS - DETERMINERS:
        return first + 1 < high
    phrase = noun_phrase.after(passage, first, high, apposition=False)
    if phrase is None or phrase[1] >= high:
        return False
    verb = phrase[1]
    while verb < high - 1 and is_adverb(passage.lower[verb]):
        verb += 1
    word = passage.lower[verb]
    return (
        word in AUXILIARIES
        or (word in FORMS and word not in DETERMINERS)
        or (passage.text[verb].islower() and word.endswith(("ed", "s")))
    )
