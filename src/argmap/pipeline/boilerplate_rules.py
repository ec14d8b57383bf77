"""The patterns of text beside an article's matter, compiled from the lexicon `boilerplate`.

A rule of weight 2 decides alone. One of weight 1 needs the place to speak for it: near the
article's beginning or end, or beside text that was found already.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from argmap.lexicons import entries


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of boilerplate, how surely the pattern tells it, and the pattern."""

    kind: str
    weight: int
    pattern: re.Pattern[str]


def _compiled(row: dict[str, Any], parts: dict[str, str]) -> Rule:
    pattern = row["pattern"]
    for name, part in parts.items():
        pattern = pattern.replace(f"<{name}>", part)
    flags = 0 if row.get("cased") else re.IGNORECASE
    return Rule(row["kind"], row["weight"], re.compile(pattern, flags))


_ENTRIES = entries("boilerplate")
BLOCK_RULES = tuple(_compiled(row, _ENTRIES["parts"]) for row in _ENTRIES["block"])
"""The whole of a block is furniture: matched from its first to its last character."""
SENTENCE_RULES = tuple(_compiled(row, _ENTRIES["parts"]) for row in _ENTRIES["sentence"])
"""A sentence says that it is not part of the matter: searched anywhere in it."""
OPENERS = frozenset(_ENTRIES["openers"])
"""Kinds that make the rest of their paragraph boilerplate too, once they open it."""
CALLS = frozenset(_ENTRIES["calls"])
"""Kinds that call the readers to answer."""
