"""Merging the fields of one part: those that stand or fall together are taken from one side."""

from __future__ import annotations

from typing import Any

from .matching import Value
from .merge_state import Merge, label

ARTICLE = ("sha256",)  # what follows from the text and is nobody's opinion
GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "segments": (
        ("start",),
        ("end",),
        ("role", "claim_type", "evidence_type"),
        ("voice", "attribution"),
        ("certainty",),
        ("polarity",),
        ("tone",),
        ("tone_towards",),
        ("frames",),
    ),
    "attributions": tuple(
        (key,) for key in ("source", "cue", "content", "speaker", "parent", "quote", "stance")
    ),
    "sources": (("name",), ("kind",), ("description",), ("mentions",)),
    "spans": (
        ("start", "end", "text"),
        ("layer", "label", "stance_to_frame"),
        ("voice", "attribution"),
    ),
    "relations": (("source", "target", "type"), ("cue",)),
}


def same(one: Any, two: Any) -> bool:
    """Whether two parts say the same; how their quotes were found does not matter."""
    return bool(_said(one) == _said(two))


def merge_part(state: Merge, layer: str, old: Value | None, mine: Value, new: Value) -> Value:
    """One part that both sides have; `old` is what they started from, if anything."""
    if same(mine, new) or (old is not None and same(old, mine)):
        return new
    found = dict(new)
    for keys in (*GROUPS[layer], ("confidence",)):
        before, ours, theirs = (
            None if part is None else [_said(part.get(key)) for key in keys]
            for part in (old, mine, new)
        )
        if ours in (before, theirs):
            continue
        if before != theirs and any(f"{new['id']}.{key}" in state.stands for key in keys):
            continue
        if keys == ("mentions",):
            found["mentions"] = _mentions(old, mine, new)
            continue
        for key in keys:
            found[key] = mine[key]
        if keys == ("confidence",) or keys[0] in ("start", "end", "tone"):
            quiet = state.run or before == theirs or keys[0] not in ("start", "end")
        else:
            quiet = False
        if not quiet and before != theirs:
            state.dispute(layer, mine, new, keys)
            state.conflict(f"{label(mine)} {keys[0]}", _shown(mine, keys), _shown(new, keys))
        elif state.run and not quiet:
            state.kept(f"{label(mine)} {keys[0]}", _shown(mine, keys))
    _settle_place(layer, mine, new, found, state.text)
    return found


def _settle_place(layer: str, mine: Value, new: Value, found: Value, text: str) -> None:
    """Words, tone and marks follow from where the part begins and ends."""
    if layer not in ("segments", "spans"):
        return
    place = (found["start"], found["end"])
    if place == (new["start"], new["end"]) and "lost" not in new:
        return
    found.pop("lost", None)
    mixed = place != (mine["start"], mine["end"])
    if "lost" in mine or "lost" in new or found["start"] >= found["end"] or not mixed:
        found.update({key: mine[key] for key in ("start", "end", "text")})
        found.update({key: mine[key] for key in ("lost", "found") if key in mine})
    else:
        found["text"] = text[found["start"] : found["end"]]
    if layer == "segments":
        found["tone"] = mine["tone"]


def _mentions(old: Value | None, mine: Value, new: Value) -> list[Value]:
    """What either side added stays, what either side removed goes."""
    before = {_key(quote) for quote in old["mentions"]} if old else set()
    ours = {_key(quote) for quote in mine["mentions"]}
    theirs = {_key(quote) for quote in new["mentions"]}
    found = [quote for quote in new["mentions"] if _key(quote) in ours or _key(quote) not in before]
    found += [q for q in mine["mentions"] if _key(q) not in theirs and _key(q) not in before]
    return sorted(found, key=_key)


def _key(quote: Value) -> tuple[Any, ...]:
    return (quote["start"], quote["end"], "lost" in quote)


def _shown(part: Value, keys: tuple[str, ...]) -> Any:
    values = [part[key] for key in keys if part[key] is not None]
    return values[0] if len(values) == 1 else values


def _said(value: Any) -> Any:
    """A value without the marks of how it was found."""
    if isinstance(value, list):
        return [_said(item) for item in value]
    if isinstance(value, dict):
        return {key: _said(item) for key, item in value.items() if key != "found"}
    return value
