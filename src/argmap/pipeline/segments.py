"""Segments: a partition of the text into sentences and clauses of one voice."""

from __future__ import annotations

from spacy.tokens import Doc

from .layers import SegmentDraft, reading_of


def mark_segments(doc: Doc) -> Doc:
    """Write `reading.segments`."""
    reading = reading_of(doc)
    headings = {block.start: block.heading for block in reading.blocks}
    heading = False
    for sentence in doc.sents:
        text = sentence.text
        if not text.strip():
            continue
        start = sentence.start_char + len(text) - len(text.lstrip())
        heading = headings.get(start, heading)
        reading.segments.append(SegmentDraft(start, start + len(text.strip()), heading))
    return doc
