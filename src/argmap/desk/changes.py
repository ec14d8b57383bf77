"""What the page sends: changes of single labels, each with the value that it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal

from argmap.errors import ArgmapError
from argmap.model.document import Part

_ENTRIES = ("segments", "attributions", "sources", "spans", "relations")
_PLACE = ("start", "end", "text")
_NUMBERED = re.compile(r"([A-Za-z_]*)(\d*)(.*)", re.DOTALL)
_FAR = 1 << 60


class Change(Part):
    """One label's or one entry's new value.

    `part` and `id` name the entry; for `labels` the id is the key of `provenance.labels`, for
    `article` it is the article's. `key` names the label; without one the whole entry is set, and
    `null` takes it away. The key `place` sets `start`, `end` and `text` of a segment or span.
    """

    part: Literal["segments", "attributions", "sources", "spans", "relations", "labels", "article"]
    id: str
    key: str | None = None
    was: Any = None
    now: Any = None


class Changes(Part):
    """The body of one request to save."""

    changes: tuple[Change, ...]


class ChangeError(ArgmapError):
    """A change does not fit the file: its label holds another value than the page believed."""


def apply(value: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """A copy of an annotation file's JSON value with the changes in it.

    Segments stand in the order of the text; a new entry of another list is put before the first
    that stands behind it in the text, and none that was there is moved, so that diffs stay small.

    Raises ChangeError where a change does not find the value that it says it replaces.
    """
    result = {**value, **{part: list(value[part]) for part in _ENTRIES}}
    result["article"] = dict(value["article"])
    labels = dict(value["provenance"]["labels"])
    places = {part: _index(result[part]) for part in _ENTRIES}
    added: dict[str, list[dict[str, Any]]] = {part: [] for part in _ENTRIES}
    for change in changes:
        if change.part == "article":
            _set(result["article"], change)
        elif change.part == "labels":
            _set_label(labels, change)
        else:
            _set_entry(result[change.part], places[change.part], added[change.part], change)
    for part in _ENTRIES:
        result[part] = [entry for entry in result[part] if entry is not None]
    result["segments"].sort(key=lambda entry: entry["start"])
    for part in _ENTRIES:
        starts = {entry["id"]: entry["start"] for entry in result["segments"]}
        for entry in added[part]:
            _insert(result[part], entry, starts)
    result["provenance"] = {
        **value["provenance"],
        "labels": dict(sorted(labels.items(), key=lambda item: _natural(item[0]))),
    }
    return result


def _index(entries: list[dict[str, Any]]) -> dict[str, int]:
    return {entry["id"]: number for number, entry in enumerate(entries)}


def _set_entry(
    entries: list[Any], places: dict[str, int], added: list[dict[str, Any]], change: Change
) -> None:
    number = places.get(change.id)
    present = entries[number] if number is not None else None
    if change.key is not None:
        if present is None:
            raise ChangeError(f"There is no {change.id} in {change.part} any more.")
        assert number is not None
        entries[number] = dict(present)
        _set(entries[number], change)
        return
    _require(present, change)
    if change.now is None:
        if number is not None:
            entries[number] = None
        return
    if not isinstance(change.now, dict) or change.now.get("id") != change.id:
        raise ChangeError(f"{change.id}: an entry holds its own id.")
    if number is not None:
        entries[number] = change.now
    else:
        added.append(change.now)


def _set(entry: dict[str, Any], change: Change) -> None:
    if change.key is None:
        raise ChangeError(f"{change.id}: a change of this part names its key.")
    if change.key == "place":
        _require({key: entry.get(key) for key in _PLACE}, change)
        if not isinstance(change.now, dict) or set(change.now) != set(_PLACE):
            raise ChangeError(f"{change.id}: a place is a start, an end and a text.")
        entry.update({key: change.now[key] for key in _PLACE})
        return
    if change.key in ("id", "sha256"):
        raise ChangeError(f"{change.id}: {change.key} stays as it is.")
    _require(entry.get(change.key), change)
    entry[change.key] = change.now


def _set_label(labels: dict[str, Any], change: Change) -> None:
    _require(labels.get(change.id), change)
    if change.now is None:
        labels.pop(change.id, None)
    else:
        labels[change.id] = change.now


def _require(present: Any, change: Change) -> None:
    if present != change.was:
        name = f"{change.id}.{change.key}" if change.key else change.id
        raise ChangeError(f"{name} holds another value than the page believed; load it again.")


def _insert(entries: list[dict[str, Any]], entry: dict[str, Any], starts: dict[str, int]) -> None:
    own = _start(entry, starts)
    for number, other in enumerate(entries):
        if _start(other, starts) > own:
            entries.insert(number, entry)
            return
    entries.append(entry)


def _start(entry: dict[str, Any], starts: dict[str, int]) -> int:
    """Where an entry begins in the text; what has no place stands at the end."""
    quotes = [entry, *(entry.get("content") or ()), *(entry.get("mentions") or ())]
    found: list[int] = [
        q["start"] for q in quotes if isinstance(q, dict) and isinstance(q.get("start"), int)
    ]
    if found:
        return min(found)
    source = entry.get("source")
    return starts.get(source, _FAR) if isinstance(source, str) else _FAR


def _natural(key: str) -> tuple[str, int, str]:
    match = _NUMBERED.match(key)
    assert match is not None
    return match[1], int(match[2] or 0), match[3]
