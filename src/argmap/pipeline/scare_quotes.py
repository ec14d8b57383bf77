"""Inverted commas by which an author keeps a word at arm's length: the "gift" that cost nine boats.

Only a few words count, a noun phrase and no name or title, in a sentence in which nobody is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lexicons import entries
from argmap.model.labels import FrameStance, SpanLabel

from .devices import Device, Text
from .phrases import word_range
from .stretches import numbered
from .words import Words

_LISTS = entries("scare_quotes")
_MENTION = frozenset(_LISTS["mention"])
_SAYING = frozenset(_LISTS["saying"])
_CLAUSAL = frozenset(_LISTS["clausal"]) | frozenset(entries("clauses")["finite"])
_FIRST = frozenset(_LISTS["not_first"])
_CLOSING = frozenset({",", ".", ";", "!"})
_MAX_WORDS = 3
_REACH = 6  # words before the quotation in which a verb of saying claims it
_CONFIDENCE = 0.55


def find_scare_quotes(text: Text) -> list[Device]:
    """All scare quotes, by the words between the marks."""
    return list(_found(text))


def _found(text: Text) -> Iterator[Device]:
    words = text.words
    cues = numbered(draft.cue for draft in text.reading.attributions if draft.cue is not None)
    ends = [sentence.stop for sentence in text.sentences]
    sentence = 0
    for quoted in sorted(text.reading.quoted, key=lambda one: one.start):
        places = word_range(words, quoted.inner)
        while sentence < len(ends) - 1 and ends[sentence] <= places.start:
            sentence += 1
        end = places.stop
        while end > places.start and words.text[end - 1] in _CLOSING:
            end -= 1
        if not quoted.closed or quoted.continued or not 0 < end - places.start <= _MAX_WORDS:
            continue
        if text.in_boilerplate(places.start) or text.owners.touched(*quoted.inner):
            continue
        around = text.sentences[sentence]
        if cues.touching(words.start[around.start], words.end[around.stop - 1]):
            continue
        if _is_mention(words, places.start, end) or not _is_noun_phrase(words, places.start, end):
            continue
        reason = f"in inverted commas, nobody named: {text.phrase(places.start, end)}"
        yield Device(
            places.start, end, SpanLabel.SCARE_QUOTES, _CONFIDENCE, reason, FrameStance.REPORTS
        )


def _is_mention(words: Words, start: int, end: int) -> bool:
    """A title, a name, a number, a word talked about or somebody's word: no scare quotes."""
    before = words.lower[max(0, start - _REACH) : max(0, start - 1)]
    if not _MENTION.isdisjoint(before[-3:]) or not _SAYING.isdisjoint(before):
        return True
    if start >= 2 and words.lower[start - 2] in {":", "to", "“", '"'}:
        return True
    letters = [word for word in words.text[start:end] if word[0].isalpha()]
    return not letters or all(word[0].isupper() for word in letters)


def _is_noun_phrase(words: Words, start: int, end: int) -> bool:
    inside = words.lower[start:end]
    return inside[0] not in _FIRST and _CLAUSAL.isdisjoint(inside) and inside[-1].isalpha()
