"""Whose assertion each word is: the outermost source that the author lets speak, or the author."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model.labels import Voice

from .content import has_finite_verb
from .layers import AttributionDraft, SegmentDraft
from .passage import Passage
from .word_classes import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PUNCTUATION, QUOTE_MARKS

AUTHOR = -1
_MOSTLY = 0.5  # share of the words that say something, from which a source's voice is the segment's
_PARTLY = 0.15
_SHORT_LEAD = 3  # words before a source that may be no prepositional phrase
_LONGEST_TITLE = 8  # words of a title in quotation marks
_SMALL_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS
_MIN_QUOTED = 0.6  # of a segment without a known source that stands in quotation marks


@dataclass(frozen=True, slots=True)
class Voices:
    """For each word the attribution whose content or cue it is, and which of the two.

    `holder` counts contents that are not asserted too: the object of "called", of "supports".
    """

    owner: list[int]
    content: list[bool]
    holder: list[int]


def voices_of(passage: Passage, attributions: Sequence[AttributionDraft]) -> Voices:
    """Give every word to the outermost attribution that asserts it."""
    count = len(passage.words)
    voices = Voices([AUTHOR] * count, [False] * count, [AUTHOR] * count)
    for number, draft in enumerate(attributions):
        for stretch in draft.content:
            for word in words_in(passage, stretch):
                if voices.holder[word] == AUTHOR:
                    voices.holder[word] = number
    outer = [n for n in range(len(attributions)) if _is_outer(n, attributions)]
    for number in outer:
        for stretch in attributions[number].content:
            for word in words_in(passage, stretch):
                if voices.owner[word] == AUTHOR:
                    voices.owner[word] = number
                    voices.content[word] = True
    for number in outer:
        _add_cue(passage, voices, number, attributions[number])
    return voices


def words_in(passage: Passage, stretch: tuple[int, int]) -> range:
    """The words that lie in a stretch of the text."""
    start, end = stretch
    return range(bisect_right(passage.words.end, start), bisect_left(passage.words.start, end))


def _is_outer(number: int, attributions: Sequence[AttributionDraft]) -> bool:
    """Whether an attribution is asserted by its source, and by no source around it."""
    if not attributions[number].asserted:
        return False
    above = attributions[number].parent
    while above is not None:
        if attributions[above].asserted:
            return False
        above = attributions[above].parent
    return True


def _add_cue(passage: Passage, voices: Voices, number: int, draft: AttributionDraft) -> None:
    """Give source, cue and the words between them and the content to the attribution."""
    if draft.cue is None:
        return
    cue = words_in(passage, draft.cue)
    if not cue:
        return
    sentence = passage.sentence_of(cue[0])
    places = list(cue)
    if draft.source is not None:
        source = words_in(passage, draft.source)
        between = range(min(source[0], cue[0]), max(source[-1], cue[-1]) + 1) if source else cue
        if not any(voices.owner[word] not in (AUTHOR, number) for word in between):
            places += between
        elif source:
            places += [word for word in source if voices.owner[word] == AUTHOR]
    for stretch in draft.content:
        content = words_in(passage, stretch)
        if not content:
            continue
        gap = (
            range(cue[-1] + 1, content[0])
            if content[0] > cue[-1]
            else range(content[-1] + 1, cue[0])
        )
        if len(gap) <= 30 and all(
            sentence.first <= word < sentence.last and voices.owner[word] in (AUTHOR, number)
            for word in gap
        ):
            places += gap
    lead = range(sentence.first, min(places))
    if (
        lead
        and (len(lead) <= _SHORT_LEAD or passage.lower[lead[0]] in PREPOSITIONS | CONJUNCTIONS)
        and all(voices.owner[word] == AUTHOR for word in lead)
        and not (has_finite_verb(passage, lead[0], lead[-1] + 1))
    ):
        places += lead
    for word in places:
        if voices.owner[word] == AUTHOR and sentence.first <= word < sentence.last:
            voices.owner[word] = number


def set_voice(
    segment: SegmentDraft,
    words: tuple[int, int],
    passage: Passage,
    voices: Voices,
    attributions: Sequence[AttributionDraft],
) -> None:
    """Set a segment's voice and attribution from the words that it holds."""
    first, last = words
    said: dict[int, int] = {}
    authors = quoted = total = 0
    for word in range(first, last):
        if passage.text[word] in PUNCTUATION:
            continue
        total += 1
        quoted += passage.quote_at[word] >= 0 and not _in_title(passage, word)
        if voices.content[word]:
            said[voices.owner[word]] = said.get(voices.owner[word], 0) + 1
        elif voices.owner[word] == AUTHOR:
            authors += 1
    weight = sum(said.values())
    main = max(said, key=lambda number: (said[number], -number)) if said else None
    share = weight / max(1, weight + authors)
    if main is not None and share > _MOSTLY:
        segment.voice, segment.attribution = Voice.ATTRIBUTED, main
        segment.confidence = round(attributions[main].confidence * min(1.0, 0.7 + share / 3), 2)
        segment.reasons["voice"] = attributions[main].reason
    elif main is not None and share > _PARTLY:
        segment.voice, segment.attribution = Voice.MIXED, main
        segment.confidence, segment.reasons["voice"] = 0.6, f"partly {attributions[main].reason}"
    elif total and quoted / total >= _MIN_QUOTED:
        segment.attribution = _quoting(passage, words, voices)
        known = segment.attribution is not None
        segment.voice, segment.confidence = Voice.ATTRIBUTED if known else Voice.MIXED, 0.5
        segment.reasons["voice"] = "in quotation marks"
    elif quoted or any(
        passage.text[word] in QUOTE_MARKS
        for word in range(first, last)
        if passage.quote_at[word] >= 0 and not _in_title(passage, word)
    ):
        segment.voice, segment.confidence = Voice.MIXED, 0.7
        segment.attribution = _quoting(passage, words, voices)
        segment.reasons["voice"] = "quotation marks in the author's sentence"
    else:
        segment.voice, segment.confidence = Voice.AUTHOR, 0.85
        segment.reasons["voice"] = "no source speaks"


def _in_title(passage: Passage, word: int) -> bool:
    """Whether a quoted word stands in a title or a name: "The Long Tide" is nobody's saying.

    All words of it that carry matter have capitals, and there are two or more of them.
    """
    quoted = passage.quotes[passage.quote_at[word]]
    places = words_in(passage, quoted.inner)
    if len(places) > _LONGEST_TITLE:
        return False
    matter = [
        passage.text[place]
        for place in places
        if passage.text[place].isalpha() and passage.lower[place] not in _SMALL_WORDS
    ]
    return len(matter) > 1 and all(text[0].isupper() for text in matter)


def _quoting(passage: Passage, words: tuple[int, int], voices: Voices) -> int | None:
    """The attribution whose content, asserted or not, the first quoted word of a segment is."""
    for word in range(*words):
        if passage.quote_at[word] >= 0 and voices.holder[word] != AUTHOR:
            return voices.holder[word]
    return None
