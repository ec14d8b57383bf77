"""Who says it: an attribution that a telling drops or adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from argmap.lexicons import entries
from argmap.model.document import AnnotatedDocument, Attribution
from argmap.model.labels import AlignmentKind, Dimension, Voice

from .stems import stem
from .telling import Finding, Telling
from .terms import words

_WEIGHTY = 4  # letters; shorter words of a description say little
_OTHER = frozenset({"not", "state", "states"})  # their stems are those of note and stated
_TOKEN = re.compile(r"[^\W\d_]+")
Speakers = Mapping[tuple[str, str], int]
"""Place in the story's cast of each source, by article and source id."""


def attribution_change(one: Telling, two: Telling, speakers: Speakers) -> Iterator[Finding]:
    """A source that one telling names and the other leaves out, with its name.

    Nothing is dropped where the other sentence still names the source beside a word of saying, or
    has a word of saying in what it tells, even if no attribution was found there. Two different
    sources are told apart, as `same`.
    """
    first, second = _attribution(one), _attribution(two)
    if first and not second and two.core.voice is Voice.AUTHOR and not _names(two, one, first):
        detail = {"dropped": source_name(one.document, first), **_via(one.document, first)}
        yield Finding(AlignmentKind.STRONGER, Dimension.ATTRIBUTION, detail)
    elif second and not first and one.core.voice is Voice.AUTHOR and not _names(one, two, second):
        detail = {"added": source_name(two.document, second), **_via(two.document, second)}
        yield Finding(AlignmentKind.WEAKER, Dimension.ATTRIBUTION, detail)
    elif first and second and _differ(one, first, two, second, speakers):
        names = [source_name(one.document, first), source_name(two.document, second)]
        yield Finding(AlignmentKind.SAME, None, {"sources": names})


def source_name(document: AnnotatedDocument, attribution: Attribution) -> str | None:
    """Name of the speaker, or the words that stand for the source; `None` where none does."""
    speaker = document.source(attribution.speaker)
    if speaker:
        return " ".join(speaker.name.split())
    return " ".join(attribution.source.text.split()) if attribution.source else None


def chain(document: AnnotatedDocument, attribution: Attribution) -> list[str]:
    """Names of the sources around an attribution, the nearest first."""
    names = []
    seen = {attribution.id}
    outer = document.attribution(attribution.parent)
    while outer and outer.id not in seen:
        seen.add(outer.id)
        name = source_name(document, outer)
        if name:
            names.append(name)
        outer = document.attribution(outer.parent)
    return names


def innermost(
    document: AnnotatedDocument, attribution: Attribution, start: int, end: int
) -> Attribution:
    """Of the attributions inside this one, the deepest whose content holds most of a stretch."""
    seen = {attribution.id}
    deeper: Attribution | None = attribution
    while deeper:
        attribution = deeper
        deeper = next(
            (
                inner
                for inner in document.attributions
                if inner.parent == attribution.id
                and inner.id not in seen
                and 2 * _held(inner, start, end) > end - start
            ),
            None,
        )
        seen.add(deeper.id if deeper else "")
    return attribution


def _held(attribution: Attribution, start: int, end: int) -> int:
    """How much of a stretch the content of an attribution holds."""
    return sum(max(0, min(end, q.end) - max(start, q.start)) for q in attribution.content)


def _attribution(telling: Telling) -> Attribution | None:
    found = telling.document.attribution(telling.core.attribution)
    if telling.core.voice is not Voice.ATTRIBUTED or found is None:
        return None
    if not tells_matched(found, telling):
        return None
    return innermost(telling.document, found, *telling.matched)


def tells_matched(attribution: Attribution, telling: Telling) -> bool:
    """Whether most of the words that both tell stand in the content of an attribution.

    A sentence that reports two things gives one of them as somebody's words perhaps; the other is
    its author's.
    """
    start, end = telling.matched
    shared = [term for term in telling.terms if start <= term.start < end]
    inside = [
        term for term in shared if any(q.start <= term.start < q.end for q in attribution.content)
    ]
    return 2 * len(inside) >= len(shared)


def _via(document: AnnotatedDocument, attribution: Attribution) -> dict[str, str]:
    names = chain(document, attribution)
    return {"via": ", ".join(names)} if names else {}


def _names(bare: Telling, other: Telling, attribution: Attribution) -> bool:
    """Whether the bare telling's sentence has the source's name and a word of saying.

    Of a proper name one word is enough; of a description (`a spokesman for the ministry`) half.
    """
    name = _TOKEN.findall(source_name(other.document, attribution) or "")
    proper = {stem(token.casefold()) for token in name if token[0].isupper()}
    described = {stem(token.casefold()) for token in name if len(token) >= _WEIGHTY}
    said = {stem(token.casefold()) for token in _TOKEN.findall(bare.core.text)}
    if not has_saying(bare.core.text):
        return False
    if has_saying(bare.document.text[bare.core.start : bare.matched[1]]):
        return True
    return bool(said & proper) or 2 * len(said & described) >= max(2, len(described))


def _differ(
    one: Telling, first: Attribution, two: Telling, second: Attribution, speakers: Speakers
) -> bool:
    here = speakers.get((one.article, first.speaker or ""))
    there = speakers.get((two.article, second.speaker or ""))
    if here is None or there is None or here == there:
        return False
    left, right = (
        [token.casefold() for token in _TOKEN.findall(source_name(*side) or "")]
        for side in ((one.document, first), (two.document, second))
    )
    shared = {*left} & {*right}
    if len(shared) > 1 and left[-1] == right[-1]:
        return False  # `candidate Ada Brandt` and `Ada Maria Brandt`
    return len(shared) < min(len({*left}), len({*right}))


def has_saying(text: str) -> bool:
    """Whether a text has a word by which news says that somebody says something."""
    return any(stem(word) in _saying_stems() for word in words(text) if word not in _OTHER)


@cache
def _saying_stems() -> frozenset[str]:
    return frozenset(map(stem, entries("saying_words")))
