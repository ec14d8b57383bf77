"""The labels that the page offers, each with its words and test, from where they are settled."""

from __future__ import annotations

from typing import Any

from argmap.model.labels import (
    LABELS_OF_LAYER,
    Certainty,
    ClaimType,
    Dimension,
    EvidenceType,
    Frame,
    FrameStance,
    Genre,
    Polarity,
    Quotation,
    RelationType,
    Role,
    SourceKind,
    SpanLayer,
    Stance,
    Voice,
)
from argmap.model.links import LinkKind
from argmap.report import wording

ROLES = (*wording.ROLE_ORDER, Role.BOILERPLATE)
"""The order of the keys 1 to 6."""

CLAIM_TYPES = {
    ClaimType.FACT: "it is so",
    ClaimType.VALUE: "it is good or bad",
    ClaimType.POLICY: "do it",
    ClaimType.PREDICTION: "it will be so",
}
EVIDENCE_TYPES = {
    EvidenceType.STATISTIC: "a number",
    EvidenceType.STUDY_OR_DOCUMENT: "a paper, a law, a letter",
    EvidenceType.TESTIMONY: "an expert, an official, a witness",
    EvidenceType.ANECDOTE_OR_EXAMPLE: "a case",
    EvidenceType.EVENT: "a happening, reported as fact",
}
POLARITIES = {
    Polarity.POSITIVE: "says that it is so",
    Polarity.NEGATIVE: "says that it is not so",
}
QUOTATIONS = {
    Quotation.DIRECT: "in quotation marks",
    Quotation.INDIRECT: "in the author’s words",
    Quotation.MIXED: "partly in quotation marks",
}
STANCES = {
    Stance.NEUTRAL: "said, according to",
    Stance.DISTANCING: "claimed, alleged",
    Stance.ENDORSING: "noted, revealed",
    Stance.EVALUATIVE: "admitted, blasted",
}
RELATIONS = {
    RelationType.SUPPORTS: "a reason to believe the other",
    RelationType.ATTACKS: "a reason against the other",
    RelationType.UNDERCUTS: "denies that one bears on the other",
    RelationType.RESTATES: "says the other again",
    RelationType.ELABORATES: "adds detail to the other",
}
LINKS = {
    LinkKind.SAME: "both tell the same claim alike",
    LinkKind.STRONGER: "the second tells it more strongly",
    LinkKind.WEAKER: "the second tells it more weakly",
    LinkKind.CONTRADICTS: "the second tells the contrary",
    LinkKind.DIFFERENT: "they do not tell the same claim",
}


def vocabulary() -> dict[str, list[dict[str, Any]]]:
    """Every closed label set in its order: value, name for people, meaning."""
    return {
        "roles": [
            _entry(role, role.value, wording.ROLE_MEANINGS[role], letter=wording.ROLE_LETTERS[role])
            for role in ROLES
        ],
        "claimTypes": _entries(CLAIM_TYPES),
        "evidenceTypes": _entries(EVIDENCE_TYPES),
        "voices": [_entry(v, wording.VOICE_NAMES[v], wording.VOICE_MEANINGS[v]) for v in Voice],
        "certainties": _entries(wording.CERTAINTY_MEANINGS, Certainty),
        "polarities": _entries(POLARITIES),
        "frames": [_entry(frame, _plain(frame), "") for frame in Frame],
        "layers": [
            _entry(layer, wording.LAYER_NAMES[layer], wording.LAYER_MEANINGS[layer])
            for layer in SpanLayer
        ],
        "spanLabels": [
            _entry(label, wording.device_name(label), "", layer=layer.value)
            for layer, labels in LABELS_OF_LAYER.items()
            for label in labels
        ],
        "frameStances": [_entry(s, wording.STANCE_NAMES[s], "") for s in FrameStance],
        "quotations": _entries(QUOTATIONS),
        "stances": _entries(STANCES),
        "sourceKinds": [_entry(kind, wording.kind_name(kind), "") for kind in SourceKind],
        "relations": _entries(RELATIONS),
        "links": _entries(LINKS),
        "dimensions": [_entry(dimension, _plain(dimension), "") for dimension in Dimension],
        "genres": [_entry(genre, genre.value, "") for genre in Genre],
    }


def _entries(meanings: dict[Any, str], order: Any = None) -> list[dict[str, Any]]:
    return [_entry(value, _plain(value), meanings[value]) for value in order or meanings]


def _entry(value: str, name: str, meaning: str, **more: str) -> dict[str, Any]:
    return {"value": str(value), "name": name, "meaning": meaning, **more}


def _plain(value: str) -> str:
    return str(value).replace("_", " ")
