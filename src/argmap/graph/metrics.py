"""How wide a line of text is, in columns and in points, before any program has drawn it.

The points are those of Helvetica, which Arial and Liberation Sans share (Adobe's font metrics for
the core 14 fonts). `WIDER` is how much a font that is none of these may run beyond them: the map
has room for that.
"""

from __future__ import annotations

from functools import lru_cache

from wcwidth import wcswidth

WIDER = 1.12  # DejaVu Sans, which stands in where none of the three is installed
BOLD = 1.07  # how much wider bold letters are
_COLUMN = 750  # of what is not in the table, in thousandths of the font's size for each column
_WIDTHS = {
    222: "ijl'",
    278: " !,./:;I[\\]ft|",
    333: "()-`r{}“”·",
    389: '*"',
    500: "Jckosvxyz",
    556: "#$0123456789?L_abdeghnopqu–•",
    584: "+<=>~−×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    944: "W",
    1015: "%@—…",
}


class _Table(dict[str, int]):
    """The width of each character in thousandths of the font's size."""

    def __missing__(self, character: str) -> int:
        self[character] = _COLUMN * display_width(character)
        return self[character]


_TABLE = _Table({c: width for width, some in _WIDTHS.items() for c in some})


def display_width(text: str) -> int:
    """Columns that a text takes: East Asian wide characters and emoji two, combining marks none."""
    return len(text) if text.isascii() else max(wcswidth(text), 0)


@lru_cache(maxsize=1 << 14)
def extent(text: str) -> tuple[int, int]:
    """Columns that a text takes, and its width in thousandths of the font's size."""
    return display_width(text), sum(map(_TABLE.__getitem__, text))


def text_points(text: str, size: float, *, bold: bool = False) -> float:
    """How many points wide a line of text is, in a font of `size` points."""
    return extent(text)[1] * size / 1000 * (BOLD if bold else 1)
