"""Retellings: which article tells another anew, and what became of its claims on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.model.comparison import ClaimGroup, Derivation
from argmap.model.labels import AlignmentKind

from .changes import change_line
from .figures import percent
from .story import Story, claim_anchor, retelling_anchor, sentence_anchor
from .view_claims import ClaimsView

_EXCERPT = 170  # characters of a claim


@dataclass(frozen=True, slots=True, kw_only=True)
class RetoldClaim:
    """A claim, its row or else its sentence on the page, and what the retelling makes of it."""

    anchor: str
    name: str
    text: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetellingPart:
    """One thing that a retelling does, and the claims to which it does it."""

    key: str
    name: str
    meaning: str
    claims: tuple[RetoldClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RetellingView:
    """One article that retells another; parts without a claim are left out."""

    anchor: str
    origin: str
    target: str
    reason: str
    sure: str
    parts: tuple[RetellingPart, ...]


def retelling_views(story: Story, claims: ClaimsView) -> tuple[RetellingView, ...]:
    """The retellings in the order of the comparison."""
    groups = {group.id: group for group in story.comparison.groups}
    numbers = {row.anchor: row.number for row in claims.rows}
    return tuple(
        RetellingView(
            anchor=retelling_anchor(item.from_, item.to),
            origin=story.name(item.from_),
            target=story.name(item.to),
            reason=item.reason,
            sure=percent(item.confidence),
            parts=_parts(story, item, groups, numbers),
        )
        for item in story.comparison.derivations
    )


def _parts(
    story: Story,
    item: Derivation,
    groups: Mapping[str, ClaimGroup],
    numbers: Mapping[str, int],
) -> tuple[RetellingPart, ...]:
    origin, target = story.name(item.from_), story.name(item.to)
    changed = {*item.hardened, *item.softened, *item.turned}
    alike = [one for one in item.kept if one not in changed]
    told: Sequence[tuple[str, str, str, Sequence[str], str]] = (
        ("turned", "Contradicts", f"{target} says otherwise", item.turned, item.to),
        ("hardened", "Hardens", "a source dropped, a hedge gone, a number made plain",
         item.hardened, item.to),
        ("softened", "Softens", "a source or a hedge added", item.softened, item.to),
        ("kept", "Keeps", "no change found in the words they share", alike, item.to),
        ("dropped", "Drops", f"not found in {target}", item.dropped, item.from_),
        ("added", "Adds", f"not found in {origin}", item.added, item.to),
    )  # fmt: skip
    found = []
    for key, name, meaning, ids, where in told:
        claims = [_claim(story, item, groups[one], numbers, where) for one in ids if one in groups]
        if claims:
            found.append(RetellingPart(key=key, name=name, meaning=meaning, claims=tuple(claims)))
    return tuple(found)


def _claim(
    story: Story, item: Derivation, group: ClaimGroup, numbers: Mapping[str, int], where: str
) -> RetoldClaim:
    """A claim in the words of one of the two articles."""
    member = next((m for m in group.members if m.article == where), group.members[0])
    segments = [story.segment(member.article, one) for one in member.segments]
    row = claim_anchor(group.id)
    number = numbers.get(row)
    changes = []
    for change in group.changes:
        if (change.from_, change.to) == (item.from_, item.to):
            line = change_line(story, change)
            if change.kind is not AlignmentKind.SAME:
                changes.append(f"{line.words}: {line.detail}" if line.detail else line.words)
    return RetoldClaim(
        anchor=row if number else sentence_anchor(member.article, segments[0].id),
        name=f"Claim {number}" if number else segments[0].id,
        text=excerpt(" ".join(segment.text for segment in segments), _EXCERPT),
        changes=tuple(dict.fromkeys(changes)),
    )


def excerpt(text: str, longest: int) -> str:
    """The beginning of a text in whole words, on one line."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    end = words.rfind(" ", 0, longest)
    return f"{words[: end if end > 0 else longest]} …"
