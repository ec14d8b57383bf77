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
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
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
    full name of the story that ends in it; where their first names differ as a short form does
    (`Bob`, `Robert`); where one is the acronym of the other; or where news calls one party by both.
    Collective sources (`analysts`) are one where they are called the same. Anonymous sources of two
    articles stay apart: nobody can tell whether they are one person. A source without a word of its
    own is not heard and is left out.
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
        kept = [token for token in bare if token not in _honorifics() | _SUFFIXES]
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
        return ("person", *_full(tokens, full_names.get(tokens[-1] if tokens else "", set())))
    if len(tokens) == 1:
        tokens = acronyms.get(tokens[0], tokens)
    party = _parties().get(" ".join(tokens))
    return ("named", party) if party else ("named", *tokens)


def _full(tokens: tuple[str, ...], known: set[tuple[str, ...]]) -> tuple[str, ...]:
    """The full name of the story that a person's name stands for, else the name itself."""
    if len(tokens) == 1:
        return next(iter(known)) if len(known) == 1 else tokens
    alike = sorted(name for name in known if _one_person(name, tokens))
    return alike[0] if alike else tokens


def _one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with the same surname differ in a middle or a short name alone.

    A name in the middle may be what somebody is called: `William "Mo" Cowan`. Two middle names
    make two persons.
    """
    if one[1:-1] and other[1:-1] and one[1:-1] != other[1:-1]:
        return False
    here, there = (
        {form for token in name[:-1] for form in _long_forms(token)} for name in (one, other)
    )
    first, second = _long_forms(one[0]), _long_forms(other[0])
    return not first.isdisjoint(there) or not second.isdisjoint(here)


def _full_names(heard: Sequence[_Heard]) -> dict[str, set[tuple[str, ...]]]:
    """By surname, the persons with a first name too, each under the shortest of its names."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    names = {
        entry.tokens
        for entry in heard
        if entry.source.kind is SourceKind.NAMED_PERSON and len(entry.tokens) > 1
    }
    for name in sorted(names, key=lambda item: (len(item), item)):
        if not any(_one_person(known, name) for known in found[name[-1]]):
            found[name[-1]].add(name)
    return found


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


def _long_forms(name: str) -> frozenset[str]:
    """A first name, and the names that it is a short form of."""
    return frozenset((name, *_nicknames().get(name, ())))


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = entries("nicknames")
    found: dict[str, tuple[str, ...]] = {}
    for name, short_forms in table.items():
        for short in short_forms:
            found[short] = (*found.get(short, ()), name)
    return found


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(entries("honorifics"))
