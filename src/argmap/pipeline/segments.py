"""Segments: a partition of the text into sentences, cut at a clause where the voice changes.

A sentence that one source says, with the words that say so, is one segment: "The ministry believes
that it may rain", "It rained, officials said". It is cut where another source takes over, where the
author goes on in a clause of some size, and before a "because" that gives the author's reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from .layers import SegmentDraft, reading_of
from .passage import Passage, Sentence, passage_of
from .segment_cuts import cut
from .voices import Voices, set_voice, voices_of


def mark_segments(doc: Doc) -> Doc:
    """Write `reading.segments` with voice and attribution."""
    reading = reading_of(doc)
    passage = passage_of(doc)
    voices = voices_of(passage, reading.attributions)
    reading.segments = list(segments(passage, voices))
    for segment, words in zip(reading.segments, _stretches(passage, voices), strict=True):
        set_voice(segment, words, passage, voices, reading.attributions)
    return doc


def segments(passage: Passage, voices: Voices) -> Iterator[SegmentDraft]:
    """The segments of all sentences, in order, with neither voice nor role."""
    for first, last, sentence in _pieces(passage, voices):
        start, end = passage.offsets(first, last)
        yield SegmentDraft(start, end, sentence.heading)


def _stretches(passage: Passage, voices: Voices) -> Iterator[tuple[int, int]]:
    for first, last, _ in _pieces(passage, voices):
        yield first, last


def _pieces(passage: Passage, voices: Voices) -> Iterator[tuple[int, int, Sentence]]:
    for sentence in passage.sentences:
        for first, last in cut(passage, voices, sentence):
            yield first, last, sentence
