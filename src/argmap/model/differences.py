"""What differs between two annotations of one article, label by label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .document import AnnotatedDocument, Part

_SHOWN = 48
_PLACED = ("id", "start", "end", "text")


@dataclass(frozen=True, slots=True)
class Difference:
    """One label that is new, gone, or has another value."""

    layer: str
    quote: str
    key: str | None
    before: Any
    after: Any

    def __str__(self) -> str:
        """One line for a person."""
        place = f"{self.layer} “{self.quote}”"
        if self.key is None:
            return f"{place}: {'new' if self.before is None else 'gone'}"
        return f"{place}: {self.key} {_show(self.before)} → {_show(self.after)}"


def differences(before: AnnotatedDocument, after: AnnotatedDocument) -> list[Difference]:
    """List what would change from one annotation to the other, in the order of the text.

    Segments and spans are matched by their offsets (spans by their label too), so ids may shift
    without counting as a change.
    """
    found: list[Difference] = []
    for name in ("genre", "title", "outlet"):
        old, new = getattr(before.article, name), getattr(after.article, name)
        if old != new:
            found.append(Difference("article", after.article.id, name, old, new))
    found.extend(_compare("segment", _keyed(before.segments), _keyed(after.segments)))
    found.extend(_compare("span", _keyed(before.spans, "label"), _keyed(after.spans, "label")))
    found.extend(_compare("relation", _relations(before), _relations(after)))
    return found


def _keyed(items: tuple[Any, ...], *more: str) -> dict[tuple[Any, ...], Part]:
    return {(item.start, item.end, *(getattr(item, key) for key in more)): item for item in items}


def _relations(document: AnnotatedDocument) -> dict[tuple[Any, ...], Part]:
    place = {segment.id: (segment.start, segment.end) for segment in document.segments}
    return {
        (*place.get(item.source, (0, 0)), *place.get(item.target, (0, 0)), item.type): item
        for item in document.relations
    }


def _compare(
    layer: str, before: dict[tuple[Any, ...], Part], after: dict[tuple[Any, ...], Part]
) -> Iterator[Difference]:
    for key in sorted(before.keys() | after.keys(), key=lambda key: tuple(map(str, _order(key)))):
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            item = old or new
            assert item is not None
            yield Difference(layer, _quote(item), None, old, new)
        elif layer != "relation":
            for name in type(old).model_fields:
                one, two = getattr(old, name), getattr(new, name)
                if name not in (*_PLACED, "attribution", "confidence") and one != two:
                    yield Difference(layer, _quote(new), name, one, two)


def _order(key: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(f"{part:09d}" if isinstance(part, int) else part for part in key)


def _quote(item: Part) -> str:
    text = getattr(item, "text", None) or f"{getattr(item, 'type', '')}"
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _show(value: Any) -> str:
    if value is None or value == ():
        return "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Part):
        return ", ".join(f"{k} {v}" for k, v in value.model_dump().items() if k != "words")
    return str(value)
