"""Connectives that open a segment, and which way each carries the argument."""

from __future__ import annotations

from argmap.lexicons import entries

from .phrases import Found, Phrases, longest
from .words import Words

_LISTS = entries("connectives")
_GROUPS = ("gives_reason", "draws_conclusion", "opposes", "concedes", "restates")
_CONNECTIVES = Phrases({group: _LISTS[group] for group in _GROUPS})
_SKIPPED = frozenset(_LISTS["skipped"])
_STRONG = frozenset(_LISTS["strong_opposes"])
_SUBORDINATING = frozenset(_LISTS["subordinating"])
_FINAL = frozenset({".", "!", "?", "”", '"'})
_LONGEST = 5  # words


def is_strong(words: Words, connective: Found) -> bool:
    """Whether a connective of contrast is seldom anything else."""
    return " ".join(words.lower[connective.start : connective.end]) in _STRONG


def opening_connective(words: Words, within: range) -> Found | None:
    """The connective that opens a segment, `and` and quotation marks left aside."""
    place = within.start
    while place < within.stop and words.lower[place] in _SKIPPED:
        place += 1
    reach = range(place, min(within.stop, place + _LONGEST))
    found = [one for one in longest(_CONNECTIVES.find_all_in(words, reach)) if one.start == place]
    if found and (_is_time(words, found[0], within) or _is_own(words, found[0], within)):
        return None
    return found[0] if found else None


def _is_own(words: Words, found: Found, within: range) -> bool:
    """A whole sentence of the form `Because it rained, they left`: the argument stays inside."""
    opening = " ".join(words.lower[found.start : found.end])
    whole = words.text[within.start][0].isupper() and words.text[within.stop - 1] in _FINAL
    return opening in _SUBORDINATING and whole and "," in words.lower[found.end : within.stop]


def _is_time(words: Words, found: Found, within: range) -> bool:
    """`Since 1990`, `since July`, `so far`, `still standing`, `yet to come`: no connective."""
    following = words.text[found.end] if found.end < within.stop else ""
    word = words.lower[found.start]
    if word == "since":
        return following[:1].isdigit() or (
            following[:1].isupper() and _ends_soon(words, found, within)
        )
    if word in {"still", "yet", "then", "instead", "given"}:
        return following != ","
    return word == "so" and following.lower() in {"far", "much", "many", "long", "called", "-"}


def _ends_soon(words: Words, found: Found, within: range) -> bool:
    return "," in words.lower[found.end : min(found.end + 3, within.stop)]
