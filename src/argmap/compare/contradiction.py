"""What cannot both be so: one telling negates the other, or says the opposite word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmap.lexicons import entries
from argmap.model.labels import AlignmentKind

from .stems import stem
from .telling import Finding, Telling
from .terms import Kind, Term

_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_WORDS = (Kind.WORD, Kind.COMMON, Kind.GENERAL)
_MOST_BETWEEN = 1  # words between a negation and what it negates
_ALIKE = 0.5  # share of the longer telling that both must say before one can negate the other


def contradiction(one: Telling, two: Telling) -> Iterator[Finding]:
    """A negation or an opposite in one of two tellings that are otherwise much alike.

    A negation counts where the word that it negates stands in the other telling, and no negation
    stands there. Two long sentences with a negation somewhere in one of them say nothing.
    """
    if _likeness(one, two) < _ALIKE:
        return
    here, there = _negations(one), _negations(two)
    if one.core.polarity is not two.core.polarity and bool(here) != bool(there):
        side, other = (one, two) if here else (two, one)
        cue = _negates_shared(side, other)
        if cue:
            detail = {"negation": cue, "only in": side.article}
            yield Finding(AlignmentKind.CONTRADICTS, None, detail)
    elif not here and not there and (words := _opposites(one, two)):
        yield Finding(AlignmentKind.CONTRADICTS, None, {"from": words[0], "to": words[1]})


def _likeness(one: Telling, two: Telling) -> float:
    """Share of the terms of the longer telling that the other has too."""
    here, there = ({term.key for term in side.terms} for side in (one, two))
    return len(here & there) / max(len(here), len(there), 1)


def _negations(telling: Telling) -> list[re.Match[str]]:
    """Negations in any segment of a telling."""
    return [match for segment in telling.segments for match in _NEGATION.finditer(segment.text)]


def _negates_shared(side: Telling, other: Telling) -> str | None:
    """The negation before a word that both have, in the segment that tells the claim."""
    shared = {term.key for term in other.terms}
    for match in _NEGATION.finditer(side.core.text):
        end = side.core.start + match.end()
        following = _next_word(side, end)
        if following and following.key in shared and _near(side, end, following):
            return match.group()
    return None


def _next_word(telling: Telling, position: int) -> Term | None:
    words = (t for t in telling.terms if t.start >= position and t.kind in _WORDS)
    return next(words, None)


def _near(telling: Telling, position: int, term: Term) -> bool:
    """Whether at most one word stands between an offset and a term."""
    return len(telling.document.text[position : term.start].split()) <= _MOST_BETWEEN


def _opposites(one: Telling, two: Telling) -> tuple[str, str] | None:
    here, there = _own_words(one), _own_words(two)
    for key, word in here.items():
        for opposite in _antonyms().get(key, ()):
            if opposite in there and key not in there and opposite not in here:
                return word, there[opposite]
    return None


def _own_words(telling: Telling) -> dict[str, str]:
    return {
        term.key: telling.document.text[term.start : term.end]
        for term in telling.terms
        if term.kind in _WORDS and telling.holds(term.start)
    }


@cache
def _antonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for one, two in entries("antonyms"):
        first, second = stem(one), stem(two)
        table[first] = (*table.get(first, ()), second)
        table[second] = (*table.get(second, ()), first)
    return table
