"""The relations of an annotated document, read between units that were given from outside."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.document import AnnotatedDocument
from argmap.model.labels import RelationType

from .matching import overlap
from .reader import Offsets

_AGAINST = (RelationType.ATTACKS, RelationType.UNDERCUTS)
_ARGUMENTS = (RelationType.SUPPORTS, *_AGAINST)
_OTHER_SIDE = {"pro": "opp", "opp": "pro"}


def attachments_in(document: AnnotatedDocument, units: Sequence[Offsets]) -> set[tuple[int, int]]:
    """Which unit supports or attacks which other, as pairs of places in `units`."""
    return set(_bearings(document, units))


def stances_of(document: AnnotatedDocument, units: Sequence[Offsets]) -> list[str]:
    """Whose side each unit takes: what attacks is on the other side than what it attacks.

    A unit that bears on nothing, or only in a circle, takes the proponent's side.
    """
    bearings = _bearings(document, units)
    first: dict[int, tuple[int, RelationType]] = {}
    for (source, target), kind in sorted(bearings.items(), key=lambda item: item[0]):
        first.setdefault(source, (target, kind))
    stances = []
    for number in range(len(units)):
        stance, seen = "pro", {number}
        while number in first:
            number, kind = first[number]
            stance = _OTHER_SIDE[stance] if kind in _AGAINST else stance
            if number in seen:
                stance = "pro"
                break
            seen.add(number)
        stances.append(stance)
    return stances


def _bearings(
    document: AnnotatedDocument, units: Sequence[Offsets]
) -> dict[tuple[int, int], RelationType]:
    place = {one.id: _unit_of((one.start, one.end), units) for one in document.segments}
    source_of = {one.id: one.source for one in document.relations}
    found: dict[tuple[int, int], RelationType] = {}
    for relation in document.relations:
        if relation.type not in _ARGUMENTS:
            continue
        # An undercut bears on the unit from which the relation comes that it points at.
        target = source_of.get(relation.target, relation.target)
        one, other = place.get(relation.source), place.get(target)
        if one is not None and other is not None and one != other:
            found.setdefault((one, other), relation.type)
    return found


def _unit_of(segment: Offsets, units: Sequence[Offsets]) -> int | None:
    """The unit that shares most with a segment, `None` where none touches it."""
    best = max(range(len(units)), key=lambda n: overlap(segment, units[n]), default=None)
    return best if best is not None and overlap(segment, units[best]) else None
