"""Antithesis: one thing denied so that another stands out, within a sentence or across its end.

"isn't X; it's Y", "not X but Y", "not merely X: it is Y", "less an X than a Y", "a Y, not an X".
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.labels import SpanLabel

from .devices import Device, Text
from .words import Words

_BE = frozenset({"is", "are", "was", "were", "'s", "'re", "ai", "be", "been"})
_NOT = frozenset({"not", "n't"})
_MERELY = frozenset({"just", "merely", "simply", "only", "about", "so"})
_ARTICLES = frozenset({"a", "an", "the"})
_PARALLEL = frozenset(
    {"for", "to", "by", "in", "with", "because", "from", "as", "about", "between", "on", "of"}
)
_COMPLEMENT = _ARTICLES | _MERELY | _PARALLEL | {"one", "his", "her", "their", "our", "my", "some"}
_RESUMED = frozenset({"it", "they", "this", "that", "these", "those", "he", "she", "we"})
_SUBJECTS = _RESUMED | {"there", "here", "i", "you"}
_SEPARATORS = frozenset({";", "–", "—", "--", ":", ",", "."})
_ENDS = frozenset({";", "–", "—", "--", ".", "!", "?", "”", '"', "(", ":"})
_QUOTES = frozenset({"“", '"', "‘", "'"})
_MAX_FIRST = 28  # words of the part that is denied
_MAX_SECOND = 30
_NEAR = 8  # devices found last, with which a new one may overlap
_MAX_SHORT = 9  # words of "a Y" and "an X" in "a Y, not an X"


def find_antitheses(text: Text) -> list[Device]:
    """All antitheses; a second sentence may set the first one right."""
    found: list[Device] = []
    for number, sentence in enumerate(text.sentences):
        following = text.sentences[number + 1] if number + 1 < len(text.sentences) else None
        for device in (
            *_resumed(text, sentence, following),
            *_not_but(text.words, sentence),
            *_less_than(text.words, sentence),
            *_not_at_end(text.words, sentence),
        ):
            near = found[-_NEAR:]
            if all(device.end <= one.start or device.start >= one.end for one in near):
                found.append(device)
    return found


def _resumed(text: Text, sentence: range, following: range | None) -> Iterator[Device]:
    """`isn't X; it's Y`, also with a full stop between."""
    words = text.words
    for place in sentence:
        if words.lower[place] not in _NOT or place == sentence.start:
            continue
        if words.lower[place - 1] not in _BE or not _is_complement(words, place + 1):
            continue
        second = _second_part(words, place, sentence, following)
        if second is None:
            continue
        if following is not None and second in following and not text.same_block(place, second):
            continue
        start = _subject(words, place, sentence)
        stop = following.stop if following is not None and second in following else sentence.stop
        end = _end(words, second, stop)
        yield _device(words, start, end, 0.8 if second in sentence else 0.7)


def _is_complement(words: Words, place: int) -> bool:
    return place < len(words) and (
        words.lower[place] in _COMPLEMENT or words.text[place] in _QUOTES
    )


def _second_part(
    words: Words, negation: int, sentence: range, following: range | None
) -> int | None:
    """Where `it's Y` begins after the denial, if it does."""
    stop = min(sentence.stop, negation + _MAX_FIRST)
    for place in range(negation + 2, stop):
        if words.lower[place - 1] in _SEPARATORS and _sets_right(words, place, sentence.stop):
            return place
    if following is None or sentence.stop - negation > _MAX_FIRST:
        return None
    return following.start if _sets_right(words, following.start, following.stop) else None


def _sets_right(words: Words, place: int, stop: int) -> bool:
    """`it's a`, `they are about`, `rather it is`: pronoun, be, and a complement."""
    if words.lower[place] in {"rather", "instead"}:
        place += 1 + (words.lower[place + 1 : place + 2] == [","])
    if place + 2 >= stop or words.lower[place] not in _RESUMED:
        return False
    if words.lower[place + 1] not in _BE or words.lower[place + 2] in _NOT:
        return False
    return _is_complement(words, place + 2) or words.lower[place + 2] in {"also", "nothing", "all"}


def _subject(words: Words, negation: int, sentence: range) -> int:
    """The pronoun before `isn't`, or the verb where the subject is longer."""
    verb = negation - 1
    if verb - 1 in sentence and words.lower[verb - 1] in _SUBJECTS:
        return verb - 1
    return verb


def _end(words: Words, start: int, stop: int) -> int:
    """The end of the second part: the next strong break, no mark included."""
    for place in range(start + 1, min(stop, start + _MAX_SECOND)):
        if words.text[place] in _ENDS:
            stop = place
            break
    stop = min(stop, start + _MAX_SECOND)
    while stop > start + 1 and words.text[stop - 1] in {",", "’", "'"}:
        stop -= 1
    return stop


def _not_but(words: Words, sentence: range) -> Iterator[Device]:
    """`not a policy but an excuse`, `not between X, but between Y`, `not merely X but Y`."""
    for place in sentence:
        if words.lower[place] not in _NOT or place + 1 >= sentence.stop:
            continue
        opening = words.lower[place + 1]
        for number in range(place + 2, min(sentence.stop - 1, place + _MAX_FIRST)):
            if words.lower[number] in {";", ".", "–", "—"}:
                break
            if words.lower[number] == "but" and _parallel(opening, words.lower[number + 1]):
                yield _device(words, place, _clause_end(words, number + 1, sentence), 0.75)
                break


def _parallel(first: str, second: str) -> bool:
    if first in {"merely", "just", "simply"}:
        return second not in _SUBJECTS
    if first in _ARTICLES:
        return second in _ARTICLES
    return first == second and first in _PARALLEL


def _clause_end(words: Words, start: int, sentence: range) -> int:
    stop = min(sentence.stop, start + _MAX_SECOND)
    for place in range(start + 1, stop):
        if words.text[place] in _ENDS or words.text[place] == ",":
            return place
    return stop


def _less_than(words: Words, sentence: range) -> Iterator[Device]:
    """`less a lease than a surrender`, `less about fish than about pride`."""
    for place in sentence:
        if words.lower[place] not in {"less", "more"} or place + 1 >= sentence.stop:
            continue
        opening = words.lower[place + 1]
        if opening not in {"a", "an", "about"}:
            continue
        for number in range(place + 2, min(sentence.stop - 1, place + _MAX_SHORT)):
            second = words.lower[number + 1]
            fits = second == opening or (opening in _ARTICLES and second in _ARTICLES)
            turned = words.lower[number] == "and" and second == "more" and opening == "about"
            if (words.lower[number] == "than" and fits) or turned:
                yield _device(words, place, _clause_end(words, number + 1, sentence), 0.65)
                break


def _not_at_end(words: Words, sentence: range) -> Iterator[Device]:
    """`a surrender, not a lease`: short noun phrases with articles on both sides."""
    for place in range(sentence.start + 2, sentence.stop - 2):
        if words.lower[place] != "not" or words.lower[place - 1] != ",":
            continue
        if words.lower[place + 1] not in _ARTICLES:
            continue
        end = _clause_end(words, place + 1, sentence)
        starts = [
            number
            for number in range(max(sentence.start, place - _MAX_SHORT), place - 1)
            if words.lower[number] in _ARTICLES
            and (words.lower[number] == "the") == (words.lower[place + 1] == "the")
        ]
        if starts and end - place <= _MAX_SHORT and "but" not in words.lower[end : end + 2]:
            yield _device(words, starts[-1], end, 0.6)


def _device(words: Words, start: int, end: int, confidence: float) -> Device:
    phrase = " ".join(words.text[start : min(end, start + 4)])
    return Device(start, end, SpanLabel.ANTITHESIS, confidence, f"denied and set right: {phrase} …")
