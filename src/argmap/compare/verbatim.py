"""Words in a row that two passages share: the same quotation, however plain its words are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, product

from .passages import Passage
from .terms import words

ROW = 3  # words
_STANDING = 60  # passages; a row of more is a standing phrase


def shared_rows(passages: Sequence[Passage], among: Sequence[int]) -> dict[tuple[int, int], int]:
    """The pairs of some passages that share a row, the lower number first, and how long it is.

    A row is at least three words that follow each other in both, of whatever kind and case; those
    of a source or cue do not count. Pairs are found by an index of the rows of three, so that only
    those that share one are looked at.
    """
    told = {number: [words(piece) for piece in passages[number].said] for number in among}
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, pieces in told.items():
        for row in {
            tuple(piece[at : at + ROW]) for piece in pieces for at in range(len(piece) - ROW + 1)
        }:
            holders[row].append(number)
    found: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        if len(numbers) > _STANDING:
            continue
        for pair in combinations(sorted(numbers), 2):
            one, two = pair
            if pair not in found and passages[one].article != passages[two].article:
                found[pair] = max(_longest(*pieces) for pieces in product(told[one], told[two]))
    return found


def _longest(one: Sequence[str], two: Sequence[str]) -> int:
    return SequenceMatcher(None, one, two, autojunk=False).find_longest_match().size
