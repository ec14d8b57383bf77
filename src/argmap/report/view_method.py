"""How this was made: tool, models, files to correct, meaning of the labels, scores."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from argmap.models.figures import PublicFigure

from .hand_labels import HandLabel, hand_labels
from .story import Story, hand_anchor, sentence_anchor
from .view_outlets import OutletView
from .wording import (
    CERTAINTY_MEANINGS,
    LAYER_MEANINGS,
    LAYER_NAMES,
    ROLE_LETTERS,
    ROLE_MEANINGS,
    VOICE_MEANINGS,
    VOICE_NAMES,
    listing,
)

__all__ = ["MethodView", "PublicFigure", "method_view"]

_L = TypeVar("_L", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One value of a label, its sign on the page, and the test for it."""

    key: str
    sign: str
    name: str
    meaning: str


_SHOWN: dict[tuple[str, str], tuple[str, str, str]] = {
    ("polnear", "linked_f1"): (
        "Voice", "F1: source, cue and what is said all found", "PolNeAR, news"
    ),
    ("polnear", "content_token_f1"): (
        "Voice", "F1: words that are somebody else’s", "PolNeAR, news"
    ),
    ("factuality", "pearson"): (
        "Certainty", "correlation with people’s scale", "UDS-IH2, UW, MEANTIME"
    ),
    ("news-discourse", "macro_f1"): (
        "Role", "mean F1: what a sentence of a report does", "NewsDiscourse"
    ),
    ("webis-editorials", "macro_f1"): (
        "Role", "mean F1: what a unit of an op-ed does", "Webis-Editorials-16"
    ),
    ("semeval2023-frames", "micro_f1"): (
        "Framing", "F1: frames of an article", "SemEval-2023 task 3"
    ),
    ("babe", "word_f1"): ("Loaded words", "F1: single words", "BABE, news"),
    ("aaec", "relation_f1"): (
        "Relations", "F1: which part of an essay bears on which", "Argument Annotated Essays 2"
    ),
    ("basil-triples", "pair_precision"): (
        "Claims side by side", "of pairs shown: tell the same", "BASIL, 26 stories"
    ),
    ("basil-triples", "pair_recall"): (
        "Claims side by side", "of pairs that tell the same: shown", "BASIL, 26 stories"
    ),
}  # fmt: skip
"""The figures that say how far the page's labels can be trusted: label, measure, data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandLine:
    """One label that a person touched: where, and in words what became of it."""

    anchor: str
    place: str
    target: str | None
    words: str
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandList:
    """What people touched in one article."""

    outlet: OutletView
    lines: tuple[HandLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBy:
    """Where the labels of one article come from, and how many a person has touched."""

    outlet: OutletView
    tool: str
    models: str
    settings: str | None
    annotation: str | None
    touched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure on public data as it is shown."""

    label: str
    measure: str
    data: str
    value: str
    baseline: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """The last section of the page."""

    tool: str
    likeness: str
    made: tuple[MadeBy, ...]
    by_hand: tuple[HandList, ...]
    meanings: tuple[tuple[str, tuple[Meaning, ...]], ...]
    figures: tuple[FigureRow, ...]

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
        likeness=_likeness(story),
        by_hand=tuple(
            HandList(outlet=outlet, lines=lines)
            for outlet in outlets
            if (lines := tuple(_hand_line(outlet, label) for label in _touched(story, outlet)))
        ),
        meanings=_MEANINGS,
        figures=tuple(_figure_rows(figures)),
    )


def _likeness(story: Story) -> str:
    """What told that two sentences say the same."""
    provenance = story.comparison.provenance
    if provenance is None:
        return ""
    if provenance.similarity is None:
        return (
            "Which sentences tell the same claim is decided from shared words, names and numbers"
            " alone."
        )
    return (
        "Which sentences tell the same claim is decided from shared words, names and numbers, and"
        f" from how alike they are in meaning ({provenance.similarity})."
    )


def _touched(story: Story, outlet: OutletView) -> tuple[HandLabel, ...]:
    return hand_labels(story.document(outlet.id))


def _hand_line(outlet: OutletView, label: HandLabel) -> HandLine:
    return HandLine(
        anchor=hand_anchor(outlet.id, label.number),
        place=label.key.partition(".")[0],
        target=sentence_anchor(outlet.id, label.segment) if label.segment else None,
        words=label.words,
        note=label.note,
    )


def _figure_rows(figures: Sequence[PublicFigure]) -> Iterator[FigureRow]:
    """Those figures that speak of labels on the page."""
    known = {(item.dataset, item.metric): item for item in figures}
    for key, (label, measure, data) in _SHOWN.items():
        item = known.get(key)
        if item is not None:
            yield FigureRow(
                label=label,
                measure=measure,
                data=data,
                value=f"{item.value:.2f}",
                baseline="" if item.baseline is None else f"{item.baseline:.2f}",
                rule=item.rule,
            )


def _made(outlet: OutletView, story: Story, *, annotation: str | None) -> MadeBy:
    provenance = story.document(outlet.id).provenance
    models = [
        f"{name} model {model}"
        for name, model in provenance.models.model_dump().items()
        if model is not None
    ]
    return MadeBy(
        outlet=outlet,
        tool=provenance.tool,
        models=listing(models) or "rules and word lists, no trained model",
        settings=provenance.settings,
        annotation=annotation,
        touched=len(_touched(story, outlet)),
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
