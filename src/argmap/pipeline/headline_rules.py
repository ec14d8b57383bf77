"""Speakers set off by a colon: headlines ("Minister: no plan to resign") and transcripts ("Q:")."""

from __future__ import annotations

from argmap.model.labels import Stance

from .mentions import DOCUMENTS, GROUPS, OFFICIALS, ORGANISATIONS
from .passage import Passage, Sentence
from .reported import Reported
from .word_classes import PUNCTUATION, STOPS

_MAX_SPEAKER = 6  # words before the colon
_MIN_CONTENT = 3
_TURNS = frozenset({"q", "a"})


def colon_attributions(passage: Passage) -> list[Reported]:
    """One attribution for each headline or turn of a transcript that opens with its speaker."""
    found = []
    firsts = [
        number
        for number, sentence in enumerate(passage.sentences)
        if number == 0 or passage.sentences[number - 1].block != sentence.block
    ]
    for place, number in enumerate(firsts):
        following = firsts[place + 1] if place + 1 < len(firsts) else len(passage.sentences)
        item = _opening_speaker(passage, number, following)
        if item is not None:
            found.append(item)
    return found


def _opening_speaker(passage: Passage, number: int, following: int) -> Reported | None:
    sentence = passage.sentences[number]
    first = sentence.first
    if passage.quote_at[first] >= 0:
        return None
    colon = next(
        (
            word
            for word in range(first + 1, min(first + _MAX_SPEAKER + 1, sentence.last))
            if passage.text[word] == ":"
        ),
        None,
    )
    if colon is None or not _is_speaker(passage, sentence, colon):
        return None
    last = sentence.last if sentence.heading else passage.sentences[following - 1].last
    while last > colon and passage.text[last - 1] in STOPS and passage.quote_at[last - 1] < 0:
        last -= 1
    if last - colon - 1 < _MIN_CONTENT:
        return None
    return Reported(
        sentence=number,
        source=(first, colon),
        cue=(colon, colon + 1),
        content=[(colon + 1, last)],
        stance=Stance.NEUTRAL,
        confidence=0.85,
        reason="colon behind a speaker",
    )


def _is_speaker(passage: Passage, sentence: Sentence, colon: int) -> bool:
    """Whether the words before a colon name somebody, or say "Q" in a transcript."""
    first = sentence.first
    words = passage.text[first:colon]
    if any(word in PUNCTUATION - {"-", "(", ")"} for word in words):
        return False
    last = passage.lower[colon - 1]
    if colon - first == 1 and last in _TURNS:
        return True
    capital = all(word[:1].isupper() or word in {"-", "of", "de", "van"} for word in words)
    if not capital and not sentence.heading:
        return False
    shouted = all(word.isupper() for word in words) and len(words[0]) > 1
    spoken = passage.labels[colon - 1] in {"PERSON", "ORG", "LOC", "NORP"}
    named = spoken and all(passage.names[word] for word in range(first, colon))
    if sentence.heading or sentence.block == 0:
        return named or shouted or last in DOCUMENTS | GROUPS | OFFICIALS | ORGANISATIONS
    return shouted or (named and passage.labels[colon - 1] == "PERSON")
