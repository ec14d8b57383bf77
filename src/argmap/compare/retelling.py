"""What became of an article in another that retells it, claim by claim."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.comparison import ClaimGroup, Derivation
from argmap.model.labels import AlignmentKind


def with_claims(derivation: Derivation, groups: Sequence[ClaimGroup]) -> Derivation:
    """A derivation with the claims that were kept, dropped, hardened, softened, turned or added.

    A claim in several groups is told where any of them tells it: what the retelling has of a
    sentence is not called dropped because a second part of that sentence is missing.
    """
    origin, target = derivation.from_, derivation.to
    here = {segment for group in groups for segment in _told(group, origin, target)}
    there = {segment for group in groups for segment in _told(group, target, origin)}
    kinds = {group.id: _kinds(group, origin, target) for group in groups}
    return derivation.model_copy(
        update={
            "kept": tuple(group.id for group in groups if _told(group, origin, target)),
            "dropped": tuple(g.id for g in groups if _lost(g, origin, target, here)),
            "hardened": tuple(g.id for g in groups if AlignmentKind.STRONGER in kinds[g.id]),
            "softened": tuple(g.id for g in groups if AlignmentKind.WEAKER in kinds[g.id]),
            "turned": tuple(g.id for g in groups if AlignmentKind.CONTRADICTS in kinds[g.id]),
            "added": tuple(g.id for g in groups if _lost(g, target, origin, there)),
        }
    )


def _told(group: ClaimGroup, article: str, other: str) -> tuple[str, ...]:
    """The segments of an article in a group that the other tells too."""
    members = {member.article: member.segments for member in group.members}
    return members.get(article, ()) if other in members else ()


def _lost(group: ClaimGroup, article: str, other: str, told: set[str]) -> bool:
    """Whether an article tells a claim that the other has nowhere."""
    members = {member.article: member.segments for member in group.members}
    return article in members and other not in members and not told.issuperset(members[article])


def _kinds(group: ClaimGroup, origin: str, target: str) -> set[AlignmentKind]:
    return {
        change.kind for change in group.changes if (change.from_, change.to) == (origin, target)
    }
