"""Frames: phrase by outlet, and who owns it in each."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.comparison import FramePhrase, FrameUse
from argmap.model.labels import FrameStance, Voice

from .runs import Run, runs
from .story import Story, sentence_anchor
from .view_outlets import OutletView
from .voices import VoiceView, voice_of
from .wording import STANCE_NAMES, device_name

_CONTEXT = 90  # characters shown on either side of a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class UseView:
    """One place where a phrase stands: who owns it there, and the words around it."""

    owner: str
    stance: str
    rejected: bool
    voice: VoiceView
    before: str
    runs: tuple[Run, ...]
    after: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameCell:
    """The uses of a phrase in one outlet; empty where it was not found."""

    outlet: OutletView
    uses: tuple[UseView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """One phrase across the outlets."""

    phrase: str
    device: str
    variants: tuple[str, ...]
    cells: tuple[FrameCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FramesOfOne:
    """The phrases that one outlet alone has."""

    outlet: OutletView
    rows: tuple[FrameRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FramesView:
    """Phrases of two or more outlets, and by outlet those of one alone."""

    shared: tuple[FrameRow, ...]
    only: tuple[FramesOfOne, ...]


def frames_view(story: Story, outlets: tuple[OutletView, ...]) -> FramesView:
    """Lay the frame phrases out by outlet, in the order of the comparison."""
    shared = []
    single: dict[str, list[FrameRow]] = {}
    for phrase in story.comparison.frames:
        row = _row(story, outlets, phrase)
        users = [cell.outlet.id for cell in row.cells if cell.uses]
        if len(users) > 1:
            shared.append(row)
        elif users:
            single.setdefault(users[0], []).append(row)
    only = tuple(
        FramesOfOne(outlet=outlet, rows=tuple(single[outlet.id]))
        for outlet in outlets
        if outlet.id in single
    )
    return FramesView(shared=tuple(shared), only=only)


def owner_of(use: FrameUse) -> str:
    """Who owns a phrase at one place: `own words`, `from Vask`, `from a source not named`."""
    if use.voice is Voice.AUTHOR:
        return "own words"
    return f"words of {use.owner}" if use.owner else "words of a source that is not named"


def _row(story: Story, outlets: tuple[OutletView, ...], phrase: FramePhrase) -> FrameRow:
    return FrameRow(
        phrase=phrase.phrase,
        device=device_name(phrase.device),
        variants=phrase.variants,
        cells=tuple(
            FrameCell(
                outlet=outlet,
                uses=tuple(_use(story, use) for use in phrase.uses if use.article == outlet.id),
            )
            for outlet in outlets
        ),
    )


def _use(story: Story, use: FrameUse) -> UseView:
    document = story.document(use.article)
    span = story.span(use.article, use.span)
    home = next(
        (item for item in document.segments if item.start <= span.start < item.end), None
    )
    start = home.start if home else span.start
    end = max(home.end, span.end) if home else span.end
    left, right = max(start, span.start - _CONTEXT), min(end, span.end + _CONTEXT)
    return UseView(
        owner=owner_of(use),
        stance=STANCE_NAMES[use.stance_to_frame],
        rejected=use.stance_to_frame is FrameStance.REJECTS,
        voice=voice_of(document, span),
        before=("… " if left > start else "") + document.text[left : span.start],
        runs=runs(document, span.start, span.end, [span]),
        after=document.text[span.end : right] + (" …" if right < end else ""),
        anchor=sentence_anchor(use.article, home.id) if home else None,
    )
