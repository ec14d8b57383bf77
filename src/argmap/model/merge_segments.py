"""Segments go on partitioning the text: what a person cut or labelled keeps its borders."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from .matching import LAYERS, Value, fresh, place_of
from .merge_fields import same
from .merge_state import Merge, label


def partition(state: Merge) -> None:
    """Let segments claim their stretches in order of rank; what is left of others stays theirs.

    First come ours that were changed, at a place that ours gave; then those at the place that
    theirs gave; then the rest of theirs; and only for stretches that nobody claimed, whatever ours
    or theirs had there.
    """
    merged = state.result["segments"]
    claims = _Claims(state)
    changed = [part for part in merged.values() if part["id"] in state.changed]
    own = [part for part in changed if _placed_by(state.ours, part)]
    for part in own:
        _claim(state, claims, part)
    for part in changed:
        if part not in own:
            _claim(state, claims, part)
    for part in merged.values():
        if part["id"] in state.changed:
            continue
        if "lost" in part:
            if not state.run and not same(state.base["segments"].get(part["id"]), part):
                state.park("segments", part, *part["lost"])
        else:
            left = claims.take(part)
            if not state.run and left != [place_of(part)]:
                _note_trimmed(state, part)
    for side in (state.ours, state.theirs):
        for part in side["segments"].values():
            if place_of(part):
                claims.take(part)
    found = claims.segments()
    state.result["segments"] = {part["id"]: part for part in found}


def _claim(state: Merge, claims: _Claims, part: Value) -> None:
    if "lost" in part:
        state.park("segments", state.ours["segments"][part["id"]], *part["lost"])
    elif not claims.take(part):
        state.park(
            "segments", part, "lost", "another segment that a person changed stands in its place"
        )


def _placed_by(side: dict[str, dict[str, Value]], part: Value) -> bool:
    own = side["segments"].get(part["id"])
    return own is not None and place_of(own) == place_of(part)


def _note_trimmed(state: Merge, part: Value) -> None:
    """A conflict, where theirs changed the segment that ours has cut otherwise."""
    identifier = part["id"]
    old, new = (side["segments"].get(identifier) for side in (state.base, state.theirs))
    if new is not None and (old is None or not same(old, new)):
        state.dispute("segments", None, part)
        state.conflict(f"{label(part)} borders", "a segment cut otherwise", f"{place_of(part)}")


def _start(taken: tuple[int, int, Value]) -> int:
    return taken[0]


class _Claims:
    """Stretches of the text and the segment that each belongs to."""

    def __init__(self, state: Merge) -> None:
        self.text = state.text
        self._taken: list[tuple[int, int, Value]] = []
        self._used = {
            name
            for side in (state.ours, state.theirs, state.result)
            for layer in LAYERS
            for name in side.get(layer, {})
        }

    def take(self, part: Value) -> list[tuple[int, int]]:
        """Give a segment what is free of its stretch, without blanks at the ends."""
        place = place_of(part)
        assert place
        pieces = []
        position = place[0]
        low = max(0, bisect_right(self._taken, place[0], key=_start) - 1)
        high = bisect_left(self._taken, place[1], key=_start)
        near = [taken for taken in self._taken[low:high] if taken[1] > place[0]]
        for start, end, _ in near:
            pieces.append((position, start))
            position = max(position, end)
        pieces.append((position, place[1]))
        left = [found for piece in pieces if (found := self._stripped(*piece))] if near else [place]
        for start, end in left:
            insort(self._taken, (start, end, part), key=_start)
        return left

    def segments(self) -> list[Value]:
        """The segments in the order of the text, each piece with an id of its own."""
        found: list[Value] = []
        seen: set[str] = set()
        for start, end, part in self._taken:
            identifier = part["id"]
            if identifier in seen:
                identifier = fresh(identifier, self._used)
                self._used.add(identifier)
            seen.add(identifier)
            words = self.text[start:end]
            found.append({**part, "id": identifier, "start": start, "end": end, "text": words})
        return found

    def _stripped(self, start: int, end: int) -> tuple[int, int] | None:
        words = self.text[start:end]
        if start >= end or not words.strip():
            return None
        begin = start + len(words) - len(words.lstrip())
        return begin, begin + len(words.strip())
