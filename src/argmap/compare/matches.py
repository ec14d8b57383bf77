"""Which pairs of passages say the same: what they share, beside their rivals and neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from math import log

from argmap.discourse.word_states import WordReader

from .lexical import SharedWords
from .likeness import Likeness, LikenessOfVectors, LikenessOfWords
from .pair_score import WITH_VECTORS, WORDS_ALONE, PairFeatures, Weights
from .passages import Passage
from .similarity import Match, Shared
from .terms import Kind, words
from .verbatim import ROW, shared_rows

RIVALS = 3  # the best other partners, whose mean a pair is set against
_FEWEST_TERMS = 2  # words that tell more than what stands in all news
_LEAST_MATTER = 0.5  # weight of shared words without which names alone make nothing the same
_MOST_MATTER = 6.0
_QUOTED, _LONGEST_ROW = 5, 16  # words in a row: from here a quotation; more say no more

Pair = tuple[int, int]


class Matches:
    """Scores of pairs of passages, each computed once.

    In an article on the same matter many sentences are somewhat like a given one. The one that says
    the same stands out, and often has others beside it that are told together in both articles. So
    a pair is set against the best other pairs of both passages and looked at with the passages
    around it.

    Outlets print what an agency writes. Passages with the same words are looked at once, where they
    stand first, so that copies neither crowd out other tellings nor count as rivals.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        reader: WordReader | None = None,
        weights: Weights | None = None,
    ) -> None:
        """Propose pairs and prepare their scores.

        Args:
            passages: Those of all articles.
            reader: Gives the words' vectors, where there is one.
            weights: Others than those that came with argmap, while these are fitted.
        """
        self.passages = passages
        self._first, copies = _first_copies(passages)
        firsts = sorted(set(self._first))
        self._words = SharedWords(passages)
        self._shared: dict[Pair, Shared] = {}
        self._likeness: Likeness = (
            LikenessOfVectors(passages, reader)
            if reader
            else LikenessOfWords(lambda pair: self._shared_by(*pair).odds)
        )
        self._alone = reader is None
        self._weights = weights or (WORDS_ALONE if reader is None else WITH_VECTORS)
        self._at = {passage.place: number for number, passage in enumerate(passages)}
        self._telling = [
            len({term.key for term in passage.terms if term.kind is not Kind.GENERAL})
            >= _FEWEST_TERMS
            for passage in passages
        ]
        self._known: dict[Pair, Match] = {}
        rows = shared_rows(passages, firsts)
        self._rows = {self._ordered(*pair): size for pair, size in rows.items()}
        proposed = {
            self._ordered(*pair)
            for pair in (*self._words.pairs(firsts), *self._likeness.pairs(firsts), *self._quoted())
        }
        self.pairs = sorted(proposed)
        """The pairs of first copies that are worth a look."""
        self._copies = copies
        self._likeness.read(self.pairs)
        self._rivals = self._best_partners()
        self._standing = {pair: self._stands_out(*pair) for pair in self.pairs}

    def proposed(self, least: float) -> list[tuple[float, int, int]]:
        """The pairs with at least this score, best first."""
        found = [(self.of(*pair).score, *pair) for pair in (*self._copies, *self.pairs)]
        return sorted(
            (item for item in found if item[0] >= least),
            key=lambda item: (-item[0], *(self.passages[number].place for number in item[1:])),
        )

    def of(self, left: int, right: int) -> Match:
        """How likely two passages say the same, and where."""
        one, two = self._first[left], self._first[right]
        if (one, two) == (left, right):
            return self._match(left, right)
        if one == two or self.passages[one].article == self.passages[two].article:
            return self._match(left, right)
        match = self._match(one, two)
        return replace(
            match,
            left=self._moved(match.left, one, left),
            right=self._moved(match.right, two, right),
        )

    def _match(self, left: int, right: int) -> Match:
        if (left, right) not in self._known:
            pair = self._ordered(left, right)
            shared = self._shared_by(*pair)
            score = round(self._weights(self.features(*pair)), 6)
            names_alone = self._alone and shared.matter < _LEAST_MATTER
            says_little = names_alone or not self._both_say_something(*pair)
            if says_little and self._rows.get(pair, 0) < _QUOTED:
                score = 0.0
            whole = max(shared.whole, self._likeness.whole(*pair))
            match = Match(score, shared.left, shared.right, whole, shared.words)
            self._known[pair] = match
            self._known[pair[::-1]] = match.turned
        return self._known[left, right]

    def _quoted(self) -> Iterator[Pair]:
        """Pairs that share a quotation, of whatever words it is made."""
        return (pair for pair, size in self._rows.items() if size >= _QUOTED)

    def _both_say_something(self, left: int, right: int) -> bool:
        """Whether both have enough words for a claim of their own, or the very same words."""
        if self._telling[left] and self._telling[right]:
            return True
        one, two = (words(self.passages[number].segment.text) for number in (left, right))
        return one == two

    def _moved(self, part: tuple[int, int], origin: int, copy: int) -> tuple[int, int]:
        """The part of a copy that is this part of its first."""
        if origin == copy:
            return part
        segment = self.passages[copy].segment
        by = segment.start - self.passages[origin].segment.start
        return max(segment.start, part[0] + by), min(segment.end, part[1] + by)

    def best(self, left: Iterable[int], right: Iterable[int]) -> Pair:
        """The pair, one of each side, that says most nearly the same."""
        pairs = [(a, b) for a in left for b in right]
        return min(
            pairs,
            key=lambda pair: (-self.of(*pair).score, *(self.passages[n].place for n in pair)),
        )

    def features(self, left: int, right: int) -> PairFeatures:
        """What speaks for a pair and against it."""
        left, right = self._ordered(left, right)
        shared = self._shared_by(left, right)
        row = self._rows.get((left, right), 0)
        return PairFeatures(
            matter=min(shared.matter, _MOST_MATTER),
            covered=shared.covered,
            reach=self._likeness.reach(left, right),
            standing=self._stands_out(left, right),
            beside=self._beside(left, right),
            verbatim=log(min(row, _LONGEST_ROW) / (ROW - 1)) if row else 0.0,
            opening=float(self.passages[left].opening and self.passages[right].opening),
        )

    def _shared_by(self, left: int, right: int) -> Shared:
        if (left, right) not in self._shared:
            self._shared[left, right] = self._words.of(left, right)
        return self._shared[left, right]

    def _ordered(self, left: int, right: int) -> Pair:
        """A pair in an order that does not depend on the order of the articles."""
        return (
            (left, right)
            if self.passages[left].place < self.passages[right].place
            else (right, left)
        )

    def _stands_out(self, left: int, right: int) -> float:
        own = self._likeness.of(left, right)
        return 2 * own - self._rival(left, right) - self._rival(right, left)

    def _rival(self, passage: int, partner: int) -> float:
        """How like a passage the best others of its partner's article are, in the mean."""
        known = self._rivals.get((passage, self.passages[partner].article), ())
        others = [value for value, place in known if place != partner][:RIVALS]
        return sum(others) / len(others) if others else self._likeness.no_rival

    def _best_partners(self) -> Mapping[tuple[int, str], Sequence[tuple[float, int]]]:
        """By passage and other article, its best partners there with how alike they are."""
        found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for left, right in self.pairs:
            alike = self._likeness.of(left, right)
            found[left, self.passages[right].article].append((alike, right))
            found[right, self.passages[left].article].append((alike, left))
        return {
            key: sorted(some, key=lambda item: (-item[0], self.passages[item[1]].place))[
                : RIVALS + 1
            ]
            for key, some in found.items()
        }

    def _beside(self, left: int, right: int) -> float:
        """How far the best pair of passages next to these two stands out."""
        return max(self._around(left, right), default=self._likeness.nothing_beside)

    def _around(self, left: int, right: int) -> Iterator[float]:
        (one, here), (two, there) = self.passages[left].place, self.passages[right].place
        yield self._likeness.nothing_beside
        for up, down in product((-1, 1), repeat=2):
            near = self._at.get((one, here + up)), self._at.get((two, there + down))
            if near in self._standing:
                yield self._standing[near]


def _first_copies(passages: Sequence[Passage]) -> tuple[list[int], list[Pair]]:
    """By passage where its words stand first, and pairs of copies that follow each other."""
    found: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(passages)), key=lambda number: passages[number].place)
    for number in order:
        found[" ".join(passages[number].segment.text.split())].append(number)
    first = [0] * len(passages)
    pairs = []
    for copies in found.values():
        for number in copies:
            first[number] = copies[0]
        pairs += [
            (one, two)
            for one, two in pairwise(copies)
            if passages[one].article != passages[two].article
        ]
    return first, pairs
