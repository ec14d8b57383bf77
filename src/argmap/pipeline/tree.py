"""The tree of each sentence, by word number: heads, relations, and how far a word's phrase reaches.

Relations are those of Universal Dependencies. The trees are the syntax model's, so that a rule that
rests on them should ask for little at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.attrs import DEP, HEAD, POS
from spacy.tokens import Doc

from .words import Words, words_of

_KEY = "argmap_tree"


@dataclass(frozen=True, slots=True)
class Tree:
    """Heads and relations of a text's words; the head of a root is the root itself."""

    heads: list[int]
    relations: list[str]
    classes: list[str]
    dependents: list[list[int]]
    firsts: list[int]  # the first word of each word's phrase
    lasts: list[int]  # and its last

    def top(self, first: int, last: int) -> int:
        """The word of `[first, last)` that hangs on one outside; the first of several."""
        for number in range(first, last):
            head = self.heads[number]
            if head == number or not first <= head < last:
                return number
        return first

    def child(self, number: int, *relations: str) -> int | None:
        """The first dependent with one of some relations."""
        for dependent in self.dependents[number]:
            if self.relations[dependent] in relations:
                return dependent
        return None

    def above(self, number: int) -> Iterator[int]:
        """The heads above a word, the nearest first."""
        while self.heads[number] != number:
            number = self.heads[number]
            yield number


def tree_of(doc: Doc) -> Tree:
    """The trees of a Doc, read once; where it has none, every word is a root."""
    known = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = _read(doc, words_of(doc))
    assert isinstance(known, Tree)
    return known


def _read(doc: Doc, words: Words) -> Tree:
    place = {token: number for number, token in enumerate(words.token)}
    rows: Any = doc.to_array([HEAD, DEP, POS])
    above = [index + int(offset) for index, offset in enumerate(rows[:, 0].astype("int64"))]
    name = doc.vocab.strings
    heads = []
    for number, index in enumerate(words.token):
        head = above[index]
        while head not in place and above[head] != head:
            head = above[head]
        heads.append(place.get(head, number))
    kept = rows[words.token] if words.token else rows[:0]
    names = {key: name[key] for key in {*kept[:, 1].tolist(), *kept[:, 2].tolist()}}
    relations = [names[key] for key in kept[:, 1].tolist()]
    classes = [names[key] for key in kept[:, 2].tolist()]
    dependents: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            dependents[head].append(number)
    firsts, lasts = list(range(len(heads))), list(range(len(heads)))
    for number in range(len(heads)):
        climbed = number
        while heads[climbed] != climbed:
            climbed = heads[climbed]
            if firsts[climbed] <= number <= lasts[climbed]:
                break  # and so do all above it
            firsts[climbed] = min(firsts[climbed], number)
            lasts[climbed] = max(lasts[climbed], number)
    return Tree(heads, relations, classes, dependents, firsts, lasts)
