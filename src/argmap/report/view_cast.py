"""Sources: who is heard, how many words each, and in which outlet."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import SourceKind

from . import figures
from .story import Story
from .view_outlets import OutletView
from .wording import kind_name

_SHOWN = 12  # speakers that are shown at once
_FEW = 4  # more than that are not worth folding


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardCell:
    """How much a speaker is heard in one outlet; `width` is per cent of the longest bar."""

    outlet: OutletView
    heard: bool
    words: str
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CastRow:
    """One speaker across the outlets; `only_in` names the outlet that alone gives him words."""

    name: str
    kind: str
    named: bool
    cells: tuple[HeardCell, ...]
    only_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CastTotal:
    """How many speakers an outlet hears, and how many of them nobody else does."""

    outlet: OutletView
    speakers: str
    words: str
    alone: str
    heard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CastView:
    """The cast of the story, those with the most words first."""

    rows: tuple[CastRow, ...]
    totals: tuple[CastTotal, ...]

    @property
    def first(self) -> tuple[CastRow, ...]:
        """The speakers that are shown at once."""
        return self.rows if len(self.rows) <= _SHOWN + _FEW else self.rows[:_SHOWN]

    @property
    def others(self) -> tuple[CastRow, ...]:
        """Those with fewer words, where there are many; they are shown when asked for."""
        return self.rows[len(self.first) :]

    @property
    def heard_in_one(self) -> int:
        """How many speakers are heard in one outlet only."""
        return sum(row.only_in is not None for row in self.rows)


def cast_view(story: Story, outlets: tuple[OutletView, ...]) -> CastView:
    """Lay out the cast: by words in all outlets together, then by name."""
    cast = sorted(
        (member for member in story.comparison.sources if member.articles),
        key=lambda member: (-sum(h.words for h in member.articles.values()), member.name),
    )
    longest = max((h.words for member in cast for h in member.articles.values()), default=0)
    rows = []
    for member in cast:
        heard = {outlet.id: member.articles.get(outlet.id) for outlet in outlets}
        where = [outlet.name for outlet in outlets if heard[outlet.id]]
        cells = []
        for outlet in outlets:
            here = heard[outlet.id]
            cells.append(
                HeardCell(
                    outlet=outlet,
                    heard=here is not None,
                    words=f"{here.words:,}" if here else "",
                    width=max(1, round(100 * here.words / longest)) if here and longest else 0,
                )
            )
        rows.append(
            CastRow(
                name=member.name,
                kind=kind_name(member.kind),
                named=member.kind not in (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE),
                cells=tuple(cells),
                only_in=where[0] if len(where) == 1 and len(outlets) > 1 else None,
            )
        )
    totals = []
    for outlet in outlets:
        speakers = [member for member in cast if outlet.id in member.articles]
        alone = [member for member in speakers if len(member.articles) == 1]
        totals.append(
            CastTotal(
                outlet=outlet,
                speakers=figures.count(len(speakers), "speaker"),
                words=figures.count(sum(m.articles[outlet.id].words for m in speakers), "word"),
                alone=f"{len(alone) or 'none'} heard here only",
                heard=bool(speakers),
            )
        )
    return CastView(rows=tuple(rows), totals=tuple(totals))
