"""How sure the voices are: the same claim told more or less certainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from argmap.lexicons import entries
from argmap.model.document import Span
from argmap.model.labels import Certainty, Dimension, SpanLayer, Voice

from .attribution import has_saying
from .evidence import marks
from .stems import stem
from .telling import Finding, Telling, direction
from .terms import Kind, words

_ORDER = (Certainty.UNCOMMITTED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
_WORDS = (Kind.WORD, Kind.COMMON, Kind.GENERAL)
_CLAUSE_END = re.compile(r"[,;:—–]|\s(?:and|but|or|who|which|while|because|although)\s")
_NUMBER_AFTER = re.compile(r"\s*[$€£¥]?\d")
_BACKSHIFTED = "would"  # of reported speech: "she will go" becomes "he said that she would go"


def certainty_change(one: Telling, two: Telling) -> Iterator[Finding]:
    """A change along certain, probable, possible, uncommitted, with the words that show it.

    The less certain telling must hedge what both tell: the word after its cue stands in the other
    too, and the other has no such cue. A label that a person gave counts without a cue.
    """
    first, second = _certainty(one), _certainty(two)
    difference = _ORDER.index(second) - _ORDER.index(first)
    if not difference:
        return
    less, more = (one, two) if difference > 0 else (two, one)
    cues = [span for span in _hedges(less) if _hedges_shared(span, less, more)]
    if not cues and not (_by_person(less) or _by_person(more)):
        return
    if cues and all(_says_too(span, more) for span in cues):
        return
    detail: dict[str, object] = {"from": first.value, "to": second.value}
    shown = [*cues, *_hedges(two)] if less is one else [*_hedges(one), *cues]
    told = [" ".join(span.text.split()) for span in shown]
    if told:
        detail["cue"] = list(dict.fromkeys(told))
    yield Finding(direction(difference), Dimension.CERTAINTY, detail)


def _certainty(telling: Telling) -> Certainty:
    """The label, unless all that hedges stands beside the part that tells the claim."""
    core = telling.core
    hedged = any(
        span.layer is SpanLayer.HEDGE and core.start <= span.start < core.end
        for span in telling.document.spans
    )
    if hedged and not _hedges(telling) and not _by_person(telling):
        return Certainty.CERTAIN
    return core.certainty


def _hedges(telling: Telling) -> list[Span]:
    """The hedges in the part of a segment that tells the claim, and in the clause before it.

    What hedges a number (`as many as 120`) says nothing of the rest, and is told with the numbers.
    """
    reported = telling.core.voice is not Voice.AUTHOR
    text, start = telling.document.text, telling.matched[0]
    return [
        span
        for span in telling.document.spans
        if span.layer is SpanLayer.HEDGE
        and telling.core.start <= span.start < telling.core.end
        and (
            telling.holds(span.start)
            or (span.end <= start and not _CLAUSE_END.search(text[span.end : start]))
        )
        and not (reported and span.text.casefold() == _BACKSHIFTED)
        and not _NUMBER_AFTER.match(text[span.end : span.end + 12])
    ]


def _hedges_shared(span: Span, telling: Telling, other: Telling) -> bool:
    """Whether the word after a hedge (before it at the end of a segment) is told by the other."""
    shared = {mark for term in other.terms for mark in marks(term.key)}
    said = [term for term in telling.terms if term.kind in _WORDS]
    after = [term for term in said if term.start >= span.end]
    before = [term for term in said if term.end <= span.start]
    nearest = after[0] if after else before[-1] if before else None
    return nearest is not None and not shared.isdisjoint(marks(nearest.key))


def _says_too(span: Span, other: Telling) -> bool:
    """Whether the other has the words of a hedge, in whatever form, or says it of somebody too."""
    if has_saying(span.text) and has_saying(other.core.text):
        return True
    said, cue = (frozenset(map(stem, words(text))) for text in (other.core.text, span.text))
    return (cue - _function_stems() or cue) <= said


def _by_person(telling: Telling) -> bool:
    """Whether a person gave the label."""
    return f"{telling.core.id}.certainty" in telling.document.provenance.labels


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, entries("function_words")))
