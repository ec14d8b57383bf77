"""What a stretch of text is about: its content words, names and numbers, as comparable keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache

from argmap.lexicons import entries

from .numbers import Number, numbers
from .stems import stem

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*\d|\d")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}|[A-Z]{2,}s?")
_SENTENCE_END = re.compile(r"(?:^|[.!?:…][\"'”’)\]]*|[\n—])[\s\"'“‘(\[]*$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s(?P<day>[0-3]?\d)(?!\d|[.,]\d|\s(?:million|billion|percent))"
    rf"|\b(?P<day_first>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<month_after>{_MONTH})(?!\w)"
    r"|(?<![\d/])(?P<month_number>1?\d)/(?P<day_number>[0-3]?\d)(?![\d/])"
)
_INSIDE_NAME = re.compile(r"\.?\s+(?:(?:of|the|for|against|de|van|von|al|bin)\s+){0,2}")
_LONGEST_ALIAS = 3
_LOOK_BACK = 6


class Kind(Enum):
    """What sort of thing a term is; each sort says more or less of what a sentence claims."""

    WORD = auto()
    COMMON = auto()
    """An everyday word, which two sentences may share by chance: `build`, `concern`."""
    GENERAL = auto()
    """A word that stands in news on any matter: `plan`, `week`, `official`."""
    NAME = auto()
    PHRASE = auto()
    """A name that somebody gave to the situation, as a whole: `new Cold War`."""
    NUMBER = auto()
    YEAR = auto()


@dataclass(frozen=True, slots=True)
class Term:
    """One word, name or number of a text, with the key that its other forms share."""

    key: str
    kind: Kind
    start: int
    end: int
    share: float = 1.0
    """Below 1 for a word of a longer name: a law's name of five words says no fivefold."""


@dataclass(frozen=True, slots=True)
class Casing:
    """Which words of a story are names: those that stand with a capital inside sentences."""

    names: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Casing:
        """Count the capitals of all articles; a word that is small as often is no name."""
        balance: dict[str, int] = {}
        for text in texts:
            for match in _TOKEN.finditer(text):
                word = match.group()
                if word[0].isdigit():
                    continue
                key = _bare(word)
                if word[0].islower():
                    balance[key] = balance.get(key, 0) - 1
                elif not _opens_sentence(text, match.start()):
                    balance[key] = balance.get(key, 0) + 1
        return cls(frozenset(key for key, count in balance.items() if count > 0))


def terms(text: str, start: int, end: int, casing: Casing) -> list[Term]:
    """The terms of `text[start:end]` in order, with offsets of the whole text.

    Words that say nothing of the matter (function words, verbs of saying) are left out.
    """
    part = text[start:end]
    found = list(_dates(part))
    taken = [(term.start, term.end) for term in found]
    counted = [n for n in numbers(part) if not _touches(n.start, n.end, taken)]
    taken.extend((number.start, number.end) for number in counted)
    found.extend(_numbers(counted))
    tokens = [
        match
        for match in _TOKEN.finditer(part)
        if not match.group()[0].isdigit() and not _touches(match.start(), match.end(), taken)
    ]
    found.extend(_words(part, tokens, casing))
    found.sort(key=lambda term: term.start)
    return [
        Term(term.key, term.kind, start + term.start, start + term.end, share)
        for term, share in zip(found, _shares(part, found), strict=True)
    ]


def words(text: str) -> list[str]:
    """The words of a text in small letters, without endings of possession."""
    return [_bare(match.group()) for match in _TOKEN.finditer(text)]


def _dates(part: str) -> Iterator[Term]:
    """Days of a month: `Sept. 11`, `11 September`, and `9/11` all as one key."""
    for match in _DAY.finditer(part):
        if match["month_number"]:
            month = int(match["month_number"])
        else:
            name = match["month"] or match["month_after"]
            month = _MONTHS.index(name[:3].lower()) + 1
        day = int(match["day"] or match["day_first"] or match["day_number"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield Term(f"@{month}/{day}", Kind.YEAR, match.start(), match.end())


def _numbers(counted: Iterable[Number]) -> Iterator[Term]:
    for number in counted:
        if not number.small_word:
            kind = Kind.YEAR if number.year else Kind.NUMBER
            yield Term(number.key, kind, number.start, number.end)


def _touches(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in taken)


def _shares(part: str, found: Sequence[Term]) -> list[float]:
    """What each term counts: words of one name share the square root of their number."""
    shares: list[float] = []
    run: list[Term] = []
    for term in [*found, None]:
        joins = (
            term is not None
            and run
            and term.kind is Kind.NAME
            and run[-1].kind is Kind.NAME
            and not {term.key, run[-1].key} & _parties()
            and _INSIDE_NAME.fullmatch(part[run[-1].end : term.start])
        )
        if not joins:
            shares.extend([max(len(run), 1) ** -0.5] * len(run))
            run = []
        if term is not None:
            run.append(term)
    return shares


def _words(part: str, tokens: list[re.Match[str]], casing: Casing) -> Iterator[Term]:
    position = 0
    while position < len(tokens):
        size, party = _alias(tokens, position)
        first, last = tokens[position], tokens[position + max(size, 1) - 1]
        position += max(size, 1)
        if party is not None:
            yield Term(party, Kind.NAME, first.start(), last.end())
            continue
        found = _word(first.group(), casing, opens=_opens_sentence(part, first.start()))
        if found:
            yield Term(*found, first.start(), first.end())


def _word(token: str, casing: Casing, *, opens: bool) -> tuple[str, Kind] | None:
    word = _bare(token)
    if len(word) < 2:
        return None
    if token[0].isupper() and (not opens or word in casing.names or _ACRONYM.fullmatch(token)):
        if word in _general():
            return word, Kind.GENERAL
        if word in _function():
            return None
        return (word[:-1] if word.endswith("s") and len(word) > 4 else word), Kind.NAME
    if word in _function():
        return None
    key = stem(word)
    if key in _general_stems():
        return key, Kind.GENERAL
    return key, Kind.COMMON if key in _common_stems() else Kind.WORD


def _alias(tokens: list[re.Match[str]], position: int) -> tuple[int, str | None]:
    """How many tokens from here are a known name, and whose; the longest wins."""
    table = _aliases()
    for size in range(min(_LONGEST_ALIAS, len(tokens) - position), 0, -1):
        group = tokens[position : position + size]
        if not group[0].group()[0].isupper():
            return 0, None
        words = [match.group().replace("’", "'").removesuffix("'s") for match in group]
        party = table.get(" ".join(words))
        if party is not None:
            return size, party
    return 0, None


def _bare(token: str) -> str:
    word = token.replace("’", "'").lower().removesuffix("'s").replace(".", "")
    return word.removesuffix("n't") if word.endswith("n't") else word.partition("'")[0] or word


def _opens_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_END.search(text[max(0, start - _LOOK_BACK) : start]))


@cache
def _function() -> frozenset[str]:
    return frozenset(entries("function_words"))


@cache
def _general() -> frozenset[str]:
    return frozenset(entries("general_words"))


@cache
def _general_stems() -> frozenset[str]:
    return frozenset(map(stem, entries("general_words")))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, entries("common_words")))


@cache
def _parties() -> frozenset[str]:
    return frozenset(entries("name_aliases"))


@cache
def _aliases() -> dict[str, str]:
    table: dict[str, list[str]] = entries("name_aliases")
    return {name: party for party, names in table.items() for name in names}
