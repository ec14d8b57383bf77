"""Generic frames of a segment from the words that point to them; thin evidence gives none."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from argmap.lexicons import entries
from argmap.model.labels import Frame

from .layers import SegmentDraft, reading_of
from .phrases import Phrases, longest, word_range
from .stretches import numbered
from .words import Words, words_of

_LISTS = entries("frames")
_STRONG = Phrases({frame: lists["strong"] for frame, lists in _LISTS.items()})
_WEAK = Phrases({frame: lists["weak"] for frame, lists in _LISTS.items()})
_STRONG_WEIGHT, _WEAK_WEIGHT = 2, 1
_ENOUGH = 2  # one strong word, or two different weak ones
_ENOUGH_LATER = 3  # for a second or third frame of the same segment
_MOST = 3
_ORDER = {frame: number for number, frame in enumerate(Frame)}

_Hits = list[tuple[int, str, str, int]]


def mark_frames(doc: Doc) -> Doc:
    """Write `segment.frames`, at most three, the best founded first."""
    reading = reading_of(doc)
    words = words_of(doc)
    boilerplate = numbered(reading.boilerplate)
    hits = _hits(words)
    place = 0
    for segment in reading.segments:
        within = word_range(words, (segment.start, segment.end))
        while place < len(hits) and hits[place][0] < within.start:
            place += 1
        until = place
        while until < len(hits) and hits[until][0] < within.stop:
            until += 1
        if not boilerplate.at(segment.start):
            _judge(segment, hits[place:until])
        place = until
    return doc


def _hits(words: Words) -> _Hits:
    """Word, frame, form and weight of every word that points to a frame, in order."""
    strong = longest(_STRONG.find_all(words))
    taken = {place for found in strong for place in range(found.start, found.end)}
    hits = [
        (found.start, found.group, " ".join(words.lower[found.start : found.end]), _STRONG_WEIGHT)
        for found in strong
    ]
    hits += [
        (found.start, found.group, " ".join(words.lower[found.start : found.end]), _WEAK_WEIGHT)
        for found in _WEAK.find_all(words)
        if found.start not in taken
    ]
    return sorted(hits)


def _judge(segment: SegmentDraft, hits: _Hits) -> None:
    scores: Counter[str] = Counter()
    seen: dict[str, list[str]] = {}
    for _, frame, form, weight in hits:
        if form not in seen.setdefault(frame, []):
            seen[frame].append(form)
            scores[frame] += weight
    ranked = sorted(scores, key=lambda frame: (-scores[frame], _ORDER[Frame(frame)]))
    chosen = [
        frame
        for number, frame in enumerate(ranked[:_MOST])
        if scores[frame] >= (_ENOUGH if number == 0 else _ENOUGH_LATER)
    ]
    segment.frames = tuple(Frame(frame) for frame in chosen)
    if chosen:
        segment.reasons["frames"] = "; ".join(
            f"{frame}: {', '.join(seen[frame])}" for frame in chosen
        )
