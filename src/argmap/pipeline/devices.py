"""What the finders of framing and loaded language return: a device by its words."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import FrameStance, SpanLabel

from .layers import Reading
from .ownership import Owners
from .phrases import word_range
from .stretches import numbered
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


class Text:
    """What the finders look at: the words, the reading so far, and the sentences as word ranges."""

    def __init__(self, words: Words, reading: Reading, sentences: list[range]) -> None:
        """Index the layers of the reading that the finders ask for."""
        self.words = words
        self.reading = reading
        self.sentences = sentences
        self.owners = Owners(reading)
        self._boilerplate = numbered(reading.boilerplate)
        self._blocks = numbered((block.start, block.end) for block in reading.blocks)
        self._quoted = numbered(quoted.inner for quoted in reading.quoted)

    def phrase(self, start: int, end: int) -> str:
        """The text of some words, for a reason."""
        return " ".join(self.words.text[start:end])

    def in_boilerplate(self, place: int) -> bool:
        """Whether a word stands outside the article's matter."""
        return self._boilerplate.at(self.words.start[place])

    def in_heading(self, place: int) -> bool:
        """Whether a word stands in a heading."""
        offset = self.words.start[place]
        blocks = self._blocks.touching(offset, offset + 1)
        return any(self.reading.blocks[number].heading for _, _, number in blocks)

    def same_block(self, first: int, second: int) -> bool:
        """Whether two words stand in one paragraph."""
        return bool(self._blocks.covering(self.words.start[first], self.words.end[second]))

    def quoted(self, place: int) -> bool:
        """Whether a word stands between quotation marks."""
        return self._quoted.at(self.words.start[place])


def sentence_ranges(words: Words, sentences: list[tuple[int, int]]) -> list[range]:
    """Sentences by offsets as ranges of words, empty ones left out."""
    ranges = (word_range(words, stretch) for stretch in sentences)
    return [found for found in ranges if found]
