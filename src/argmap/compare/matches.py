"""Which pairs of passages stand out: scores set against their rivals, each computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from math import exp, log

from .passages import Passage
from .similarity import Match, Similarity

_LOOK = 0.25  # score from which a pair is kept in mind
_NOTHING = -4.0  # log-odds of a passage that has no rival
_MOST_AHEAD = 4.0
# Logistic regression on pairs of sentences of seven stories, aligned by hand
_LEVEL, _OWN, _AHEAD, _BESIDE = 0.80, 0.79, 0.28, 0.26
_EDGE = 1e-6


class Matches:
    """Scores of pairs of passages, by what they share and by how far they are ahead of others.

    In an article on the same matter many sentences are somewhat like a given one. The one that says
    the same stands out, and often has others beside it that are told together in both articles. So
    a score is raised or lowered by how far the pair is ahead of the best other sentence of either
    article, and by how much the sentences around both say the same.
    """

    def __init__(self, passages: Sequence[Passage], similarity: Similarity) -> None:
        self.passages = passages
        self._similarity = similarity
        self._known: dict[tuple[int, int], Match] = {}
        raw = {pair: similarity.match(*pair) for pair in similarity.pairs()}
        self._best = self._leaders(raw)
        self._odds = {
            (*self._place(left), *self._place(right)): _log_odds(match.score)
            for pair, match in raw.items()
            for left, right in (pair, pair[::-1])
        }
        for (left, right), match in raw.items():
            self._remember(left, right, match)
        self._proposed = sorted(raw)

    def proposed(self) -> list[tuple[float, int, int]]:
        """The pairs that are worth a look, best first."""
        found = [(self._known[pair].score, *pair) for pair in self._proposed]
        return sorted(
            (item for item in found if item[0] >= _LOOK),
            key=lambda item: (-round(item[0], 6), *sorted(self._place(n) for n in item[1:])),
        )

    def of(self, left: int, right: int) -> Match:
        """How far two passages say the same."""
        if (left, right) not in self._known:
            self._remember(left, right, self._similarity.match(left, right))
        return self._known[left, right]

    def best(self, left: Iterable[int], right: Iterable[int]) -> tuple[int, int]:
        """The pair, one of each side, that says most nearly the same."""
        pairs = [(a, b) for a in left for b in right]
        return min(pairs, key=lambda pair: (-self.of(*pair).score, *map(self._place, pair)))

    def _remember(self, left: int, right: int, match: Match) -> None:
        match = replace(match, score=self._standing(left, right, match.score))
        self._known[left, right] = match
        self._known[right, left] = match.turned

    def _standing(self, left: int, right: int, score: float) -> float:
        own = _log_odds(score)
        rivals = (self._rival(left, right), self._rival(right, left))
        ahead = min(own - max(rivals), _MOST_AHEAD)
        total = _LEVEL + _OWN * own + _AHEAD * ahead + _BESIDE * self._beside(left, right)
        return score and 1 / (1 + exp(-total))

    def _beside(self, left: int, right: int) -> float:
        """Log-odds of the best pair of segments next to these two."""
        (one, here), (two, there) = self._place(left), self._place(right)
        return max(
            self._odds.get((one, here + up, two, there + down), _NOTHING)
            for up, down in product((-1, 0, 1), repeat=2)
            if up or down
        )

    def _rival(self, passage: int, partner: int) -> float:
        """Log-odds of the best other passage of the partner's article."""
        for odds, place in self._best.get((passage, self.passages[partner].article), ()):
            if place != partner:
                return odds
        return _NOTHING

    def _leaders(
        self, raw: dict[tuple[int, int], Match]
    ) -> dict[tuple[int, str], list[tuple[float, int]]]:
        """By passage and other article, the two best passages there with their log-odds."""
        found: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (left, right), match in raw.items():
            if match.score:
                for one, two in ((left, right), (right, left)):
                    odds = (_log_odds(match.score), two)
                    found[one, self.passages[two].article].append(odds)
        return {
            key: sorted(odds, key=lambda item: (-item[0], self._place(item[1])))[:2]
            for key, odds in found.items()
        }

    def _place(self, number: int) -> tuple[str, int]:
        return self.passages[number].place


def _log_odds(score: float) -> float:
    kept = min(max(score, _EDGE), 1 - _EDGE)
    return max(log(kept / (1 - kept)), _NOTHING)
