"""The exported encoder: eight-bit layers run by onnxruntime above word vectors in eight bits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The table that all layers share: a signed byte a number, one scale a word piece."""

    words: NDArray[np.int8]
    scales: Numbers

    def __call__(self, ids: NDArray[np.int64]) -> Numbers:
        """Return the vectors of rows of ids, [rows, pieces, width]."""
        return self.words[ids].astype(np.float32) * self.scales[ids]


def load_words(folder: Path) -> WordVectors:
    """Load the table of a model's folder."""
    with np.load(folder / "words.npz") as stored:
        return WordVectors(stored["words"], stored["scales"])


class Encoder:
    """The layers of one file above the word vectors."""

    def __init__(self, folder: Path, name: str, words: WordVectors, threads: int = 1) -> None:
        """Open `name`.onnx and the vectors of its forms; `threads` rows are passed side by side."""
        self._words = words
        self._threads = threads
        with np.load(folder / "forms.npz") as stored:
            self._forms = stored[name].astype(np.float32)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, ids: NDArray[np.int64], forms: NDArray[np.int64], mask: Numbers) -> Numbers:
        """Return the states of rows of ids and forms, [rows, pieces, width]; zeros in the padding.

        Each row is passed alone and without its padding: that is faster than several at a time,
        and the layers round activations by the largest of them, so that a row among others would
        come out otherwise than alone.
        """
        lengths = mask.sum(axis=1).astype(np.int64)
        found = np.zeros((*ids.shape, self._words.words.shape[1]), dtype=np.float32)

        def read(row: int) -> None:
            some = slice(row, row + 1), slice(0, lengths[row])
            vectors = self._words(ids[some]) + self._forms[forms[some]]
            given = {"vectors": vectors, "mask": mask[some]}
            found[some] = self._session.run(None, given)[0]

        if self._threads == 1:
            for row in range(len(ids)):
                read(row)
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                list(pool.map(read, range(len(ids))))
        return found
