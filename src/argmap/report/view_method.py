"""How this was made: tool, models, files to correct, meaning of the labels, scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from .story import Story
from .view_outlets import OutletView
from .wording import (
    CERTAINTY_MEANINGS,
    LAYER_MEANINGS,
    LAYER_NAMES,
    ROLE_LETTERS,
    ROLE_MEANINGS,
    VOICE_MEANINGS,
    VOICE_NAMES,
)

_L = TypeVar("_L", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFigure:
    """One score on a public data set, with its trivial baseline."""

    dataset: str
    metric: str
    value: float
    baseline: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One value of a label, its sign on the page, and the test for it."""

    key: str
    sign: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Where the labels of one article come from, and how many a person has set."""

    outlet: OutletView
    tool: str
    models: str
    settings: str | None
    annotation: str | None
    touched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure on public data as it is shown."""

    dataset: str
    metric: str
    value: str
    baseline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """The last section of the page."""

    tool: str
    made: tuple[MadeBy, ...]
    meanings: tuple[tuple[str, tuple[Meaning, ...]], ...]
    figures: tuple[FigureRow, ...]
    derivations: tuple[str, ...]

    @property
    def roles(self) -> tuple[tuple[str, str, str], ...]:
        """Key, letter and name of every role, for a legend."""
        return tuple((item.key, item.sign, item.name) for item in self.meanings[0][1])


def method_view(
    story: Story,
    outlets: tuple[OutletView, ...],
    *,
    tool: str,
    figures: Sequence[PublicFigure],
) -> MethodView:
    """Say how the page came about."""
    return MethodView(
        tool=tool,
        made=tuple(
            _made(outlet, story, annotation=article.annotation)
            for outlet, article in zip(outlets, story.articles, strict=True)
        ),
        meanings=_MEANINGS,
        figures=tuple(
            FigureRow(
                dataset=item.dataset,
                metric=item.metric,
                value=f"{item.value:.3f}",
                baseline="" if item.baseline is None else f"{item.baseline:.3f}",
            )
            for item in figures
        ),
        derivations=tuple(
            f"{story.name(item.to)} retells {story.name(item.from_)}: {item.reason}"
            for item in story.comparison.derivations
        ),
    )


def _made(outlet: OutletView, story: Story, *, annotation: str | None) -> MadeBy:
    provenance = story.document(outlet.id).provenance
    models = [
        f"{name}: {model}"
        for name, model in provenance.models.model_dump().items()
        if model is not None
    ]
    return MadeBy(
        outlet=outlet,
        tool=provenance.tool,
        models="; ".join(models) or "rules and word lists, no trained model",
        settings=provenance.settings,
        annotation=annotation,
        touched=sum(
            record.status not in ("auto", "disputed") for record in provenance.labels.values()
        ),
    )


def _table(
    layer: str, values: Mapping[_L, str], names: Mapping[_L, str], signs: Mapping[_L, str]
) -> tuple[str, tuple[Meaning, ...]]:
    return layer, tuple(
        Meaning(
            key=str(key),
            sign=signs.get(key, ""),
            name=names.get(key, str(key)),
            meaning=meaning,
        )
        for key, meaning in values.items()
    )


_MEANINGS = (
    _table("Role", ROLE_MEANINGS, {}, ROLE_LETTERS),
    _table("Voice", VOICE_MEANINGS, VOICE_NAMES, {}),
    _table("Certainty", CERTAINTY_MEANINGS, {}, {}),
    _table("Words", LAYER_MEANINGS, LAYER_NAMES, {}),
)
