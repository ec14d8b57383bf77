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
    """The changes of a group, one entry a pair of outlets, in the order given."""
    pairs: dict[tuple[str, str], list[ChangeLine]] = {}
    for change in changes:
        lines = pairs.setdefault((change.from_, change.to), [])
        line = change_line(change)
        if line not in lines:
            lines.append(line)
    return tuple(
        ChangeView(origin=story.name(origin), target=story.name(target), lines=tuple(lines))
        for (origin, target), lines in pairs.items()
    )


def change_line(change: Change) -> ChangeLine:
    """One change in words: `stronger: certainty`, `possible → certain`."""
    kind, detail = change.kind, change.detail
    words = f"{kind}: {change.dimension}" if change.dimension else str(kind)
    if change.dimension is Dimension.ATTRIBUTION and "dropped" in detail:
        words, detail = "attribution dropped", {**detail, "dropped": detail["dropped"]}
    elif change.dimension is Dimension.ATTRIBUTION and "added" in detail:
        words = "attribution added"
    elif kind is AlignmentKind.SAME:
        words = "same"
    elif change.dimension is Dimension.NUMBER:
        words = f"{kind}: number differs" if kind is not AlignmentKind.SAME else "number"
    return ChangeLine(kind=str(kind), sign=_SIGNS[kind], words=words, detail=_values(detail))


def _values(detail: Mapping[str, Any]) -> str:
    """The values of a change: `120 → more than 130` where both sides are given."""
    rest = dict(detail)
    parts = []
    if "from" in rest and "to" in rest:
        parts.append(f"{_value(rest.pop('from'))} → {_value(rest.pop('to'))}")
    for name in ("dropped", "added"):
        if rest.get(name) is not None:
            parts.append(_value(rest.pop(name)))
    parts.extend(
        f"{key.replace('_', ' ')}: {_value(value)}"
        for key, value in sorted(rest.items())
        if value is not None
    )
    return "; ".join(parts)


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple):
        return ", ".join(_value(item) for item in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)
