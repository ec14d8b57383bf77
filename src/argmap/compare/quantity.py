"""How many: numbers for the same thing that differ, or are given more or less exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from argmap.model.labels import AlignmentKind, Dimension

from .numbers import Number, numbers
from .telling import Finding, Telling, direction
from .terms import Kind, Term

_NO_THING = (Kind.NUMBER, Kind.YEAR, Kind.NAME)
_REACH = 4  # terms after a number that can say what it counts


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the keys of the words after it, which say what it counts."""

    number: Number
    things: frozenset[str]

    def same_thing(self, other: Counted) -> bool:
        """Whether both count the same, in the same way."""
        alike = self.number.percent == other.number.percent
        alike = alike and self.number.ratio == other.number.ratio
        return alike and bool(self.things & other.things)


def counted(text: str, start: int, terms: Sequence[Term]) -> list[Counted]:
    """What the numbers of a stretch count; years, and small numbers in words, count nothing.

    `start` is the offset of the stretch, and `terms` are those in it, with offsets of the article.
    """
    found = []
    for number in numbers(text):
        if number.year or number.small_word:
            continue
        after = [term for term in terms if term.start >= start + number.end]
        things = {term.key for term in after[:_REACH] if term.kind not in _NO_THING}
        found.append(Counted(number, frozenset({"%"} if number.percent else things)))
    return found


def number_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """Both values where two tellings count the same thing and do not agree.

    Numbers that cannot both be right contradict each other. Where both can, the one without `about`
    or `as many as` is the stronger. A number counts the same thing as another where a word after it
    is the same; where several could be meant and one agrees, or a telling has the other's number
    too, nothing is said.
    """
    said, said_there = _values(one), _values(two)
    here, there = _counted(one), _counted(two)
    for first in here:
        partners = [second for second in there if first.same_thing(second)]
        rivals = [other for other in here if other is not first and _any_same(other, partners)]
        if len(partners) != 1 or rivals:
            continue
        second = partners[0]
        values = [first.number.text, second.number.text]
        repeated = second.number.key in said or first.number.key in said_there
        if not first.number.fits(second.number):
            if repeated:
                continue
            yield Finding(AlignmentKind.CONTRADICTS, Dimension.NUMBER, {"values": values})
        elif bool(first.number.qualifier) != bool(second.number.qualifier):
            kind = direction(1 if first.number.qualifier else -1)
            yield Finding(kind, Dimension.NUMBER, {"from": values[0], "to": values[1]})


def _values(telling: Telling) -> set[str]:
    """Every number of a telling, in whatever part of it."""
    return {number.key for segment in telling.segments for number in numbers(segment.text)}


def _counted(telling: Telling) -> list[Counted]:
    """The numbers in the part of a segment that tells the claim."""
    core = telling.core
    return [
        item
        for item in counted(core.text, core.start, telling.terms)
        if telling.holds(core.start + item.number.start)
    ]


def _any_same(first: Counted, partners: list[Counted]) -> bool:
    return any(first.same_thing(second) for second in partners)
