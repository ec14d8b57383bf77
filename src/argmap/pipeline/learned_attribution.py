"""Attributions as the discourse model finds them: stretches first, then what hangs on which cue."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from argmap.discourse.document import Arc
from argmap.discourse.model import DiscourseReading, Found
from argmap.discourse.tasks import ATTRIBUTION_REACH

from .layers import Offsets

_JOINT = 2  # characters between a name and its apposition: a comma and a blank
_ANOTHER = 0.5  # how surely a second piece must hang on a cue; chosen on the development part


@dataclass(frozen=True, slots=True)
class LearnedAttribution:
    """A cue with what hangs on it; the confidence is that of its weakest part."""

    cue: Offsets
    source: Offsets | None
    content: tuple[Offsets, ...]
    confidence: float


def learned_attributions(reading: DiscourseReading) -> list[LearnedAttribution]:
    """All attributions that have a cue and a content, in the order of their cues."""
    found = reading.stretches("attribution")
    cues = [(one.start, one.end) for one in found if one.label == "cue"]
    parts = [one for one in found if one.label != "cue"]
    arcs = [Arc(one.start, one.end, one.label, (), _near(one, cues)) for one in parts]
    hanging: dict[Offsets, list[tuple[Found, float]]] = {}
    for part, (head, sure) in zip(parts, reading.heads("attribution-arcs", arcs), strict=True):
        if head is not None:
            hanging.setdefault(head, []).append((part, sure))
    confident = {(one.start, one.end): one.confidence for one in found}
    made = []
    for cue in cues:
        contents = _surest([(p, sure) for p, sure in hanging.get(cue, ()) if p.label == "content"])
        sources = [(p, sure) for p, sure in hanging.get(cue, ()) if p.label == "source"]
        if not contents:
            continue
        weakest = min(part.confidence * sure for part, sure in (*contents, *sources))
        made.append(
            LearnedAttribution(
                cue=cue,
                source=_whole(sources),
                content=tuple((part.start, part.end) for part, _ in contents),
                confidence=min(weakest, confident[cue]),
            )
        )
    return made


def _whole(sources: list[tuple[Found, float]]) -> Offsets | None:
    """The surest piece of a source with those beside it: a name and its apposition are one."""
    if not sources:
        return None
    best = max(sources, key=lambda item: item[1] * item[0].confidence)[0]
    start, end = best.start, best.end
    for piece in sorted((part for part, _ in sources), key=lambda part: part.start):
        if end <= piece.start <= end + _JOINT:
            end = piece.end
    for piece in sorted((part for part, _ in sources), key=lambda part: -part.start):
        if piece.end <= start <= piece.end + _JOINT:
            start = piece.start
    return start, end


def _surest(contents: list[tuple[Found, float]]) -> list[tuple[Found, float]]:
    """The content that hangs on a cue most surely, and others that hang on it surely enough.

    What belongs to a cue that was overlooked hangs on the nearest one, but not surely.
    """
    likely = [sure * part.confidence for part, sure in contents]
    best = max(likely, default=0.0)
    return [
        item for item, value in zip(contents, likely, strict=True) if value >= min(best, _ANOTHER)
    ]


def _near(part: Found, cues: list[Offsets]) -> tuple[Offsets, ...]:
    low, high = part.start - ATTRIBUTION_REACH, part.end + ATTRIBUTION_REACH
    first, last = bisect_left(cues, (low, 0)), bisect_left(cues, (high, 0))
    return tuple(cue for cue in cues[first:last] if cue[1] <= high)
