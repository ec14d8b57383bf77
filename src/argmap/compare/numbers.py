"""Numbers in a text: their values, how exactly they are given, and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9}
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fourth": 1 / 4, "fourths": 1 / 4, "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10,
}  # fmt: skip
_WORDS = "|".join((*_UNITS, *_TENS, *_SCALES, "dozen"))
_NUMBER = re.compile(
    rf"""(?P<currency>[$€£¥]\s?)?
    (?: (?P<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<short>k|mn|bn|m|b)\b)?
        (?:[\s-](?P<scale>{"|".join(_SCALES)})\b)?
      | \b(?P<article>an?)\s(?P<of>{"|".join((*_SCALES, *_FRACTIONS, "dozen"))})\b
      | \b(?P<words>(?:{_WORDS})(?:(?:[\s-]|\sand\s)(?:{_WORDS}))*)
        (?:[\s-](?P<parts>{"|".join(_FRACTIONS)}))?\b
      | \b(?P<lone>half)(?=\s(?:of|the|a)\b) )
    (?P<percent>\s?%|[\s-]per\s?cent(?:age\spoints?)?\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_RATIO = re.compile(
    rf"\b(?P<a>\d+|{'|'.join(_UNITS)})[\s-](?:in|out\sof)[\s-](?P<b>\d+|{'|'.join(_UNITS)})\b",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\bnot\s+(?:one|a\s+single)\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:[\w-]+\s+){1,4}$")
_QUALIFIERS = (
    ("more than", "over"), ("greater than", "over"), ("upward of", "over"), ("upwards of", "over"),
    ("over", "over"), ("above", "over"), ("exceeding", "over"), ("at least", "least"),
    ("no fewer than", "least"), ("no less than", "least"), ("as many as", "most"),
    ("as much as", "most"), ("up to", "most"), ("at most", "most"), ("no more than", "most"),
    ("less than", "under"), ("fewer than", "under"), ("under", "under"), ("below", "under"),
    ("almost", "nearly"), ("nearly", "nearly"), ("close to", "nearly"), ("just under", "nearly"),
    ("about", "about"), ("around", "about"), ("roughly", "about"), ("some", "about"),
    ("approximately", "about"), ("an estimated", "about"), ("estimated", "about"),
    ("just over", "over"), ("barely", ""), ("only", ""), ("just", ""),
)  # fmt: skip
_ABOUT = 0.1
_NEARLY = 0.15
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """One number: half-open offsets, what it says at least and at most, and the words for it."""

    start: int
    end: int
    value: float
    low: float
    high: float
    qualifier: str
    text: str
    """With its qualifier, as it stands: `as many as 120`."""
    percent: bool = False
    ratio: bool = False
    year: bool = False
    small_word: bool = False
    """One, two or three spelt out, and `a hundred`: often no count of anything."""

    @property
    def key(self) -> str:
        """The same for `a million`, `1,000,000` and `one million`; the qualifier left out."""
        mark = "%" if self.percent else ":" if self.ratio else ""
        return f"#{self.value:.4g}{mark}"

    def fits(self, other: Number) -> bool:
        """Whether both can be said of the same thing."""
        return self.low <= other.high and other.low <= self.high


def numbers(text: str) -> list[Number]:
    """Every number of a text in order, in digits or in words.

    `Not one` and `not a single` are zero. Ordinals, numbers inside words (`B-52`) and a bare `one`
    are left out.
    """
    found = [_ratio(match) for match in _RATIO.finditer(text) if _plain(match["b"]) > 1]
    found.extend(_none(match) for match in _NOT_ONE.finditer(text))
    taken = [(ratio.start, ratio.end) for ratio in found]
    for match in _NUMBER.finditer(text):
        inside = any(start < match.end() and match.start() < end for start, end in taken)
        if not inside and _stands_alone(text, match):
            found.append(_number(text, match))
    return sorted(found, key=lambda number: number.start)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()]
    after = text[match.end() : match.end() + 1]
    if before[-1:].isalnum() or after.isalpha() or match.group().lower() == "one":
        return False
    return not before.endswith("-") or bool(match["words"]) or before[:1].isdigit()


def _ratio(match: re.Match[str]) -> Number:
    value = _plain(match["a"]) / _plain(match["b"])
    return Number(match.start(), match.end(), value, value, value, "", match.group(), ratio=True)


def _none(match: re.Match[str]) -> Number:
    return Number(match.start(), match.end(), 0, 0, 0, "", " ".join(match.group().split()))


def _plain(words: str) -> float:
    return float(words) if words.isdigit() else _UNITS[words.lower()]


def _number(text: str, match: re.Match[str]) -> Number:
    value, unit = _value(match)
    percent = bool(match["percent"])
    raw = match.group()
    year = bool(
        not percent and not match["currency"] and not match["scale"] and _YEAR.fullmatch(raw)
    )
    qualifier, start = ("", match.start()) if year else _qualifier(text, match.start())
    low, high = _bounds(value, unit, qualifier)
    spelt = bool(match["words"] or match["article"] or match["lone"])
    return Number(
        start=match.start(),
        end=match.end(),
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        text=" ".join(text[start : match.end()].split()),
        percent=percent,
        year=year,
        small_word=spelt and 1 <= value <= 3 and not percent,
    )


def _value(match: re.Match[str]) -> tuple[float, float]:
    """The value, and the size of the last digit that is given."""
    if match["digits"]:
        digits = match["digits"].rstrip(",").replace(",", "")
        scale = _SCALES.get((match["scale"] or "").lower(), 1)
        scale *= _SHORT_SCALES.get((match["short"] or "").lower(), 1)
        decimals = len(digits.partition(".")[2])
        return float(digits) * scale, (10**-decimals * scale if decimals or scale > 1 else 0)
    if match["article"]:
        of = match["of"].lower()
        value = _FRACTIONS.get(of) or _SCALES.get(of) or 12
        return value, value * _ABOUT if value < 1 or value >= 1e3 else 0
    if match["lone"]:
        return 0.5, 0
    return _spelt(re.split(r"[\s-]+", match["words"].lower()), match["parts"])


def _spelt(words: list[str], parts: str | None) -> tuple[float, float]:
    total = current = 0.0
    unit = 0.0
    for word in words:
        if word in _UNITS:
            current += _UNITS[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current, unit = 0, _SCALES[word]
    value = total + current
    if parts:
        return value * _FRACTIONS[parts.lower()], 0.02
    return value, unit if total and not current else 0


def _qualifier(text: str, start: int) -> tuple[str, int]:
    lead = _LEAD.search(text[max(0, start - 40) : start])
    if not lead:
        return "", start
    words = " ".join(lead.group().lower().split())
    for phrase, meaning in sorted(_QUALIFIERS, key=lambda item: -len(item[0])):
        if words == phrase or words.endswith(" " + phrase):
            spaced = r"\s+".join(map(re.escape, phrase.split())) + r"\s+$"
            place = re.search(spaced, text[:start], re.IGNORECASE)
            return meaning, place.start() if place else start
    return "", start


def _bounds(value: float, unit: float, qualifier: str) -> tuple[float, float]:
    slack = unit / 2
    if qualifier == "over":
        return value, inf
    if qualifier == "least":
        return value, inf
    if qualifier in ("most", "under"):
        return -inf, value + slack
    if qualifier == "nearly":
        return value * (1 - _NEARLY), value
    if qualifier == "about":
        return value * (1 - _ABOUT), value * (1 + _ABOUT)
    return value - slack, value + slack
