"""What the finders of framing and loaded language return: a device by its words."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import FrameStance, SpanLabel

from .layers import Reading
from .phrases import word_range
from .words import Words


@dataclass(frozen=True, slots=True)
class Device:
    """A stretch of words with its label; `stance` where the finder knows it already."""

    start: int
    end: int
    label: SpanLabel
    confidence: float
    reason: str
    stance: FrameStance | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What the finders look at: the words, the reading so far, and the sentences as word ranges."""

    words: Words
    reading: Reading
    sentences: list[range]

    def phrase(self, start: int, end: int) -> str:
        """The text of some words, for a reason."""
        return " ".join(self.words.text[start:end])

    def in_boilerplate(self, place: int) -> bool:
        """Whether a word stands outside the article's matter."""
        offset = self.words.start[place]
        return any(start <= offset < end for start, end in self.reading.boilerplate)

    def in_heading(self, place: int) -> bool:
        """Whether a word stands in a heading."""
        offset = self.words.start[place]
        return any(b.heading and b.start <= offset < b.end for b in self.reading.blocks)

    def quoted(self, place: int) -> bool:
        """Whether a word stands between quotation marks."""
        offset = self.words.start[place]
        return any(q.inner[0] <= offset < q.inner[1] for q in self.reading.quoted)


def sentence_ranges(words: Words, sentences: list[tuple[int, int]]) -> list[range]:
    """Sentences by offsets as ranges of words, empty ones left out."""
    ranges = (word_range(words, stretch) for stretch in sentences)
    return [found for found in ranges if found]
