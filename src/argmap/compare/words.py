"""How many words a text has, settled once for all figures of the comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


def word_count(text: str) -> int:
    """Words of a text; `12,000`, `don't` and `no-limits` are one each."""
    return sum(1 for _ in _WORD.finditer(text))


def words_in(text: str, stretches: Iterable[tuple[int, int]]) -> int:
    """Words of the stretches of a text; what lies in two of them counts once."""
    return sum(word_count(text[start:end]) for start, end in _merged(stretches))


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
