"""When two phrases are one, and where a phrase stands in an article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from argmap.lexicons import entries
from argmap.model.document import AnnotatedDocument

from .stems import stem

Key = tuple[str, ...]
"""Stems of a phrase, without quotation marks and opening determiners."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d+")
_MARKS = "\"'“”‘’«»„‟‹›.,;:!? \n\t"
_OPENERS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "of"})
_LONGEST_NAME = 6  # stems; a longer phrase has no variants
_SHORTEST_VARIANT = 3  # stems, of which two are alike


def phrase_key(text: str) -> Key:
    """The same for every case, number, quotation mark and determiner of a phrase."""
    words = [_plain(match.group()) for match in _TOKEN.finditer(text)]
    while len(words) > 1 and words[0] in _OPENERS:
        words = words[1:]
    return tuple(stem(word) for word in words if word != "s")


def clean(text: str) -> str:
    """A phrase as it is shown: on one line, without quotation marks and an opening determiner."""
    words = " ".join(text.split()).strip(_MARKS).split(" ")
    if len(words) > 1 and words[0].casefold() in _OPENERS:
        words = words[1:]
    return " ".join(words)


def families(keys: Iterable[Key]) -> dict[Key, Key]:
    """The phrase under which each phrase stands: the shortest one that it is a variant of."""
    leaders: dict[str, list[Key]] = defaultdict(list)  # by their last stem
    found: dict[Key, Key] = {}
    for key in sorted(set(keys), key=lambda item: (len(item), item)):
        near = {leader for part in key for leader in leaders[part] if _variants(leader, key)}
        if near:
            found[key] = min(near, key=lambda item: (len(item), item))
        else:
            found[key] = key
            leaders[key[-1]].append(key)
    return found


class Occurrences:
    """Finds phrases in one article by their stems."""

    def __init__(self, document: AnnotatedDocument) -> None:
        self._places = [match.span() for match in _TOKEN.finditer(document.text)]
        self._stems = [stem(_plain(document.text[a:b])) for a, b in self._places]
        self._starts: dict[str, list[int]] = defaultdict(list)
        for place, found in enumerate(self._stems):
            self._starts[found].append(place)

    def of(self, key: Key) -> Iterator[tuple[int, int]]:
        """Offsets of every place where the words of a phrase follow each other."""
        for place in self._starts.get(key[0], ()):
            if tuple(self._stems[place : place + len(key)]) == key:
                yield self._places[place][0], self._places[place + len(key) - 1][1]


def _plain(token: str) -> str:
    return token.casefold().replace(".", "")


def _variants(short: Key, long: Key) -> bool:
    """Whether one phrase holds the other, or both differ in their describing words alone."""
    if max(len(short), len(long)) > _LONGEST_NAME:
        return False
    if len(short) >= 2 and _holds(long, short):
        return True
    alike = (set(short[:-1]) & set(long[:-1])) - _function_stems()
    return len(short) >= _SHORTEST_VARIANT and short[-1] == long[-1] and bool(alike)


def _holds(long: Sequence[str], short: Key) -> bool:
    starts = range(len(long) - len(short) + 1)
    return any(tuple(long[start : start + len(short)]) == short for start in starts)


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, [*entries("function_words"), "new"]))
