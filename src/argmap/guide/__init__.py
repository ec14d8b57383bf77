"""The rules of the label guide, each with an id that the guide's page has as an anchor."""

from __future__ import annotations

from .rule import Rule
from .rules import RULES, deciding_rule, rule

__all__ = ["RULES", "Rule", "deciding_rule", "rule"]
