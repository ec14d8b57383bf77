"""Lines of a label: wrapped by display width, long words broken, cut at a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from wcwidth import iter_graphemes

from .metrics import display_width, text_points

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a line may be: in columns of display width, and in points of a font of `size`."""

    columns: int
    points: float = inf
    size: float = 10
    bold: bool = False

    def of(self, text: str) -> float:
        """How much of a line a text takes: more than 1 where it is too long."""
        columns = display_width(text) / self.columns
        if self.points == inf:
            return columns
        return max(columns, text_points(text, self.size, bold=self.bold) / self.points)

    def holds(self, line: str) -> bool:
        """Whether a line is no longer than that."""
        return self.of(line) <= 1


def wrap(text: str, measure: int | Measure, limit: int | None = None) -> list[str]:
    """Wrap a text of single blanks at so many columns, or a measure, in at most `limit` lines.

    A word that is longer than a line is broken, never inside what a reader takes for one character.
    Where the limit cuts the text, the last line ends with an ellipsis.
    """
    if isinstance(measure, int):
        measure = Measure(measure)
    words = (piece for word in text.split(" ") for piece in _pieces(word, measure))
    lines: list[str] = []
    line, length = "", 0.0
    for word in words:
        # what both together take at most; where that is too much, what they take
        length += measure.of(f" {word}" if line else word)
        longer = f"{line} {word}" if line else word
        if length > 1 and line:
            length = measure.of(longer)
        if length > 1 and line:
            lines.append(line)
            line, length = word, measure.of(word)
        else:
            line = longer
    if line:
        lines.append(line)
    if limit is not None and len(lines) > limit:
        lines = [*lines[: limit - 1], _shortened(lines[limit - 1], measure)]
    return lines


def _shortened(line: str, measure: Measure) -> str:
    """The line with an ellipsis behind it, no longer than a line; the last word gives way."""
    if measure.holds(line + ELLIPSIS):
        return line + ELLIPSIS
    if " " in line:
        return line.rpartition(" ")[0] + ELLIPSIS
    characters = list(iter_graphemes(line))
    while len(characters) > 1 and not measure.holds("".join(characters) + ELLIPSIS):
        characters.pop()
    return "".join(characters) + ELLIPSIS


def _pieces(word: str, measure: Measure) -> Iterator[str]:
    """The word, or the stretches of it that fit a line each."""
    if len(word) <= measure.columns // 4 or measure.holds(word):
        yield word
        return
    piece = ""
    for character in iter_graphemes(word):
        if piece and not measure.holds(piece + character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
