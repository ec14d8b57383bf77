"""Tone of a segment: TextBlob's polarity and subjectivity with the words that gave them.

Names ("Great Britain", "Cold War") and function adjectives ("new", "first", "more") are kept out of
account: they classify, they do not judge. Where no word is left there is no tone, rather than 0.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from argmap.lexicons import entries

from .layers import Reading, reading_of
from .phrases import Phrases, word_range
from .stretches import numbered
from .words import Words, words_of

_LISTS = entries("function_adjectives")
_FUNCTION = frozenset([*_LISTS["words"], *_LISTS["misread"]])
_DEGREE = frozenset(_LISTS["degree"])
_FIXED_NAMES = Phrases({"name": _LISTS["fixed_names"]})
_MASK = "\N{FULL BLOCK}" * 3  # a word that no list knows and that no modifier reaches across
_DIGITS = 4
_TITLE_SHARE = 0.5  # of the words with a capital: the block is in title case
_LONG_WORD = 4

Tone = tuple[float, float, tuple[tuple[str, float, float], ...]]


def mark_tone(doc: Doc) -> Doc:
    """Write `segment.tone`, `None` where no word of the segment is in TextBlob's list."""
    reading = reading_of(doc)
    words = words_of(doc)
    boilerplate = numbered(reading.boilerplate)
    masked = _names(doc, words, reading) | _named_again(words, reading)
    for segment in reading.segments:
        if not boilerplate.at(segment.start):
            places = word_range(words, (segment.start, segment.end))
            segment.tone = tone_of(_shown(words, places, masked))
            if segment.tone is not None:
                segment.reasons["tone"] = ", ".join(word for word, _, _ in segment.tone[2])
    return doc


def tone_of(words: list[str]) -> Tone | None:
    """TextBlob's polarity, subjectivity and assessed words of some words in lower case."""
    found = [
        (_words_of(chunk), round(polarity, _DIGITS), round(subjectivity, _DIGITS))
        for chunk, polarity, subjectivity, _ in _sentiment()(words).assessments
        if polarity or subjectivity
    ]
    if not found:
        return None
    polarity = sum(score for _, score, _ in found) / len(found)
    subjectivity = sum(score for _, _, score in found) / len(found)
    return (
        round(max(-1.0, min(1.0, polarity)), _DIGITS),
        round(max(0.0, min(1.0, subjectivity)), _DIGITS),
        tuple((chunk, pol, max(0.0, min(1.0, sub))) for chunk, pol, sub in found),
    )


def _words_of(chunk: list[str]) -> str:
    """The words that TextBlob scored together; a mark that it read with them (`great !`) is none.

    A chunk of marks alone (a smiley) is kept.
    """
    told = [word for word in chunk if any(map(str.isalnum, word))]
    return " ".join(told or chunk)


def _shown(words: Words, places: range, masked: set[int]) -> list[str]:
    """The words as TextBlob is to see them: compounds in one piece, the masked ones covered."""
    shown: list[str] = []
    place = places.start
    while place < places.stop:
        end = place + 1
        while end + 1 < places.stop and words.text[end] == "-" and not _spaced(words, end):
            end += 2
        compound = end - place > 1
        word = "".join(words.lower[place:end])
        if place in masked or word in _FUNCTION:
            modifies = not compound and word in _DEGREE and place not in masked
            shown.append(word if modifies and _scored(words, end, places, masked) else _MASK)
        else:
            shown.append(word)
        place = end
    return shown


def _spaced(words: Words, hyphen: int) -> bool:
    return words.spaced[hyphen] or words.spaced[hyphen - 1]


def _scored(words: Words, place: int, places: range, masked: set[int]) -> bool:
    """Whether the word after a word of degree has a score of its own: `very good`."""
    if place >= places.stop or place in masked or words.lower[place] in _FUNCTION:
        return False
    return words.lower[place] in _sentiment()


def _names(doc: Doc, words: Words, reading: Reading) -> set[int]:
    """Words of names: what the name finder found, capitals inside a sentence, well-known names."""
    in_ents = {token.i for name in doc.ents for token in name}
    named = {number for number, token in enumerate(words.token) if token in in_ents}
    for found in _FIXED_NAMES.find(words):
        named.update(range(found.start, found.end))
    starts = {words_at(words, sentence.start_char) for sentence in doc.sents}
    for block in reading.blocks:
        places = word_range(words, (block.start, block.end))
        if not _in_title_case(words, places):
            named.update(
                place
                for place in places
                if words.text[place][0].isupper() and not _opens(words, place, starts)
            )
    return named


def words_at(words: Words, offset: int) -> int:
    """The number of the first word at or after an offset."""
    return word_range(words, (offset, offset)).start


def _opens(words: Words, place: int, starts: set[int]) -> bool:
    """Whether a capital may be due to the place: after a start, a quotation mark or a colon."""
    if place in starts or words.lower[place] == "i":
        return True
    return place > 0 and words.text[place - 1] in {
        "“",
        '"',
        "‘",
        "'",
        ":",
        "(",
        "—",
        "–",
        ".",
        "?",
        "!",
    }


def _in_title_case(words: Words, places: range) -> bool:
    long = [words.text[p] for p in places if len(words.text[p]) >= _LONG_WORD]
    return sum(word[0].isupper() for word in long) > _TITLE_SHARE * len(long)


def _named_again(words: Words, reading: Reading) -> set[int]:
    """Names of two words or more that a sentence shows by their capitals, found in titles too."""
    names: set[tuple[str, str]] = set()
    titled: list[range] = []
    for block in reading.blocks:
        places = word_range(words, (block.start, block.end))
        if _in_title_case(words, places):
            titled.append(places)
            continue
        for place in places[1:-1]:
            if words.text[place][0].isupper() and words.text[place + 1][0].isupper():
                names.add((words.lower[place], words.lower[place + 1]))
    return {
        number
        for places in titled
        for place in places[:-1]
        if (words.lower[place], words.lower[place + 1]) in names
        for number in (place, place + 1)
    }


@cache
def _sentiment():  # type: ignore[no-untyped-def]
    """TextBlob's lexicon with its rules; loaded at the first use, needs no corpora."""
    from textblob.en import sentiment

    sentiment([])
    return sentiment
