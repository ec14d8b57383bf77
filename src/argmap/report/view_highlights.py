"""What stands out: the story of the story in a few sentences, each leading to its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.comparison import Change, ClaimGroup, Derivation
from argmap.model.labels import AlignmentKind, Dimension, Voice

from . import figures
from .story import Story
from .view_cast import CastView
from .view_claims import ClaimsView
from .view_frames import FrameRow, FramesView
from .wording import listing

_FRAMES = 2  # phrases that are told here; the rest stand under Frames
_QUIET_SHARE = 0.1  # own-voice shares that differ by less are not worth a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """One sentence and the place on the page that bears it out."""

    lead: str
    text: str
    target: str


def highlights(
    story: Story, claims: ClaimsView, frames: FramesView, cast: CastView
) -> tuple[Highlight, ...]:
    """The sentences above the cards; those with nothing to say are left out."""
    found = [
        *_claims(story, claims),
        *(_derivation(story, item) for item in story.comparison.derivations),
        *(_frame(row) for row in frames.shared[:_FRAMES]),
        *_voices(story),
        *_sources(story, cast),
    ]
    return tuple(found)


def _claims(story: Story, claims: ClaimsView) -> list[Highlight]:
    if len(story.articles) < 2:
        return []
    if not claims.rows:
        text = "No claim was found in two or more outlets."
    else:
        verb = "stands" if len(claims.rows) == 1 else "stand"
        changing = f"{claims.drifting} of them" if len(claims.rows) > 1 else "it"
        text = f"{figures.count(len(claims.rows), 'claim')} {verb} in two or more outlets"
        if claims.drifting:
            plural = claims.drifting > 1
            text += f"; {changing} {'change' if plural else 'changes'} on the way"
            if claims.contradicted:
                text += f", {claims.contradicted} to the contrary"
        else:
            text += ", and none was found to change on the way"
        text += "."
    return [Highlight(lead="Claims", text=text, target="claims")]


def _derivation(story: Story, item: Derivation) -> Highlight:
    origin, target = story.name(item.from_), story.name(item.to)
    changes = [
        change
        for group in story.comparison.groups
        for change in _between(group, item.from_, item.to)
    ]
    dropped = [c for c in changes if c.dimension is Dimension.ATTRIBUTION and "dropped" in c.detail]
    harder = [
        c
        for c in changes
        if c.dimension is Dimension.CERTAINTY and c.kind is AlignmentKind.STRONGER
    ]
    parts = []
    if dropped:
        parts.append(f"drops {figures.count(len(dropped), 'attribution')}")
    if harder:
        parts.append(f"states {figures.count(len(harder), 'claim')} more firmly")
    text = f"{target} retells {origin}"
    text += f"; on the way it {listing(parts)}." if parts else "."
    return Highlight(lead="Retelling", text=text, target="claims")


def _between(group: ClaimGroup, origin: str, target: str) -> list[Change]:
    return [change for change in group.changes if (change.from_, change.to) == (origin, target)]


def _frame(row: FrameRow) -> Highlight:
    parts = []
    for cell in row.cells:
        owners = tuple(dict.fromkeys(use.owner for use in cell.uses))
        if not owners:
            parts.append(f"not found in {cell.outlet.name}")
        elif any(use.rejected for use in cell.uses):
            parts.append(f"in {cell.outlet.name} {listing(owners)}, rejected")
        else:
            parts.append(f"in {cell.outlet.name} {listing(owners)}")
    return Highlight(lead=f"“{row.phrase}”", text=f"{'; '.join(parts)}.", target="frames")


def _voices(story: Story) -> list[Highlight]:
    shares = [
        (article.glance.voices.get(Voice.AUTHOR, 0), story.name(article.id))
        for article in story.articles
    ]
    if len(shares) < 2:
        return []
    (most, loud), (least, quiet) = max(shares), min(shares)
    if most - least < _QUIET_SHARE:
        return []
    return [
        Highlight(
            lead="Voice",
            text=f"{loud} tells {figures.percent(most)} in its own voice, {quiet}"
            f" {figures.percent(least)}.",
            target="glance",
        )
    ]


def _sources(story: Story, cast: CastView) -> list[Highlight]:
    if not cast.rows or len(story.articles) < 2:
        return []
    everywhere = sum(all(cell.heard for cell in row.cells) for row in cast.rows)
    return [
        Highlight(
            lead="Sources",
            text=f"{figures.count(len(cast.rows), 'speaker')} in all,"
            f" {cast.heard_in_one} heard in one outlet only, {everywhere} in every one.",
            target="sources",
        )
    ]
