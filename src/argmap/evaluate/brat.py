"""Standoff annotation as the brat tool writes it: the parts of it that the data sets use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import InputError

from .labelled_files import read
from .reader import Offsets

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?$")
_EVENT = re.compile(r"E\d+\t([^:\s]+):(T\d+)(.*)$")
_RELATION = re.compile(r"R\d+\t(\S+) \S+?:(T\d+) \S+?:(T\d+)")


@dataclass(frozen=True, slots=True)
class Entity:
    """A labelled stretch, in several fragments where it is discontinuous."""

    type: str
    fragments: tuple[Offsets, ...]
    text: str


@dataclass(slots=True)
class Annotation:
    """What one file holds; an event is its type with the (role, entity) of each argument."""

    entities: dict[str, Entity] = field(default_factory=dict)
    events: list[tuple[str, list[tuple[str, Entity]]]] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)


def read_annotation(path: Path, text: str) -> Annotation:
    """Read one .ann file; a line that only continues a quoted text over a line end is passed over.

    Raises InputError where an offset lies beyond the text or an event names what is not there.
    """
    found = Annotation()
    lines = [line.rstrip("\r") for line in read(path).split("\n")]
    for number, line in enumerate(lines, 1):
        if bound := _TEXT_BOUND.match(line):
            pairs = (pair.split(" ") for pair in bound[3].split(";"))
            fragments = tuple((int(start), int(end)) for start, end in pairs)
            if any(not start < end <= len(text) for start, end in fragments):
                raise InputError(
                    f"{path}, line {number}, points beyond its text; the two belong to each other?"
                )
            found.entities[bound[1]] = Entity(bound[2], fragments, bound[4] or "")
        elif relation := _RELATION.match(line):
            found.relations.append((relation[1], relation[2], relation[3]))
    for number, line in enumerate(lines, 1):
        if event := _EVENT.match(line):
            roles = [part.partition(":") for part in event[3].split()]
            missing = [name for _, _, name in roles if name not in found.entities]
            if missing:
                raise InputError(f"{path}, line {number}, names {missing[0]}, which is not there.")
            found.events.append((event[1], [(role, found.entities[n]) for role, _, n in roles]))
    return found
