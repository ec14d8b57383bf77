"""What cannot both be so: one telling negates the other, or says the opposite word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmap.model.labels import AlignmentKind

from .stems import stem
from .telling import Finding, Telling
from .terms import Kind
from .word_lists import word_list

_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE
)
_ENOUGH = 0.5  # share of the shorter telling that both must say before one can negate the other


def contradiction(one: Telling, two: Telling, whole: float) -> Iterator[Finding]:
    """A negation or an opposite in one of two tellings that are otherwise much alike."""
    if whole < _ENOUGH:
        return
    here, there = _negations(one), _negations(two)
    if one.core.polarity is not two.core.polarity and bool(here) != bool(there):
        side, cue = (one, here[0]) if here else (two, there[0])
        detail = {"negation": cue, "only in": side.article}
        yield Finding(AlignmentKind.CONTRADICTS, None, detail)
    elif not here and not there and (words := _opposites(one, two)):
        yield Finding(AlignmentKind.CONTRADICTS, None, {"from": words[0], "to": words[1]})


def _negations(telling: Telling) -> list[str]:
    start, end = telling.part
    return [match.group() for match in _NEGATION.finditer(telling.document.text[start:end])]


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
        if term.kind in (Kind.WORD, Kind.COMMON, Kind.GENERAL) and telling.holds(term.start)
    }


@cache
def _antonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for one, two in word_list("antonyms"):
        first, second = stem(one), stem(two)
        table[first] = (*table.get(first, ()), second)
        table[second] = (*table.get(second, ()), first)
    return table
