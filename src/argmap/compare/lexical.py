"""Likeness by the words, names and numbers that two passages share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log

from .evidence import Weighed, evidence, marks, weigh
from .passages import Passage
from .similarity import Shared

_SMALL_ARTICLE = 20  # segments; rarity in a shorter article is measured as if it had so many
_FREQUENT = 60  # passages; a term of more of them, or of more than all articles, proposes no pair
_PROPOSING = 1.6  # summed rarity of shared terms from which a pair is looked at
_MOST = 24  # partners of a passage, those that share most


class SharedWords:
    """Shared stems, names, numbers and near-synonyms, weighted by rarity.

    A term weighs more the fewer segments of an article hold it (inverse document frequency inside
    an article, averaged over the articles that have it, so that a matter that every outlet tells
    once keeps its weight). Pairs are proposed by an inverted index of the rarer terms, so that the
    work stays far below every segment against every other.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Weigh the terms of all passages."""
        self._passages = passages
        self._rarity = _rarity(passages)
        self._terms = [weigh(passage.terms, self._rarity) for passage in passages]

    def pairs(self, among: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of some passages that share enough rare terms, of each those that share most."""
        partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (left, right), weight in self._shared(among).items():
            if weight >= _PROPOSING:
                partners[left].append((-round(weight, 6), right))
                partners[right].append((-round(weight, 6), left))
        for passage, found in partners.items():
            found.sort(key=lambda item: (item[0], self._passages[item[1]].place))
            for _, other in found[:_MOST]:
                yield passage, other

    def _shared(self, among: Sequence[int]) -> dict[tuple[int, int], float]:
        articles = [passage.article for passage in self._passages]
        frequent = max(_FREQUENT, len(set(articles)))
        postings: dict[str, list[int]] = defaultdict(list)
        for place in among:
            for key in {mark for term in self._terms[place] for mark in marks(term.key)}:
                postings[key].append(place)
        shared: dict[tuple[int, int], float] = defaultdict(float)
        for key, places in sorted(postings.items()):
            if 1 < len(places) <= frequent:
                weight = self._rarity[key]
                for left, right in combinations(places, 2):
                    if articles[left] != articles[right]:
                        shared[left, right] += weight
        return shared

    def of(self, left: int, right: int) -> Shared:
        """What two passages share, and which parts of them hold it."""
        one, two = self._terms[left], self._terms[right]
        found = evidence(one, two)
        return Shared(
            odds=found.odds,
            covered=found.long,
            whole=found.short,
            left=_extent(one, {item.left for item in found.part}),
            right=_extent(two, {item.right for item in found.part}),
            words=found.words,
            matter=found.matter,
        )


def _rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """Rarity of each key, 0 to 1, from the share of segments that hold it in its articles."""
    sizes: Counter[str] = Counter(passage.article for passage in passages)
    holds: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for key in {mark for term in passage.terms for mark in marks(term.key)}:
            holds[key][passage.article] += 1
    found = {}
    for key, counts in holds.items():
        rarities = []
        for article, count in counts.items():
            size = max(sizes[article], _SMALL_ARTICLE)
            rarities.append(log(size / count) / log(size))
        found[key] = sum(sorted(rarities)) / len(rarities)
    return found


def _extent(terms: Sequence[Weighed], keys: set[str]) -> tuple[int, int]:
    """From the first to the last of these terms; of all where none is given."""
    kept = [term for term in terms if term.key in keys] or terms
    return (kept[0].start, kept[-1].end) if kept else (0, 0)
