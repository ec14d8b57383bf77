"""The agreement as plain values for `--json`."""

from __future__ import annotations

from typing import Any

from argmap.guide import rule

from .coefficient import Coefficient
from .disagreements import Disagreement
from .layer import LayerAgreement, Prevalence
from .measure import Agreement


def agreement_as_json(found: Agreement) -> dict[str, Any]:
    """Everything that was measured, as JSON values; an undefined figure is null with its reason."""
    return {
        "annotators": list(found.annotators),
        "articles": list(found.articles),
        "segments": dict(found.segments),
        "pieces": found.pieces,
        "layers": {layer.layer: _layer(layer) for layer in found.layers},
        "disagreements": found.disagreements,
        "worst": [
            {
                "article": passage.article,
                "start": passage.start,
                "end": passage.end,
                "quote": passage.quote,
                "weight": passage.weight,
                "disagreements": [disagreement_as_json(one) for one in passage.disagreements],
            }
            for passage in found.worst
        ],
        "notes": list(found.notes),
    }


def disagreement_as_json(found: Disagreement) -> dict[str, Any]:
    """One disagreement with the text of the rule that decides it."""
    return {
        "layer": found.layer,
        "start": found.start,
        "end": found.end,
        "quote": found.quote,
        "values": {name: _plain(value) for name, value in found.values.items()},
        "ids": dict(found.ids),
        "weight": found.weight,
        "rule": {
            "id": found.rule,
            "text": rule(found.rule).text,
            "place": rule(found.rule).place,
        },
    }


def _layer(layer: LayerAgreement) -> dict[str, Any]:
    return {
        "unit": layer.unit,
        "coefficients": [_coefficient(one) for one in layer.coefficients],
        "raw_agreement": layer.raw,
        "prevalence": _shares(layer.prevalence),
        "prevalence_by_annotator": {name: _shares(rows) for name, rows in layer.by_annotator},
        "per_label": {label: _coefficient(one) for label, one in layer.per_label},
        "mixed_up": [list(row) for row in layer.mixed_up],
        "reported": [
            {"what": one.what, "figure": one.figure, "source": one.source} for one in layer.reported
        ],
        "notes": list(layer.notes),
    }


def _coefficient(one: Coefficient) -> dict[str, Any]:
    return {
        "name": one.name,
        "value": one.value,
        "interval": list(one.interval) if one.interval else None,
        "items": one.items,
        "undefined": one.reason,
    }


def _shares(rows: Prevalence) -> dict[str, float]:
    return dict(rows)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
