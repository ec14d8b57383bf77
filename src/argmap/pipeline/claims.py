"""Claims: the cues of a sentence, each with the noun phrase that is its source."""

from __future__ import annotations

from dataclasses import dataclass

from . import noun_phrase
from .cues import Cue, verb_cues
from .mentions import SPEAKING_NOUNS
from .passage import Passage, Sentence, closes_quote, opens_quote
from .reported import Stretch
from .word_classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DASHES,
    DAYS,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    STOPS,
    is_adverb,
)

_WHO_REACH = 8  # words between "who" and a phrase in its clause
_MAX_SHARED = 60  # words between two cues of one source
_EMPTY_SUBJECTS = frozenset({"it", "there", "what", "this", "that", "which"})


@dataclass(slots=True)
class Claim:
    """A cue with its source, before its content is known."""

    cue: Cue
    level: int
    low: int
    high: int
    source: Stretch | None = None
    inverted: bool = False
    own_subject: bool = False
    from_outside: bool = False  # cue and content in a quotation, the source before it

    @property
    def first(self) -> int:
        """The first word of source and cue; a shared source lies elsewhere."""
        if self.source and self.own_subject:
            return min(self.source[0], self.cue.first)
        return self.cue.first

    @property
    def last(self) -> int:
        """The word behind the cue, or behind the source where that follows the cue."""
        if self.source and self.inverted:
            return max(self.source[1], self.cue.last)
        return self.cue.last


def claims_of(passage: Passage, sentence: Sentence) -> list[Claim]:
    """The claims of one sentence, outside quotations and in each of them, by their cues."""
    found: list[Claim] = []
    for level, first, last in _runs(passage, sentence):
        low, high = (sentence.lead, sentence.last) if level < 0 else (first, last)
        for cue in verb_cues(passage, first, last):
            claim = Claim(cue, level, low, high)
            if _find_source(passage, claim, found, first):
                found.append(claim)
    return sorted(found, key=lambda claim: claim.cue.first)


