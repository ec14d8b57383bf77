"""What a person did that has no place in the file now, kept beside it in `.argmap/ID.aside.json`.

`parts` are labels whose words are gone or stand several times (`kind` `lost` or `stale`), as they
were, with the reason, and `texts` the texts that they stood in: when the words are back, the next
run puts them back (`putting_back`). `deleted` is what a
person deleted and the machine no longer says either: should it say so again, it stays deleted.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.errors import AnnotationError

from .article import fingerprint
from .files import parse, read_text, write_text
from .matching import LAYERS, Value
from .moving import quotes


@dataclass(frozen=True, slots=True)
class Aside:
    """The content of the file beside an annotation file."""

    parts: tuple[Value, ...] = ()
    deleted: tuple[Value, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    def with_more(
        self, parts: tuple[Value, ...], deleted: tuple[Value, ...], *, text: str | None = None
    ) -> Aside:
        """With more parts, each once, and another list of what is deleted.

        Args:
            parts: What is put aside now.
            deleted: All that a person deleted and the machine no longer says.
            text: The text that the parts stood in, where they may be put back some day.
        """
        texts = dict(self.texts)
        if text is not None and parts:
            texts[fingerprint(text)] = text
            parts = tuple({**part, "text": fingerprint(text)} for part in parts)
        more = (part for part in parts if part not in self.parts)
        return Aside((*self.parts, *more), deleted, texts)

    def with_all_of(self, other: Aside) -> Aside:
        """With every part of another, so that nothing is missing while a file is written."""
        more = (part for part in other.parts if part not in self.parts)
        return Aside((*self.parts, *more), self.deleted, {**other.texts, **self.texts})

    def without(self, parts: Collection[int]) -> Aside:
        """Without some parts, by their place in `parts`, and without texts that nobody needs."""
        left = tuple(part for place, part in enumerate(self.parts) if place not in parts)
        needed = {part.get("text") for part in left}
        texts = {name: text for name, text in self.texts.items() if name in needed}
        return Aside(left, self.deleted, texts)


def read_aside(path: Path) -> Aside:
    """Read what was put aside; nothing where there is no file; raises AnnotationError."""
    if not path.exists():
        return Aside()
    value = parse(read_text(path), name=str(path))
    if not _sound(value):
        raise AnnotationError(
            f"{path} does not hold what argmap put aside; mend it, or move it elsewhere."
        )
    return Aside(tuple(value["parts"]), tuple(value["deleted"]), value.get("texts", {}))


def write_aside(path: Path, aside: Aside) -> None:
    """Write what was put aside; an empty list makes no new file."""
    if aside != read_aside(path):
        value: Value = {"parts": list(aside.parts), "deleted": list(aside.deleted)}
        if aside.texts:
            value["texts"] = dict(aside.texts)
        write_text(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _sound(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    parts, deleted = value.get("parts"), value.get("deleted")
    texts = value.get("texts", {})
    if not isinstance(parts, list) or not isinstance(deleted, list):
        return False
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        return False
    if not all(isinstance(part, dict) for part in parts):
        return False
    if not all(isinstance(part.get("text", ""), str) for part in parts):
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
