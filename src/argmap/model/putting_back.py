"""What was put aside because its words were gone goes back when its words are back.

Method: the same three-way merge as of a run. Ours is the part as the person left it with all that
it refers to, on the text that it stood in; the base is what the machine had said of it, or what was
left of it; theirs is the file as it is now. Whatever a person has said there since then stands.
"""

from __future__ import annotations

from collections import defaultdict

from .aside import Aside
from .labels import LabelStatus
from .matching import LAYERS, Value, place_of
from .merge import merge
from .merge_fields import GROUPS
from .merge_records import PLACE
from .merge_state import Note, label
from .moving import carry, quotes

_Item = tuple[int, Value]  # a part that is aside and its place in the list


def put_back(value: Value, aside: Aside) -> tuple[Value, tuple[Note, ...], Aside]:
    """The file with every part whose words stand in its text again, the notes, and what is left.

    Args:
        value: A valid annotation as a JSON value; it is not changed.
        aside: What was put aside before.
    """
    notes: list[Note] = []
    back: set[int] = set()
    texts: defaultdict[str, list[_Item]] = defaultdict(list)
    for place, item in enumerate(aside.parts):
        if "part" in item and item.get("layer") in LAYERS and item.get("text") in aside.texts:
            texts[item["text"]].append((place, item))
    for name, items in texts.items():
        fitting = _fitting(value, aside.texts[name], items)
        if not fitting:
            continue
        records = _records(aside, name, {item["part"]["id"] for _, item in fitting})
        value, left = _merged(value, aside.texts[name], fitting, records)
        for place, item in fitting:
            if (item["layer"], item["part"]["id"]) in left:
                continue
            back.add(place)
            notes.append(Note("returned", label(item["part"]), "its words are back, and so is it"))
        identifiers = {item["part"]["id"] for place, item in fitting if place in back}
        for place, item in enumerate(aside.parts):
            if item.get("text") == name and str(item.get("key")).split(".")[0] in identifiers:
                back.add(place)
    return value, tuple(notes), aside.without(back)


def _fitting(value: Value, text: str, items: list[_Item]) -> list[_Item]:
    """The parts all of whose words have a place in the file's text that no person has taken."""
    taken = _persons(value)
    found = []
    for place, item in items:
        layer, part = item["layer"], item["part"]
        mini = _mini(value, text, [(layer, part), *_with(item)])
        carried = carry(mini, value["text"])
        own = next(one for one in carried[layer] if one["id"] == part["id"])
        ends = [
            one
            for one in carried["segments"]
            if layer == "relations" and one["id"] in (part["source"], part["target"])
        ]
        if any("lost" in quote for quote in [*quotes(own), *ends]):
            continue
        if layer == "segments" and any(_in_the_way(own, other) for other in taken):
            continue
        found.append((place, item))
    return found


def _persons(value: Value) -> list[Value]:
    """The segments that a person has a record of."""
    heads = {
        key.partition(".")[0]
        for key, record in value["provenance"]["labels"].items()
        if record["status"] != LabelStatus.AUTO
    }
    return [part for part in value["segments"] if part["id"] in heads]


def _in_the_way(one: Value, other: Value) -> bool:
    overlap = one["start"] < other["end"] and other["start"] < one["end"]
    return overlap and place_of(one) != place_of(other)


def _with(item: Value) -> list[tuple[str, Value]]:
    return [(layer, part) for layer, parts in item.get("with", {}).items() for part in parts]


def _records(aside: Aside, text: str, identifiers: set[str]) -> Value:
    """The records that were put aside with these parts."""
    return {
        item["key"]: item["record"]
        for item in aside.parts
        if "record" in item and item.get("text") == text
        if item["key"].partition(".")[0] in identifiers
    }


def _mini(
    value: Value, text: str, parts: list[tuple[str, Value]], records: Value | None = None
) -> Value:
    """An annotation of a text with a few parts only, each once; the first of an id is taken."""
    found: dict[str, dict[str, Value]] = {layer: {} for layer in LAYERS}
    for layer, part in parts:
        found[layer].setdefault(part["id"], part)
    return {
        **value,
        "text": text,
        **{layer: list(every.values()) for layer, every in found.items()},
        "provenance": {**value["provenance"], "labels": records or {}},
    }


def _merged(
    value: Value, text: str, items: list[_Item], records: Value
) -> tuple[Value, set[tuple[str, str]]]:
    """The file with these parts, and which of them found no place after all."""
    own = [(item["layer"], item["part"]) for _, item in items]
    mine = {identifier for identifier in (part["id"] for _, part in own)}
    context = [
        (layer, part) for _, item in items for layer, part in _with(item) if part["id"] not in mine
    ]
    before = [
        (item["layer"], known)
        for _, item in items
        if (known := item.get("left") or item.get("base")) is not None
    ]
    merged = merge(
        _mini(value, text, [*before, *context]),
        _mini(value, text, [*own, *context], records),
        value,
        run=True,
        stands=_standing(value),
    )
    return merged.value, {
        (item["layer"], item["part"]["id"]) for item in merged.parked if "part" in item
    }


def _standing(value: Value) -> set[str]:
    """The labels, by key, that a person stands behind in the file as it is now."""
    found: set[str] = set()
    for layer in LAYERS:
        every = {part["id"] for part in value[layer]}
        for key, record in value["provenance"]["labels"].items():
            head, _, name = key.partition(".")
            if head not in every or record["status"] == LabelStatus.AUTO:
                continue
            for group in GROUPS[layer]:
                if not name or name in group or (name == PLACE and "start" in group):
                    found.update(f"{head}.{one}" for one in group)
    return found
