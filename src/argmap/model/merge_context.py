"""What a part that is put aside needs in order to be put back some day."""

from __future__ import annotations

from .matching import LAYERS, REFERENCES, Value


def with_context(item: Value, base: Value, ours: Value) -> Value:
    """A part that was put aside, with what the machine had said of it and all that it refers to.

    `base` is the same part as the machine last wrote it, so that what a person changed in it is
    known later; `with` are the parts that it refers to, by layer, and what those refer to. Both are
    as they stand in a person's file.
    """
    if "part" not in item:
        return item
    found = dict(item)
    identifier, layer = item["part"]["id"], item["layer"]
    if base["text"] == ours["text"]:
        same = next((part for part in base[layer] if part["id"] == identifier), None)
        if same is not None:
            found["base"] = same
    needed = _referred(item["part"], layer, ours)
    if needed:
        found["with"] = needed
    return found


def _referred(part: Value, layer: str, value: Value) -> dict[str, list[Value]]:
    every = {one["id"]: (name, one) for name in LAYERS for one in value[name]}
    found: dict[str, tuple[str, Value]] = {}
    waiting = [(layer, part)]
    while waiting:
        name, one = waiting.pop()
        for key in REFERENCES[name][1:]:
            other = one.get(key)
            if isinstance(other, str) and other in every and other not in found:
                found[other] = every[other]
                waiting.append(every[other])
    found.pop(part["id"], None)
    return {
        name: [one for where, one in found.values() if where == name]
        for name in LAYERS
        if any(where == name for where, _ in found.values())
    }
