"""Measure how well quotes are found again in a text that was rewritten.

Usage: python scripts/anchoring.py

The articles of the bundled story are rewritten at random (seeded) as editors rewrite: words of some
sentences replaced, left out or added, sentences deleted, added and moved, marks and capitals
changed. Where each word went is known, so a quote's place is too. Every quote of both annotations
is looked for at several thresholds; each figure is of all quotes whose paragraph changed.
"""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import dataclass

from argmap.model import anchoring
from argmap.model.anchoring import Anchors, Place
from argmap.model.files import as_value, read_document
from argmap.model.matching import LAYERS
from argmap.model.moving import quotes
from argmap.story import ANNOTATORS, annotation_file, story_files

ROUNDS = 12
LIKENESS, ALONE, CONTEXT = (70, 80, 85, 90), (0, 20, 40, 80), (50, 60, 70)
"""The thresholds that are tried: `FUZZY_SCORE`, `FUZZY_ALONE`, `CONTEXT_SCORE`."""
EDITED, DELETED, ADDED, MOVED = 0.3, 0.12, 0.1, 0.04  # shares of sentences
WORDS = (0.05, 0.15, 0.3)  # shares of an edited sentence's words that change
SAME, OTHER = 0.5, 0.2  # overlap of a right place with the true one, and of a wrong one
MARKS = {'"': "”", "'": "’", " -- ": " – ", ",": ";"}


@dataclass
class Word:
    """A word with what stands behind it, and where it stood; `None` for a new one."""

    text: str
    old: tuple[int, int] | None


def sentences(text: str) -> list[list[Word]]:
    """The words of a text by sentence."""
    found: list[list[Word]] = [[]]
    for match in re.finditer(r"\S+\s*", text):
        found[-1].append(Word(match[0], (match.start(), match.start() + len(match[0].rstrip()))))
        if re.search(r"[.!?][\"”’]?\s+$|\n\s*$", match[0]):
            found.append([])
    return [sentence for sentence in found if sentence]


def rewritten(text: str, others: list[str], dice: random.Random) -> list[Word]:
    """The words of a rewritten text."""
    vocabulary = [word for other in others for word in other.split()]
    fremd = [sentence for other in others for sentence in sentences(other)]
    result = []
    moved = []
    for sentence in sentences(text):
        if dice.random() < DELETED:
            if sentence[-1].text.endswith("\n"):
                result.append([Word("\n", None)])
            continue
        words = list(sentence)
        if dice.random() < EDITED:
            words = edited(words, vocabulary, dice)
        (moved if dice.random() < MOVED else result).append(words)
        if dice.random() < ADDED:
            result.append([Word(word.text, None) for word in dice.choice(fremd)])
    for words in moved:
        result.insert(dice.randrange(len(result) + 1), words)
    return [word for words in result for word in words]


def edited(words: list[Word], vocabulary: list[str], dice: random.Random) -> list[Word]:
    """One sentence with some words replaced, left out, added, or with other marks or capitals."""
    share = dice.choice(WORDS)
    found = []
    for word in words:
        tail = word.text[len(word.text.rstrip()) :]
        kind = dice.choice(["replace", "leave", "add", "marks", "case"])
        if dice.random() >= share:
            found.append(word)
        elif kind == "replace":
            found.append(Word(dice.choice(vocabulary) + tail, None))
        elif kind == "add":
            found += [word, Word(dice.choice(vocabulary) + " ", None)]
        elif kind == "marks":
            text = word.text
            for mark, other in MARKS.items():
                text = text.replace(mark, other)
            found.append(Word(text, word.old))
        elif kind == "case":
            found.append(Word(word.text.swapcase(), word.old))
    return found


def truth(words: list[Word], start: int, end: int) -> tuple[int, int] | str | None:
    """Where the words of a quote went; `None` where all are gone, `"open"` where most are."""
    at, own, total = 0, [], 0
    for word in words:
        if word.old and word.old[0] < end and start < word.old[1]:
            own.append((at, at + len(word.text.rstrip())))
            total += min(word.old[1], end) - max(word.old[0], start)
        at += len(word.text)
    if not own:
        return None
    return (own[0][0], own[-1][1]) if total >= SAME * (end - start) else "open"


def share(one: tuple[int, int], two: tuple[int, int]) -> float:
    """Intersection over union of two stretches."""
    both = max(0, min(one[1], two[1]) - max(one[0], two[0]))
    return both / (max(one[1], two[1]) - min(one[0], two[0]))


def cases() -> list[tuple[str, str, list[tuple[int, int, object]]]]:
    """Old text, new text, and each quote with its true place."""
    found = []
    texts = {path.stem: "" for path in story_files()}
    documents = {
        name: [read_document(annotation_file(name, who)) for who in ANNOTATORS] for name in texts
    }
    for name, both in documents.items():
        text = both[0].text
        others = [docs[0].text for other, docs in documents.items() if other != name]
        places = {
            (quote["start"], quote["end"])
            for document in both
            for layer in LAYERS
            for quote in quotes(as_value(document)[layer])
        }
        for seed in range(ROUNDS):
            words = rewritten(text, others, random.Random(seed))
            new = "".join(word.text for word in words)
            found.append((text, new, [(s, e, truth(words, s, e)) for s, e in sorted(places)]))
    return found


def measure(every: list[tuple[str, str, list[tuple[int, int, object]]]]) -> tuple[float, ...]:
    """Shares: right of those that are there, wrong of all that were placed, by likeness alone."""
    right = wrong = there = placed = fuzzy = fuzzy_wrong = 0
    for old, new, places in every:
        anchors = Anchors(old, new)
        for start, end, true in places:
            got = anchors.place(start, end)
            if true == "open" or (isinstance(got, Place) and got.how == "same"):
                continue
            there += true is not None
            if not isinstance(got, Place):
                continue
            placed += 1
            fits = share((got.start, got.end), true) if isinstance(true, tuple) else 0.0
            right += fits >= SAME
            wrong += fits < OTHER
            fuzzy += got.how == "fuzzy"
            fuzzy_wrong += got.how == "fuzzy" and fits < OTHER
    return right / there, wrong / placed, fuzzy, fuzzy_wrong, there


def main() -> None:
    """Print one line for each combination of thresholds."""
    every = cases()
    print("likeness alone from context  found  wrong  fuzzy (wrong)  of")
    for likeness, alone, context in itertools.product(LIKENESS, ALONE, CONTEXT):
        anchoring.FUZZY_SCORE, anchoring.FUZZY_ALONE = float(likeness), alone
        anchoring.CONTEXT_SCORE = float(context)
        right, wrong, fuzzy, bad, there = measure(every)
        print(
            f"{likeness:8} {alone:10} {context:7} {right:6.1%} {wrong:6.2%}"
            f" {fuzzy:6.0f} ({bad:.0f}) {there:8.0f}"
        )


if __name__ == "__main__":
    main()
