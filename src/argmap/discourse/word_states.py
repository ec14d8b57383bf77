"""The states of the words of a sentence, and what reads them; light to import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class WordStates:
    """The word pieces of one sentence and their states in it; marks of punctuation are left out."""

    pieces: NDArray[np.int64]
    """Which entry of the vocabulary each piece is."""
    rows: NDArray[np.float32]
    """One row a piece, of length 1, [pieces, width]."""


class WordReader(Protocol):
    """Reads sentences, each alone."""

    @property
    def name(self) -> str:
        """The model and its version, as a file tells where its figures come from."""
        ...

    def words(self, sentences: Sequence[str]) -> list[WordStates]:
        """The states of the words of each sentence, in order."""
        ...
