"""Where a value stands in a JSON text: line and column of a path, for error messages."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]

_BLANK = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode


def locate(text: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Line and column, both from 1, of the value at `path` in a valid JSON text.

    Where the path leads to something that is not there (a missing key), the place of the nearest
    object or list above it is given.
    """
    position = _skip(text, 0)
    for step in path:
        found = (
            _member(text, position, step) if isinstance(step, str) else _item(text, position, step)
        )
        if found is None:
            break
        position = found
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _skip(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    assert match
    return match.end()


def _member(text: str, position: int, key: str) -> int | None:
    if text[position] != "{":
        return None
    position = _skip(text, position + 1)
    found = None
    while text[position] == '"':
        name, position = scanstring(text, position + 1, True)
        value = _skip(text, _skip(text, position) + 1)
        if name == key:
            found = value  # the last one counts, as it does for json.loads
        position = _skip(text, _decode(text, value)[1])
        if text[position] != ",":
            break
        position = _skip(text, position + 1)
    return found


def _item(text: str, position: int, number: int) -> int | None:
    if text[position] != "[":
        return None
    position = _skip(text, position + 1)
    for _ in range(number):
        if text[position] == "]":
            return None
        position = _skip(text, _decode(text, position)[1])
        if text[position] != ",":
            return None
        position = _skip(text, position + 1)
    return None if text[position] == "]" else position
