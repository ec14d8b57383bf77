"""Where a span stands in its text, as numbers that the heads read beside the states."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .document import Offsets

PLACES = 10
DISTANCES, BETWEEN = 16, 7


def place_features(text: str, spans: Sequence[Offsets]) -> NDArray[np.float32]:
    """Describe the place of each span: in the text, in its paragraph, and how long it is."""
    rows = np.zeros((len(spans), PLACES), dtype=np.float32)
    total = max(len(text), 1)
    breaks = [found.start() for found in re.finditer("\n", text)]
    matter_end = len(text.rstrip())
    for number, (start, end) in enumerate(spans):
        behind = len(spans) - 1 - number
        paragraphs_before = bisect_left(breaks, start)
        paragraph_start = breaks[paragraphs_before - 1] + 1 if paragraphs_before else 0
        next_break = bisect_left(breaks, end)
        paragraph_end = breaks[next_break] if next_break < len(breaks) else total
        rows[number] = (
            start / total,
            1.0 / (1.0 + number),
            1.0 / (1.0 + behind),
            np.log1p(len(spans)) / 5.0,
            np.log1p(end - start) / 6.0,
            not text[paragraph_start:start].strip(),
            not text[end:paragraph_end].strip(" .!?\"'”’)"),
            (start - paragraph_start) / max(paragraph_end - paragraph_start, 1),
            1.0 / (1.0 + paragraphs_before),
            paragraph_end >= matter_end,
        )
    return rows


def distance_bucket(dependent: Offsets, candidate: Offsets) -> int:
    """Sort the signed distance between two piece ranges into one of sixteen buckets."""
    ahead = candidate[0] >= dependent[0]
    gap = candidate[0] - dependent[1] if ahead else dependent[0] - candidate[1]
    return int(min(np.log2(max(gap, 0) + 1.0), 7.0)) + (8 if ahead else 0)


def between_bucket(dependent: Offsets, candidate: Offsets, starts: Sequence[int]) -> int:
    """Count the candidates that begin between a dependent and a candidate, signed, at most three.

    `starts` are the first pieces of all candidates, in order.
    """
    low, high = min(dependent[0], candidate[0]), max(dependent[0], candidate[0])
    count = max(0, bisect_left(starts, high) - bisect_right(starts, low))
    return 3 + (1 if candidate[0] > dependent[0] else -1) * min(count, 3)
