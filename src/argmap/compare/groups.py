"""Claim groups: the segments of several articles that say the same thing, in whole or in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from .matches import Matches

_JOIN = 0.68  # mean score between two groups from which they are one
_FIT = 0.2  # what the worst pair of a group must reach
_PART = 0.6  # score from which a further segment of an article can be a part of the claim
_NEAR = 3  # segments; a claim told in several is told in one place
_NEW = 0.4  # share of the partner's part that no other segment of the article covers


Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One group: places in the list of passages by article, and how well they fit together."""

    members: dict[str, tuple[int, ...]]
    """In text order; the articles in alphabetical order of their ids."""
    confidence: float


class _Link(NamedTuple):
    """Two passages whose groups may become one; the strongest comes first."""

    strength: float
    """The mean score of the groups when they were last looked at, negative."""
    first: Place
    second: Place
    left: int
    right: int


def claim_groups(matches: Matches) -> list[Grouping]:
    """Group the passages that say the same; every passage is in one group at most.

    The two groups that fit best become one, again and again, as long as every passage of one fits
    every passage of the other and the mean of their scores is high (average linkage with a floor),
    so that A like B and B like C do not put A and C together. A group takes one segment of an
    article first; further ones follow only where they stand near it and tell another part of what
    all partners say.
    """
    pairs = matches.proposed()
    home = _joined(matches, pairs)
    parts: dict[int, set[int]] = {}
    for group in {id(group): group for group in home.values()}.values():
        whole = set(group)
        parts.update(dict.fromkeys(group, whole))
    _add_parts(matches, pairs, parts)
    return [_grouping(matches, group) for group in {id(g): g for g in parts.values()}.values()]


def _joined(matches: Matches, pairs: Sequence[tuple[float, int, int]]) -> dict[int, frozenset[int]]:
    """The group of every passage that has one, of one segment an article."""
    home: dict[int, frozenset[int]] = {}
    means: dict[tuple[frozenset[int], frozenset[int]], float] = {}
    waiting = [
        _Link(-round(score, 6), *_ordered(matches, left, right)) for score, left, right in pairs
    ]
    heapify(waiting)
    while waiting:
        link = heappop(waiting)
        one = home.get(link.left, frozenset({link.left}))
        two = home.get(link.right, frozenset({link.right}))
        if one is two:
            continue
        if (one, two) not in means:
            means[one, two] = _linkage(matches, one, two)
        mean = means[one, two]
        if mean >= _JOIN and -mean > link.strength:
            heappush(waiting, link._replace(strength=-mean))
        elif mean >= _JOIN:
            home.update(dict.fromkeys(one | two, one | two))
    return home


def _ordered(matches: Matches, left: int, right: int) -> tuple[Place, Place, int, int]:
    """Two passages in an order that does not depend on the order of the articles."""
    first, second = sorted((left, right), key=lambda number: matches.passages[number].place)
    return matches.passages[first].place, matches.passages[second].place, first, second


def _linkage(matches: Matches, one: frozenset[int], two: frozenset[int]) -> float:
    """Mean score between two groups; 0 where any two passages do not fit."""
    articles = {matches.passages[place].article for place in one}
    if any(matches.passages[place].article in articles for place in two):
        return 0.0
    total = 0.0
    for left in sorted(one):
        for right in sorted(two):
            score = matches.of(left, right).score
            if score < _FIT:
                return 0.0
            total += score
    return round(total / (len(one) * len(two)), 6)


def _add_parts(
    matches: Matches, pairs: Sequence[tuple[float, int, int]], home: dict[int, set[int]]
) -> None:
    for score, left, right in pairs:
        if score < _PART:
            return
        for new, partner in ((left, right), (right, left)):
            if new not in home and partner in home and _tells_more(matches, new, home[partner]):
                home[partner].add(new)
                home[new] = home[partner]


def _tells_more(matches: Matches, new: int, group: set[int]) -> bool:
    """Whether a passage tells a part of the claim that its article does not tell yet."""
    passage = matches.passages[new]
    own = [place for place in group if matches.passages[place].article == passage.article]
    if not own or min(_distance(matches, new, place) for place in own) > _NEAR:
        return False
    others = sorted(group - set(own))
    best: dict[str, float] = {}
    for place in others:
        article, score = matches.passages[place].article, matches.of(new, place).score
        best[article] = max(score, best.get(article, 0.0))
    if min(best.values()) < _FIT:
        return False
    partner = min(others, key=lambda place: (-matches.of(new, place).score, place))
    start, end = matches.of(new, partner).right
    covered = [matches.of(place, partner).right for place in own]
    left_over = sum(
        not any(low <= position < high for low, high in covered) for position in range(start, end)
    )
    return left_over >= _NEW * (end - start)


def _distance(matches: Matches, one: int, two: int) -> int:
    return abs(matches.passages[one].order - matches.passages[two].order)


def _grouping(matches: Matches, group: set[int]) -> Grouping:
    members: dict[str, tuple[int, ...]] = {}
    for place in sorted(group, key=lambda number: matches.passages[number].place):
        article = matches.passages[place].article
        members[article] = (*members.get(article, ()), place)
    articles = list(members)
    scores = [
        matches.of(*matches.best(members[one], members[two])).score
        for number, one in enumerate(articles)
        for two in articles[number + 1 :]
    ]
    return Grouping(members, round(sum(scores) / len(scores), 2))
