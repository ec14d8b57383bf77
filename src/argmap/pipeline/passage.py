"""A Doc as the rules of attribution see it: words, sentences, and the quotation each word is in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc

from argmap.model.structure import Block

from .layers import QuotedText, reading_of
from .tree import Tree, tree_of
from .word_classes import DASHES, QUOTE_MARKS
from .words import Words, words_of

_MAX_DATELINE = 14  # words


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words from `first` up to `last`; both count in the passage's words."""

    first: int
    last: int
    heading: bool
    block: int
    lead: int  # the first word behind a dateline


@dataclass(frozen=True)
class Passage:
    """What the rules read; words are told by number, offsets come back at the end."""

    words: Words
    sentences: list[Sentence]
    quotes: list[QuotedText]
    quote_at: list[int]  # the outer quotation that a word stands in, -1 for none
    names: list[bool]  # whether a word belongs to a name
    labels: list[str]  # the label of that name
    blocks: list[tuple[int, int]]  # where the paragraphs and headings stand
    tree: Tree

    def sentence_of(self, number: int) -> Sentence:
        """The sentence in which a word stands."""
        place = bisect_right(self.sentences, number, key=lambda sentence: sentence.first)
        return self.sentences[place - 1]

    @property
    def lower(self) -> list[str]:
        """The words in lower case."""
        return self.words.lower

    @property
    def text(self) -> list[str]:
        """The words as they stand."""
        return self.words.text

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Where the words from `first` up to `last` stand in the text."""
        return self.words.start[first], self.words.end[last - 1]

    def is_name(self, number: int) -> bool:
        """Whether a word is part of a name, or is capitalised as one."""
        return self.names[number] or self._capital[number]

    @cached_property
    def _capital(self) -> list[bool]:
        initial = {sentence.first for sentence in self.sentences}
        return [
            text[:1].isupper() and number not in initial for number, text in enumerate(self.text)
        ]

    @cached_property
    def quote_words(self) -> list[tuple[int, int]]:
        """For each quotation the first of its words, and the one after its last."""
        found: list[list[int]] = [[-1, -1] for _ in self.quotes]
        for number, quote in enumerate(self.quote_at):
            if quote >= 0:
                if found[quote][0] < 0:
                    found[quote][0] = number
                found[quote][1] = number + 1
        return [(first, last) for first, last in found]


def passage_of(doc: Doc) -> Passage:
    """Read a Doc that has blocks, sentences, names and quotations."""
    words = words_of(doc)
    reading = reading_of(doc)
    place = {token: number for number, token in enumerate(words.token)}
    names = [False] * len(words)
    labels = [""] * len(words)
    for name in doc.ents:
        for token in range(name.start, name.end):
            if token in place:
                names[place[token]] = True
                labels[place[token]] = name.label_
    outer = _outermost(reading.quoted)
    sentences = sentences_of(doc, words, reading.blocks)
    blocks = [(block.start, block.end) for block in reading.blocks]
    quote_at = _quote_at(words, outer)
    tree = tree_of(doc)
    return Passage(words, sentences, outer, quote_at, names, labels, blocks, tree)


def sentences_of(doc: Doc, words: Words, blocks: list[Block]) -> list[Sentence]:
    """The sentences of a Doc in words that are not blank, each with its block."""
    firsts = [number for number, token in enumerate(words.token) if doc[token].is_sent_start]
    if words.token and (not firsts or firsts[0]):
        firsts.insert(0, 0)
    found: list[Sentence] = []
    block = 0
    for first, last in pairwise([*firsts, len(words)]):
        while block < len(blocks) - 1 and words.start[first] >= blocks[block].end:
            block += 1
        opens = not found or found[-1].block != block
        lead = _after_dateline(words, first, last) if opens else first
        found.append(Sentence(first, last, bool(blocks) and blocks[block].heading, block, lead))
    return found


def _after_dateline(words: Words, first: int, last: int) -> int:
    """The word behind `PORT SABLE, Ilmarra —`; the first word where there is no dateline."""
    if len(words.text[first]) < 3 or not words.text[first].isupper():
        return first
    for number in range(first + 1, min(first + _MAX_DATELINE, last - 1)):
        if words.text[number] in DASHES and words.spaced[number - 1]:
            return number + 1
        if words.text[number][:1].islower():
            return first
    return first


def _outermost(quoted: list[QuotedText]) -> list[QuotedText]:
    found: list[QuotedText] = []
    for item in quoted:
        if not found or item.start >= found[-1].end:
            found.append(item)
    return found


def _quote_at(words: Words, outer: list[QuotedText]) -> list[int]:
    found = [-1] * len(words)
    quote = 0
    for number, start in enumerate(words.start):
        while quote < len(outer) and outer[quote].end <= start:
            quote += 1
        if quote < len(outer) and words.end[number] > outer[quote].start:
            found[number] = quote
    return found


def opens_quote(passage: Passage, number: int) -> bool:
    """Whether a word is the mark that opens an outer quotation."""
    quote = passage.quote_at[number]
    return quote >= 0 and passage.words.start[number] <= passage.quotes[quote].start


def closes_quote(passage: Passage, number: int) -> bool:
    """Whether a word is the last one of an outer quotation."""
    quote = passage.quote_at[number]
    return (
        quote >= 0
        and passage.words.end[number] >= passage.quotes[quote].end
        and (passage.text[number] in QUOTE_MARKS or not passage.quotes[quote].closed)
    )
