"""Lines of a label: wrapped by display width, long words broken, cut at a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from wcwidth import iter_graphemes

from .metrics import BOLD, extent

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Measure:
    """How long a line may be: in columns of display width, and in points of a font of `size`."""

    columns: int
    points: float = inf
    size: float = 10
    bold: bool = False

    @property
    def thousandths(self) -> float:
        """The same points in thousandths of the font's size, of letters that are not bold."""
        return self.points * 1000 / self.size / (BOLD if self.bold else 1)

    def holds(self, line: str) -> bool:
        """Whether a line is no longer than that."""
        columns, thousandths = extent(line)
        return columns <= self.columns and thousandths <= self.thousandths


def wrap(text: str, measure: int | Measure, limit: int | None = None) -> list[str]:
    """Wrap a text of single blanks at so many columns, or a measure, in at most `limit` lines.

    A word that is longer than a line is broken, never inside what a reader takes for one character.
    Where the limit cuts the text, the last line ends with an ellipsis.
    """
    if isinstance(measure, int):
        measure = Measure(measure)
    if measure.holds(text):
        return [text] if text else []
    columns, most = measure.columns, measure.thousandths
    blank = extent(" ")[1]
    lines: list[str] = []
    line: list[str] = []
    used = run = 0
    for word in text.split(" "):
        wide, long = extent(word)
        if line and used + wide < columns and run + blank + long <= most:
            line.append(word)
            used, run = used + 1 + wide, run + blank + long
            continue
        whole = wide <= columns and long <= most
        for piece in (word,) if whole else _pieces(word, measure):
            wide, long = extent(piece)
            if line and (used + wide >= columns or run + blank + long > most):
                lines.append(" ".join(line))
                line, used, run = [], 0, 0
            used, run = used + wide + bool(line), run + long + blank * bool(line)
            line.append(piece)
    if line:
        lines.append(" ".join(line))
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
    """The stretches of a long word that fit a line each."""
    piece = ""
    for character in iter_graphemes(word):
        if piece and not measure.holds(piece + character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece
