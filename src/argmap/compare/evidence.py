"""What speaks for two passages saying the same, weighed term by term."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from argmap.lexicons import entries

from .stems import stem
from .terms import Kind, Term

_KIND_WEIGHTS = {
    Kind.WORD: 1.0,
    Kind.COMMON: 0.5,
    Kind.GENERAL: 0.4,
    Kind.NAME: 0.6,
    Kind.PHRASE: 3.0,
    Kind.NUMBER: 1.1,
    Kind.YEAR: 0.5,
}
_SYNONYM = 0.6  # what a shared meaning counts, of what a shared word would
_FOREIGN = 0.5  # what a word that the other lacks takes from the part that both share
_SMALL_PASSAGE = 2.0  # weight; a passage of fewer words counts as one of so many
_LEAST_ODDS = -4.0
_MOST_MATTER, _MOST_NAMES = 4.0, 2.0
# Logistic regression on pairs of sentences of seven stories, aligned by hand
_LEVEL, _MATTER, _NAMES, _SHORT, _LONG = -5.7, 1.5, 2.6, 4.7, 3.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term with its weight in the story: its kind, its rarity, its share of a longer name."""

    key: str
    weight: float
    is_name: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shared:
    """One term that two passages share, literally or in meaning, and what it counts."""

    left: str
    right: str
    weight: float
    is_name: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two passages share."""

    part: tuple[Shared, ...]
    """What stands in the parts of them that are most alike."""
    matter: float
    """Summed weight of the words and numbers that both have."""
    names: float
    """Summed weight of the names."""
    short: float
    """Share of the shorter passage's weight that both have."""
    long: float
    """Share of the longer passage's weight that both have."""
    words: int
    """How many words and numbers both have, names left out."""

    @property
    def odds(self) -> float:
        """The evidence as log-odds, no lower than those of two passages that share little."""
        total = _MATTER * min(self.matter, _MOST_MATTER) + _NAMES * min(self.names, _MOST_NAMES)
        return max(_LEVEL + total + _SHORT * self.short + _LONG * self.long, _LEAST_ODDS)


def weigh(terms: Sequence[Term], rarity: Mapping[str, float]) -> list[Weighed]:
    """The distinct terms of a passage at their first places."""
    first = {term.key: term for term in reversed(terms)}
    return [
        Weighed(
            term.key,
            _KIND_WEIGHTS[term.kind] * rarity[term.key] * term.share,
            term.kind is Kind.NAME,
            term.start,
            term.end,
        )
        for term in sorted(first.values(), key=lambda term: term.start)
    ]


def evidence(one: Sequence[Weighed], two: Sequence[Weighed]) -> Evidence:
    """Find what two passages share, and the parts of them that are most alike.

    The part is the stretch of each that gains most from shared terms and loses least by foreign
    ones (maximum-sum subsequence, Bentley 1984).
    """
    common = _common(one, two)
    here = _best_part(one, {item.left: item.weight for item in common})
    there = _best_part(two, {item.right: item.weight for item in common if item.left in here})
    names = sum(item.weight for item in common if item.is_name)
    total = sum(item.weight for item in common)
    short, long = sorted(
        max(_SMALL_PASSAGE, sum(term.weight for term in found)) for found in (one, two)
    )
    return Evidence(
        part=tuple(item for item in common if item.left in here and item.right in there),
        matter=total - names,
        names=names,
        short=total / short,
        long=total / long,
        words=sum(not item.is_name for item in common),
    )


def marks(key: str) -> tuple[str, ...]:
    """A key and the meanings of it that near-synonyms share."""
    return (key, *_synonyms().get(key, ()))


def _common(one: Sequence[Weighed], two: Sequence[Weighed]) -> list[Shared]:
    """Terms that both have, and pairs of terms of one meaning, each term once."""
    other = {term.key: term for term in two}
    found = [
        Shared(term.key, term.key, min(term.weight, other[term.key].weight), term.is_name)
        for term in one
        if term.key in other
    ]
    used = {item.left for item in found}
    meanings = {
        meaning: term
        for term in reversed(two)
        if term.key not in used
        for meaning in _synonyms().get(term.key, ())
    }
    for term in one:
        if term.key in used:
            continue
        for meaning in _synonyms().get(term.key, ()):
            partner = meanings.get(meaning)
            if partner is not None and partner.key not in used:
                weight = _SYNONYM * min(term.weight, partner.weight)
                found.append(Shared(term.key, partner.key, weight, term.is_name))
                used |= {term.key, partner.key}
                break
    return found


def _best_part(found: Sequence[Weighed], gains: Mapping[str, float]) -> set[str]:
    """Keys of the stretch with the greatest sum of gains, less what foreign terms take."""
    best = total = 0.0
    start, part = 0, (0, 0)
    for place, term in enumerate(found):
        if total <= 0:
            start, total = place, 0.0
        total += gains.get(term.key, -_FOREIGN * term.weight)
        if total > best:
            best, part = total, (start, place + 1)
    return {term.key for term in found[part[0] : part[1]]}


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for number, words in enumerate(entries("synonyms")):
        for key in sorted({stem(word) for word in words}):
            table[key] = (*table.get(key, ()), f"~{number}")
    return table
