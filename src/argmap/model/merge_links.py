"""References and quotes after a merge: nothing points at what is not there."""

from __future__ import annotations

from .matching import Value, place_of
from .merge_fields import same
from .merge_state import Merge, Note, label
from .moving import bare, quotes

_TARGETS = {
    "segments": (("attribution", "attributions"),),
    "spans": (("attribution", "attributions"),),
    "attributions": (("speaker", "sources"), ("parent", "attributions")),
}


def link(state: Merge) -> None:
    """Settle lost quotes, then every reference, then circles of parents."""
    for layer in ("attributions", "sources", "spans", "relations"):
        for part in list(state.result[layer].values()):
            _settle_quotes(state, layer, part)
    waiting = [(layer, part) for layer in _TARGETS for part in state.result[layer].values()]
    while waiting:
        layer, part = waiting.pop()
        for key, target in _TARGETS[layer]:
            if part[key] is None or part[key] in state.result[target]:
                continue
            found = _recalled(state, target, part[key])
            if found is None:
                _drop_reference(state, layer, part, key)
            else:
                state.result[target][found["id"]] = found
                if target in _TARGETS:
                    waiting.append((target, found))
    _relations(state)
    _parents(state)


def _settle_quotes(state: Merge, layer: str, part: Value) -> None:
    """Take lost quotes out of a part; a part that cannot be without them is taken out whole."""
    lost = [quote for quote in quotes(part) if "lost" in quote]
    if not lost:
        return
    own = state.ours[layer].get(part["id"])
    person = part["id"] in state.changed and own is not None
    found = dict(part)
    for key in ("source", "cue"):
        if layer in ("attributions", "relations") and found.get(key) and "lost" in found[key]:
            found[key] = None
    for key in ("content", "mentions"):
        if key in found:
            found[key] = [quote for quote in found[key] if "lost" not in quote]
    if "lost" in found or found.get("content") == []:
        del state.result[layer][part["id"]]
    else:
        state.result[layer][part["id"]] = found
    new = state.theirs[layer].get(part["id"])
    if person:
        assert own is not None
        whole = part["id"] not in state.result[layer]
        left = None if whole else _without_lost(state.originals[part["id"]], own)
        state.park(layer, own, *lost[0]["lost"], left=left)
    elif not state.run and new and not same(state.base[layer].get(part["id"]), new):
        state.park(layer, new, *lost[0]["lost"])


def _without_lost(before: Value, carried: Value) -> Value:
    """A part as it was, without the quotes that have no place in the text now."""
    left = dict(before)
    for key in ("source", "cue"):
        if isinstance(carried.get(key), dict) and "lost" in carried[key]:
            left[key] = None
    for key in ("content", "mentions"):
        if key in left:
            pairs = zip(before[key], carried[key], strict=True)
            left[key] = [quote for quote, now in pairs if "lost" not in now]
    return left


def _recalled(state: Merge, layer: str, identifier: str) -> Value | None:
    """A part that is needed and that only one side still has; not one that ours deleted."""
    if identifier in state.base[layer] and identifier not in state.ours[layer]:
        return None
    for side in (state.ours, state.theirs):
        part = side[layer].get(identifier)
        if part is not None:
            state.result[layer][identifier] = part
            changed = identifier in state.changed
            state.changed.discard(identifier)
            _settle_quotes(state, layer, part)
            if changed:
                state.changed.add(identifier)
            settled = state.result[layer].pop(identifier, None)
            if settled is not None:
                return settled
    return None


def _drop_reference(state: Merge, layer: str, part: Value, key: str) -> None:
    if part["id"] in state.changed:
        own = state.ours[layer].get(part["id"], part)
        left = {**state.originals.get(part["id"], bare(part)), key: None}
        if left.get("voice") == "attributed":
            left["voice"] = "author"
        reason = f"{key} {part[key]} is gone, so it is without one"
        state.park(layer, own, "lost", reason, left=left)
    part[key] = None
    if layer in ("segments", "spans") and part["voice"] == "attributed":
        part["voice"] = "author"


def _relations(state: Merge) -> None:
    """Relations follow their segments; those without two ends, or said twice, are left out."""
    every = state.result["relations"]
    said: set[tuple[str, str, str]] = set()
    ranked = sorted(every.values(), key=lambda item: item["id"] not in state.changed)
    for undercut in (False, True):
        for part in ranked:
            if (part["type"] == "undercuts") is not undercut:
                continue
            for end in ("source",) if undercut else ("source", "target"):
                found = _segment(state, part[end])
                if found != part[end] and _own(state, part):
                    what = f"its {end} was cut otherwise; it is {found} now"
                    state.notes.append(Note("moved", label(part), what))
                part[end] = found
            ends = (part["source"], part["target"], part["type"])
            known = state.result["segments"]
            targets = every if undercut else known
            sound = ends[0] in known and ends[1] in targets and ends[0] != ends[1]
            if sound and ends[1] != part["id"] and (ends not in said or _own(state, part)):
                said.add(ends)
                continue
            del every[part["id"]]
            if _own(state, part) and ends not in said:
                own = state.ours["relations"][part["id"]]
                state.park("relations", own, "lost", "what it joins is gone or has become one")
    _drop_dangling(state)


def _drop_dangling(state: Merge) -> None:
    """Undercuts of relations that went after them."""
    every = state.result["relations"]
    while gone := [
        part
        for part in every.values()
        if part["type"] == "undercuts" and part["target"] not in every
    ]:
        for part in gone:
            del every[part["id"]]
            if _own(state, part):
                own = state.ours["relations"][part["id"]]
                state.park("relations", own, "lost", "the relation that it undercuts is gone")


def _own(state: Merge, part: Value) -> bool:
    return part["id"] in state.changed and part["id"] in state.ours["relations"]


def _segment(state: Merge, identifier: str) -> str:
    """The id itself, or that of the segment which holds most of where it stood."""
    if identifier in state.result["segments"]:
        return identifier
    for side in (state.ours, state.theirs, state.base):
        part = side["segments"].get(identifier)
        place = place_of(part) if part else None
        if place is None:
            continue
        shares = [
            (min(place[1], other["end"]) - max(place[0], other["start"]), -other["start"], name)
            for name, other in state.result["segments"].items()
        ]
        best = max(shares, default=(0, 0, identifier))
        if best[0] > 0:
            return best[2]
    return identifier


def _parents(state: Merge) -> None:
    """Two sides may close a circle of parents between them: then ours decides, else nobody."""
    every = state.result["attributions"]
    for own in (True, False):
        for identifier in list(every):
            if not _circle(every, identifier):
                continue
            part = every[identifier]
            mine = state.ours["attributions"].get(identifier)
            parent = mine["parent"] if own and mine and mine["parent"] in every else None
            if parent != part["parent"]:
                state.dispute("attributions", {**part, "parent": parent}, part, ("parent",))
                state.conflict(f"{label(part)} parent", parent, part["parent"])
                every[identifier] = {**part, "parent": parent}


def _circle(every: dict[str, Value], identifier: str) -> bool:
    seen: set[str] = set()
    current: str | None = identifier
    while current in every and current not in seen:
        seen.add(current)
        current = every[current]["parent"]
    return current == identifier
