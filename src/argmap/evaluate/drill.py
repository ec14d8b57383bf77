"""A learner's labels against the key: what was right, and the guide's rule for each miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from argmap.guide import deciding_rule
from argmap.model.document import AnnotatedDocument, Segment

from .agreement.coefficient import ORDINAL, Coefficient, alpha
from .agreement.pairing import nearest

TYPES = {"claim": "claim_type", "evidence": "evidence_type"}
LAYERS = ("role", "voice", "certainty")


@dataclass(frozen=True, slots=True)
class Miss:
    """One label that is not the key's, with the rule that decides; `shared` where the second
    annotation says what the learner says."""

    unit: int
    quote: str
    layer: str
    given: str
    key: str
    rule: str
    shared: bool


@dataclass(frozen=True, slots=True)
class LayerScore:
    """How often a layer's labels were the key's, and alpha with the key."""

    layer: str
    right: int
    asked: int
    alpha: Coefficient


@dataclass(frozen=True, slots=True)
class DrillScore:
    """The whole drill: units answered, layers, misses, and the rules missed most often."""

    units: int
    layers: tuple[LayerScore, ...]
    misses: tuple[Miss, ...]
    rules: tuple[tuple[str, int], ...]


Answers = Mapping[int, Mapping[str, str]]
"""By the unit's place in the key the label of each layer that was answered."""


def asked_layers(layers: Sequence[str], role: str | None) -> list[str]:
    """What is asked of one unit: the type of a claim or of evidence comes right after the role."""
    found: list[str] = []
    for layer in layers:
        found.append(layer)
        if layer == "role" and role in TYPES:
            found.append(TYPES[role])
    return found


def misses_of(
    place: int, given: Mapping[str, str], key: AnnotatedDocument, second: AnnotatedDocument
) -> list[Miss]:
    """The labels of one unit that are not the key's; a type counts where the role is right."""
    segment = key.segments[place]
    other = nearest(segment, second.segments)
    found = []
    for layer, label in given.items():
        right = _label(segment, layer)
        if right is None or label == right:
            continue
        rule = deciding_rule(layer, [label, right])
        shared = other is not None and _label(other, layer) == label
        found.append(Miss(place + 1, segment.text, layer, label, right, rule.id, shared))
    return found


def score(answers: Answers, key: AnnotatedDocument, second: AnnotatedDocument) -> DrillScore:
    """Compare all answers with the key."""
    misses = [
        miss for place, given in answers.items() for miss in misses_of(place, given, key, second)
    ]
    order = list(dict.fromkeys(layer for given in answers.values() for layer in given))
    layers = []
    for layer in order:
        pairs: list[tuple[Hashable, Hashable]] = []
        for place, given in answers.items():
            right = _label(key.segments[place], layer)
            if layer in given and right is not None:
                pairs.append((given[layer], right))
        domain = ("certain", "probable", "possible", "uncommitted")
        figure = (
            alpha(pairs, scale=ORDINAL, domain=domain) if layer == "certainty" else alpha(pairs)
        )
        right_ones = sum(a == b for a, b in pairs)
        layers.append(LayerScore(layer, right_ones, len(pairs), figure))
    counted = Counter(miss.rule for miss in misses)
    rules = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return DrillScore(len(answers), tuple(layers), tuple(misses), tuple(rules))


def _label(segment: Segment, layer: str) -> str | None:
    value = getattr(segment, layer)
    return None if value is None else str(value)
