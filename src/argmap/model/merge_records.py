"""A label that a person stands behind stays theirs, whatever the machine says in between.

What differs from the base is a person's. So is what has a record in `provenance.labels`: a person
may confirm what the machine says, and the machine may come to say what a person said, and go back
on it later. A run writes such a record for every label that it finds changed.
"""

from __future__ import annotations

from typing import Any

from .labels import LabelStatus
from .matching import LAYERS, REFERENCES, Value, rename
from .merge_fields import GROUPS, same
from .merge_state import Merge
from .moving import bare

PLACE = "place"  # the key under which a record of other borders stands
_MARKS = ("lost", "found")


class _Touched:
    """In a base, a value that is like none: somebody stands behind the label that a side has."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = object.__hash__


TOUCHED = _Touched()


def is_touched(base: Value, side: Value, key: str) -> bool:
    """Whether a side has a record of its own that somebody stands behind a label."""
    record = side["provenance"]["labels"].get(key)
    if record is None or record == base["provenance"]["labels"].get(key):
        return False
    return bool(record["status"] != LabelStatus.AUTO)


def leave_to_machine(state: Merge, ours: Value, written: Value, ids: dict[str, str]) -> None:
    """Measure what a person changed by what the last run wrote into the file.

    The machine need not have said it just so: a segment was trimmed beside a person's, a relation
    followed its segment. That is nobody's edit.
    """
    for layer in LAYERS:
        before = {part["id"]: part for part in written[layer]}
        for part in ours[layer]:
            identifier = ids.get(part["id"], part["id"])
            old, own = before.get(part["id"]), state.ours[layer].get(identifier)
            if old is None or own is None:
                continue
            base = state.base[layer].setdefault(identifier, dict(own))
            before_it = rename(old, ids, REFERENCES[layer])
            for group in (*_groups(layer, ""), ("text",)):
                kept = all(same(old.get(key), part.get(key)) for key in group)
                source, marks = (own, _MARKS) if kept else (before_it, ())
                base.update({key: source[key] for key in (*group, *marks) if key in source})


def touch(state: Merge, base: Value, ours: Value, theirs: Value, ids: dict[str, str]) -> None:
    """Mark in the base what a side has records of, where the side's value is that of the base."""
    sides = [(ours, state.ours, ids)]
    if not state.run:
        sides.append((theirs, state.theirs, {}))
    for value, parts, names in sides:
        for key, record in value["provenance"]["labels"].items():
            head, _, tail = key.partition(".")
            identifier = names.get(head, head)
            layer = next((layer for layer in LAYERS if identifier in parts[layer]), None)
            if layer is None or identifier not in state.base[layer]:
                continue
            old, own = state.base[layer][identifier], parts[layer][identifier]
            if record.get("note") and record != base["provenance"]["labels"].get(key):
                old["noted"] = TOUCHED
            if is_touched(base, value, key):
                for group in _groups(layer, tail):
                    if all(same(old.get(name), own.get(name)) for name in group):
                        old.update(dict.fromkeys(group, TOUCHED))
    if state.run:
        _hold_ends(state)


def _hold_ends(state: Merge) -> None:
    """What a person's relation joins keeps its borders: else it drifts away, run after run."""
    for identifier, part in state.ours["relations"].items():
        if same(state.base["relations"].get(identifier), part):
            continue
        for end in (part["source"], part["target"]):
            for layer in ("segments", "relations"):
                if end in state.base[layer]:
                    state.base[layer][end]["noted"] = TOUCHED


def _groups(layer: str, key: str) -> list[tuple[str, ...]]:
    """The groups of labels that a record speaks of; without a key it is the whole part."""
    names = ("start", "end") if key == PLACE else (key,)
    groups = (*GROUPS[layer], *(() if layer == "sources" else (("confidence",),)))
    return [group for group in groups if not key or set(group) & set(names)]


def with_records(state: Merge, base: Value, ours: Value, records: Value) -> Value:
    """The records of our file, with one more for every label that a person changed without one."""
    found = dict(records)
    for layer in LAYERS:
        for identifier, part in state.ours[layer].items():
            if identifier not in state.changed or identifier not in state.result[layer]:
                continue
            whole = found.get(identifier)
            if whole is not None and whole["status"] != LabelStatus.AUTO:
                continue
            old = state.base[layer].get(identifier)
            if old is None:
                note = whole["note"] if whole else None
                by = whole["by"] if whole else None
                found[identifier] = _record(None, by=by, note=note)
            else:
                _record_changes(layer, identifier, old, part, found)
    for key, value in ours["article"].items():
        was = base["article"].get(key)
        if key not in ("id", "sha256") and value != was:
            found.setdefault(f"article.{key}", _record(was))
    return found


def _record_changes(layer: str, identifier: str, old: Value, part: Value, found: Value) -> None:
    for group in _groups(layer, ""):
        if any(isinstance(old.get(key), _Touched) for key in group):
            continue  # a record is why it is marked
        if all(same(old.get(key), part.get(key)) for key in group):
            continue
        if set(group) & {"start", "end"}:
            if "lost" not in old and "lost" not in part:
                found.setdefault(f"{identifier}.{PLACE}", _record(old["text"]))
        elif not any(f"{identifier}.{key}" in found for key in group):
            for key in group:
                if not same(old.get(key), part.get(key)):
                    found[f"{identifier}.{key}"] = _record(bare(old.get(key)))


def _record(was: Any, *, by: str | None = None, note: str | None = None) -> Value:
    return {"status": str(LabelStatus.EDITED), "by": by, "was": was, "note": note}


def of_two(state: Merge, key: str, old: Value | None, mine: Value | None, new: Value | None) -> Any:
    """What two people noted on one label: who alone did it, else ours, with the notes of both."""
    if mine in (old, new):
        return new
    if new == old:
        return mine
    if mine is None or new is None or mine["status"] != new["status"]:
        state.conflict(key, mine and mine["status"], new and new["status"])
    if mine is None or new is None:
        return mine or new
    notes = [note for note in dict.fromkeys((mine["note"], new["note"])) if note]
    return {**mine, "note": "\n".join(notes) or None}
