"""How the model reads a text: word pieces with offsets, in windows of whole sentences.

The encoder passes once over the windows; every piece takes its state from the one window that owns
it. A window begins with the headline and the last pieces before it, which are context only. All
heads then read the row of states of the whole text, whatever window they came from.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from .document import Offsets

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text: vocabulary ids, code-point offsets, and which begin a word."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    begins_word: NDArray[np.bool_]

    def range_of(self, offsets: Offsets) -> tuple[int, int]:
        """Return the first and the last-but-one piece that touch a stretch, at least one piece."""
        first = bisect_right(self.ends, offsets[0])
        last = bisect_left(self.starts, offsets[1])
        first = min(first, len(self.ids) - 1)
        return first, max(last, first + 1)


@dataclass(frozen=True, slots=True)
class Window:
    """One row for the encoder: ids, and where its own pieces lie in the row and in the text."""

    ids: list[int]
    own_row: int
    own_piece: int
    own_count: int


@dataclass(frozen=True, slots=True)
class Packing:
    """How windows are filled, in word pieces."""

    size: int = 256
    title: int = 16
    context: int = 32


def split_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """Split a text into word pieces."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    begins = np.ones(len(words), dtype=bool)
    begins[1:] = words[1:] != words[:-1]
    ids = np.array(encoding.ids, dtype=np.int64)
    return Pieces(ids, offsets[:, 0].copy(), offsets[:, 1].copy(), begins)


def pack_windows(
    pieces: Pieces, sentences: Sequence[Offsets], title: Offsets | None, packing: Packing
) -> list[Window]:
    """Fill windows with whole sentences; a sentence too long for one is cut."""
    total = len(pieces.ids)
    ends = sorted({bisect_left(pieces.starts, end) for _, end in sentences} | {total})
    head: list[int] = []
    if title is not None:
        first, last = pieces.range_of(title)
        head = pieces.ids[first : min(last, first + packing.title)].tolist()
    windows: list[Window] = []
    start = 0
    while start < total:
        front = [CLS]
        if start:
            front += head + pieces.ids[max(0, start - packing.context) : start].tolist()
        room = packing.size - len(front) - 1
        fitting = [end for end in ends if start < end <= start + room]
        end = fitting[-1] if fitting else min(start + room, total)
        ids = [*front, *pieces.ids[start:end].tolist(), SEP]
        windows.append(Window(ids, len(front), start, end - start))
        start = end
    return windows
