"""How far two segments say the same: by the words, names and numbers that they share.

`Similarity` is the seam: whatever proposes pairs of passages and scores them, word by word or with
the vectors of an encoder, can stand behind the claim groups.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp, log
from typing import Protocol

from .passages import Passage
from .stems import stem
from .terms import Kind, Term
from .word_lists import word_list

_SMALL_ARTICLE = 20  # segments; rarity in a shorter article is measured as if it had so many
_KIND_WEIGHTS = {
    Kind.WORD: 1.0,
    Kind.COMMON: 0.5,
    Kind.GENERAL: 0.4,
    Kind.NAME: 0.6,
    Kind.NUMBER: 1.1,
    Kind.YEAR: 0.5,
}
_SYNONYM = 0.6  # what a shared meaning counts, of what a shared word would
_FOREIGN = 0.5  # what a word that the other lacks takes from the part that both share
_FREQUENT = 60  # passages; a term of more of them proposes no pair
_SMALL_PASSAGE = 2.0  # weight; a passage of fewer words counts as one of so many
_LEAST_MATTER = 0.5  # summed weight of shared words and numbers without which nothing is the same
_MOST_MATTER, _MOST_NAMES = 4.0, 2.0
# Logistic regression on pairs of sentences of five news stories, aligned by hand
_LEVEL, _MATTER, _NAMES, _SHORT, _LONG = -4.9, 1.6, 1.7, 4.0, 3.3
_PROPOSING_WEIGHT = 1.6  # shared weight from which a pair is looked at


@dataclass(frozen=True, slots=True)
class Match:
    """How far two passages say the same, 0 to 1, and which part of each does (offsets)."""

    score: float
    left: tuple[int, int]
    right: tuple[int, int]
    whole: float
    """Share of the shorter passage that the shared part makes up, 0 to 1."""

    @property
    def turned(self) -> Match:
        """The same with left and right exchanged."""
        return Match(self.score, self.right, self.left, self.whole)


class Similarity(Protocol):
    """Proposes pairs of passages of different articles and scores them; symmetric."""

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of places in the list of passages that are worth a look, each once."""
        ...

    def match(self, left: int, right: int) -> Match:
        """How far the passages at two places say the same."""
        ...


SimilarityOf = Callable[[Sequence[Passage]], Similarity]


