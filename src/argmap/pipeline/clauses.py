"""Main clause and subordinate clauses, told by function words and commas, and by the tree.

A clause opens at its relative pronoun, subordinator or participle and ends at the next comma of the
same level. That is enough to know whether a cue bears on what a sentence says or on something it
says in passing. The tree is asked where words do not show it: a relative clause without "that", the
clause that a condition hangs on.
"""

from __future__ import annotations

from argmap.lexicons import entries

from .phrases import Phrases, word_range
from .tree import Tree
from .words import Words

_LISTS = entries("clauses")
_RELATIVE = frozenset(_LISTS["relative"])
_FINITE = frozenset(_LISTS["finite"])
_NOT_PARTICIPLE = frozenset(_LISTS["not_participle"])
_WEAK = frozenset(_LISTS["weak_subordinator"])
_OPENERS = Phrases({key: _LISTS[key] for key in ("subordinator", "condition", "no_condition")})
_EMBEDDING = Phrases({"embedding": _LISTS["embedding"]})
_BREAKS = frozenset({",", ";", ":", "–", "—", "--", "-", ")", "("})
_STRONG_BREAKS = frozenset({";", "–", "—", "--", "."})
_LEADING = frozenset(
    {"and", "but", "so", "yet", "or", "even", "then", "“", '"', "‘", "'", "(", "only"}
)
_SIMPLE_PAST = frozenset({"was", "did"})
_SUPPOSING = frozenset({"would", "could", "might", "will", "'ll", "'d", "may", "should", "must"})
_MIN_MAIN_WORDS = 2

__all__ = ["clause_marks", "is_conditional", "is_in_aside", "main_clause", "word_range"]


def main_clause(words: Words, within: range) -> list[bool]:
    """For every word of a sentence or segment: does it stand in the main clause?

    Where everything looks subordinate (a segment that is a clause of its own), all of it counts.
    """
    subordinate = clause_marks(words, within)
    main = [not mark for mark in subordinate]
    weighty = sum(
        flag and words.text[place][0].isalnum() for flag, place in zip(main, within, strict=True)
    )
    return main if weighty >= _MIN_MAIN_WORDS else [True] * len(within)


def clause_marks(words: Words, within: range) -> list[bool]:
    """For every word: does it stand in a clause that another clause carries?"""
    marks = [False] * len(within)
    openers = _openers(words, within)
    place = within.start
    opening = _first_word(words, within)
    while place < within.stop:
        end = None
        if place == opening and place in openers:
            end = _end_of_leading(words, place, within)
        elif place > opening and (
            (place in openers and _opens_inner(words, place, within))
            or _opens_relative(words, place, within)
        ):
            end = _end_of_inner(words, place, within)
        elif place > opening and _opens_participle(words, place):
            end = _next_break(words, place + 1, within)
        if end is None:
            place += 1
            continue
        for number in range(place, end):
            marks[number - within.start] = True
        place = end
    return marks


def is_in_aside(tree: Tree, number: int, within: range | None = None) -> bool:
    """Whether a word stands in a relative clause of its sentence, or of a part of it."""
    while tree.heads[number] != number and (within is None or tree.heads[number] in within):
        if tree.relations[number] == "acl:relcl":
            return True
        number = tree.heads[number]
    return False


def is_conditional(words: Words, tree: Tree, within: range) -> bool:
    """Whether a condition is set for what the sentence says: an if-clause, not an `ask if`.

    `if you look` means anybody, and an if-clause inside a relative clause bears on that alone.
    """
    for place in _openers(words, within, groups=("condition",)):
        before = range(max(within.start, place - 2), place)
        asked = any(found.start in before for found in _EMBEDDING.find_all_in(words, before))
        anybody = words.lower[place + 1 : place + 2] in (["you"], ["one"])
        inner = is_in_aside(tree, place, within)
        if not (asked or anybody or inner or _only_compares(words, place, within)):
            return True
    return words.lower[within.start : within.start + 1] in (["should"], ["had"], ["were"]) and (
        "," in words.lower[within.start : within.stop]
        and not words.lower[within.stop - 1].endswith("?")
    )


def _only_compares(words: Words, place: int, within: range) -> bool:
    """`If the first talk was cold, the second was hot`: both in the past, nothing is supposed."""
    clause = words.lower[place + 1 : min(place + 5, within.stop)]
    past = not _SIMPLE_PAST.isdisjoint(clause)
    return past and _SUPPOSING.isdisjoint(words.lower[within.start : within.stop])


def _openers(
    words: Words, within: range, groups: tuple[str, ...] = ("subordinator", "condition")
) -> dict[int, str]:
    found = _OPENERS.find_all_in(words, within)
    excluded = {
        place for f in found if f.group == "no_condition" for place in range(f.start, f.end)
    }
    return {
        f.start: f.group
        for f in found
        if f.group in groups and (f.start not in excluded or f.group == "subordinator")
    }


def _first_word(words: Words, within: range) -> int:
    place = within.start
    while place < within.stop - 1 and words.lower[place] in _LEADING:
        place += 1
    return place


def _end_of_leading(words: Words, place: int, within: range) -> int | None:
    """A clause that opens the sentence ends at its comma; without one there is none."""
    for number in range(place + 1, within.stop):
        if words.lower[number] == "," and number + 1 < within.stop:
            return number
    return None


def _end_of_inner(words: Words, place: int, within: range) -> int:
    after_comma = place > within.start and words.lower[place - 1] in _BREAKS
    if after_comma:
        return _next_break(words, place + 1, within)
    for number in range(place + 1, within.stop):
        if words.lower[number] in _STRONG_BREAKS:
            return number
        if words.lower[number] == "," and _resumes(words, number + 1, within):
            return number
    return within.stop


def _opens_inner(words: Words, place: int, within: range) -> bool:
    """A word such as `as` needs a comma, or a finite verb on its left, to open a clause."""
    if words.lower[place] not in _WEAK or words.lower[place - 1] in _BREAKS:
        return True
    return any(words.lower[number] in _FINITE for number in range(within.start, place))


def _resumes(words: Words, place: int, within: range) -> bool:
    """Whether the words after a comma carry on the main clause: a finite verb or `and they`."""
    return place < within.stop and (
        words.lower[place] in _FINITE or words.lower[place] in {"and", "but", "or", "yet"}
    )


def _next_break(words: Words, place: int, within: range) -> int:
    for number in range(place, within.stop):
        if words.lower[number] in _BREAKS and words.lower[number] != "-":
            return number
    return within.stop


def _opens_relative(words: Words, place: int, within: range) -> bool:
    word = words.lower[place]
    if word in _RELATIVE:
        return True
    return (
        word == "that"
        and place + 1 < within.stop
        and words.lower[place + 1] in _FINITE
        and place - 1 >= within.start
        and words.lower[place - 1] not in _FINITE
        and words.lower[place - 1] not in _BREAKS
    )


def _opens_participle(words: Words, place: int) -> bool:
    """After a comma, perhaps with an adverb, a word in -ing: `, reshaping the region`."""
    if place == 0 or words.lower[place - 1] not in {",", "–", "—"}:
        return False
    if _is_adverb(words.lower[place]) and place + 1 < len(words):
        place += 1
    word = words.text[place]
    return word.endswith("ing") and word.islower() and word not in _NOT_PARTICIPLE


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in {"perhaps", "maybe", "thus", "thereby"}
