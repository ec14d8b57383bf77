"""What was put aside because its words were gone goes back when its words are back.

Method: the same three-way merge as of a run. Ours is the part as the person left it with all that
it refers to, on the text that it stood in; the base is what the machine had said of it, or what was
left of it; theirs is the file as it is now. Whatever a person has said there since then stands.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from pydantic import ValidationError

from .aside import Aside
from .document import LabelRecord
from .labels import LabelStatus
from .matching import LAYERS, Value, place_of
from .merge import merge
from .merge_disputes import CLASSES
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
        if item.get("text") in aside.texts and _is_part(item):
            texts[item["text"]].append((place, item))
    for name, items in texts.items():
        fitting = _fitting(value, aside.texts[name], items)
        if not fitting:
            continue
        records = _records(aside, name, {item["part"]["id"] for _, item in fitting})
        own = {key: item["record"] for key, (_, item) in records.items()}
        value, left = _merged(value, aside.texts[name], fitting, own)
        for place, item in fitting:
            if (item["layer"], item["part"]["id"]) in left:
                continue
            back.add(place)
            notes.append(Note("returned", label(item["part"]), "its words are back, and so is it"))
        identifiers = {item["part"]["id"] for place, item in fitting if place in back}
        back.update(
            place for key, (place, _) in records.items() if key.partition(".")[0] in identifiers
        )
    return value, tuple(notes), aside.without(back)


def _is_part(item: Value) -> bool:
    """Whether an item is a part with all that it needs; somebody may have written in the file."""
    layer, beside = item.get("layer"), item.get("with", {})
    if not isinstance(layer, str):
        return False
    if not isinstance(beside, dict) or not all(isinstance(some, list) for some in beside.values()):
        return False
    found = [(layer, item.get("part"))]
    found += [(layer, item[key]) for key in ("base", "left") if item.get(key) is not None]
    found += [(name, part) for name, some in beside.items() for part in some]
    return all(name in CLASSES and _is_valid(CLASSES[name], part) for name, part in found)


def _is_valid(wanted: Any, value: object) -> bool:
    try:
        wanted.model_validate_json(json.dumps(value), strict=True)
    except ValidationError:
        return False
    return True


def _fitting(value: Value, text: str, items: list[_Item]) -> list[_Item]:
    """The parts all of whose words have a place in the file's text that no person has taken.

    Of two with one id that stood in one text, the one that was put aside last.
    """
    taken = _persons(value)
    found: dict[tuple[str, str], _Item] = {}
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
        found[layer, part["id"]] = (place, item)
    return list(found.values())


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


def _records(aside: Aside, text: str, identifiers: set[str]) -> dict[str, _Item]:
    """The records that were put aside with these parts, by key; the last where there are two."""
    return {
        item["key"]: (place, item)
        for place, item in enumerate(aside.parts)
        if item.get("text") == text and isinstance(item.get("key"), str)
        if item["key"].partition(".")[0] in identifiers
        and _is_valid(LabelRecord, item.get("record"))
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
