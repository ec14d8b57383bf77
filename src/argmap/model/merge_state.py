"""What a merge works on: three annotations on one text with one set of ids, and its notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .matching import LAYERS, Value
from .moving import bare, quotes

_SHOWN = 48


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that the merge did: `kept`, `deleted`, `moved`, `renamed`, `stale`, `lost`,
    `returned` or `conflict`, at which part, and in words."""

    kind: str
    where: str
    message: str

    def __str__(self) -> str:
        """One line for a person."""
        return f"{self.kind}: {self.where}: {self.message}"


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing on which two people differ: a part as each has it, and which labels of it."""

    layer: str
    ours: Value | None
    theirs: Value | None
    keys: tuple[str, ...] = ()


@dataclass(slots=True)
class Merge:
    """What is being merged, all on one text and with one set of ids, and what was noted so far."""

    text: str
    run: bool
    names: tuple[str, str]
    base: dict[str, dict[str, Value]] = field(default_factory=dict)
    ours: dict[str, dict[str, Value]] = field(default_factory=dict)
    theirs: dict[str, dict[str, Value]] = field(default_factory=dict)
    result: dict[str, dict[str, Value]] = field(default_factory=dict)
    originals: dict[str, Value] = field(default_factory=dict)  # ours as they were, by new id
    changed: set[str] = field(default_factory=set)  # ids of what ours changed or added
    notes: list[Note] = field(default_factory=list)
    parked: list[Value] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    stands: set[str] = field(default_factory=set)  # labels of theirs that ours gives in to, by key

    def dispute(
        self, layer: str, ours: Value | None, theirs: Value | None, keys: tuple[str, ...] = ()
    ) -> None:
        """Two people differ on these labels of a part; without keys, on whether there is one."""
        if not self.run:
            self.disputes.append(Dispute(layer, ours, theirs, keys))

    def conflict(self, where: str, ours: Any, theirs: Any) -> None:
        """Note that both sides changed one thing; ours was taken."""
        mine, other = show(ours), show(theirs)
        if self.run:
            self.notes.append(Note("kept", where, f"{mine}; the machine now says {other}"))
        else:
            one, two = self.names
            self.notes.append(Note("conflict", where, f"{one} says {mine}, taken; {two}, {other}"))

    def conflict_kept(self, where: str, ours: str, theirs: str) -> None:
        """Note that one side deleted what the other changed; it stays until somebody decides."""
        one, two = self.names
        what = f"{one} says {ours}; {two}, {theirs}, kept"
        self.notes.append(Note("conflict", where, what))

    def kept(self, where: str, value: Any) -> None:
        """Note that a person's value stays."""
        self.notes.append(Note("kept", where, show(value)))

    def park(
        self, layer: str, part: Value, kind: str, reason: str, *, left: Value | None = None
    ) -> None:
        """Put aside a person's part that has no place in the result; `left` is what stays of it."""
        own = self.originals.get(part["id"], bare(part))
        self.notes = [n for n in self.notes if n.kind != "kept" or n.where != label(part)]
        self.notes.append(Note(kind, label(own), f"{reason}; it is put aside"))
        item = {"kind": kind, "reason": reason, "layer": layer, "part": own}
        self.parked.append({**item, "left": left} if left else item)

    def any_part(self, identifier: str | None) -> Value | None:
        """A part by its id, from whoever has it: ours, theirs, base."""
        for side in (self.ours, self.theirs, self.base):
            for layer in LAYERS:
                if identifier in side[layer]:
                    return side[layer][identifier]
        return None


def label(part: Value) -> str:
    """A part's id with the words that it stands on, short."""
    found = part.get("name") or next((quote["text"] for quote in quotes(part)), "")
    words = " ".join(str(found).split())
    words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return f"{part['id']} “{words}”" if words else str(part["id"])


def show(value: Any) -> str:
    """A value in a message, short."""
    if value is None or value == []:
        return "none"
    if isinstance(value, list):
        return ", ".join(map(show, value))
    if isinstance(value, dict):
        words = value.get("text") or ", ".join(f"{k} {show(v)}" for k, v in bare(value).items())
        return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return str(value)
