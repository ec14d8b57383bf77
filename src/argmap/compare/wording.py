"""How it is put: of how many it is said, how strong the words are, and whether a cause is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.model.labels import Dimension, SpanLayer

from .stems import stem
from .telling import Finding, Telling, direction
from .terms import Kind, Term, words

_QUANTIFIERS = {
    "all": 3, "every": 3, "each": 3, "entire": 3, "whole": 3,
    "most": 2, "majority": 2,
    "many": 1, "some": 1, "several": 1, "few": 1, "certain": 1, "part": 1, "various": 1,
}  # fmt: skip
_QUANTIFIER = re.compile(
    rf"\b(?:a\s+)?({'|'.join(_QUANTIFIERS)})\b(?:\s+of)?(?:\s+(?:the|its|his|her|their|our))?",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|as\s+a\s+result(?:\s+of)?"
    r"|caus(?:ed|ing)|le(?:d|ads?|ading)\s+to|result(?:ed|s|ing)\s+in|trigger(?:ed|s|ing)"
    r"|prompt(?:ed|s|ing)|blam(?:ed|es|ing))\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"\b(?:after|following|amid|when|while|with|as|since|and)\b", re.IGNORECASE)


def scope_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """`some officials` against `all officials`: another quantifier before the same word."""
    here, there = _quantified(one), _quantified(two)
    for key, (level, text) in here.items():
        if key in there and there[key][0] != level:
            other, words = there[key]
            detail = {"from": text, "to": words}
            yield Finding(direction(other - level), Dimension.SCOPE, detail)


def intensity_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """Loaded words where the other telling is plain; both loaded is no change.

    A word that stands in the other too is no difference, whatever label it has there.
    """
    here, there = _loaded(one, two), _loaded(two, one)
    if bool(here) != bool(there):
        detail = {"from": here, "to": there}
        yield Finding(direction(len(there) - len(here)), Dimension.INTENSITY, detail)


def causality_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """A cause told by one, where the other tells both things side by side."""
    for first, second, sign in ((one, two, -1), (two, one, 1)):
        cue = _cause_of_shared(first, second)
        if cue and not _CAUSE.search(_text(second)):
            loose = _LOOSE.search(_text(second))
            plain = loose.group() if loose else None
            ends = (cue, plain) if sign < 0 else (plain, cue)
            detail = {"from": ends[0], "to": ends[1]}
            yield Finding(direction(sign), Dimension.CAUSALITY, detail)
            return


def _quantified(telling: Telling) -> dict[str, tuple[int, str]]:
    """Level and words of the quantifier before each term that has one."""
    core = telling.core
    found = {}
    for match in _QUANTIFIER.finditer(core.text):
        start, end = core.start + match.start(), core.start + match.end()
        following = [term for term in telling.terms if term.start >= end]
        if following and telling.holds(start) and following[0].start - end <= 1:
            term = following[0]
            text = core.text[match.start() : term.end - core.start]
            found[term.key] = (_QUANTIFIERS[match[1].lower()], " ".join(text.split()))
    return found


def _loaded(telling: Telling, other: Telling) -> list[str]:
    said = set(map(stem, words(other.core.text)))
    return [
        " ".join(span.text.split())
        for span in telling.spans(SpanLayer.LOADED)
        if not set(map(stem, words(span.text))) <= said
    ]


def _cause_of_shared(first: Telling, second: Telling) -> str | None:
    """The causal cue of the first, where the second tells what stands on both sides of it."""
    shared = {term.key for term in second.terms}
    for match in _CAUSE.finditer(first.core.text):
        place = first.core.start + match.start()
        before = [t for t in first.terms if t.end <= place and first.holds(t.start)]
        after = [t for t in first.terms if t.start >= place and first.holds(t.start)]
        if _mostly(before, shared) and _mostly(after, shared):
            return " ".join(match.group().split())
    return None


def _mostly(terms: list[Term], shared: set[str]) -> bool:
    """Whether at least half of some terms are shared, a word among them."""
    kept = [term for term in terms if term.key in shared]
    return 2 * len(kept) >= len(terms) and any(t.kind in (Kind.WORD, Kind.COMMON) for t in kept)


def _text(telling: Telling) -> str:
    return telling.document.text[telling.part[0] : telling.part[1]]
