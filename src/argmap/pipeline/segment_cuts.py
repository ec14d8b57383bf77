"""Where a sentence is cut into segments."""

from __future__ import annotations

from .content import has_finite_verb
from .passage import Passage, Sentence
from .voices import AUTHOR, Voices
from .word_classes import CONJUNCTIONS, DASHES, PUNCTUATION, QUOTE_MARKS, SUBORDINATORS

_MIN_CLAUSE = 5  # words of an author's clause that is worth a segment of its own
_MIN_PART = 3  # words of any segment that is part of a sentence
_MIN_REASON = 4
_NO_REASON = frozenset(
    {
        "of",
        "not",
        "just",
        "simply",
        "only",
        "merely",
        "partly",
        "mainly",
        "perhaps",
        "largely",
        "precisely",
        "probably",
    }
)

_JOINTS = frozenset({"and", "or", "but"}) | (SUBORDINATORS - {"that", "so", "than", "what"})

Stretch = tuple[int, int]


def cut(passage: Passage, voices: Voices, sentence: Sentence) -> list[Stretch]:
    """The segments of one sentence: stretches of words that add up to it."""
    if sentence.heading:
        return [(sentence.first, sentence.last)]
    runs = _runs(passage, voices, sentence)
    runs = _merged(passage, runs, sentence)
    found: list[Stretch] = []
    for first, last, owner in runs:
        if owner == AUTHOR:
            found += _before_reasons(passage, first, last)
        else:
            found.append((first, last))
    return found


def _runs(passage: Passage, voices: Voices, sentence: Sentence) -> list[tuple[int, int, int]]:
    """Stretches of one owner; marks go with the words before, opening ones with those after."""
    found: list[tuple[int, int, int]] = []
    first = sentence.first
    owner: int | None = None
    for word in range(sentence.first, sentence.last):
        if passage.text[word] in PUNCTUATION and voices.owner[word] == AUTHOR:
            continue
        here = voices.owner[word]
        if owner is None:
            owner = here
        elif here != owner:
            start = word
            while start > first + 1 and _belongs_to_next(passage, start - 1):
                start -= 1
            found.append((first, start, owner))
            first, owner = start, here
    found.append((first, sentence.last, AUTHOR if owner is None else owner))
    return found


def _belongs_to_next(passage: Passage, word: int) -> bool:
    """Whether a mark before a boundary opens what follows: an opening quotation or bracket."""
    text = passage.text[word]
    if text in {"(", "[", "“", "‘", "«"}:
        return True
    return text in QUOTE_MARKS and passage.words.spaced[word - 1] and not passage.words.spaced[word]


def _merged(
    passage: Passage, runs: list[tuple[int, int, int]], sentence: Sentence
) -> list[tuple[int, int, int]]:
    """Runs without the author's words that are too little for a segment."""
    found: list[tuple[int, int, int]] = []
    for first, last, owner in runs:
        small = _count_words(passage, first, last) < _MIN_PART
        loose = owner == AUTHOR and not _is_clause(passage, first, last, sentence)
        if len(runs) > 1 and (loose or small):
            if found:
                found[-1] = (found[-1][0], last, found[-1][2])
            else:
                found.append((first, last, AUTHOR - 1))  # goes with the run that follows
            continue
        if found and found[-1][2] == AUTHOR - 1:
            first = found.pop()[0]
        if found and found[-1][2] == owner:
            found[-1] = (found[-1][0], last, owner)
        else:
            found.append((first, last, owner))
    if len(found) > 1 and found[-1][2] == AUTHOR - 1:
        last = found.pop()[1]
        found[-1] = (found[-1][0], last, found[-1][2])
    return _with_joints(passage, [(a, b, max(owner, AUTHOR)) for a, b, owner in found])


def _count_words(passage: Passage, first: int, last: int) -> int:
    return sum(passage.text[number] not in PUNCTUATION for number in range(first, last))


def _is_clause(passage: Passage, first: int, last: int, sentence: Sentence) -> bool:
    """Whether a run of the author's can stand alone: a verb, some size, a joint before it."""
    words = [n for n in range(first, last) if passage.text[n] not in PUNCTUATION]
    if len(words) < _MIN_CLAUSE or not has_finite_verb(passage, words[0], last, loose=True):
        return False
    if first == sentence.first:
        joint = next(
            (n for n in range(last - 1, max(first, last - 3), -1) if _is_joint(passage, n)), None
        )
        return joint is not None or (last < sentence.last and _is_joint(passage, last))
    return any(
        _is_joint(passage, n) for n in range(max(sentence.first, first - 1), min(last, first + 2))
    )


def _is_joint(passage: Passage, word: int) -> bool:
    text = passage.text[word]
    lower = passage.lower[word]
    return (
        text in {",", ";", ":"}
        or text in DASHES
        or lower in CONJUNCTIONS
        or lower in SUBORDINATORS - {"that", "whether", "if", "how", "what", "why"}
    )


def _with_joints(passage: Passage, runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Move a conjunction at the end of a run to the one that it leads to."""
    for number in range(1, len(runs)):
        first, last, owner = runs[number]
        before_first, before_last, before_owner = runs[number - 1]
        start = first
        while start - 1 > before_first and (passage.lower[start - 1] in _JOINTS):
            start -= 1
        runs[number] = (start, last, owner)
        runs[number - 1] = (before_first, start, before_owner)
        assert before_last == first
    return runs


def _before_reasons(passage: Passage, first: int, last: int) -> list[Stretch]:
    """Cut an author's stretch before a "because" that opens a clause."""
    for word in range(first + _MIN_REASON, last - _MIN_REASON):
        if (
            passage.lower[word] == "because"
            and passage.quote_at[word] < 0
            and passage.lower[word + 1] not in _NO_REASON
            and passage.lower[word - 1] not in _NO_REASON
            and has_finite_verb(passage, word + 1, last)
        ):
            return [(first, word), *_before_reasons(passage, word, last)]
    return [(first, last)]
