"""Who says it: an attribution that a telling drops or adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from argmap.model.document import AnnotatedDocument, Attribution
from argmap.model.labels import AlignmentKind, Dimension, Voice

from .stems import stem
from .telling import Finding, Telling
from .word_lists import word_list

_TOKEN = re.compile(r"[^\W\d_]+")
Speakers = Mapping[tuple[str, str], int]
"""Place in the story's cast of each source, by article and source id."""


def attribution_change(one: Telling, two: Telling, speakers: Speakers) -> Iterator[Finding]:
    """A source that one telling names and the other leaves out, with its name.

    Nothing is dropped where the other sentence still names the source beside a word of saying, even
    if no attribution was found there. Two different sources are told apart, as `same`.
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


def _attribution(telling: Telling) -> Attribution | None:
    if telling.core.voice is not Voice.ATTRIBUTED:
        return None
    return telling.document.attribution(telling.core.attribution)


def _via(document: AnnotatedDocument, attribution: Attribution) -> dict[str, str]:
    names = chain(document, attribution)
    return {"via": ", ".join(names)} if names else {}


def _names(bare: Telling, other: Telling, attribution: Attribution) -> bool:
    """Whether the bare telling's sentence has the source's name and a word of saying."""
    name = source_name(other.document, attribution) or ""
    wanted = {token.casefold() for token in _TOKEN.findall(name) if token[0].isupper()}
    said = _TOKEN.findall(bare.core.text)
    named = wanted & {token.casefold() for token in said}
    return bool(named) and any(stem(token.casefold()) in _saying() for token in said)


def _differ(
    one: Telling, first: Attribution, two: Telling, second: Attribution, speakers: Speakers
) -> bool:
    here = speakers.get((one.article, first.speaker or ""))
    there = speakers.get((two.article, second.speaker or ""))
    return here is not None and there is not None and here != there


@cache
def _saying() -> frozenset[str]:
    return frozenset(map(stem, word_list("saying_words")))
