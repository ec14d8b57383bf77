"""How alike two passages are as a whole: by their words' vectors, or by shared words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from argmap.discourse.word_states import WordReader

from .neighbours import neighbours
from .passages import Passage
from .vectors import StoryVectors

Pair = tuple[int, int]


class Likeness(Protocol):
    """Proposes pairs and says how alike they are, on a scale of its own."""

    no_rival: float
    """What the best other partner of a passage is taken for, where it has none."""
    nothing_beside: float
    """How far the passages around a pair stand out, where none of them was proposed."""

    def pairs(self, among: Sequence[int]) -> Iterable[Pair]:
        """Pairs of some passages that are worth a look."""
        ...

    def read(self, pairs: Sequence[Pair]) -> None:
        """Prepare the answers for many pairs at once."""
        ...

    def of(self, left: int, right: int) -> float:
        """How alike two passages are."""
        ...

    def reach(self, left: int, right: int) -> float:
        """How much of one of them the other tells, 0 to 1; 0 where that is not known."""
        ...

    def whole(self, left: int, right: int) -> float:
        """How much of both the other tells, 0 to 1; 0 where that is not known."""
        ...


class LikenessOfWords:
    """By the words that both share, where no model reads them."""

    no_rival = -2.0
    nothing_beside = -8.0

    def __init__(self, odds: Callable[[Pair], float]) -> None:
        """Keep what gives the log-odds of a pair."""
        self._odds = odds

    def pairs(self, among: Sequence[int]) -> Iterable[Pair]:
        """No pairs but those of the index of words."""
        return ()

    def read(self, pairs: Sequence[Pair]) -> None:
        """Do nothing: shared words are counted pair by pair."""

    def of(self, left: int, right: int) -> float:
        """Log-odds of what both share."""
        return self._odds((left, right))

    def reach(self, left: int, right: int) -> float:
        """Not known."""
        return 0.0

    def whole(self, left: int, right: int) -> float:
        """Not known."""
        return 0.0


class LikenessOfVectors:
    """By how near the words of each come to those of the other."""

    no_rival = 0.4
    nothing_beside = -1.0

    def __init__(self, passages: Sequence[Passage], reader: WordReader) -> None:
        """Read all passages."""
        self._articles = [passage.article for passage in passages]
        self._vectors = StoryVectors(passages, reader)
        self._told: dict[Pair, tuple[float, float]] = {}

    def pairs(self, among: Sequence[int]) -> Iterable[Pair]:
        """The nearest passages of each."""
        articles = [self._articles[number] for number in among]
        for one, other in neighbours(self._vectors.means[list(among)], articles):
            yield among[one], among[other]

    def read(self, pairs: Sequence[Pair]) -> None:
        """Set the words of many pairs side by side, passage by passage."""
        partners: dict[int, list[int]] = defaultdict(list)
        for left, right in pairs:
            partners[left].append(right)
        for left, others in partners.items():
            there, back = self._vectors.told(left, others)
            for right, one, two in zip(others, there.tolist(), back.tolist(), strict=True):
                self._told[left, right] = (round(one, 4), round(two, 4))

    def of(self, left: int, right: int) -> float:
        """Mean of how much each tells of the other."""
        return sum(self._both(left, right)) / 2

    def reach(self, left: int, right: int) -> float:
        """The better told of both."""
        return max(self._both(left, right))

    def whole(self, left: int, right: int) -> float:
        """How much of both is told, from what two sentences on anything have to the same words."""
        return max(0.0, 2 * min(self._both(left, right)) - 1)

    def _both(self, left: int, right: int) -> tuple[float, float]:
        if (left, right) not in self._told:
            self.read([(left, right)])
        return self._told[left, right]
