"""Counts that add up over articles: every figure is a function of such a sum.

Because they only add up, a figure can be computed for any draw of articles, which is what a
bootstrap needs, and no article can leave numerator and denominator unseen.
"""

from __future__ import annotations

from collections.abc import Sequence

MISSED = ""
"""Stands for the label that a reader did not give."""


class Counts(dict[tuple[str, ...], float]):
    """Amounts by key; the first part of a key names what was counted."""

    def add(self, key: tuple[str, ...], amount: float = 1) -> None:
        """Add to one amount."""
        self[key] = self.get(key, 0) + amount

    def add_all(self, other: Counts) -> None:
        """Add the counts of another article."""
        for key, amount in other.items():
            self.add(key, amount)

    def found(self, name: str, *, hits: int, predicted: int, gold: int) -> None:
        """Count things that were to be found: how many are right, were said, and are there."""
        self.add((name, "hits"), hits)
        self.add((name, "predicted"), predicted)
        self.add((name, "gold"), gold)

    def labels(self, name: str, gold: Sequence[str], predicted: Sequence[str] | None) -> None:
        """Count labels given to the same things; `None` means that all of them were missed.

        Raises ValueError where the two differ in length: no label may be left out unseen.
        """
        answers = [MISSED] * len(gold) if predicted is None else predicted
        for right, answer in zip(gold, answers, strict=True):
            self.add((name, "label", right, answer))

    def pair(self, name: str, gold: float, predicted: float) -> None:
        """Count two numbers for the same thing, for a correlation."""
        self.add((name, "n"))
        self.add((name, "x"), gold)
        self.add((name, "y"), predicted)
        self.add((name, "xx"), gold * gold)
        self.add((name, "yy"), predicted * predicted)
        self.add((name, "xy"), gold * predicted)


def total(counts: Sequence[Counts]) -> Counts:
    """The sum of the counts of several articles."""
    found = Counts()
    for one in counts:
        found.add_all(one)
    return found
