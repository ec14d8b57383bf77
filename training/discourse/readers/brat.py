"""Standoff annotation as the brat tool writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from argmap.discourse.document import Offsets

_TEXT_BOUND = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)$")
_EVENT = re.compile(r"^E\d+\t([^:\s]+):(T\d+)(.*)$")
_RELATION = re.compile(r"^R\d+\t(\S+) Arg1:(T\d+) Arg2:(T\d+)")
_ATTRIBUTE = re.compile(r"^A\d+\t(\S+) (\S+) (\S+)")


@dataclass(frozen=True, slots=True)
class Entity:
    """A labelled stretch, in several fragments where it is discontinuous."""

    type: str
    fragments: tuple[Offsets, ...]


@dataclass(slots=True)
class Annotation:
    """What one annotation file holds; an event is its type with a list of (role, entity id)."""

    entities: dict[str, Entity] = field(default_factory=dict)
    events: list[tuple[str, list[tuple[str, str]]]] = field(default_factory=list)
    relations: list[tuple[str, str, str]] = field(default_factory=list)
    attributes: dict[tuple[str, str], str] = field(default_factory=dict)


def read_annotation(path: Path) -> Annotation:
    """Read one annotation file; lines that continue a quoted text over a line break are skipped."""
    found = Annotation()
    for line in path.read_bytes().decode("utf-8").split("\n"):
        line = line.rstrip("\r")
        if match := _TEXT_BOUND.match(line):
            pairs = (part.split(" ") for part in match[3].split(";"))
            fragments = tuple((int(start), int(end)) for start, end in pairs)
            found.entities[match[1]] = Entity(match[2], fragments)
        elif match := _EVENT.match(line):
            roles = [tuple(part.split(":", 1)) for part in match[3].split()]
            found.events.append((match[1], [(r[0], r[1]) for r in roles if len(r) == 2]))
        elif match := _RELATION.match(line):
            found.relations.append((match[1], match[2], match[3]))
        elif match := _ATTRIBUTE.match(line):
            found.attributes[match[2], match[1]] = match[3]
    return found
