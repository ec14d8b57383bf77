"""What an all-lower-case vocabulary does not see of a piece: capitals, and the gap before it.

Capitals make names; the gap tells an opening quotation mark from a closing one, and where a
paragraph begins. Both go into the encoder as one small learned vector a piece.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NO_FORM = 0
"""The form of what is no piece of a text."""
CASES = ("lower", "first", "upper", "mixed", "none")
"""How a word is written; a single capital is `first`, and a word without letters is `none`."""
GAPS = ("glued", "blank", "line")
"""What stands before a piece: nothing, a blank, or a line break (or the text's beginning)."""
FORMS = 1 + len(CASES) * len(GAPS)


def forms_of(
    text: str, starts: NDArray[np.int64], ends: NDArray[np.int64], begins: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the form of every piece: its word's case and the gap before it."""
    forms = np.zeros(len(begins), dtype=np.int64)
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:] - 1, len(begins) - 1)[: len(firsts)]
    previous = 0
    for number, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        start, end = int(starts[first]), int(ends[last])
        case = 1 + len(GAPS) * _case(text[start:end])
        gap = 2 if number == 0 or "\n" in text[previous:start] else int(start > previous)
        forms[first : last + 1] = case
        forms[first] += gap
        previous = end
    return forms


def _case(word: str) -> int:
    if word.islower():
        return 0
    if not any(letter.isalpha() for letter in word):
        return 4
    if word[0].isupper() and (len(word) == 1 or not any(letter.isupper() for letter in word[1:])):
        return 1
    return 2 if word.isupper() else 3
