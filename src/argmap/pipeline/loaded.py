"""Loaded language: words of judgement, names that put down, overstatement, presupposition, doubt.

The kinds follow the bias types of BABE (Spinde et al. 2021), the words are argmap's own. A word
counts only as a word: not inside a name, and "claimed" not in "claimed responsibility".
"""

from __future__ import annotations

from bisect import bisect_right

from argmap.discourse.model import Found
from argmap.lexicons import entries
from argmap.model.labels import SpanLabel

from .devices import Device, Text
from .phrases import Found as Phrase
from .phrases import Phrases, word_range

_LISTS = entries("loaded")
_LABELS = (
    SpanLabel.LOADED_WORD,
    SpanLabel.LABELING,
    SpanLabel.EXAGGERATION_MINIMISING,
    SpanLabel.PRESUPPOSITION,
    SpanLabel.DOUBT_CASTING,
)
_PHRASES = Phrases({label.value: _LISTS[label.value] for label in _LABELS})
_NOT_AFTER = frozenset(_LISTS["doubt_not_before"])
_NOT_BEFORE = frozenset(_LISTS["doubt_not_after"])
_BEFORE_NOUN = frozenset(_LISTS["claim_noun_after"])
_WORD_SURE, _SENTENCE_SURE = 0.5, 0.3  # chosen on the articles that training leaves out
_CONFIDENCE = {
    # the share of sentences with such a word that BABE's experts found biased (its training part)
    SpanLabel.LOADED_WORD: 0.85,
    SpanLabel.LABELING: 0.85,
    SpanLabel.EXAGGERATION_MINIMISING: 0.7,
    SpanLabel.PRESUPPOSITION: 0.75,
    SpanLabel.DOUBT_CASTING: 0.7,
}


def find_loaded(text: Text, names: frozenset[int]) -> list[Device]:
    """All loaded words and phrases of an article's matter; `names` are the words of names."""
    return [
        Device(
            found.start,
            found.end,
            SpanLabel(found.group),
            _CONFIDENCE[SpanLabel(found.group)],
            f"{found.group}: {text.phrase(found.start, found.end)}",
        )
        for found in _PHRASES.find(text.words)
        if not _is_spent(text, found, names)
    ]


def learned_loaded(text: Text, found: list[Device]) -> list[Device]:
    """What the discourse model finds loaded, beside what the lists know.

    A sentence must read as worded with bias as a whole, or no word of it counts.
    """
    if text.reading.discourse is None:
        return []
    taken = {place for device in found for place in range(device.start, device.end)}
    stretches = [
        one for one in text.reading.discourse.stretches("loaded") if one.confidence >= _WORD_SURE
    ]
    sentences = [_around(text, one) for one in stretches]
    likely = text.reading.discourse.classes("lexical", sentences)
    devices = []
    for one, row in zip(stretches, likely, strict=True):
        places = word_range(text.words, (one.start, one.end))
        if (
            row[1] >= _SENTENCE_SURE
            and places
            and taken.isdisjoint(places)
            and any(map(str.isalpha, text.phrase(places.start, places.stop)))
            and not text.in_boilerplate(places.start)
        ):
            reason = f"reads as loaded: {text.phrase(places.start, places.stop)}"
            sure = round(float(one.confidence * row[1]) ** 0.5, 2)
            device = Device(places.start, places.stop, SpanLabel.LOADED_WORD, sure, reason)
            devices.append(device)
    return devices


def _around(text: Text, found: Found) -> tuple[int, int]:
    """The sentence in which a stretch stands."""
    words = text.words
    place = word_range(words, (found.start, found.end)).start
    number = bisect_right(text.sentences, place, key=lambda sentence: sentence.start) - 1
    sentence = text.sentences[max(0, number)]
    return words.start[sentence.start], words.end[sentence.stop - 1]


def _is_spent(text: Text, found: Phrase, names: frozenset[int]) -> bool:
    words = text.words
    if found.start in names or text.in_boilerplate(found.start) or _is_name(text, found):
        return True
    if words.lower[found.start - 1 : found.start] in (["not"], ["n't"]):
        return True
    if found.group != SpanLabel.DOUBT_CASTING or not words.lower[found.start].startswith("claim"):
        return False
    before = words.lower[found.start - 1] if found.start else ""
    after = words.lower[found.end] if found.end < len(words) else ""
    noun = words.lower[found.start] in {"claim", "claims"} and (
        before in _BEFORE_NOUN or after in {"of", "for", "against", "from", "by"}
    )
    return noun or before in _NOT_AFTER or after in _NOT_BEFORE


def _is_name(text: Text, found: Phrase) -> bool:
    """A single capitalised word beside another one, away from headings: a surname or a title."""
    words = text.words
    if found.end - found.start > 1 or not words.text[found.start].istitle():
        return False
    if text.in_heading(found.start):
        return False
    before = words.text[found.start - 1] if found.start else "."
    after = words.text[found.end] if found.end < len(words) else "."
    return before[:1].isupper() or (after[:1].isupper() and before[:1].isalpha())
