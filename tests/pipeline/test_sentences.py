"""Sentence ends on Docs built by hand."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from argmap.model.structure import Block
from argmap.pipeline.layers import reading_of
from argmap.pipeline.sentences import mark_sentences


def doc_of(words: list[str], glued: set[int], blocks: list[Block] | None = None) -> Doc:
    """A Doc of these words; the numbers in `glued` have no blank behind them."""
    spaces = [number not in glued for number in range(len(words))]
    doc = Doc(Vocab(), words=words, spaces=spaces)
    reading_of(doc).blocks = blocks or [Block(0, len(doc.text.rstrip()), heading=False)]
    return doc


def starts(doc: Doc) -> list[str]:
    """The first word of each sentence."""
    return [sentence[0].text for sentence in mark_sentences(doc).sents]


def test_a_stop_and_its_closing_mark_end_a_sentence() -> None:
    """The closing quotation mark stays with the stop before it."""
    doc = doc_of(["“", "Go", ".", "”", "He", "went", "."], {0, 1, 2, 5})
    assert starts(doc) == ["“", "He"]


def test_a_lower_case_word_goes_on_with_the_sentence() -> None:
    """A question in quotation marks does not end the sentence of its cue."""
    doc = doc_of(["“", "Why", "?", "”", "he", "asked", "."], {0, 1, 2, 5})
    assert starts(doc) == ["“"]


def test_a_block_ends_a_sentence_without_a_stop() -> None:
    """Two blocks are two sentences, whatever stands at their ends."""
    doc = doc_of(["Two", "names", "\n", "No", "one", "came"], {2})
    blocks = [Block(0, 9, heading=True), Block(11, 22, heading=False)]
    reading_of(doc).blocks = blocks
    assert starts(doc) == ["Two", "No"]


def test_in_a_heading_an_abbreviation_ends_nothing() -> None:
    """`U.S. The` stays together in a heading and is cut in a paragraph."""
    words, glued = ["In", "the", "U.S.", "The", "War", "Ends"], set[int]()
    heading = doc_of(words, glued, [Block(0, 27, heading=True)])
    assert starts(heading) == ["In"]
    assert starts(doc_of(words, glued)) == ["In", "The"]


def test_an_empty_doc_stays_empty() -> None:
    """No word, no sentence."""
    doc = Doc(Vocab(), words=[], spaces=[])
    assert list(mark_sentences(doc).sents) == []