def _runs(passage: Passage, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Stretches of words at one level: the quotation they are in, first word, end."""
    found: list[tuple[int, int, int]] = []
    first = sentence.first
    for number in range(sentence.first + 1, sentence.last + 1):
        if number == sentence.last or passage.quote_at[number] != passage.quote_at[first]:
            found.append((passage.quote_at[first], first, number))
            first = number
    return found


def _find_source(passage: Passage, claim: Claim, before: list[Claim], run: int) -> bool:
    """Set the source of a claim; false where the cue turns out to be none."""
    cue, level = claim.cue, claim.level
    same = [other for other in before if other.level == level]
    if cue.reporter.takes <= {"quote"} and not _beside_quote(passage, claim):
        return False
    if cue.form == "passive":
        return _find_agent(passage, claim)
    if cue.form == "ing":
        return _find_source_of_participle(passage, claim, same)
    previous = passage.text[cue.first - 1] if cue.first > claim.low else ""
    subject = None
    if level >= 0 and cue.first == run + 1 and opens_quote(passage, run):
        return _find_source_before_mark(passage, claim, run)
    if previous and not (previous in QUOTE_MARKS and closes_quote(passage, cue.first - 1)):
        subject = noun_phrase.before(passage, claim.low, cue.first)
    if (
        cue.plural
        and cue.first > claim.low + 3
        and (subject is None or not noun_phrase.is_plural(passage, subject[1] - 1))
    ):
        subject = (
            noun_phrase.with_relative_clause(passage, claim.low, cue.first, plural=True) or subject
        )
    elif subject and _follows_who(passage, claim.low, subject[0]):
        subject = (
            noun_phrase.with_relative_clause(passage, claim.low, cue.first, plural=False) or subject
        )
    if subject and level >= 0 and subject[0] < run:
        subject = None
    if subject and _crosses_quote(passage, subject):
        subject = None
    if subject:
        word = passage.lower[subject[0]]
        if subject[1] - subject[0] == 1 and word in _EMPTY_SUBJECTS - {"which", "it"}:
            return False
        if word == "you" and level < 0:
            return False
        if word == "it" and subject[1] - subject[0] == 1 and cue.reporter.lemma in {"take", "seem"}:
            return False
        claim.source, claim.own_subject = subject, True
        return True
    if _may_invert(passage, claim):
        inverted = noun_phrase.after(passage, cue.last, claim.high)
        if (
            inverted
            and not _crosses_quote(passage, inverted)
            and (
                (cue.first > claim.low and passage.quote_at[cue.first - 1] >= 0)
                or (cue.certain and _ends_clause(passage, inverted[1], claim.high))
            )
        ):
            claim.source, claim.inverted, claim.own_subject = inverted, True, True
            return True
    if previous.lower() in {"and", "or", "but", ",", "then"} and cue.certain:
        return _share_source(passage, claim, same)
    return False


def _share_source(passage: Passage, claim: Claim, same: list[Claim]) -> bool:
    """The source of a coordinated cue: that of the cue before it, or the sentence's subject."""
    if same:
        claim.source = same[-1].source
        return claim.source is not None and claim.cue.first - same[-1].cue.last < _MAX_SHARED
    if claim.level < 0 and passage.text[claim.cue.first - 1] != ",":
        claim.source = noun_phrase.subject_of(passage, claim.low, claim.cue.first)
    return claim.source is not None


def _find_source_before_mark(passage: Passage, claim: Claim, mark: int) -> bool:
    """The subject of a verb with which a partial quotation opens: `has "defined the order as`."""
    sentence = passage.sentence_of(mark)
    end = mark
    while end > sentence.lead and (
        passage.lower[end - 1] in AUXILIARIES or is_adverb(passage.lower[end - 1])
    ):
        end -= 1
    subject = noun_phrase.before(passage, sentence.lead, end)
    if subject is None or passage.quote_at[subject[0]] >= 0:
        return False
    claim.source, claim.from_outside = subject, True
    return True


def _follows_who(passage: Passage, low: int, number: int) -> bool:
    """Whether "who" and its verb stand right before a phrase, which is then no subject."""
    for place in range(number, max(low, number - _WHO_REACH), -1):
        if passage.lower[place] == "who" and place < number:
            return True
        if place < number and passage.text[place] in PUNCTUATION:
            return False
    return False


def _beside_quote(passage: Passage, claim: Claim) -> bool:
    """Whether a quotation of the sentence, or a colon, stands near a cue on its own level."""
    cue = claim.cue
    if claim.level >= 0:
        return False
    near = range(max(claim.low, cue.first - 8), min(claim.high, cue.last + 12))
    return any(passage.quote_at[n] >= 0 or passage.text[n] == ":" for n in near)


def _crosses_quote(passage: Passage, phrase: Stretch) -> bool:
    """Whether a phrase begins in a quotation and ends out of it, or the other way round."""
    return passage.quote_at[phrase[0]] != passage.quote_at[phrase[1] - 1] and not (
        opens_quote(passage, phrase[0]) or closes_quote(passage, phrase[1] - 1)
    )


def _may_invert(passage: Passage, claim: Claim) -> bool:
    """Whether a cue may have its subject behind it: it follows a quotation or a comma."""
    cue = claim.cue
    if not cue.reporter.takes & {"quote", "that"} or cue.last - cue.first > 2:
        return False
    if cue.first == claim.low:
        return passage.is_name(cue.last) if cue.last < claim.high else False
    previous = cue.first - 1
    if claim.level < 0 and passage.quote_at[previous] >= 0:
        return True
    return passage.text[previous] == "," or passage.text[previous] in DASHES


def _ends_clause(passage: Passage, number: int, high: int) -> bool:
    """Whether nothing but a mark, a day or an occasion follows a subject behind its verb."""
    if number >= high or passage.text[number] in STOPS | DASHES | {",", ";", ":", ")"}:
        return True
    return passage.lower[number] in DAYS | {"in", "on", "during", "at", "of"}


def _find_agent(passage: Passage, claim: Claim) -> bool:
    cue = claim.cue
    if cue.agentless:
        return True
    for number in range(cue.last, min(cue.last + 6, claim.high)):
        if passage.lower[number] == "by":
            claim.source = noun_phrase.after(passage, number + 1, claim.high)
            if claim.source is None or passage.lower[claim.source[0]].endswith("ing"):
                return False
            claim.inverted = True
            return passage.quote_at[claim.source[0]] == claim.level
    return False


def _find_source_of_participle(passage: Passage, claim: Claim, same: list[Claim]) -> bool:
    cue = claim.cue
    if not cue.certain and not _has_content_after(passage, claim):
        return False
    previous = passage.text[cue.first - 1] if cue.first > claim.low else ""
    lower = previous.lower()
    if (
        previous
        and previous != ","
        and lower not in PREPOSITIONS | CONJUNCTIONS
        and lower not in {"while", "when", "before", "after", "not", "then", "even"}
        and previous not in QUOTE_MARKS
        and previous not in DASHES
    ):
        subject = noun_phrase.before(passage, claim.low, cue.first)
        if subject is None:
            return False
        if passage.is_name(cue.first - 1) or lower in SPEAKING_NOUNS:
            claim.source, claim.own_subject = subject, True
            return True
    for other in reversed(same):
        if other.source and other.cue.form != "passive":
            claim.source = other.source
            return True
    first = claim.low
    while first < claim.high and passage.lower[first] in PREPOSITIONS | CONJUNCTIONS:
        comma = next(
            (n for n in range(first, min(cue.first, first + 25)) if passage.text[n] == ","), None
        )
        if comma is None:
            break
        first = comma + 1
    if first < cue.first:
        claim.source = noun_phrase.subject_of(passage, first, cue.first)
    elif first == cue.first or previous == "":
        comma = next(
            (
                n
                for n in range(cue.last, claim.high)
                if passage.text[n] == "," and passage.quote_at[n] == claim.level
            ),
            None,
        )
        if comma is not None:
            claim.source = noun_phrase.after(passage, comma + 1, claim.high)
    return claim.source is not None and _has_content_after(passage, claim)


def _has_content_after(passage: Passage, claim: Claim) -> bool:
    last = claim.cue.last
    return (
        last < claim.high
        and passage.text[last] not in STOPS
        and passage.text[last] not in {")", ";"}
    )
