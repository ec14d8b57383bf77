"""How well sentence vectors tell similar headlines: the encoder's part that stays untouched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .scores import pearson

Embed = Callable[[Sequence[str]], NDArray[np.float32]]

FILES = ("2013/headlines.test.tsv", "2014/headlines.test.tsv")


def measure_similarity(root: Path, embed: Embed) -> dict[str, float]:
    """Return the correlation of cosines with human scores of headline pairs; `n` is their count."""
    scores: list[float] = []
    pairs: list[tuple[str, str]] = []
    for name in FILES:
        for line in (root / name).read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if len(fields) >= 3 and fields[0].strip():
                scores.append(float(fields[0]))
                pairs.append((fields[1], fields[2]))
    first, second = (embed([pair[side] for pair in pairs]) for side in (0, 1))
    cosines = (first * second).sum(axis=1)
    cosines /= np.linalg.norm(first, axis=1) * np.linalg.norm(second, axis=1)
    return {"pearson": pearson(scores, cosines.tolist()), "n": len(pairs)}
