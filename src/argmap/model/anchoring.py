"""Finding a stretch of an old text again in a new one: exact, then by its surroundings, then fuzzy.

Never a silent guess: what could stand at several places, or is like nothing in the new text, is
said to be so and left to a person. Method: lines that both texts share are mapped directly; the
rest is searched first where the old neighbours stand, then in the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

CONTEXT = 48  # characters on either side that tell one occurrence from another
CONTEXT_SCORE = 60.0  # the likeness of one side, of 100, that a choice needs
MARGIN = 10.0  # by how much the best surroundings must be more alike than the second best
LONG = 20  # a quote of so many characters that stands once needs no surroundings
FUZZY_SCORE = 85.0  # the likeness, of 100, that a changed quote needs
FUZZY_MARGIN = 5.0  # by how much the best place must be more alike than the second best
FUZZY_MIN = 12  # shorter quotes are never looked for fuzzily
FUZZY_ALONE = 40  # a changed quote of fewer characters needs alike surroundings too
_BEGINNING, _END = re.compile(r"\b\w|[^\w\s]"), re.compile(r"\w\b|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote stands now; `how` it was found, and how alike it is (of 100)."""

    start: int
    end: int
    how: str
    score: float = 100.0


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A quote that was not placed: `stale` where several places are possible, else `lost`."""

    kind: str
    reason: str


class Anchors:
    """Places of an old text in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._blocks = _blocks(old, new)
        self._starts = [block[0] for block in self._blocks]
        self._found: dict[tuple[int, int], Place | Unplaced] = {}

    def place(self, start: int, end: int) -> Place | Unplaced:
        """Where `old[start:end]` stands in the new text."""
        key = (start, end)
        if key not in self._found:
            self._found[key] = self._place(start, end)
        return self._found[key]

    def _place(self, start: int, end: int) -> Place | Unplaced:
        number = bisect_right(self._starts, start) - 1
        if number >= 0:
            old, new, size = self._blocks[number]
            if end <= old + size:
                return Place(start + new - old, end + new - old, "same")
        before = [block for block in self._blocks[: number + 1] if block[0] + block[2] <= start]
        after = next((block for block in self._blocks[number + 1 :] if block[0] >= end), None)
        low = before[-1][1] + before[-1][2] if before else 0
        high = after[1] if after else len(self.new)
        quote = self.old[start:end]
        around = (self.old[max(0, start - CONTEXT) : start], self.old[end : end + CONTEXT])
        for first, last in ((low, high), (0, len(self.new))):
            places = occurrences(self.new, quote, first, last)
            if places:
                return self._choose(places, start, quote, around)
        for first, last in ((low, high), (0, len(self.new))):
            found = find_fuzzily(self.new, quote, around, first, last)
            if isinstance(found, Place) or found.kind == "stale":
                return found
        return Unplaced("lost", "the text no longer holds it")

    def _choose(
        self, places: list[int], start: int, quote: str, around: tuple[str, str]
    ) -> Place | Unplaced:
        size = len(quote)
        chosen = choose(self.new, places, size, around)
        if chosen is not None:
            return Place(chosen, chosen + size, "exact" if len(places) == 1 else "context")
        if len(places) == 1:
            if size >= LONG:
                return Place(places[0], places[0] + size, "exact")
            return Unplaced("lost", "these words stand in other surroundings now")
        before = occurrences(self.old, quote, 0, len(self.old))
        every = occurrences(self.new, quote, 0, len(self.new))
        if len(before) == len(every) and start in before:
            place = every[before.index(start)]
            return Place(place, place + size, "order")
        return Unplaced("stale", f"the text holds it {len(every)} times now")


def occurrences(text: str, quote: str, low: int, high: int) -> list[int]:
    """Where a quote begins in `text[low:high]`."""
    found = []
    place = text.find(quote, low, high) if quote else -1
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + 1, high)
    return found


