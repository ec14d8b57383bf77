"""Claim groups: the segments of several articles that say the same thing, in whole or in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .matches import Matches

_JOIN = 0.5  # mean score between two groups from which they are one
_FIT = 0.2  # what the worst pair of a group must reach
_PART = 0.5  # score from which a further segment of an article can be a part of the claim
_NEAR = 3  # segments; a claim told in several is told in one place
_NEW = 0.4  # share of the partner's part that no other segment of the article covers


@dataclass(frozen=True, slots=True)
class Grouping:
    """One group: places in the list of passages by article, and how well they fit together."""

    members: dict[str, tuple[int, ...]]
    """In text order; the articles in alphabetical order of their ids."""
    confidence: float


def claim_groups(matches: Matches) -> list[Grouping]:
    """Group the passages that say the same; every passage is in one group at most.

    Best pairs first, two groups become one where every passage of one fits every passage of the
    other and the mean of their scores is high (average linkage with a floor), so that A like B and
    B like C do not put A and C together. A group takes one segment of an article first; further
    ones follow only where they stand near it and tell another part of what a partner says.
    """
    pairs = matches.proposed()
    home: dict[int, set[int]] = {}
    for _, left, right in pairs:
        one, two = home.get(left, {left}), home.get(right, {right})
        if one is not two and _fit(matches, one, two):
            one = one | two
            for place in one:
                home[place] = one
    _add_parts(matches, pairs, home)
    distinct = {id(group): group for group in home.values()}
    return [_grouping(matches, group) for group in distinct.values()]


def _fit(matches: Matches, one: set[int], two: set[int]) -> bool:
    articles = {matches.passages[place].article for place in one}
    if any(matches.passages[place].article in articles for place in two):
        return False
    total = 0.0
    for left in one:
        for right in two:
            score = matches.of(left, right).score
            if score < _FIT:
                return False
            total += score
    return total / (len(one) * len(two)) >= _JOIN


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
