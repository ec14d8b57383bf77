"""Claim groups: the segments of several articles that say the same thing, in whole or in part."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from .links import Decided
from .matches import Matches

_JOIN = 0.42  # mean score between two groups from which they are one
_FIT = 0.15  # what the worst pair of a group must reach
_AGAIN = 0.5  # score from which a segment that has a group tells another claim too
_MOST_LOOKED_AT = 12  # members of either group that are set side by side


Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One group: places in the list of passages by article, and how well they fit together."""

    members: dict[str, tuple[int, ...]]
    """In text order; the articles in alphabetical order of their ids."""
    confidence: float | None
    absent: tuple[str, ...] = ()
    """Articles of which a person said that they do not tell it."""


class _Link(NamedTuple):
    """Two passages whose groups may become one; the strongest comes first."""

    strength: float
    """The mean score of the groups when they were last looked at, negative."""
    first: Place
    second: Place
    left: int
    right: int


def claim_groups(matches: Matches, links: Decided | None = None) -> list[Grouping]:
    """Group the passages that say the same.

    The two groups that fit best become one, again and again, as long as every passage of one fits
    every passage of the other and the mean of their scores is high (average linkage with a floor),
    so that A like B and B like C do not put A and C together. Segments of one article are never
    set side by side; they come together where both fit what the others tell.

    A long sentence can tell two claims. What is left of strong pairs after that adds a segment to
    a second group that it fits as a whole, or makes a group of the two. What a person linked is
    one group from the beginning, and what a person keeps apart never becomes one.
    """
    return _Grouper(matches, links or Decided()).groups()


class _Grouper:
    def __init__(self, matches: Matches, links: Decided) -> None:
        self._matches = matches
        self._links = links
        self._articles = [passage.article for passage in matches.passages]

    def groups(self) -> list[Grouping]:
        home = self._joined()
        found = [set(group) for group in {id(group): group for group in home.values()}.values()]
        found.sort(key=lambda group: sorted(self._place(number) for number in group))
        self._tell_again(found)
        told = [group for group in found if len({self._articles[n] for n in group}) > 1]
        return [self._grouping(group) for group in _distinct(told)]

    def _joined(self) -> dict[int, frozenset[int]]:
        """The group of every passage that has one."""
        home = self._linked()
        means: dict[tuple[frozenset[int], frozenset[int]], float] = {}
        waiting = [
            _Link(-score, *self._ordered(left, right))
            for score, left, right in self._matches.proposed(_JOIN)
        ]
        heapify(waiting)
        while waiting:
            link = heappop(waiting)
            one = home.get(link.left, frozenset({link.left}))
            two = home.get(link.right, frozenset({link.right}))
            if one is two:
                continue
            if (one, two) not in means:
                means[one, two] = self._linkage(one, two)
            mean = means[one, two]
            if mean >= _JOIN and -mean > link.strength:
                heappush(waiting, link._replace(strength=-mean))
            elif mean >= _JOIN:
                home.update(dict.fromkeys(one | two, one | two))
        return home

    def _linked(self) -> dict[int, frozenset[int]]:
        """What a person put together."""
        home: dict[int, frozenset[int]] = {}
        for pair in self._links.same:
            whole = frozenset().union(*(home.get(number, {number}) for number in pair))
            home.update(dict.fromkeys(whole, whole))
        return home

    def _ordered(self, left: int, right: int) -> tuple[Place, Place, int, int]:
        """Two passages in an order that does not depend on the order of the articles."""
        first, second = sorted((left, right), key=self._place)
        return self._place(first), self._place(second), first, second

    def _linkage(self, one: Collection[int], two: Collection[int]) -> float:
        """Mean score between two groups; 0 where any two passages do not fit."""
        if any(self._links.apart(left, right) for left in one for right in two):
            return 0.0
        scores = []
        for left in self._some(one):
            for right in self._some(two):
                if self._articles[left] != self._articles[right]:
                    score = self._matches.of(left, right).score
                    if score < _FIT:
                        return 0.0
                    scores.append(score)
        return round(sum(scores) / len(scores), 6) if scores else 0.0

    def _some(self, group: Collection[int]) -> Sequence[int]:
        """The members of a group in a fixed order; of a large one some from all over it."""
        ordered = sorted(group, key=self._place)
        if len(ordered) <= _MOST_LOOKED_AT:
            return ordered
        step = len(ordered) / _MOST_LOOKED_AT
        return [ordered[int(step * number)] for number in range(_MOST_LOOKED_AT)]

    def _tell_again(self, groups: list[set[int]]) -> None:
        """Put segments into further groups, strongest pair first."""
        of: dict[int, list[set[int]]] = {}
        for group in groups:
            for number in group:
                of.setdefault(number, []).append(group)
        for _, left, right in self._matches.proposed(_AGAIN):
            here, there = of.get(left, []), of.get(right, [])
            if self._links.apart(left, right) or any(right in group for group in here):
                continue
            choices = [
                (self._linkage({new}, group), new, group)
                for new, around in ((left, there), (right, here))
                for group in around
            ]
            best = max(choices, key=lambda item: (item[0], self._place(item[1])), default=None)
            if best and best[0] >= _JOIN:
                best[2].add(best[1])
                of.setdefault(best[1], []).append(best[2])
            else:
                group = {left, right}
                groups.append(group)
                for number in group:
                    of.setdefault(number, []).append(group)

    def _grouping(self, group: Collection[int]) -> Grouping:
        members: dict[str, tuple[int, ...]] = {}
        for place in sorted(group, key=self._place):
            article = self._articles[place]
            members[article] = (*members.get(article, ()), place)
        articles = list(members)
        scores = [
            self._sure(members[one], members[two])
            for number, one in enumerate(articles)
            for two in articles[number + 1 :]
        ]
        lacking = self._links.lacking(group)
        return Grouping(members, round(sum(scores) / len(scores), 2), lacking)

    def _sure(self, one: Collection[int], two: Collection[int]) -> float:
        """How likely two outlets tell the same: certain where a person said so."""
        if any(frozenset({left, right}) in self._links.same for left in one for right in two):
            return 1.0
        return self._matches.of(*self._matches.best(one, two)).score

    def _place(self, number: int) -> Place:
        return self._matches.passages[number].place


def _distinct(groups: Iterable[set[int]]) -> list[set[int]]:
    """Groups without those that are a part of another."""
    found: list[set[int]] = []
    for group in sorted(groups, key=len, reverse=True):
        if not any(group <= other for other in found):
            found.append(group)
    return found
