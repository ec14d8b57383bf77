"""The agreement of annotators as the page shows it: every figure a text already."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.evaluate.agreement import Agreement, Coefficient, LayerAgreement, Passage
from argmap.evaluate.agreement.disagreements import said
from argmap.guide import rule

_GROUPS = (
    ("Segments", ("cut", "role", "claim_type", "evidence_type", "voice", "certainty", "polarity")),
    ("Frames and tone", ("frames", "tone_towards")),
    ("Attributions and sources", ("source", "cue", "content", "quote", "stance", "kind")),
    ("Spans", ("framing", "loaded", "hedge", "booster", "stance_to_frame")),
    ("Relations and genre", ("attachment", "relation", "genre")),
)


@dataclass(frozen=True, slots=True)
class FigureView:
    """One coefficient: its value as text, its place on a line of -1 to 1, and why it has none."""

    name: str
    value: str
    between: str
    reason: str | None
    place: float | None
    low: float | None
    high: float | None
    items: int


@dataclass(frozen=True, slots=True)
class LayerView:
    """One layer as a row."""

    name: str
    question: str
    unit: str
    figures: tuple[FigureView, ...]
    raw: str
    prevalence: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    per_label: tuple[tuple[str, FigureView], ...]
    apart: tuple[str, ...]
    reported: tuple[tuple[str, str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """One disagreement: what each annotator says, and the rule that decides."""

    layer: str
    quote: str | None
    values: tuple[tuple[str, str], ...]
    rule_id: str
    rule_text: str


@dataclass(frozen=True, slots=True)
class PassageView:
    """A quote with its disagreements."""

    article: str
    place: str
    quote: str
    disagreements: tuple[DisagreementView, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The whole page as data."""

    title: str
    annotators: tuple[tuple[str, int], ...]
    articles: tuple[str, ...]
    pieces: int
    groups: tuple[tuple[str, str, tuple[LayerView, ...]], ...]
    disagreements: int
    worst: tuple[PassageView, ...]
    notes: tuple[str, ...]


def build_agreement_view(found: Agreement) -> AgreementView:
    """Turn what was measured into what the page shows."""
    by_name = {layer.layer: layer for layer in found.layers}
    return AgreementView(
        f"Agreement of {', '.join(found.annotators[:-1])} and {found.annotators[-1]}",
        found.segments,
        found.articles,
        found.pieces,
        tuple(
            (
                title,
                title.split()[0].lower(),
                tuple(_layer(by_name[name]) for name in names if name in by_name),
            )
            for title, names in _GROUPS
        ),
        found.disagreements,
        tuple(_passage(passage) for passage in found.worst),
        found.notes,
    )


def _layer(layer: LayerAgreement) -> LayerView:
    rows = [
        (
            label,
            _percent(share),
            tuple(
                (name, _percent(dict(own).get(label, 0.0)))
                for name, own in layer.by_annotator
                if any(key == label for _, other in layer.by_annotator for key, _ in other)
            ),
        )
        for label, share in layer.prevalence
    ]
    return LayerView(
        layer.layer,
        layer.question,
        layer.unit,
        tuple(_figure(one) for one in layer.coefficients),
        "–" if layer.raw is None else _percent(layer.raw),
        tuple(rows),
        tuple((label, _figure(one)) for label, one in layer.per_label),
        tuple(f"{a} and {b} ({count})" for a, b, count in layer.mixed_up),
        tuple((one.what, one.figure, one.source) for one in layer.reported),
        layer.notes,
    )


def _figure(one: Coefficient) -> FigureView:
    low, high = one.interval or (None, None)
    return FigureView(
        one.name,
        "undefined" if one.value is None else f"{one.value:.2f}".replace("-", "−"),
        "" if low is None else f"{low:.2f} to {high:.2f}".replace("-", "−"),
        one.reason,
        _on_line(one.value),
        _on_line(low),
        _on_line(high),
        one.items,
    )


def _on_line(value: float | None) -> float | None:
    """Where a value stands on a line from 0 to 100; what is below 0 stands at its beginning."""
    return None if value is None else round(100 * max(0.0, value), 1)


def _passage(passage: Passage) -> PassageView:
    return PassageView(
        passage.article,
        f"{passage.start} to {passage.end}",
        passage.quote,
        tuple(
            DisagreementView(
                one.layer,
                None if one.quote == passage.quote else one.quote,
                tuple((name, said(value)) for name, value in one.values.items()),
                one.rule,
                rule(one.rule).text,
            )
            for one in passage.disagreements
        ),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"
