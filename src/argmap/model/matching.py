"""Which part of one annotation is which part of another, though ids were dealt out anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

LAYERS = ("segments", "attributions", "sources", "spans", "relations")
Value = dict[str, Any]
_Key = Callable[[Value], Any]


def place_of(quote: Value | None) -> tuple[int, int] | None:
    """The offsets of a quote, or `None` where there is none or its words are gone."""
    return (quote["start"], quote["end"]) if quote and "lost" not in quote else None


def _span(*names: str) -> _Key:
    return lambda item: (place := place_of(item)) and (place, *(item[name] for name in names))


def _content(item: Value) -> Any:
    return tuple(map(place_of, item["content"])) if None not in item["content"] else None


_KEYS: dict[str, tuple[_Key, ...]] = {
    "segments": (_span(),),
    "attributions": (
        lambda item: (_content(item), place_of(item["cue"])),
        _content,
        lambda item: place_of(item["cue"]),
    ),
    "sources": (
        lambda item: item["name"],
        lambda item: next(filter(None, map(place_of, item["mentions"])), None),
    ),
    "spans": (_span("layer", "label"), _span("layer")),
}


def pair(
    layer: str, old: Iterable[Value], new: Iterable[Value], known: dict[str, str], *, depth: int = 9
) -> dict[str, str]:
    """Pairs of ids, old to new, of the parts that stand at the same place and mean the same.

    `known` maps the old ids of what relations point at; `depth` limits the keys that are tried,
    the strictest first.
    """
    left, right = list(old), list(new)
    if layer == "relations":
        return dict(_pair_relations(left, right, known))
    found: dict[str, str] = {}
    for key in _KEYS[layer][:depth]:
        found.update(_pair_by(left, right, found, key, key))
    return found


def _pair_relations(
    old: list[Value], new: list[Value], known: dict[str, str]
) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for undercut in (False, True):
        left = [item for item in old if (item["type"] == "undercuts") is undercut]
        right = [item for item in new if (item["type"] == "undercuts") is undercut]
        names = {**known, **found}
        for keys in (("source", "target", "type"), ("source", "target")):
            one, two = _ends(keys, names), _ends(keys, {})
            found.update(_pair_by(left, right, found, one, two))
    yield from found.items()


def _ends(keys: tuple[str, ...], names: dict[str, str]) -> _Key:
    return lambda item: tuple(names.get(item[key], item[key]) for key in keys)


def _pair_by(
    old: list[Value], new: list[Value], found: dict[str, str], one: _Key, two: _Key
) -> dict[str, str]:
    taken = set(found.values())
    free: dict[Any, list[str]] = defaultdict(list)
    for item in new:
        if item["id"] not in taken and (key := two(item)):
            free[key].append(item["id"])
    more: dict[str, str] = {}
    for item in old:
        if item["id"] not in found and (key := one(item)) and free[key]:
            # The same id is the better partner of two that are alike.
            same = item["id"] if item["id"] in free[key] else free[key][0]
            free[key].remove(same)
            more[item["id"]] = same
    return more


def fresh(identifier: str, used: set[str]) -> str:
    """An id like this one that nobody has: its letters and the next number."""
    letters = re.sub(r"[0-9_]+$", "", re.split(r"\d", identifier)[0])[:30] or "n"
    number = 1 + max(
        (int(m.group(1)) for name in used if (m := re.fullmatch(rf"{letters}(\d{{1,8}})", name))),
        default=0,
    )
    return f"{letters}{number}"


def rename(value: Any, names: dict[str, str], keys: tuple[str, ...]) -> Any:
    """Put other ids into a part: its own and those that it refers to."""
    return {
        key: names.get(item, item) if key in keys and isinstance(item, str) else item
        for key, item in value.items()
    }


REFERENCES = {
    "segments": ("id", "attribution"),
    "attributions": ("id", "speaker", "parent"),
    "sources": ("id",),
    "spans": ("id", "attribution"),
    "relations": ("id", "source", "target"),
}
