"""Whether a word that can be a reporting verb is one where it stands, or a noun, or an order."""

from __future__ import annotations

from .mentions import DOCUMENTS
from .passage import Passage
from .reporting import NOUN_VERBS
from .word_classes import (
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    RELATIVES,
    STOPS,
    SUBJECT_PRONOUNS,
    WH,
)

SUBJECTS = SUBJECT_PRONOUNS | RELATIVES


_PLURALS = frozenset(
    {"data", "people", "police", "men", "women", "media", "children", "percent", "%"}
)


def is_verbal_noun(passage: Passage, low: int, number: int) -> bool:
    """Whether an -ing form is a noun or an adjective, as in "a warning" or "for calling"."""
    if number == low:
        return False
    previous = passage.lower[number - 1]
    return (
        previous in DETERMINERS - {"that", "which", "who", "all", "both"}
        or previous in POSSESSIVES
        or previous == "'s"
    )


def is_noun_here(passage: Passage, low: int, number: int, high: int, names: frozenset[str]) -> bool:
    """Whether a word that can be a verb is a noun, an adjective or an order where it stands."""
    lower, text = passage.lower, passage.text
    word = lower[number]
    if number == low and low > 0 and passage.quote_at[low - 1] >= 0 > passage.quote_at[low]:
        return not _takes_content(passage, number, high)  # "…," reads the letter
    if number == low:
        return "past" not in names and not _has_subject_after(passage, number, high)
    previous = lower[number - 1]
    if previous == "that" and number + 1 < high and text[number + 1] == ",":
        return True
    if previous in OBJECT_PRONOUNS - SUBJECT_PRONOUNS and previous != "her":
        return "past" not in names and not {"who", "that"} & set(lower[low:number])
    if previous in {"let", "lets", "'s"} and "past" not in names:
        return True
    if previous in DETERMINERS or previous in POSSESSIVES or previous == "'s":
        return (
            not (previous in SUBJECTS and word not in NOUN_VERBS)
            and previous not in SUBJECTS - DETERMINERS
        )
    if previous in PREPOSITIONS and previous not in {"like", "before", "after", "as"}:
        return True
    if "past" in names:
        return False
    if text[number - 1] == "," and number + 1 < high and text[number + 1] == ",":
        return True
    if previous in SUBJECTS:
        return False
    if passage.is_name(number - 1) or (number - 1 == low and text[low][:1].isupper()):
        return (
            word in NOUN_VERBS
            and passage.is_name(number - 1)
            and not _takes_content(passage, number, high)
            and not _ends_parenthesis(passage, low, number, high)
        )
    if text[number - 1] in PUNCTUATION - {",", ")"} - QUOTE_MARKS or previous in {
        "and",
        "or",
        "but",
    }:
        return not (previous in {"and", "or", "but"} and word not in NOUN_VERBS)
    if word in NOUN_VERBS:
        if not _takes_content(passage, number, high) and not _ends_parenthesis(
            passage, low, number, high
        ):
            return True
        plural = (previous.endswith("s") and not previous.endswith("ss")) or previous in _PLURALS
        plural = plural or ("base" in names and bool({"who", "that"} & set(lower[low:number])))
        return not plural if "base" in names else plural
    return False


def _ends_parenthesis(passage: Passage, low: int, number: int, high: int) -> bool:
    """Whether a word ends ", historians estimate," or the like."""
    if number + 1 < high and passage.text[number + 1] not in STOPS | {","}:
        return False
    if 0 < low >= number - 4 and passage.quote_at[low - 1] >= 0 > passage.quote_at[number]:
        return True
    for place in range(number - 1, max(low, number - 5), -1):
        if passage.text[place] == ",":
            return True
        if passage.lower[place] in PREPOSITIONS:
            return False
    return False


def _has_subject_after(passage: Passage, number: int, high: int) -> bool:
    """Whether "Says X" or "Said X" opens an inverted sentence."""
    return number + 1 < high and passage.is_name(number + 1) and passage.lower[number].endswith("s")


def _takes_content(passage: Passage, number: int, high: int) -> bool:
    """Whether what follows looks like content: a clause, a quotation, a pronoun, a name."""
    if number + 1 >= high:
        return False
    following = passage.lower[number + 1]
    return (
        following == "that"
        or (following == "to" and passage.lower[number] != "back")
        or following in WH
        or passage.text[number + 1] in QUOTE_MARKS | {":"}
        or following in SUBJECT_PRONOUNS
        or following in DETERMINERS
        or passage.is_name(number + 1)
        or following.endswith("ing")
        or passage.lower[number - 1] in DOCUMENTS
    )
