"""The words that report what somebody says, thinks, feels or wants, in all their forms."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.lexicons import entries
from argmap.model.labels import Stance

from .inflection import noun_forms, verb_forms

_LEXICON = entries("reporting_verbs")


@dataclass(frozen=True, slots=True)
class Reporter:
    """A verb, adjective or noun of the lexicon; `takes` says what can follow it as content.

    `that` a clause, `wh` a question, `quote` a quotation, `to` an infinitive, `np` a noun phrase,
    `as` and `of` such a phrase, `addr` an addressee before the content.
    """

    lemma: str
    kind: str
    stance: Stance
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a reporting verb, with the particles that must follow it."""

    reporter: Reporter
    forms: frozenset[str]
    tail: tuple[str, ...]


_NAMES_BY_COUNT = {
    3: ("base", "third", "ing"),
    4: ("base", "third", "past", "ing"),
    5: ("base", "third", "past", "participle", "ing"),
}


def _inflected(base: str) -> dict[str, frozenset[str]]:
    """The forms of a verb, each with its names; one that serves as past is a participle too."""
    irregular: list[str] | None = _LEXICON["irregular"].get(base)
    if irregular:
        forms = (base, *irregular)
    elif base in _LEXICON["doubling"]:
        forms = (base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing")
    else:
        forms = verb_forms(base)
    names = _NAMES_BY_COUNT.get(len(forms))
    if names is None:
        return {form: frozenset({"past"}) for form in forms}
    found: dict[str, frozenset[str]] = {}
    for form, name in zip(forms, names, strict=True):
        extra = {name, "participle"} if name == "past" and len(forms) == 4 else {name}
        if name == "base" and len(forms) == 3:
            extra = {"base", "past", "participle"}
        found[form] = found.get(form, frozenset()) | extra
    return found


def _verbs() -> dict[str, Reporter]:
    merged: dict[str, Reporter] = {}
    for group in _LEXICON["verbs"]:
        for lemma in group["lemmas"]:
            takes = frozenset(group["takes"])
            if lemma in merged:
                known = merged[lemma]
                merged[lemma] = Reporter(lemma, known.kind, known.stance, known.takes | takes)
            else:
                merged[lemma] = Reporter(lemma, group["kind"], Stance(group["stance"]), takes)
    return merged


def _forms() -> dict[str, tuple[Form, ...]]:
    by_first: dict[str, list[Form]] = {}
    for lemma, reporter in VERBS.items():
        base, *tail = lemma.split(" ")
        for word, names in _inflected(base).items():
            by_first.setdefault(word, []).append(Form(reporter, names, tuple(tail)))
    return {
        word: tuple(sorted(forms, key=lambda form: (-len(form.tail), form.reporter.lemma)))
        for word, forms in by_first.items()
    }


def _nouns() -> dict[str, Reporter]:
    return {
        form: Reporter(lemma, group["kind"], Stance(group["stance"]), frozenset({"that", "of"}))
        for group in _LEXICON["nouns"]
        for lemma in group["lemmas"]
        for form in noun_forms(lemma)
    }


def _adjectives() -> dict[str, Reporter]:
    takes = frozenset({"that", "wh", "np", "to"})
    return {
        lemma: Reporter(lemma, group["kind"], Stance(group["stance"]), takes)
        for group in _LEXICON["adjectives"]
        for lemma in group["lemmas"]
    }


VERBS = _verbs()
FORMS = _forms()
NOUNS = _nouns()
ADJECTIVES = _adjectives()
NOUN_VERBS = frozenset(  # forms that are verbs less often than nouns or adjectives
    word for word in FORMS if word in NOUNS or word in _LEXICON["also_nouns"]
)
RAISING = frozenset(_LEXICON["raising"])
NEEDS_CLAUSE = frozenset(_LEXICON["needs_clause"])
AGENTLESS = frozenset(_LEXICON["agentless"])
EXPRESSING = frozenset(form for lemma in _LEXICON["expressing"] for form in _inflected(lemma))
_PUTTING_FORWARD = frozenset(_LEXICON["putting_forward"])
OF_NOUNS = frozenset(form for lemma in _LEXICON["of_nouns"] for form in noun_forms(lemma))


def puts_forward(reporter: Reporter) -> bool:
    """Whether the object of a verb is what its subject holds or wants done: a claim of theirs.

    "They called the bill a grab", "she urged the council to wait", "he accused them of delay".
    """
    return reporter.kind == "naming" or reporter.lemma in _PUTTING_FORWARD