def choose(text: str, places: list[int], size: int, around: tuple[str, str]) -> int | None:
    """The place whose surroundings are like those given, or `None` where none is or two are."""
    scored = sorted((*_likeness(text, place, size, around), place) for place in places)
    best = scored[-1]
    if best[1] < CONTEXT_SCORE or (len(scored) > 1 and best[0] - scored[-2][0] < MARGIN):
        return None
    return best[2]


def find_fuzzily(
    text: str, quote: str, around: tuple[str, str] | None, low: int, high: int
) -> Place | Unplaced:
    """The stretch of `text[low:high]` most like a quote: FUZZY_SCORE or more, and the only one."""
    missing = Unplaced("lost", "the text holds nothing like it")
    if len(quote) < FUZZY_MIN:
        return missing
    best = _best(text, quote, low, high)
    if best is None:
        return missing
    rivals = [_best(text, quote, *side) for side in ((low, best.start), (best.end, high))]
    near = [rival for rival in rivals if rival and rival.score > best.score - FUZZY_MARGIN]
    if near:
        places = {place.start: place for place in (best, *near)}
        chosen = around and choose(text, list(places), len(quote), around)
        if chosen is None:
            return Unplaced("stale", "several stretches of the text are like it")
        return places[chosen]
    if not around or len(quote) >= FUZZY_ALONE:
        return best
    sides = _likeness(text, best.start, best.end - best.start, around)[1]
    return best if sides >= CONTEXT_SCORE else missing


def _best(text: str, quote: str, low: int, high: int) -> Place | None:
    window = text[low:high]
    if len(window) < len(quote) * 0.7:
        return None
    if len(window) <= len(quote):
        start, end = low, high
    else:
        found = fuzz.partial_ratio_alignment(quote, window, score_cutoff=FUZZY_SCORE - MARGIN)
        if found is None:
            return None
        start, end = low + found.dest_start, low + found.dest_end
    reach = max(8, len(quote) // 3)
    starts = _edges(_BEGINNING, text, max(low, start - reach), min(end, start + reach)) or [start]
    start = max(starts, key=lambda place: (fuzz.ratio(quote, text[place:end]), -place))
    ends = _edges(_END, text, max(start, end - reach), min(high, end + reach)) or [end - 1]
    end = max(ends, key=lambda place: (fuzz.ratio(quote, text[start : place + 1]), -place)) + 1
    score = fuzz.ratio(quote, text[start:end])
    return Place(start, end, "fuzzy", round(score, 1)) if score >= FUZZY_SCORE else None


def _edges(edge: re.Pattern[str], text: str, low: int, high: int) -> list[int]:
    """Characters at which a word or a mark begins, or ends."""
    return [match.start() for match in edge.finditer(text, low, high)]


def _likeness(text: str, place: int, size: int, around: tuple[str, str]) -> tuple[float, float]:
    """How alike the surroundings are: the mean of both sides, and the better side (of 100)."""
    one = fuzz.ratio(around[0], text[max(0, place - CONTEXT) : place])
    two = fuzz.ratio(around[1], text[place + size : place + size + CONTEXT])
    return (one + two) / 2, max(one, two)


def _blocks(old: str, new: str) -> list[tuple[int, int, int]]:
    """Runs of lines that both texts share: offset in the old one, in the new one, length."""
    one, two = old.splitlines(keepends=True), new.splitlines(keepends=True)
    head = 0
    while head < min(len(one), len(two)) and one[head] == two[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(two)) - head and one[-1 - tail] == two[-1 - tail]:
        tail += 1
    middle = SequenceMatcher(
        None, one[head : len(one) - tail], two[head : len(two) - tail], autojunk=False
    ).get_matching_blocks()
    lines = [(0, 0, head), *((head + a, head + b, size) for a, b, size in middle)]
    lines.append((len(one) - tail, len(two) - tail, tail))
    starts_old, starts_new = _offsets(one), _offsets(two)
    return [
        (starts_old[a], starts_new[b], starts_old[a + size] - starts_old[a])
        for a, b, size in lines
        if size
    ]


def _offsets(lines: list[str]) -> list[int]:
    found = [0]
    for line in lines:
        found.append(found[-1] + len(line))
    return found
