"""Phrases of a lexicon found among the words of a Doc, whatever their case or apostrophes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language

from .inflection import expand
from .layers import Offsets
from .words import Words


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase: words from `start` to before `end`, and the group of the lexicon it stands in."""

    start: int
    end: int
    group: str


class Phrases:
    """Groups of phrases, cut into words as a Doc is; a phrase may stand in several groups."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        """Expand all phrases to their forms (`lexicon.expand`) and file them by first word."""
        filed: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
        for group, phrases in groups.items():
            for phrase in phrases:
                for form in expand(phrase):
                    words = tuple(token.lower_ for token in _english().make_doc(form))
                    filed.setdefault(words[0], {})[words, group] = None
        self._filed = {first: tuple(forms) for first, forms in filed.items()}

    def find_all(self, words: Words) -> list[Found]:
        """All phrases in order of place, overlapping ones included."""
        return self.find_all_in(words, range(len(words)))

    def find_all_in(self, words: Words, within: range) -> list[Found]:
        """All phrases that lie whole in a range of words."""
        lower, filed = words.lower, self._filed
        return [
            Found(place, place + len(form), group)
            for place in within
            if lower[place] in filed
            for form, group in filed[lower[place]]
            if place + len(form) <= within.stop
            and (len(form) == 1 or tuple(lower[place : place + len(form)]) == form)
        ]

    def find(self, words: Words) -> list[Found]:
        """The phrases in order of place; of overlapping ones the longest."""
        return longest(self.find_all(words))


def longest(found: Iterable[Found]) -> list[Found]:
    """Keep the longest of overlapping finds, the first of equally long ones; in order of place."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda item: (item.start - item.end, item.start, item.group)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda item: item.start)


def word_range(words: Words, stretch: Offsets) -> range:
    """The numbers of the words that lie in a stretch of the text."""
    return range(bisect_left(words.start, stretch[0]), bisect_left(words.start, stretch[1]))


@cache
def _english() -> Language:
    return spacy.blank("en")
