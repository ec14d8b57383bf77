"""What the discourse model says of how the segments of an article bear on one another.

Each run of segments is decoded as a whole: what the connectives show stands fast, and round it the
likeliest argument is built that does not contradict itself (`argmap.discourse.argument`). What is
not likely enough is left out, so that a segment that bears on nothing stays loose.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from argmap.discourse.argument import PREMISE, best_argument
from argmap.discourse.document import Arc
from argmap.discourse.encoder import Numbers
from argmap.discourse.model import DiscourseReading
from argmap.discourse.tasks import TASKS
from argmap.model.labels import Role

from .layers import Offsets, SegmentDraft

_REACH = 4  # segments before and behind that a segment may bear on
_RUN = 120  # segments that are decoded together
_EVIDENCE = 0.8  # share of the premise that evidence has at least


@dataclass(frozen=True, slots=True)
class LearnedLink:
    """A segment that bears on another, by their places, and how likely."""

    source: int
    target: int
    share: float


@dataclass(frozen=True, slots=True)
class Shown:
    """What words show already: whom a segment serves, and pairs that are no support."""

    heads: Mapping[int, int]
    barred: frozenset[tuple[int, int]]


def component_shares(
    reading: DiscourseReading, segments: Sequence[SegmentDraft], places: Sequence[int]
) -> Numbers:
    """How likely each segment is a major claim, a claim and a premise, [places, classes]."""
    return reading.classes("component", [_offsets(segments[place]) for place in places])


def learned_links(
    reading: DiscourseReading,
    segments: Sequence[SegmentDraft],
    places: Sequence[int],
    types: Numbers,
    shown: Shown,
    thesis: int | None,
) -> Iterator[LearnedLink]:
    """Yield what each of some segments bears on in the likeliest argument.

    Args:
        reading: The article, as the encoder read it.
        segments: All segments.
        places: The places of those that take part, in order.
        types: What `component_shares` says of them.
        shown: What connectives show.
        thesis: The place of the one that bears on nothing, if it is known.
    """
    for first in range(0, len(places), _RUN):
        run = places[first : first + _RUN]
        heads = _heads(reading, segments, run, shown, thesis)
        shares = _with_roles(segments, run, types[first : first + _RUN], thesis)
        for number, unit in enumerate(best_argument(shares, heads)):
            if unit.head is not None:
                yield LearnedLink(run[number], run[unit.head], unit.confidence)


def _heads(
    reading: DiscourseReading,
    segments: Sequence[SegmentDraft],
    run: Sequence[int],
    shown: Shown,
    thesis: int | None,
) -> list[dict[int | None, float]]:
    offsets = [_offsets(segments[place]) for place in run]
    number = {place: n for n, place in enumerate(run)}
    near = [
        [n for n in range(max(0, one - _REACH), min(len(run), one + _REACH + 1)) if n != one]
        for one in range(len(run))
    ]
    kind = TASKS["relation"].classes[0]
    arcs = [
        Arc(*offsets[one], kind, (), tuple(offsets[n] for n in others))
        for one, others in enumerate(near)
    ]
    found: list[dict[int | None, float]] = []
    at = {stretch: n for n, stretch in enumerate(offsets)}
    for one, likely in enumerate(reading.arcs("relation", arcs)):
        place = run[one]
        if place == thesis:
            found.append({None: 1.0})
        elif shown.heads.get(place) in number:
            found.append({None: 0.0, number[shown.heads[place]]: 1.0})
        else:
            kept = {None if key is None else at[key]: share for key, share in likely.items()}
            found.append(
                {
                    n: share
                    for n, share in kept.items()
                    if n is None
                    or not ((place, run[n]) in shown.barred or _reversed(segments, place, run[n]))
                }
            )
    return found


def _reversed(segments: Sequence[SegmentDraft], source: int, target: int) -> bool:
    """Whether a claim would serve evidence, which is there to make claims believable."""
    return segments[source].role is Role.CLAIM and segments[target].role is Role.EVIDENCE


def _with_roles(
    segments: Sequence[SegmentDraft], run: Sequence[int], types: Numbers, thesis: int | None
) -> Numbers:
    """The shares of the types, evidence being a premise above all and the thesis none."""
    changed = types.copy()
    for number, place in enumerate(run):
        least = _EVIDENCE if segments[place].role is Role.EVIDENCE else 0.0
        premise = max(float(changed[number, PREMISE]), least)
        changed[number, PREMISE] = 0.0 if place == thesis else premise
    return np.asarray(changed, dtype=np.float32)


def _offsets(segment: SegmentDraft) -> Offsets:
    return segment.start, segment.end
