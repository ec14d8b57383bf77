"""The order in which claim groups are told: what drifts, what is alike, what one outlet has."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from argmap.model.comparison import Change
from argmap.model.labels import AlignmentKind, Dimension, Role

from .groups import Grouping
from .passages import Passage

_ALONE = (Role.CLAIM, Role.EVIDENCE, Role.REPORT)
_SOURCE_DROPPED, _SURER, _CONTRARY, _NUMBER, _OTHER, _SAME = range(6)


def urgency(changes: Sequence[Change]) -> int:
    """Rank of a group: a source dropped, more certain, contradicted, a number, other, the same."""
    return min((_rank(change) for change in changes), default=_SAME)


def reading_place(
    group: Grouping, passages: Sequence[Passage], order: Mapping[str, int]
) -> tuple[int, ...]:
    """Groups of more outlets first, then as the first article that tells them has them."""
    first = min(group.members, key=lambda article: order[article])
    return (-len(group.members), order[first], passages[group.members[first][0]].order)


def told_alone(
    passages: Sequence[Passage], grouped: Collection[int], order: Mapping[str, int]
) -> list[int]:
    """Places of every claim, piece of evidence and report that one outlet alone tells.

    Background and framing without a proposition are left out: that an outlet alone explains who
    somebody is, or casts the matter in its way, is no claim that the others lack.
    """
    found = [
        place
        for place, passage in enumerate(passages)
        if passage.segment.role in _ALONE and place not in grouped
    ]
    return sorted(found, key=lambda n: (order[passages[n].article], passages[n].order))


def _rank(change: Change) -> int:
    if change.dimension is Dimension.ATTRIBUTION and change.kind is AlignmentKind.STRONGER:
        return _SOURCE_DROPPED
    if change.dimension is Dimension.CERTAINTY and change.kind is AlignmentKind.STRONGER:
        return _SURER
    if change.dimension is Dimension.NUMBER:
        return _NUMBER
    if change.kind is AlignmentKind.CONTRADICTS:
        return _CONTRARY
    return _SAME if change.kind is AlignmentKind.SAME else _OTHER
