"""Reads with the exported files alone: onnxruntime and NumPy, no PyTorch."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from .batch import Batch
from .heads import Numbers, head_scores, with_offset
from .tasks import TASKS

ROWS = 8
"""How many windows are passed at a time: enough to be fast, few enough to stay small."""


class ExportedEncoder:
    """The layers of one file above the shared word vectors."""

    def __init__(self, folder: Path, name: str, threads: int = 1) -> None:
        """Open `name`.onnx and the word vectors of a folder."""
        stored = np.load(folder / "words.npz")
        self._words, self._scales = stored["words"], stored["scales"]
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / f"{name}.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, ids: NDArray[np.int64], mask: Numbers) -> Numbers:
        """Return the states of rows of ids, [rows, pieces, width]."""
        found = []
        for start in range(0, len(ids), ROWS):
            rows, part = ids[start : start + ROWS], mask[start : start + ROWS]
            vectors = self._words[rows].astype(np.float32) * self._scales[rows]
            found.append(self._session.run(None, {"vectors": vectors, "mask": part})[0])
        return np.concatenate(found)


class ExportedModel:
    """The encoder and all heads of an exported folder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Open the files of a folder."""
        description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self._encoder = ExportedEncoder(folder, "discourse", threads)
        stored = np.load(folder / "heads.npz")
        self._offsets: dict[str, float] = description["offsets"]
        self._heads: dict[str, dict[str, Numbers]] = {task: {} for task in description["tasks"]}
        for name in stored.files:
            task, parameter = name.split(".", 1)
            self._heads[task][parameter] = stored[name].astype(np.float32)

    def __call__(self, batch: Batch) -> dict[str, Numbers]:
        """Return the scores of every task that the batch has targets for."""
        rows = self._encoder(batch.ids, batch.mask)
        states = rows.reshape(-1, rows.shape[-1])[batch.gather]
        found = {}
        for name, target in batch.targets.items():
            scores = head_scores(TASKS[name], self._heads[name], states, target)
            found[name] = with_offset(TASKS[name], scores, self._offsets.get(name, 0.0))
        return found
