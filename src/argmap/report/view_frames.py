"""Frames: phrase by outlet, and who owns it in each."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.comparison import FramePhrase, FrameUse, PlainUse
from argmap.model.labels import FrameStance, Voice

from .places import segment_at
from .runs import Run, runs
from .story import Story, sentence_anchor
from .view_outlets import OutletView
from .wording import STANCE_NAMES, device_name

NOT_LABELLED = "not marked as framing"
_CONTEXT = 90  # characters shown on either side of a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class UseView:
    """One place where a phrase stands: who owns it there, and the words around it.

    Where the words stand without a label, `voice` is empty.
    """

    owner: str
    stance: str
    rejected: bool
    voice: str
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

    @property
    def missing(self) -> tuple[str, ...]:
        """The outlets in which it was not found."""
        return tuple(cell.outlet.name for cell in self.cells if not cell.uses)


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
    """Who owns a phrase at one place: `own words`, `words of Vask`, of a source not named."""
    if use.voice is Voice.AUTHOR:
        return "own words"
    name = use.owner or "a source that is not named"
    return f"words of {name}" + (f" via {use.via}" if use.via else "")


def _row(story: Story, outlets: tuple[OutletView, ...], phrase: FramePhrase) -> FrameRow:
    cells = []
    for outlet in outlets:
        uses = [_use(story, use) for use in phrase.uses if use.article == outlet.id]
        uses += [_plain(story, use) for use in phrase.unlabelled if use.article == outlet.id]
        cells.append(FrameCell(outlet=outlet, uses=tuple(uses)))
    return FrameRow(
        phrase=phrase.phrase,
        device=device_name(phrase.device),
        variants=phrase.variants,
        cells=tuple(cells),
    )


def _use(story: Story, use: FrameUse) -> UseView:
    span = story.span(use.article, use.span)
    before, after, anchor = _context(story, use.article, span.start, span.end)
    return UseView(
        owner=owner_of(use),
        stance=STANCE_NAMES[use.stance_to_frame],
        rejected=use.stance_to_frame is FrameStance.REJECTS,
        voice=str(use.voice),
        before=before,
        runs=runs(story.document(use.article), span.start, span.end, [span]),
        after=after,
        anchor=anchor,
    )


def _plain(story: Story, use: PlainUse) -> UseView:
    before, after, anchor = _context(story, use.article, use.start, use.end)
    return UseView(
        owner="the same words",
        stance=NOT_LABELLED,
        rejected=False,
        voice="",
        before=before,
        runs=(Run(text=use.text),),
        after=after,
        anchor=anchor,
    )


def _context(story: Story, article: str, start: int, end: int) -> tuple[str, str, str | None]:
    """The words around a phrase within its segment, and the anchor of the segment."""
    document = story.document(article)
    home = segment_at(document.segments, start)
    first = home.start if home else start
    last = max(home.end, end) if home else end
    left, right = _at_blanks(document.text, first, start, end, last)
    before = ("… " if left > first else "") + document.text[left:start]
    after = document.text[end:right] + (" …" if right < last else "")
    return before, after, sentence_anchor(article, home.id) if home else None


def _at_blanks(text: str, first: int, start: int, end: int, last: int) -> tuple[int, int]:
    """Where the words around a phrase are cut: between two words, not inside one."""
    left, right = max(first, start - _CONTEXT), min(last, end + _CONTEXT)
    if left > first:
        blank = text.find(" ", left, start)
        left = blank + 1 if blank >= 0 else left
    if right < last:
        blank = text.rfind(" ", end, right)
        right = blank if blank >= 0 else right
    return left, right
