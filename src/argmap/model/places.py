"""Where values stand in a JSON text: line and column for messages, and the lines around them."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

Path = tuple[str | int, ...]

_BLANK = re.compile(r"[ \t\n\r]*")
_decode = json.JSONDecoder().raw_decode
_AROUND = 1  # lines shown before and after the one that is meant
_WIDEST = 100  # characters of a line that are shown; the article's text is one long line


@dataclass(frozen=True, slots=True)
class Place:
    """Offsets in a JSON text of a value and, where it has one, of its key."""

    start: int
    end: int
    key: tuple[int, int] | None = None


class Lines:
    """The lines of a text, to say where an offset is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """A line by its number, without its end."""
        start = self._starts[number - 1]
        return self._text[start : start + self._length(number)]

    def excerpt(self, start: int, end: int) -> str:
        """The lines around a stretch, numbered, with carets below the stretch."""
        number, column = self.line_and_column(start)
        first = max(1, number - _AROUND)
        last = min(len(self._starts), number + _AROUND)
        width = len(str(last))
        cut = max(0, column - 1 - _WIDEST // 2) if self._length(number) > _WIDEST else 0
        shown = []
        for line in range(first, last + 1):
            own = cut if line == number else 0
            begin = self._starts[line - 1] + own
            part = self._text[begin : begin + min(_WIDEST, self._length(line) - own)]
            part = ("…" if own else "") + part.replace("\t", " ").rstrip("\r")
            part += "…" if self._length(line) > own + _WIDEST else ""
            shown.append(f"{line:>{width}} | {part}".rstrip())
            if line == number:
                ahead = part[: column - 1 - own + bool(own)]
                meant = self._text[start : max(end, start + 1)].split("\n")[0]
                meant = meant[: _WIDEST - (column - 1 - own)]
                carets = "^" * max(1, _width(meant))
                shown.append(f"{'':>{width}} | {' ' * _width(ahead)}{carets}")
        return "\n".join(shown)

    def _length(self, line: int) -> int:
        after = self._starts[line] - 1 if line < len(self._starts) else len(self._text)
        return after - self._starts[line - 1]


def locate(text: str, paths: Iterable[Path]) -> dict[Path, Place]:
    """Find where the values at some paths stand in a valid JSON text, in one pass over it.

    A path that leads to something that is not there (a missing key) gets the place of the nearest
    object or list above it.
    """
    wanted: dict[Any, Any] = {}
    for path in paths:
        node = wanted
        for step in path:
            node = node.setdefault(step, {})
        node[_HERE] = path
    found: dict[Path, Place] = {}
    position = _skip(text, 0)
    _walk(text, Place(position, _decode(text, position)[1]), wanted, found)
    return found


def repeated_keys(text: str) -> Iterator[tuple[str, int]]:
    """Every key that stands a second time in one object of a JSON text, with its offset."""
    return _repeated(text, _skip(text, 0))


_HERE = object()


def _walk(text: str, place: Place, wanted: dict[Any, Any], found: dict[Path, Place]) -> None:
    if _HERE in wanted:
        found[wanted[_HERE]] = place
    steps = {step: below for step, below in wanted.items() if step is not _HERE}
    if not steps:
        return
    there: dict[str | int, Place] = {}
    if text[place.start] == "{":
        there.update(_members(text, place.start))
    elif text[place.start] == "[":
        numbers = [step for step in steps if isinstance(step, int)]
        there.update(_items(text, place.start, max(numbers, default=-1)))
    for step, below in steps.items():
        if step in there:
            _walk(text, there[step], below, found)
        else:
            for path in _ends(below):
                found[path] = place


def _ends(wanted: dict[Any, Any]) -> Iterator[Path]:
    for step, below in wanted.items():
        if step is _HERE:
            yield below
        else:
            yield from _ends(below)


def _members(text: str, position: int) -> Iterator[tuple[str, Place]]:
    position = _skip(text, position + 1)
    while text[position] == '"':
        begin = position
        name, position = scanstring(text, position + 1, True)
        key = (begin, position)
        start = _skip(text, _skip(text, position) + 1)
        end = _decode(text, start)[1]
        yield name, Place(start, end, key)
        position = _skip(text, end)
        if text[position] != ",":
            break
        position = _skip(text, position + 1)


def _items(text: str, position: int, last: int) -> Iterator[tuple[int, Place]]:
    position = _skip(text, position + 1)
    number = 0
    while number <= last and text[position] != "]":
        end = _decode(text, position)[1]
        yield number, Place(position, end)
        number += 1
        position = _skip(text, end)
        if text[position] != ",":
            break
        position = _skip(text, position + 1)


def _repeated(text: str, position: int) -> Iterator[tuple[str, int]]:
    if text[position] == "{":
        seen = set()
        for name, place in _members(text, position):
            if name in seen:
                assert place.key
                yield name, place.key[0]
            seen.add(name)
            yield from _repeated(text, place.start)
    elif text[position] == "[":
        for _, place in _items(text, position, len(text)):
            yield from _repeated(text, place.start)


def _skip(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    assert match
    return match.end()


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
