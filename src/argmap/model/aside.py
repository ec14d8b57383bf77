"""What a person did that has no place in the file now, kept beside it in `.argmap/ID.aside.json`.

`parts` are labels whose words are gone or stand several times (`kind` `lost` or `stale`), as they
were, with the reason; a person takes back from there what is still wanted. `deleted` is what a
person deleted and the machine no longer says either: should it say so again, it stays deleted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import AnnotationError

from .files import parse, read_text, write_text
from .matching import LAYERS, Value
from .moving import quotes


@dataclass(frozen=True, slots=True)
class Aside:
    """The content of the file beside an annotation file."""

    parts: tuple[Value, ...] = ()
    deleted: tuple[Value, ...] = ()

    def with_more(self, parts: tuple[Value, ...], deleted: tuple[Value, ...]) -> Aside:
        """With more parts, each once, and another list of what is deleted."""
        return Aside((*self.parts, *(part for part in parts if part not in self.parts)), deleted)


def read_aside(path: Path) -> Aside:
    """Read what was put aside; nothing where there is no file; raises AnnotationError."""
    if not path.exists():
        return Aside()
    value = parse(read_text(path), name=str(path))
    if not _sound(value):
        raise AnnotationError(
            f"{path} does not hold what argmap put aside; mend it, or move it elsewhere."
        )
    return Aside(tuple(value["parts"]), tuple(value["deleted"]))


def write_aside(path: Path, aside: Aside) -> None:
    """Write what was put aside; an empty list makes no new file."""
    if aside != read_aside(path):
        value = {"parts": list(aside.parts), "deleted": list(aside.deleted)}
        write_text(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _sound(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    parts, deleted = value.get("parts"), value.get("deleted")
    if not isinstance(parts, list) or not isinstance(deleted, list):
        return False
    return all(
        isinstance(item, dict)
        and item.get("layer") in LAYERS[1:]
        and isinstance(item.get("part"), dict)
        and all(key in item["part"] for key in _NEEDED[item["layer"]])
        and all("text" in quote for quote in quotes(item["part"]))
        for item in deleted
    )


_NEEDED = {
    "attributions": ("cue", "content"),
    "sources": ("name", "mentions"),
    "spans": ("layer", "label", "start", "end", "text"),
    "relations": ("source", "target", "type"),
}
