"""Cues: the verb groups and adjectives that report what somebody says or thinks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .cue_readings import SUBJECTS, is_noun_here, is_verbal_noun
from .passage import Passage
from .reporting import ADJECTIVES, AGENTLESS, FORMS, NOUN_VERBS, RAISING, Form, Reporter
from .word_classes import AUXILIARIES, BE, is_adverb

_MAX_GROUP = 8  # auxiliaries and adverbs before a verb


_COPULAS = BE | frozenset(
    {
        "seem",
        "seems",
        "seemed",
        "remain",
        "remains",
        "remained",
        "feel",
        "feels",
        "felt",
        "became",
        "become",
        "grew",
        "appear",
        "appears",
        "appeared",
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """The words from `first` up to `last`; `head` is the verb, adjective or noun itself."""

    first: int
    last: int
    head: int
    reporter: Reporter
    form: str  # finite, ing, passive, adjective
    agentless: bool = False
    plural: bool = False  # a present form that only a plural subject has
    certain: bool = True  # false for words that are more often nouns


def verb_cues(passage: Passage, first: int, last: int) -> list[Cue]:
    """The reporting verbs and adjectives between two words, in order, without overlap."""
    found: list[Cue] = []
    low = first
    for number in range(first, last):
        if number < low:
            continue
        word = passage.lower[number]
        cue = None
        if word in ADJECTIVES:
            cue = _adjective_cue(passage, low, number, last)
        if cue is None and word in FORMS:
            cue = _verb_cue(passage, low, number, last)
        if cue is not None:
            found.append(cue)
            low = cue.last
    return found


def _verb_cue(passage: Passage, low: int, number: int, high: int) -> Cue | None:
    form = next(_matching_forms(passage, number, high), None)
    if form is None:
        return None
    last = number + 1 + len(form.tail)
    if number > low and passage.text[number - 1] == "-" and not passage.words.spaced[number - 1]:
        return None
    first, chain = _group_start(passage, low, number)
    names = form.forms
    certain = passage.lower[number] not in NOUN_VERBS
    if "to" in chain:
        raised = _raised(passage, low, first)
        if raised is None:
            return None
        return Cue(raised, last, number, form.reporter, "finite", certain=certain)
    be = any(word in BE - {"'s"} for word in chain) or (
        "'s" in chain and "participle" in names and chain[-1] != "'s" and False
    )
    if names == {"ing"} and passage.lower[max(low, number - 2) : number] == ["quoted", "as"]:
        first, _ = _group_start(passage, low, number - 2)
        return Cue(first, last, number, form.reporter, "finite")
    if names == {"ing"}:
        if be or (chain and any(word in BE for word in chain)):
            return Cue(first, last, number, form.reporter, "finite", certain=certain)
        if is_verbal_noun(passage, low, number):
            return None
        return Cue(number, last, number, form.reporter, "ing", certain=certain)
    if be and not names & {"ing", "participle"}:
        return None
    if be and "participle" in names:
        return _passive(passage, first, last, number, form, high)
    if not chain and is_noun_here(passage, low, number, high, names):
        return None
    if "past" not in names and "participle" in names and not _has_perfect(chain):
        return None
    if number > low and passage.text[number].istitle() and passage.names[number]:
        return None
    plural = not chain and names == {"base"}
    return Cue(first, last, number, form.reporter, "finite", plural=plural, certain=certain)


def _matching_forms(passage: Passage, number: int, high: int) -> Iterator[Form]:
    for form in FORMS[passage.lower[number]]:
        end = number + 1 + len(form.tail)
        if end <= high and tuple(passage.lower[number + 1 : end]) == form.tail:
            yield form


def _group_start(passage: Passage, low: int, number: int) -> tuple[int, list[str]]:
    """Where the auxiliaries and adverbs before a verb begin, and which auxiliaries they are."""
    lower = passage.lower
    chain: list[str] = []
    first = number
    while first > low and number - first < _MAX_GROUP:
        word = lower[first - 1]
        if word == "'s" and not _contracted(passage, low, first - 1, bool(chain)):
            break
        if word in AUXILIARIES or word == "to":
            chain.append(word)
        elif not (is_adverb(word) and not passage.text[first - 1][:1].isupper()):
            break
        first -= 1
        if word == "to" and (first <= low or lower[first - 1] not in {"not"}):
            break
    while first < number and lower[first] in {
        "both",
        "all",
        "each",
        "either",
        "themselves",
        "however",
    }:
        first += 1
    return first, chain


def _contracted(passage: Passage, low: int, number: int, more: bool) -> bool:
    """Whether 's stands for "is" or "has"."""
    return number > low and (passage.lower[number - 1] in SUBJECTS or more)


def _has_perfect(chain: list[str]) -> bool:
    return any(word in {"has", "have", "had", "'ve", "'s", "'d", "having"} for word in chain)


def _raised(passage: Passage, low: int, to: int) -> int | None:
    """The start of "went on to say" or "seemed to suggest", from the place of "to"."""
    for length in (3, 2, 1):
        start = to - length
        if start >= low and " ".join(passage.lower[start:to]) in RAISING:
            return _group_start(passage, low, start)[0]
    return None


def _passive(
    passage: Passage, first: int, last: int, number: int, form: Form, high: int
) -> Cue | None:
    lemma = form.reporter.lemma
    by = last < high and "by" in passage.lower[last : min(last + 6, high)]
    if not by and lemma not in AGENTLESS:
        return None
    following = passage.lower[last] if last < high else ""
    if not by and following not in {
        "to",
        "that",
        "by",
        "whether",
        "as",
        "about",
        "if",
        "how",
        "what",
    }:
        return None
    return Cue(first, last, number, form.reporter, "passive", agentless=not by)


def _adjective_cue(passage: Passage, low: int, number: int, high: int) -> Cue | None:
    """A copula with "confident that", "worried about" and their like."""
    following = passage.lower[number + 1] if number + 1 < high else ""
    if following not in {"that", "of", "about", "to", "whether", "if", "how", ","}:
        return None
    if following == ",":
        skipped = number + 2
        while skipped < high and passage.text[skipped] != ",":
            skipped += 1
            if skipped - number > 4:
                return None
        if skipped + 1 >= high or passage.lower[skipped + 1] not in {"that", "whether"}:
            return None
    first = number
    while first > low and number - first < _MAX_GROUP:
        word = passage.lower[first - 1]
        if not (
            word in AUXILIARIES
            or word in _COPULAS
            or is_adverb(word)
            or word in {"very", "so", "more", "less", "quite", "too", "most", "not"}
        ):
            break
        first -= 1
    group = passage.lower[first:number]
    if not any(word in _COPULAS for word in group):
        return None
    if first > low and passage.lower[first - 1] in {"it", "there", "what"}:
        return None
    return Cue(first, number + 1, number, ADJECTIVES[passage.lower[number]], "adjective")
