"""Attributions without a reporting verb: "according to X", "X's belief that", "reports of"."""

from __future__ import annotations

from argmap.model.labels import Stance

from . import noun_phrase
from .content import stretch_after, stretch_before
from .passage import Passage, Sentence, closes_quote
from .reported import Reported, Stretch
from .reporting import EXPRESSING, NOUNS, OF_NOUNS
from .word_classes import AUXILIARIES, DASHES, POSSESSIVES, PREPOSITIONS, STOPS, is_adverb

_OPINIONS = frozenset(
    {
        "view",
        "opinion",
        "words",
        "judgment",
        "judgement",
        "estimation",
        "eyes",
        "telling",
        "assessment",
        "account",
    }
)
_MAX_TAIL = 12  # words behind a source that belong to it, up to a comma


def noun_attributions(passage: Passage, number: int, known: list[Reported]) -> list[Reported]:
    """What the nouns and the phrases of saying in one sentence report."""
    sentence = passage.sentences[number]
    found: list[Reported] = []
    taken = [item.cue for item in known if item.cue]
    for place in range(sentence.first, sentence.last):
        word = passage.lower[place]
        item = None
        if word == "according" and place + 2 < sentence.last and passage.lower[place + 1] == "to":
            item = _according(passage, sentence, number, place)
        elif word in _OPINIONS and place > sentence.first + 1:
            item = _opinion(passage, sentence, number, place)
        if (
            item is None
            and word in NOUNS
            and not any(first <= place < last for first, last in taken)
        ):
            item = _noun(passage, sentence, number, place)
        if item is not None and item.content:
            found.append(item)
    return found


def _limits(passage: Passage, sentence: Sentence, place: int) -> tuple[int, int]:
    """First word and end of the level of the sentence in which a word stands."""
    level = passage.quote_at[place]
    first, last = sentence.lead, sentence.last
    if level >= 0:
        first, last = place, place + 1
        while first > sentence.lead and passage.quote_at[first - 1] == level:
            first -= 1
        while last < sentence.last and passage.quote_at[last] == level:
            last += 1
    if level >= 0 and last > place + 1 and closes_quote(passage, last - 1):
        last -= 1
    while (
        last > place + 1 and passage.text[last - 1] in STOPS and passage.quote_at[last - 1] == level
    ):
        last -= 1
    return first, last


def _according(passage: Passage, sentence: Sentence, number: int, place: int) -> Reported | None:
    low, high = _limits(passage, sentence, place)
    source = noun_phrase.after(passage, place + 2, high)
    if source is None:
        return None
    leads = place == low or (place - low <= 2 and passage.text[place - 1] != ",")
    if leads and (source[1] >= high or passage.text[source[1]] != ","):
        # What no comma ends is no apposition: "According to the annex, the boat's masts can …".
        source = noun_phrase.after(passage, place + 2, high, apposition=False) or source
    if leads:
        source = source[0], _comma_after(passage, source[1], high)
    last = source[1]
    content: list[Stretch] = []
    before = None if leads else stretch_before(passage, low, place)
    if before:
        content.append(before)
    if (
        last < high
        and passage.text[last] in {",", ":"}
        and (leads or not closes_quote(passage, place - 1))
    ):
        rest = stretch_after(passage, last + 1, high, phrase=False)
        if rest and (leads or passage.lower[rest[0]] not in {"who", "which", "and", "but"}):
            content.append(rest)
    return Reported(
        sentence=number,
        source=source,
        cue=(place, place + 2),
        content=content,
        level=passage.quote_at[place],
        confidence=0.9,
        reason="according to",
    )


def _comma_after(passage: Passage, number: int, high: int) -> int:
    """The next comma, where it is near; else the word itself."""
    near = range(number, min(high, number + _MAX_TAIL))
    return next((n for n in near if passage.text[n] == ","), number)


def _opinion(passage: Passage, sentence: Sentence, number: int, place: int) -> Reported | None:
    """ "In the ministry's view, …" and "in his words"."""
    low, high = _limits(passage, sentence, place)
    source = _possessor(passage, low, place)
    if source is None or source[0] <= low or passage.lower[source[0] - 1] not in {"in", "by", "to"}:
        return None
    start = source[0] - 1
    content: list[Stretch] = []
    if place + 1 < high and passage.text[place + 1] == ",":
        rest = stretch_after(passage, place + 2, high, phrase=False)
        content += [rest] if rest else []
    if start > low and passage.text[start - 1] == ",":
        before = stretch_before(passage, low, start)
        content += [before] if before else []
    return Reported(
        sentence=number,
        source=source,
        cue=(place, place + 1),
        content=content,
        level=passage.quote_at[place],
        confidence=0.75,
        reason=f"in someone's {passage.lower[place]}",
    )


def _noun(passage: Passage, sentence: Sentence, number: int, place: int) -> Reported | None:
    low, high = _limits(passage, sentence, place)
    lower = passage.lower
    if place > low and lower[place - 1] in {"in", "on", "at", "under"}:
        return None  # in charge of, in response to, on condition that
    reporter = NOUNS[lower[place]]
    end = place + 1
    source = _possessor(passage, low, place)
    if end < high and lower[end] in {"by", "from"} and source is None:
        source = noun_phrase.after(passage, end + 1, high, apposition=False)
        if source is None:
            return None
        end = source[1]
    of = False
    if end < high and lower[end] == "that":
        content = stretch_after(passage, end, high, phrase=False)
    elif end < high and lower[end] in {"of", "about"} and lower[place] in OF_NOUNS:
        content, of = stretch_after(passage, end + 1, high, phrase=True), True
    else:
        return None
    first = place
    if source is None and (holder := _holder(passage, low, place)):
        source, first = holder
    if (
        source is None
        and of
        and reporter.stance != Stance.DISTANCING
        and lower[place] not in {"reports", "rumors", "fears", "suspicions"}
    ):
        return None
    if content is None:
        return None
    return Reported(
        sentence=number,
        source=source,
        cue=(first, place + 1),
        content=[content],
        stance=reporter.stance,
        asserted=not of,
        level=passage.quote_at[place],
        confidence=0.65 if source and not of else 0.45,
        reason=f"noun {reporter.lemma}",
    )


def _possessor(passage: Passage, low: int, place: int) -> Stretch | None:
    """Who has a noun: "his belief", "the ministry's recent claim"."""
    lower = passage.lower
    for number in range(place - 1, max(low, place - 4) - 1, -1):
        word = lower[number]
        if word in POSSESSIVES:
            return number, number + 1
        if word == "'s" or (word == "'" and lower[number - 1].endswith("s")):
            return noun_phrase.possessor(passage, low, number)
        if word in PREPOSITIONS or passage.text[number] in STOPS | DASHES | {","}:
            return None
    return None


def _holder(passage: Passage, low: int, place: int) -> tuple[Stretch, int] | None:
    """Who voices a noun, and the verb: "officials expressed concern that"."""
    lower = passage.lower
    for number in range(place - 1, max(low, place - 5) - 1, -1):
        if lower[number] in EXPRESSING:
            first = number
            while first > low and (lower[first - 1] in AUXILIARIES or is_adverb(lower[first - 1])):
                first -= 1
            subject = noun_phrase.before(passage, low, first)
            if subject is None or lower[subject[0]] in {"there", "it"}:
                return None
            return subject, first
    return None
