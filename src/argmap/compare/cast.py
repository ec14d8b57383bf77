"""One cast for the story: the speakers of all articles, and how much each is heard where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from argmap.lexicons import entries
from argmap.model.comparison import CastMember, HeardIn
from argmap.model.document import AnnotatedDocument, Source
from argmap.model.labels import SourceKind

from .words import words_in

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[\w&]+(?:[-'’][\w&]+)*")
_SMALL = frozenset({"the", "a", "an", "of", "and", "for", "in", "on", "at", "s"})


@dataclass(frozen=True, slots=True)
class _Heard:
    """One source of one article: what it is called there and how many words it is given."""

    article: str
    source: Source
    tokens: tuple[str, ...]
    words: int


def cast(documents: Sequence[AnnotatedDocument]) -> list[tuple[CastMember, list[tuple[str, str]]]]:
    """The speakers of a story, most heard first, each with its sources (article and source id).

    Two sources are one speaker where they have the same name; where one is the surname of the only
    full name of the story that ends in it; where one is the acronym of the other; or where news
    calls one party by both. Collective sources (`analysts`) are one where they are called the same.
    Anonymous sources of two articles stay apart: nobody can tell whether they are one person. A
    source without a word of its own is not heard and is left out.
    """
    heard = [entry for document in documents for entry in _heard(document)]
    merged = _merge(heard)
    order = {document.article.id: place for place, document in enumerate(documents)}
    members = [_member(group, order) for group in merged]
    members.sort(key=lambda item: (-_total(item[0]), item[0].name.casefold(), item[1]))
    return members


def _heard(document: AnnotatedDocument) -> list[_Heard]:
    stretches: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for attribution in document.attributions:
        if attribution.speaker:
            stretches[attribution.speaker].extend((q.start, q.end) for q in attribution.content)
    return [
        _Heard(
            document.article.id,
            source,
            _name_tokens(source),
            words_in(document.text, stretches[source.id]),
        )
        for source in document.sources
        if source.id in stretches
    ]


def _name_tokens(source: Source) -> tuple[str, ...]:
    """The words of a name that tell it from others, in small letters."""
    raw = [
        token.replace("’", "'").casefold().replace(".", "") for token in _TOKEN.findall(source.name)
    ]
    bare = [token.removesuffix("'s") for token in raw]
    if source.kind is SourceKind.NAMED_PERSON:
        kept = [token for token in bare if token not in _honorifics()]
    else:
        kept = [token for token in bare if token not in _SMALL]
    return tuple(kept or bare)


def _merge(heard: Sequence[_Heard]) -> list[list[_Heard]]:
    groups: dict[tuple[object, ...], list[_Heard]] = defaultdict(list)
    full_names = _full_names(heard)
    acronyms = _acronyms(heard)
    for entry in heard:
        groups[_identity(entry, full_names, acronyms)].append(entry)
    return list(groups.values())


def _identity(
    entry: _Heard,
    full_names: Mapping[str, set[tuple[str, ...]]],
    acronyms: Mapping[str, tuple[str, ...]],
) -> tuple[object, ...]:
    kind, tokens = entry.source.kind, entry.tokens
    if kind is SourceKind.ANONYMOUS:
        return (kind, entry.article, entry.source.id)
    if kind is SourceKind.COLLECTIVE:
        return (kind, *tokens)
    if kind is SourceKind.NAMED_PERSON:
        known = full_names.get(tokens[-1] if tokens else "", set())
        if len(tokens) == 1 and len(known) == 1:
            tokens = next(iter(known))
        elif len(tokens) > 2 and (tokens[0], tokens[-1]) in known:
            tokens = (tokens[0], tokens[-1])
        return ("person", *tokens)
    if len(tokens) == 1:
        tokens = acronyms.get(tokens[0], tokens)
    party = _parties().get(" ".join(tokens))
    return ("named", party) if party else ("named", *tokens)


def _full_names(heard: Sequence[_Heard]) -> dict[str, set[tuple[str, ...]]]:
    """By surname, the persons with a first name too; a middle name makes nobody another person."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in heard:
        if entry.source.kind is SourceKind.NAMED_PERSON and len(entry.tokens) > 1:
            found[entry.tokens[-1]].add(entry.tokens)
    return {
        surname: {name for name in names if len(name) == 2 or (name[0], name[-1]) not in names}
        for surname, names in found.items()
    }


def _acronyms(heard: Sequence[_Heard]) -> dict[str, tuple[str, ...]]:
    """By acronym, the name that it stands for, where only one of the story has those letters."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for entry in heard:
        if entry.source.kind is not SourceKind.NAMED_PERSON and len(entry.tokens) > 1:
            found["".join(token[0] for token in entry.tokens)].add(entry.tokens)
    return {letters: next(iter(names)) for letters, names in found.items() if len(names) == 1}


def _member(
    group: Sequence[_Heard], order: Mapping[str, int]
) -> tuple[CastMember, list[tuple[str, str]]]:
    by_article: dict[str, list[_Heard]] = defaultdict(list)
    for entry in sorted(group, key=lambda item: order[item.article]):
        by_article[entry.article].append(entry)
    articles = {}
    for article, known in by_article.items():
        first = max(known, key=lambda entry: entry.words)
        words = sum(entry.words for entry in known)
        articles[article] = HeardIn(source=first.source.id, words=words)
    named = max(group, key=lambda entry: (len(entry.tokens), entry.words, -order[entry.article]))
    member = CastMember(name=named.source.name, kind=named.source.kind, articles=articles)
    return member, [(entry.article, entry.source.id) for entry in group]


def _total(member: CastMember) -> int:
    return sum(heard.words for heard in member.articles.values())


@cache
def _parties() -> dict[str, str]:
    table: dict[str, list[str]] = entries("name_aliases")
    return {
        name.casefold().replace(".", ""): party for party, names in table.items() for name in names
    }


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(entries("honorifics"))
