"""The names of a text: what the head finds, one class for all mentions of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .model import DiscourseReading, Found

_SURE = 0.4  # chosen on the development part


def names_in(reading: DiscourseReading) -> list[Found]:
    """Return the names that the head is sure of, in order.

    A name written the same way has one class throughout: that for which its mentions speak most
    surely, all in all.
    """
    found = [one for one in reading.stretches("names") if one.confidence >= _SURE]
    votes: dict[str, dict[str, float]] = {}
    for one in found:
        given = votes.setdefault(_written(reading, one), {})
        given[one.label] = given.get(one.label, 0.0) + one.confidence
    return [replace(one, label=_winner(votes[_written(reading, one)])) for one in found]


def _written(reading: DiscourseReading, one: Found) -> str:
    return reading.text[one.start : one.end]


def _winner(votes: Mapping[str, float]) -> str:
    return max(sorted(votes), key=lambda label: votes[label])
