"""All rules of the guide, and which of them decides a disagreement."""

from __future__ import annotations

from collections.abc import Iterable

from .layer_rules import LAYER_RULES
from .rule import Rule
from .segment_rules import SEGMENT_RULES

RULES: tuple[Rule, ...] = (*SEGMENT_RULES, *LAYER_RULES)
_BY_ID = {rule.id: rule for rule in RULES}


def rule(identifier: str) -> Rule:
    """The rule with this id; raises KeyError where there is none."""
    return _BY_ID[identifier]


def deciding_rule(layer: str, labels: Iterable[str | None]) -> Rule:
    """The rule that decides between labels of a layer; `None` stands for not marked at all.

    Whether to mark at all is decided by the layer's own rule. Between two labels a rule for both
    goes first, then one for either in the guide's order, then the layer's own. Raises KeyError for
    a layer that the guide does not know.
    """
    own = [rule for rule in RULES if rule.layer == layer]
    if not own:
        raise KeyError(layer)
    said = list(labels)
    given = frozenset(label for label in said if label is not None)
    exact = [rule for rule in own if rule.labels == given]
    single = [rule for rule in own if len(rule.labels) == 1 and rule.labels & given]
    general = [rule for rule in own if not rule.labels]
    if None in said and general:
        return general[0]
    return [*exact, *single, *general, *own][0]