class LexicalSimilarity:
    """Similarity from shared stems, names, numbers and near-synonyms, weighted by rarity.

    A term weighs more the fewer segments of an article hold it (inverse document frequency inside
    an article, averaged over the articles that have it, so that a matter that every outlet tells
    once keeps its weight). The shared part of two passages is the stretch of each that gains most
    from shared terms and loses least by foreign ones (maximum-sum subsequence, Bentley 1984).
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = passages
        self._weights = _weights(passages)
        self._terms = [_distinct(passage.terms) for passage in passages]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs that share enough rare terms, found through an inverted index."""
        postings: dict[str, list[int]] = defaultdict(list)
        for place, found in enumerate(self._terms):
            for key in sorted({mark for term in found for mark in _marks(term.key)}):
                postings[key].append(place)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for key, places in sorted(postings.items()):
            if not 1 < len(places) <= _FREQUENT:
                continue
            weight = self._weights.get(key, _SYNONYM)
            for left, right in combinations(places, 2):
                if self._passages[left].article != self._passages[right].article:
                    shared[left, right] += weight
        yield from (pair for pair, weight in shared.items() if weight >= _PROPOSING_WEIGHT)

    def match(self, left: int, right: int) -> Match:
        """Score two passages by their shared part."""
        if self._passages[left].place > self._passages[right].place:
            return self.match(right, left).turned
        one, two = self._terms[left], self._terms[right]
        evidence, kept = self._evidence(one, two)
        if not kept:
            return Match(0.0, _extent(one), _extent(two), 0.0)
        here = [term for term in one if term.key in {a for a, _, _ in kept}]
        there = [term for term in two if term.key in {b for _, b, _ in kept}]
        return Match(evidence.score, _extent(here), _extent(there), evidence.short)

    def _evidence(
        self, one: Sequence[Term], two: Sequence[Term]
    ) -> tuple[Evidence, list[tuple[str, str, float]]]:
        common = _common(one, two)
        here = self._best_part(one, {a: credit for a, _, credit in common})
        there = self._best_part(two, {b: credit for a, b, credit in common if a in here})
        kept = [item for item in common if item[0] in here and item[1] in there]
        by_key = {term.key: term for term in one}
        mass = sum(self._value(by_key[a], credit) for a, _, credit in kept)
        names = sum(
            self._value(by_key[a], credit) for a, _, credit in kept if by_key[a].kind is Kind.NAME
        )
        shared = sum(self._value(by_key[a], credit) for a, _, credit in common)
        sizes = sorted(
            max(_SMALL_PASSAGE, sum(self._value(term) for term in found)) for found in (one, two)
        )
        return (
            Evidence(
                matter=mass - names,
                names=names,
                short=shared / sizes[0],
                long=shared / sizes[1],
            ),
            kept,
        )

    def _value(self, term: Term, credit: float = 1.0) -> float:
        return _KIND_WEIGHTS[term.kind] * self._weights[term.key] * term.share * credit

    def _best_part(self, found: Sequence[Term], credits: Mapping[str, float]) -> set[str]:
        """Keys of the stretch that gains most from shared terms and loses least by others."""
        best = total = 0.0
        start, part = 0, (0, 0)
        for place, term in enumerate(found):
            if total <= 0:
                start, total = place, 0.0
            credit = credits.get(term.key)
            total += -_FOREIGN * self._value(term) if credit is None else self._value(term, credit)
            if total > best:
                best, part = total, (start, place + 1)
        return {term.key for term in found[part[0] : part[1]]}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two passages saying the same."""

    matter: float
    """Summed weight of the words and numbers that the shared parts share."""
    names: float
    """Summed weight of the names."""
    short: float
    """Share of the shorter passage's weight that both have."""
    long: float
    """Share of the longer passage's weight that both have."""

    @property
    def score(self) -> float:
        """The evidence as one number, 0 to 1; names alone make nothing the same."""
        if self.matter < _LEAST_MATTER:
            return 0.0
        total = _MATTER * min(self.matter, _MOST_MATTER) + _NAMES * min(self.names, _MOST_NAMES)
        return 1 / (1 + exp(-(_LEVEL + total + _SHORT * self.short + _LONG * self.long)))


def _weights(passages: Sequence[Passage]) -> dict[str, float]:
    """Rarity of each key, 0 to 1, from the share of segments that hold it in its articles."""
    sizes: Counter[str] = Counter(passage.article for passage in passages)
    holds: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for key in {mark for term in passage.terms for mark in _marks(term.key)}:
            holds[key][passage.article] += 1
    weights = {}
    for key, counts in holds.items():
        rarities = []
        for article, count in counts.items():
            size = max(sizes[article], _SMALL_ARTICLE)
            rarities.append(log(size / count) / log(size))
        weights[key] = sum(sorted(rarities)) / len(rarities)
    return weights


def _distinct(found: Sequence[Term]) -> list[Term]:
    return list({term.key: term for term in reversed(found)}.values())[::-1]


def _common(one: Sequence[Term], two: Sequence[Term]) -> list[tuple[str, str, float]]:
    """Pairs of keys that both passages have, with credit 1, or of one meaning, with less."""
    keys = {term.key for term in two}
    found = [(term.key, term.key, 1.0) for term in one if term.key in keys]
    used = {key for key, _, _ in found}
    meanings = {
        m: term.key for term in reversed(two) if term.key not in used for m in _meanings(term.key)
    }
    for term in one:
        if term.key in used:
            continue
        for meaning in _meanings(term.key):
            partner = meanings.get(meaning)
            if partner is not None and partner not in used:
                found.append((term.key, partner, _SYNONYM))
                used |= {term.key, partner}
                break
    return found


def _extent(found: Sequence[Term]) -> tuple[int, int]:
    return (found[0].start, found[-1].end) if found else (0, 0)


def _marks(key: str) -> tuple[str, ...]:
    return (key, *_meanings(key))


@cache
def _meanings(key: str) -> tuple[str, ...]:
    return tuple(_synonyms().get(key, ()))


@cache
def _synonyms() -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for number, words in enumerate(word_list("synonyms")):
        for key in sorted({stem(word) for word in words}):
            table[key].append(f"~{number}")
    return dict(table)
