"""Variants of training sentences as news has them; every word keeps its place and its labels.

All chances are drawn from the generator that is handed in, so that a run can be repeated.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from random import Random

from .corpus import Sentence, Tree

SMALL = frozenset(
    (
        *("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor"),
        *("of", "on", "or", "over", "the", "to", "up", "with"),
    )
)
PLACES = (
    ("OSLO", "Norway"), ("LIMA", "Peru"), ("NAIROBI", "Kenya"), ("SEOUL", "South Korea"),
    ("CHICAGO", ""), ("PARIS", ""), ("WASHINGTON", ""), ("TUNIS", "Tunisia"), ("CAIRO", ""),
    ("DENVER", "Colo."), ("GENEVA", ""), ("HANOI", "Vietnam"), ("LAGOS", "Nigeria"),
    ("QUITO", "Ecuador"), ("MADRID", ""), ("AUSTIN", "Texas"), ("KYIV", "Ukraine"),
    ("NEW DELHI", "India"), ("LOS ANGELES", ""), ("BEIRUT", "Lebanon"), ("LONDON", ""),
)  # fmt: skip
AGENCIES = ("AP", "Reuters", "AFP", "dpa", "CNN", "UPI", "Bloomberg")


def worded(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Change every word by itself."""
    return replace(sentence, words=tuple(change(word) for word in sentence.words))


def lower(sentence: Sentence, _: Random) -> Sentence:
    """Write all in lower case."""
    return worded(sentence, str.lower)


def upper(sentence: Sentence, _: Random) -> Sentence:
    """Write all in capitals."""
    return worded(sentence, str.upper)


def titled(sentence: Sentence, random: Random) -> Sentence:
    """Write as a headline: capitals on all but small words, mostly no full stop."""
    words = [
        word if index and word.lower() in SMALL else word[:1].upper() + word[1:]
        for index, word in enumerate(sentence.words)
    ]
    headline = replace(sentence, words=tuple(words))
    return unstopped(headline, random) if random.random() < 0.8 else headline


def unstopped(sentence: Sentence, _: Random) -> Sentence:
    """Leave out the final full stop if nothing hangs on it."""
    last = len(sentence.words) - 1
    tree = sentence.tree
    if last < 1 or sentence.words[last] != "." or last in tree.heads[:last]:
        return sentence
    return Sentence(
        words=sentence.words[:last],
        spaces=(*sentence.spaces[: last - 1], True),
        tree=Tree(
            pos=tree.pos[:last],
            morphs=tree.morphs[:last],
            lemmas=tree.lemmas[:last],
            heads=tree.heads[:last],
            deps=tree.deps[:last],
        ),
        opens_paragraph=sentence.opens_paragraph,
    )


def curly(sentence: Sentence, _: Random) -> Sentence:
    """Make straight quotation marks and apostrophes curly."""
    words = list(sentence.words)
    is_open = False
    for index, word in enumerate(words):
        if word in ('"', "``", "''"):
            is_open = not is_open
            words[index] = "“" if is_open else "”"
        elif word == "'":
            opens = not sentence.spaces[index] and (not index or sentence.spaces[index - 1])
            words[index] = "‘" if opens else "’"
        elif "'" in word:
            words[index] = word.replace("'", "’")
    return replace(sentence, words=tuple(words))


def straight(sentence: Sentence, _: Random) -> Sentence:
    """Make curly quotation marks and apostrophes straight."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'"})
    return worded(sentence, lambda word: word.translate(table))


def dashed(sentence: Sentence, random: Random) -> Sentence:
    """Write every dash between words in one of the ways that newspapers have."""
    dash = random.choice(("—", "–", "--", "-"))
    tight = dash == "—" and random.random() < 0.5
    words, spaces = list(sentence.words), list(sentence.spaces)
    for index in range(1, len(words) - 1):
        apart = spaces[index - 1] and spaces[index]
        if words[index] in ("--", "—") or (words[index] in ("-", "–") and apart):
            words[index] = dash
            spaces[index - 1] = spaces[index] = not tight
    return replace(sentence, words=tuple(words), spaces=tuple(spaces))


def dateline(random: Random) -> Sentence:
    """Make up the opening of an agency report; treebanks count it as a sentence of its own."""
    city, region = random.choice(PLACES)
    agency = random.choice(AGENCIES) if random.random() < 0.6 else ""
    words: list[str] = []
    rows: list[tuple[str, str, int, str]] = []

    def add(word: str, pos: str, head: int, dep: str) -> None:
        words.append(word)
        rows.append((pos, "Number=Sing" if pos == "PROPN" else "_", head, dep))

    def add_name(name: str, head: int, dep: str) -> None:
        parts = name.split()
        top = len(words) + len(parts) - 1
        for part in parts[:-1]:
            add(part, "PROPN", top, "compound")
        add(parts[-1], "PROPN", top if head < 0 else head, dep)

    add_name(city, -1, "ROOT")
    root = len(words) - 1
    if region:
        add(",", "PUNCT", len(words) + len(region.split()), "punct")
        add_name(region, root, "appos")
    if agency:
        add("(", "PUNCT", len(words) + 1, "punct")
        add_name(agency, root, "list")
        add(")", "PUNCT", len(words) - 1, "punct")
    add(random.choice(("—", "–", "--", "-", "—")), "PUNCT", root, "punct")
    spaces = [after not in (",", ")") and word != "(" for word, after in pairwise(words)]
    return Sentence(
        words=tuple(words),
        spaces=(*spaces, True),
        tree=Tree(
            pos=tuple(row[0] for row in rows),
            morphs=tuple(row[1] for row in rows),
            lemmas=tuple(w.title() if w.isupper() and len(w) > 3 else w for w in words),
            heads=tuple(row[2] for row in rows),
            deps=tuple(row[3] for row in rows),
        ),
    )


TYPOGRAPHY = ((curly, 0.35), (straight, 0.1), (dashed, 0.5))
LETTERS = ((titled, 0.04), (upper, 0.02), (lower, 0.03), (unstopped, 0.04))


def varied(sentence: Sentence, random: Random) -> Sentence:
    """Return the sentence as it is, or in one of the variants, drawn by chance."""
    for change, chance in TYPOGRAPHY:
        if random.random() < chance:
            sentence = change(sentence, random)
    for change, chance in LETTERS:
        if random.random() < chance:
            return change(sentence, random)
    return sentence
