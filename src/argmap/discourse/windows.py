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
from .forms import NO_FORM, forms_of

CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text: vocabulary ids, code-point offsets, and which begin a word.

    `forms` says what the vocabulary, all lower case, leaves out (`forms.py`).
    """

    ids: NDArray[np.int64]
    forms: NDArray[np.int64]
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
    """One row for the encoder: ids, forms, and where its own pieces lie in the row and the text."""

    ids: list[int]
    forms: list[int]
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
    starts, ends = offsets[:, 0].copy(), offsets[:, 1].copy()
    return Pieces(ids, forms_of(text, starts, ends, begins), starts, ends, begins)


def pack_windows(
    pieces: Pieces, sentences: Sequence[Offsets], title: Offsets | None, packing: Packing
) -> list[Window]:
    """Fill windows with whole sentences; a sentence too long for one is cut."""
    total = len(pieces.ids)
    ends = sorted({bisect_left(pieces.starts, end) for _, end in sentences} | {total})
    head: list[int] = []
    if title is not None:
        first, last = pieces.range_of(title)
        head = list(range(first, min(last, first + packing.title)))
    windows: list[Window] = []
    start = 0
    while start < total:
        front = [*head, *range(max(0, start - packing.context), start)] if start else []
        room = packing.size - len(front) - 2
        fitting = bisect_right(ends, start + room)
        last = ends[fitting - 1] if fitting else 0
        end = last if last > start else min(start + room, total)
        inside = [*front, *range(start, end)]
        ids = [CLS, *pieces.ids[inside].tolist(), SEP]
        forms = [NO_FORM, *pieces.forms[inside].tolist(), NO_FORM]
        windows.append(Window(ids, forms, 1 + len(front), start, end - start))
        start = end
    return windows
