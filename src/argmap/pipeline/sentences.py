"""Sentence ends, by rules on tokens; a sentence never crosses a block's end.

A full stop, question or exclamation mark ends a sentence, with the quotation marks and brackets
that close on it, unless what follows goes on with the sentence: a lower-case word, the cue of a
quoted question, or, after an abbreviation, anything but a word that opens sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc

from argmap.model.structure import Block

from .abbreviations import goes_on, is_abbreviation
from .layers import reading_of
from .reporting import FORMS
from .word_classes import DAYS
from .words import Words, words_of

_STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!?", "!!", "??", "。", "！", "？"})
_ELLIPSES = frozenset({"…", "...", "...."})
_CUED = _ELLIPSES | {
    "?",
    "!",
    "?!",
    "!?",
    "!!",
    "??",
}  # a quotation ending so may have its cue behind
_CLOSERS = frozenset({*"\"'”’»)]}›", "''", "’’"})
_QUOTE_CLOSERS = frozenset({*"\"'”’»›", "''", "’’"})
_OPENERS = frozenset({*"\"'“‘«([{„‹", "``"})
_BULLETS = frozenset("•▪◦‣●■")
_INSIDE = 2**64 - 1  # -1 in spaCy's unsigned attribute type: known not to start a sentence
_CUE_REACH = 6  # tokens in which the cue of a quoted question ends its sentence
_SAYING = frozenset(
    word
    for word, forms in FORMS.items()
    if any("quote" in form.reporter.takes and "past" in form.forms for form in forms)
)
_AFTER_CUE = frozenset({".", ",", ";", ":", "on", "in", "at", "of", "during"}) | DAYS


def mark_sentences(doc: Doc) -> Doc:
    """Set `token.is_sent_start` on every token."""
    words = words_of(doc)
    starts: Any = np.full((len(doc), 1), _INSIDE, dtype="uint64")
    starts[:1] = 1
    for number in sentence_starts(words, reading_of(doc).blocks):
        starts[words.token[number]] = 1
    doc.from_array([SENT_START], starts)  # all at once: each token's setter looks at the whole Doc
    return doc


def sentence_starts(words: Words, blocks: Sequence[Block]) -> Iterator[int]:
    """The number of the first token of each sentence, in order."""
    first = 0
    for block in blocks:
        end = first
        while end < len(words) and words.start[end] < block.end:
            end += 1
        if end > first:
            yield first
            yield from _inside(words, first, end, heading=block.heading)
        first = end


def _inside(words: Words, first: int, end: int, *, heading: bool) -> Iterator[int]:
    cased = any(text[:1].isupper() for text in words.text[first:end])
    number = start = first
    while number < end - 1:
        if words.text[number] in _BULLETS and number > start:
            yield number
            start = number
        if not _may_end(words.text[number]):
            number += 1
            continue
        following = number + 1
        while following < end and _closes(words, following):
            following += 1
        if following < end and _ends(
            words, start, number, following, end, heading=heading, cased=cased
        ):
            yield following
            start = following
        number = following


def _may_end(text: str) -> bool:
    return text in _STOPS or (len(text) > 1 and text[-1] == "." and text[0] != ".")


def _closes(words: Words, number: int) -> bool:
    """Whether a token is a mark that closes on the one before it, or another stop."""
    if words.spaced[number - 1]:
        return False
    return words.text[number] in _CLOSERS or words.text[number] in _STOPS


def _ends(
    words: Words, start: int, stop: int, following: int, end: int, *, heading: bool, cased: bool
) -> bool:
    """Whether the sentence from `start` ends before `following`, after the stop and its marks."""
    first = following
    while first < end - 1 and words.text[first] in _OPENERS:
        first += 1
    text = words.text[first]
    spaced = words.spaced[following - 1]
    if not spaced and words.text[stop] not in "。！？":
        if words.text[stop] != "." or not text[:1].isupper() or not words.lower[stop - 1].isalpha():
            return False
        return stop > start and len(words.text[stop - 1]) > 2
    if text[:1].islower() and cased:
        return False
    if not any(character.isalnum() for character in text):
        return not _is_dash(text) and words.text[stop] not in _ELLIPSES
    if _is_enumerator(words, start, stop):
        return False
    if words.text[stop] in _CUED and words.text[following - 1] in _QUOTE_CLOSERS:
        return not _is_cue(words, first, end)
    if words.text[stop] in _ELLIPSES:
        return stop > start and words.text[stop - 1] not in _OPENERS
    abbreviation = words.text[stop]
    if abbreviation == ".":
        if stop == start or words.spaced[stop - 1]:
            return True
        abbreviation = words.text[stop - 1] + "."
        if not is_abbreviation(abbreviation):
            return not (
                abbreviation.lower() in {"no.", "nos."} and goes_on(abbreviation, words.text[first])
            )
    elif not is_abbreviation(abbreviation):
        return True
    if following > stop + 1 and words.text[following - 1] in _CLOSERS and first == following:
        return not text[:1].isdigit()
    return not heading and not goes_on(abbreviation, text)


def _is_dash(text: str) -> bool:
    return text in {"-", "–", "—", "--", "―"}


def _is_enumerator(words: Words, start: int, stop: int) -> bool:
    """Whether a number or a letter at the start of a line counts an item: `2. Do this`."""
    if words.text[stop] == ".":
        return stop == start + 1 and (words.text[start].isdigit() or len(words.text[start]) == 1)
    return stop == start and words.text[stop][:-1].isdigit()


def _is_cue(words: Words, first: int, end: int) -> bool:
    """Whether `Smith asked.` follows, which belongs to the quoted question before it."""
    for number in range(first, min(first + _CUE_REACH, end)):
        if words.lower[number] in _SAYING:
            return number + 1 >= end or words.lower[number + 1] in _AFTER_CUE
        if words.text[number] in _STOPS or words.text[number] in _OPENERS:
            return False
    return False
