"""What changes in a claim from outlet to outlet, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.model.comparison import Change
from argmap.model.labels import AlignmentKind, Dimension

from .story import Story

_SIGNS = {
    AlignmentKind.SAME: "=",
    AlignmentKind.STRONGER: "↑",
    AlignmentKind.WEAKER: "↓",
    AlignmentKind.CONTRADICTS: "≠",
}
_NOBODY = "a source that is not named"
_NOTHING = {
    Dimension.INTENSITY: "plain words",
    Dimension.CAUSALITY: "no cause told",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One thing that changes: a sign, what it is in a word or two, and the values."""

    kind: str
    sign: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """All that changes on the way from one outlet to another."""

    origin: str
    target: str
    lines: tuple[ChangeLine, ...]


def change_views(story: Story, changes: tuple[Change, ...]) -> tuple[ChangeView, ...]:
    """The changes of a group, one entry a pair of outlets, in the order given.

    A pair that tells the claim alike is left out, unless there is something to say of it.
    """
    pairs: dict[tuple[str, str], list[ChangeLine]] = {}
    for change in changes:
        line = change_line(story, change)
        lines = pairs.setdefault((change.from_, change.to), [])
        if line not in lines and (line.detail or change.kind is not AlignmentKind.SAME):
            lines.append(line)
    return tuple(
        ChangeView(origin=story.name(origin), target=story.name(target), lines=tuple(lines))
        for (origin, target), lines in pairs.items()
        if lines
    )


def change_line(story: Story, change: Change) -> ChangeLine:
    """One change in words, such as `stronger: certainty` with `possible → certain (“may”)`."""
    words, detail = _words(story, change)
    return ChangeLine(kind=str(change.kind), sign=_SIGNS[change.kind], words=words, detail=detail)


def _words(story: Story, change: Change) -> tuple[str, str]:
    kind, dimension, detail = change.kind, change.dimension, change.detail
    if dimension is Dimension.ATTRIBUTION and ("dropped" in detail or "added" in detail):
        done = "dropped" if "dropped" in detail else "added"
        name = _value(detail[done], _NOBODY)
        return f"attribution {done}", name + _rest(detail, {done})
    if dimension is Dimension.NUMBER and "values" in detail:
        return f"{kind}: number differs", _joined(detail["values"], " ≠ ")
    if "sources" in detail:
        return f"{kind}, from another source", _joined(detail["sources"], " → ")
    if "negation" in detail:
        where = detail.get("only in")
        place = f" in {story.name(str(where))} only" if where else ""
        return f"{kind}: negation", f"“{_value(detail['negation'], '')}”{place}"
    words = f"{kind}: {dimension}" if dimension else str(kind)
    if "from" in detail and "to" in detail:
        nothing = _NOTHING.get(dimension, "none") if dimension else "none"
        arrow = " ≠ " if kind is AlignmentKind.CONTRADICTS else " → "
        ends = [_value(detail[end], nothing) for end in ("from", "to")]
        return words, arrow.join(ends) + _rest(detail, {"from", "to"})
    return words, _rest(detail, set()).strip(" ()")


def _rest(detail: Mapping[str, Any], told: set[str]) -> str:
    """What else a change says, in brackets: cue words in quotation marks, `via` a source."""
    parts = []
    for key, value in detail.items():
        if key in told or value in (None, [], ()):
            continue
        if key == "cue":
            cues = value if isinstance(value, list | tuple) else [value]
            parts.append(", ".join(f"“{cue}”" for cue in cues))
        else:
            parts.append(f"{key.replace('_', ' ')} {_value(value, 'none')}")
    return f" ({'; '.join(parts)})" if parts else ""


def _joined(values: Any, joint: str) -> str:
    if isinstance(values, list | tuple):
        return joint.join(_value(item, _NOBODY) for item in values)
    return _value(values, "none")


def _value(value: Any, nothing: str) -> str:
    if value is None or value == "" or value in ([], ()):
        return nothing
    if isinstance(value, list | tuple):
        return ", ".join(_value(item, nothing) for item in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)
