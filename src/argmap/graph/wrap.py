"""Lines of a label: wrapped by display width, long words broken, cut at a limit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ELLIPSIS = "…"
_JOINER = "\u200d"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")


def display_width(text: str) -> int:
    """Columns that a text takes: East Asian wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def wrap(text: str, width: int, limit: int | None = None) -> list[str]:
    """Wrap a text of single blanks at `width` columns, in at most `limit` lines.

    A word that is wider than a line is broken, never inside a character with its combining marks.
    Where the limit cuts the text, the last line ends with an ellipsis.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        for piece in _pieces(word, width):
            wide = display_width(piece)
            if line and used + 1 + wide <= width:
                line, used = f"{line} {piece}", used + 1 + wide
                continue
            if line:
                lines.append(line)
            line, used = piece, wide
    if line:
        lines.append(line)
    if limit is not None and len(lines) > limit:
        lines = [*lines[: limit - 1], _shortened(lines[limit - 1], width)]
    return lines


def _shortened(line: str, width: int) -> str:
    """The line with an ellipsis behind it, in `width` columns; the last word gives way."""
    if display_width(line) < width:
        return line + ELLIPSIS
    if " " in line:
        return line.rpartition(" ")[0] + ELLIPSIS
    return next(_pieces(line, width - 1)) + ELLIPSIS


def _pieces(word: str, width: int) -> Iterator[str]:
    """The word, or the stretches of it that fit a line each."""
    if len(word) <= width // 2 or (word.isascii() and len(word) <= width):
        yield word
        return
    piece, used = "", 0
    for character in _characters(word):
        wide = display_width(character)
        if piece and used + wide > width:
            yield piece
            piece, used = "", 0
        piece, used = piece + character, used + wide
    if piece:
        yield piece


def _characters(text: str) -> Iterator[str]:
    """What a reader takes for one character: a code point with all that is drawn on or in it."""
    character = ""
    for char in text:
        if character and (_width(char) == 0 or character.endswith(_JOINER)):
            character += char
            continue
        if character:
            yield character
        character = char
    if character:
        yield character


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or _SKIN_TONES[0] <= char <= _SKIN_TONES[1]:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
