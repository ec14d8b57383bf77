"""Tone towards named people and bodies, as the discourse model reads it."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from argmap.discourse.tasks import TASKS

from .layers import SegmentDraft, reading_of
from .stretches import numbered

_TARGETS = frozenset({"PERSON", "ORG", "NORP"})
_VALUES = {"negative": -1, "neutral": 0, "positive": 1}
_SURE = 0.7  # share of a tone from which it is told


def mark_tone_towards(doc: Doc) -> Doc:
    """Write `segment.tone_towards`: names that a segment speaks well or ill of, each once.

    Who speaks is no target of what he says.
    """
    reading = reading_of(doc)
    if reading.discourse is None:
        return doc
    boilerplate = numbered(reading.boilerplate)
    places = numbered((segment.start, segment.end) for segment in reading.segments)
    speaking = numbered(draft.source for draft in reading.attributions if draft.source)
    asked: list[tuple[Span, SegmentDraft]] = []
    for name in doc.ents:
        outside = not boilerplate.at(name.start_char) and not speaking.at(name.start_char)
        if name.label_ in _TARGETS and outside:
            asked += [
                (name, reading.segments[number])
                for _, _, number in places.covering(name.start_char, name.end_char)
            ]
    likely = reading.discourse.classes("tone", [(n.start_char, n.end_char) for n, _ in asked])
    names = TASKS["tone"].classes
    for (name, segment), row in zip(asked, likely, strict=True):
        value = _VALUES[names[int(row.argmax())]]
        known = {target for target, _ in segment.tone_towards}
        target = " ".join(name.text.split())
        if value and row.max() >= _SURE and target not in known:
            segment.tone_towards = (*segment.tone_towards, (target, value))
            reads = f"reads as {names[int(row.argmax())]} towards {target}"
            before = segment.reasons.get("tone_towards")
            segment.reasons["tone_towards"] = f"{before}; {reads}" if before else reads
    return doc
