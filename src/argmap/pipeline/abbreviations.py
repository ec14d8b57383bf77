"""Abbreviations with a full stop: which of them can end a sentence, and before what."""

from __future__ import annotations

import re

from argmap.lexicons import entries

_ENTRIES = entries("abbreviations")
_BEFORE_NAMES = frozenset(_ENTRIES["before_names"])
_BEFORE_NUMBERS = frozenset(_ENTRIES["before_numbers"])
_TIMES = frozenset(_ENTRIES["times"])
_TIME_WORDS = frozenset(_ENTRIES["time_words"])
_OPENERS = frozenset(_ENTRIES["openers"])
_KNOWN = _BEFORE_NAMES | _BEFORE_NUMBERS | _TIMES | frozenset(_ENTRIES["other"])
_LETTERS = re.compile(r"(?:[^\W\d_]\.)+(?:-?[^\W\d_]\.?)*")
_COMPOUND = re.compile(r"\w+-(?P<last>\w+\.)")  # D-Mass.


def is_abbreviation(word: str) -> bool:
    """Whether a word with its full stop is one that stands inside sentences too."""
    lower = word.lower()
    if lower in _KNOWN:
        return lower != "no."
    if match := _COMPOUND.fullmatch(lower):
        return match["last"] in _KNOWN
    return _LETTERS.fullmatch(word) is not None


def opens_sentences(word: str) -> bool:
    """Whether a capitalised word is one that seldom stands inside a name."""
    return word.lower() in _OPENERS


def goes_on(abbreviation: str, following: str) -> bool:
    """Whether a sentence goes on after an abbreviation, seen from the word that follows."""
    lower = abbreviation.lower()
    if following[:1].isdigit():
        return lower not in _TIMES and (
            lower in _BEFORE_NUMBERS or lower in _BEFORE_NAMES or is_abbreviation(abbreviation)
        )
    if lower == "no.":
        return False
    if lower in _BEFORE_NAMES:
        return True
    if lower in _TIMES:
        return following.lower() in _TIME_WORDS
    return not opens_sentences(following)
