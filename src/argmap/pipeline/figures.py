"""Figures of framing that a list can tell, metaphors, historical analogies and absolutes; and the
questions that an author asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.lexicons import entries
from argmap.model.labels import SpanLabel

from .devices import Device, Text
from .phrases import Phrases, word_range
from .words import Words

_METAPHORS = Phrases(entries("metaphors"))
_HISTORY = entries("analogies")
_EVENTS = Phrases({"event": _HISTORY["event"], "moment": _HISTORY["moment"]})
_COMPARISONS = Phrases(
    {key: _HISTORY[key] for key in ("another", "comparison", "fixed", "remake_for")}
)
_NOT_ANOTHER = frozenset(_HISTORY["another_not"])
_STYLES = frozenset(_HISTORY["style"])
_STYLE_ENDINGS = frozenset({"style", "like", "esque"})
_ABSOLUTE_LISTS = entries("absolutes")
_ABSOLUTES = Phrases({"absolute": _ABSOLUTE_LISTS["absolute"]})
_GENERIC_VERBS = frozenset(_ABSOLUTE_LISTS["generic_verb"])
_GENERIC_MODALS = frozenset(_ABSOLUTE_LISTS["generic_modal"])
_NOT_GENERIC = frozenset(_ABSOLUTE_LISTS["never_not_before"])
_YEAR = re.compile(r"(?:1[0-9]{3}|20[01][0-9])s?")
_AFTER_EVENT = frozenset(
    {"of", "in", "on", "for", "and", "or", "but", "is", "was", "will", "to", "that", "as", "at"}
)
_SPEAKER = re.compile(r"(?:Q|A|Q&A|[A-Z][A-Z .'-]{2,30})\s*[:.]\s")
_MAX_COMPARISON_GAP = 3
_INTERVIEW_BLOCKS = 3
_TITLE_QUESTIONS = 3


def find_figures(text: Text) -> list[Device]:
    """All figures of an article, in no special order."""
    return [
        *_metaphors(text),
        *_analogies(text.words),
        *_absolutes(text),
        *_questions(text),
    ]


def _metaphors(text: Text) -> Iterator[Device]:
    for found in _METAPHORS.find(text.words):
        confidence = 0.7 if found.end - found.start > 1 else 0.55
        reason = f"metaphor from {found.group}: {text.phrase(found.start, found.end)}"
        yield Device(found.start, found.end, SpanLabel.METAPHOR, confidence, reason)


def _analogies(words: Words) -> Iterator[Device]:
    events = {found.start: found for found in sorted(_EVENTS.find_all(words), key=lambda f: f.end)}
    for found in _COMPARISONS.find(words):
        if found.group in {"fixed", "remake_for"}:
            yield _analogy(words, found.start, found.end, 0.7)
            continue
        if found.group == "another":
            event = events.get(found.end)
            if event is not None and _stands_alone(words, event.start, event.end):
                yield _analogy(words, found.start, event.end, 0.75)
            continue
        for place in range(found.end, min(found.end + _MAX_COMPARISON_GAP, len(words))):
            event = events.get(place)
            end = event.end if event is not None else place + 1
            if event is not None or _YEAR.fullmatch(words.lower[place]):
                yield _analogy(words, found.start, end, 0.7)
                break
            if not words.text[place].isalpha():
                break
    for event in events.values():
        if words.lower[event.end : event.end + 1] == ["moment"] and event.group == "moment":
            yield _analogy(words, event.start, event.end + 1, 0.8)
    for place in range(len(words) - 2):
        dash, ending = words.lower[place + 1 : place + 3]
        if words.lower[place] in _STYLES and dash == "-" and ending in _STYLE_ENDINGS:
            yield _analogy(words, place, place + 3, 0.65)


def _stands_alone(words: Words, start: int, end: int) -> bool:
    """`another Vietnam`, but not `another Vietnam veteran`."""
    if " ".join(words.lower[start:end]) in _NOT_ANOTHER or not words.text[start][:1].isupper():
        return False
    following = words.text[end] if end < len(words) else "."
    return not following[0].isalnum() or following.lower() in _AFTER_EVENT


def _analogy(words: Words, start: int, end: int, confidence: float) -> Device:
    phrase = " ".join(words.text[start:end])
    return Device(start, end, SpanLabel.HISTORICAL_ANALOGY, confidence, f"compared with: {phrase}")


def _absolutes(text: Text) -> Iterator[Device]:
    words = text.words
    for found in _ABSOLUTES.find(words):
        yield _absolute(words, found.start, found.end, 0.7)
    for place, word in enumerate(words.lower):
        if word not in {"never", "always"} or place + 1 >= len(words):
            continue
        before = words.lower[place - 1] if place else ""
        if before in _NOT_GENERIC or text.quoted(place):
            continue
        if before in _GENERIC_MODALS and word == "never" and before not in {"would", "will"}:
            yield _absolute(words, place - 1, place + 1, 0.55)
        elif words.lower[place + 1] in _GENERIC_VERBS:
            yield _absolute(words, place, place + 1, 0.5)


def _absolute(words: Words, start: int, end: int, confidence: float) -> Device:
    reason = f"leaves no room: {' '.join(words.text[start:end])}"
    return Device(start, end, SpanLabel.ABSOLUTE, confidence, reason)


def _questions(text: Text) -> Iterator[Device]:
    """A question that the author asks and nobody is there to answer."""
    if _is_interview(text):
        return
    titles = _question_titles(text)
    words = text.words
    for sentence in text.sentences:
        last = sentence.stop - 1
        while last > sentence.start and words.text[last] in {"”", '"', "’", "'", ")"}:
            last -= 1
        start, end = words.start[sentence.start], words.end[last]
        if words.text[last] != "?" or last - sentence.start < 2 or text.in_boilerplate(last):
            continue
        if sentence.start in titles:
            continue
        if text.quoted(last) or text.owners.innermost(words.start[last - 1], end) is not None:
            continue
        if text.owners.innermost(start, words.end[sentence.start]) is not None:
            continue
        confidence = 0.5 if text.in_heading(last) else 0.7
        yield Device(
            sentence.start,
            last + 1,
            SpanLabel.RHETORICAL_QUESTION,
            confidence,
            "a question in the author's voice",
        )


def _question_titles(text: Text) -> set[int]:
    """The first words of questions that title the parts of an explainer: several, each alone."""
    alone = {
        word_range(text.words, (block.start, block.end)).start
        for number, block in enumerate(text.reading.blocks)
        if number > 0
        and word_range(text.words, (block.start, block.end))
        and text.words.text[word_range(text.words, (block.start, block.end)).stop - 1] == "?"
    }
    firsts = {sentence.start: sentence.stop for sentence in text.sentences}
    titles = {start for start in alone if start in firsts}
    return titles if len(titles) >= _TITLE_QUESTIONS else set()


def _is_interview(text: Text) -> bool:
    """Questions and answers, or a transcript: blocks that open with Q: or a name in capitals."""
    content = text.reading.blocks
    whole = text.words
    labelled = 0
    for block in content:
        places = word_range(whole, (block.start, block.end))
        opening = " ".join(whole.text[places.start : places.start + 6])
        labelled += _SPEAKER.match(opening) is not None
    return labelled >= _INTERVIEW_BLOCKS
