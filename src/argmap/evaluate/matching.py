"""One-to-one matching of spans: the one place that says which prediction answers which gold span.

Every figure over spans goes through `match`, so no gold span can ever satisfy two predictions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Sequence

from .reader import Offsets

_TOKEN = re.compile(r"\w+|[^\w\s]")


def overlap(one: Offsets, other: Offsets) -> int:
    """How many characters two stretches share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def touch(one: Iterable[Offsets], other: Sequence[Offsets]) -> bool:
    """Whether any of some stretches shares a character with any of others."""
    return any(overlap(a, b) for a in one for b in other)


def match(
    gold: Sequence[Offsets], predicted: Sequence[Offsets], *, share: float = 0.0
) -> list[tuple[int, int]]:
    """Match spans one to one, as many as possible; gives places in `gold` and in `predicted`.

    Two spans may be matched where they overlap by at least `share` of the longer one; 1.0 means
    the same span, 0.0 any overlap.
    """
    choices = []
    for one in gold:
        near = [(overlap(one, other), place) for place, other in enumerate(predicted)]
        choices.append(
            [
                place
                for shared, place in sorted(near, key=lambda item: (-item[0], item[1]))
                if shared and shared >= share * _longer(one, predicted[place])
            ]
        )
    return assign(choices)


def assign(choices: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Give every left item at most one of its choices, no choice twice, as many as can be.

    Maximum bipartite matching by shortest augmenting paths (Kuhn 1955); the same every time.
    """
    owner: dict[int, int] = {}
    given: dict[int, int] = {}
    for start in range(len(choices)):
        free, came_from = _way_to_a_free_one(start, choices, owner)
        while free is not None:
            left = came_from[free]
            given_up = given.get(left)
            owner[free], given[left] = left, free
            free = given_up
    return sorted(given.items())


def _way_to_a_free_one(
    start: int, choices: Sequence[Sequence[int]], owner: dict[int, int]
) -> tuple[int | None, dict[int, int]]:
    """Search breadth first for a right item that is free, or that others can make free."""
    came_from: dict[int, int] = {}
    queue = deque([start])
    while queue:
        left = queue.popleft()
        for right in choices[left]:
            if right in came_from:
                continue
            came_from[right] = left
            if right not in owner:
                return right, came_from
            queue.append(owner[right])
    return None, came_from


def tokens(text: str) -> list[Offsets]:
    """The words and punctuation marks of a text, as units to count."""
    return [found.span() for found in _TOKEN.finditer(text)]


def covered(units: Sequence[Offsets], spans: Iterable[Offsets]) -> set[int]:
    """The places of those units, in order of the text, that share a character with a span."""
    starts = [start for start, _ in units]
    ends = [end for _, end in units]
    found: set[int] = set()
    for start, end in spans:
        if start < end:
            found.update(range(bisect_right(ends, start), bisect_left(starts, end)))
    return found


def _longer(one: Offsets, other: Offsets) -> int:
    return max(one[1] - one[0], other[1] - other[0])
