"""Names given to situations and groups: "new Cold War", "anti-Western bloc", "so-called reform".

A name that was found once is found again wherever the article repeats it, in any case, singular or
plural, with and without its "new".
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lexicons import entries
from argmap.model.labels import FrameStance, SpanLabel

from .devices import Device, Text
from .inflection import expand
from .phrases import Phrases
from .recurrence import find_again
from .words import Words

_LISTS = entries("naming")
_ORDINALS = Phrases({"ordinal": _LISTS["ordinal"]})
_RECAST = Phrases({"any": _LISTS["recast"], "third": _LISTS["third_only"]})
_CATCHPHRASES = Phrases({"catchphrase": _LISTS["catchphrase"]})
_HEADS = Phrases({"group": _LISTS["group_head"], "camp": _LISTS["camp_head"]})
_NAMING_VERBS = Phrases({"naming": _LISTS["naming_verb"]})
_COINED_HEADS = frozenset(_LISTS["coined_head"])
_GROUP_MODIFIERS = frozenset(_LISTS["group_modifier"])
_MACHINE_MODIFIERS = frozenset(_LISTS["machine_modifier"])
_STRICT = frozenset(_LISTS["camp_strict"])
_VERBS = frozenset(
    [
        *(form for verb in entries("roles")["heading_verb"] for form in expand(verb)),
        *entries("roles")["irregular_past"],
    ]
)
_NOT_GATES = frozenset(_LISTS["gate_not"])
_NOT_SPRINGS = frozenset(_LISTS["spring_not"])
_DEMONYM_ENDS = ("ab", "ian", "ish", "an", "ese", "ic")
_OPENING = frozenset({"“", '"', "‘", "'", "``", "«"})
_CLOSING = frozenset({"”", '"', "’", "'", "''", "»", ",", ".", "?", "!", ";", ":"})
_DASHES = frozenset({"-", "–"})
_FIRST_OF_NAME = frozenset({"North", "South", "East", "West", "Saudi", "United", "New", "Great"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_STOP = frozenset(
    {
        "of",
        "in",
        "on",
        "at",
        "and",
        "or",
        "to",
        "for",
        "by",
        "with",
        "that",
        "which",
        "who",
        "is",
        "was",
    }
    | {
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "from",
        "as",
        "but",
        "than",
        "into",
        "over",
    }
)
_NOT_FIRST_IN_NAME = frozenset({"to", "not", "i", "we", "all", "it", "they", "you", "that"})
_PARTICLES = (["for"], ["on"], ["upon"], ["out"], ["off"], ["back"], ["to"], ["in"])
_MAX_NAME = 5
_MAX_QUOTED_NAME = 6


def find_names(text: Text) -> list[Device]:
    """All naming phrases of an article, repeated ones included."""
    words = text.words
    found = [
        *_recast(words),
        *_coined(words),
        *_groups(words),
        *_fixed(words),
        *_springs_and_gates(words),
        *_so_called(words),
        *_quoted_names(text),
    ]
    return [*found, *find_again(words, found)]


def _device(words: Words, start: int, end: int, confidence: float, kind: str) -> Device:
    phrase = " ".join(words.text[start:end])
    return Device(start, end, SpanLabel.LABEL, confidence, f"{kind}: {phrase}")


def _recast(words: Words) -> Iterator[Device]:
    """An old name made new: `new Cold War`, `another iron curtain`."""
    heads = {found.start: found for found in sorted(_RECAST.find_all(words), key=lambda f: f.end)}
    for ordinal in _ORDINALS.find(words):
        place = ordinal.end
        head = heads.get(place) or heads.get(place + 1) or heads.get(place + 2)
        if head is None or not _plain(words, place, head.start):
            continue
        first = words.lower[ordinal.start]
        if head.group == "third" and first not in {"third", "new", "another", "next"}:
            continue
        if first == "second" and words.lower[head.end - 1] in {"war", "era"}:
            continue
        single = head.end - head.start == 1
        yield _device(words, ordinal.start, head.end, 0.55 if single else 0.8, "renewed name")


def _plain(words: Words, start: int, end: int) -> bool:
    """Whether only ordinary words stand between two places, no punctuation or function words."""
    return all(
        words.text[place].isalpha() and words.lower[place] not in _STOP
        for place in range(start, end)
    )


def _coined(words: Words) -> Iterator[Device]:
    """A coinage in capitals after new: `new Salt Curtain`."""
    for place, word in enumerate(words.lower):
        if word not in {"new", "next", "another"}:
            continue
        end = place + 1
        while end < len(words) and end - place <= _MAX_NAME and words.text[end][:1].isupper():
            end += 1
        name = words.lower[place + 1 : end]
        if len(name) >= 2 and name[-1] in _COINED_HEADS and words.text[place + 1].isalpha():
            yield _device(words, place, end, 0.75, "coined name")


def _groups(words: Words) -> Iterator[Device]:
    """A group under one head: `anti-Western bloc`, `Russia-China axis`, `axis of the willing`."""
    for head in _HEADS.find(words):
        start = _modifier_start(words, head.start)
        last = words.lower[head.end - 1]
        if start is not None:
            kind, begin = start
            if head.group == "camp" and not _fits_camp(last, kind):
                continue
            yield _device(words, begin, head.end, 0.8 if head.group == "group" else 0.65, "group")
        elif last == "axis" and words.lower[head.end : head.end + 1] == ["of"]:
            end = head.end + 1
            while end < len(words) and end - head.end < 3 and words.text[end].isalpha():
                end += 1
                if words.lower[end - 1] not in {"the", "a"}:
                    break
            yield _device(words, head.start, end, 0.7, "group")
        elif last == "machine" and words.lower[head.start - 1] in _MACHINE_MODIFIERS:
            yield _device(words, head.start - 1, head.end, 0.7, "group")


def _fits_camp(head: str, kind: str) -> bool:
    """Everyday heads ask for more: `anti-X forces` name a side, `allied forces` do not."""
    if head in {"front", "machine"}:
        return kind in {"anti", "pair"}
    return kind == "anti" or (kind == "side" and head not in _STRICT)


def _modifier_start(words: Words, head: int) -> tuple[str, int] | None:
    """Where the modifier of a group's head begins, and of what kind it is."""
    place = head - 1
    if place < 0:
        return None
    if words.lower[place].startswith(("anti-", "pro-")):
        return "anti", place
    dash = _dash_before(words, place)
    if dash is None:
        return ("side", place) if words.lower[place] in _GROUP_MODIFIERS else None
    begin = dash - 1
    while begin >= 2 and words.lower[begin - 1] in _DASHES:
        begin -= 2
    while begin > 0 and words.text[begin - 1] in _FIRST_OF_NAME and words.text[begin].istitle():
        begin -= 1
    if words.lower[begin] in {"anti", "pro"}:
        return "anti", begin
    if words.lower[place] in {"led", "backed", "dominated", "aligned", "style"}:
        return "pair", begin
    if "-".join(words.lower[begin : place + 1 : 2]) in _GROUP_MODIFIERS:
        return "side", begin
    both = words.text[begin][:1].isupper() and words.text[place][:1].isupper()
    return ("pair", begin) if both else None


def _dash_before(words: Words, place: int) -> int | None:
    """The hyphen of a compound that ends at a word, over a name of two: `Russia-North Korea`."""
    if place >= 2 and words.lower[place - 1] in _DASHES:
        return place - 1
    if place >= 3 and words.lower[place - 2] in _DASHES and words.text[place - 1] in _FIRST_OF_NAME:
        return place - 2
    return None


def _fixed(words: Words) -> Iterator[Device]:
    for found in _CATCHPHRASES.find(words):
        yield _device(words, found.start, found.end, 0.6, "catchphrase")


def _springs_and_gates(words: Words) -> Iterator[Device]:
    for place, word in enumerate(words.text):
        if word == "Spring" and place >= 2:
            demonym, article = words.text[place - 1], words.lower[place - 2]
            fits = demonym[:1].isupper() and demonym.endswith(_DEMONYM_ENDS)
            if fits and article in {"the", "an", "a", "of"} and demonym.lower() not in _NOT_SPRINGS:
                yield _device(words, place - 1, place + 1, 0.7, "season of revolt")
        elif word.endswith("gate") and word[:1].isupper() and len(word) > 7 and word.isalpha():
            lower = word.lower()
            if lower not in _NOT_GATES and words.lower[place + 1 : place + 2] not in (
                ["university"],
                ["road"],
            ):
                yield _device(words, place, place + 1, 0.6, "named as a scandal")


def _so_called(words: Words) -> Iterator[Device]:
    """`so-called` keeps its distance from the name that follows."""
    for place in range(len(words) - 3):
        if words.lower[place : place + 3] != ["so", "-", "called"]:
            continue
        start = place + 3
        if words.text[start] in _OPENING:
            start += 1
        end = start
        while end < len(words) and end - start < 4 and _in_name(words, start, end):
            end += 1
        if end > start:
            named = _device(words, start, end, 0.7, "so-called")
            yield Device(
                named.start,
                named.end,
                named.label,
                named.confidence,
                named.reason,
                FrameStance.REPORTS if _is_name(words, start, end) else FrameStance.REJECTS,
            )


def _is_name(words: Words, start: int, end: int) -> bool:
    """A name of two words or more in capitals: reported as such, not rejected as a claim."""
    return end - start > 1 and all(words.text[place][0].isupper() for place in range(start, end))


def _in_name(words: Words, start: int, place: int) -> bool:
    word = words.text[place]
    if word in _CLOSING or words.lower[place] in _STOP or not (word[0].isalnum() or word == "-"):
        return False
    if place == start or word == "-" or words.text[place - 1] == "-":
        return True
    capitals = words.text[start][:1].isupper()
    if capitals:
        return word[:1].isupper()
    return place - start < 2 and words.lower[place] not in _VERBS


def _quoted_names(text: Text) -> Iterator[Device]:
    """A name between quotation marks after a verb of naming: `dubbed the plan a "fool's gift"`."""
    words = text.words
    opens = {quoted.inner[0]: quoted.inner[1] for quoted in text.reading.quoted}
    for verb in _NAMING_VERBS.find(words):
        if words.lower[verb.end : verb.end + 1] in _PARTICLES or words.lower[verb.start - 1] == "-":
            continue
        for place in range(verb.end, min(verb.end + 6, len(words))):
            end_offset = opens.get(words.start[place])
            if end_offset is None:
                if words.lower[place] in {".", ";", "that"}:
                    break
                continue
            end = place
            while end < len(words) and words.end[end] <= end_offset:
                end += 1
            end = _trimmed(words, place, end)
            fits = 0 < end - place <= _MAX_QUOTED_NAME
            fits = fits and (end - place > 1 or _is_noun(words, place))
            if fits and words.lower[place] not in _NOT_FIRST_IN_NAME:
                start = place + (words.lower[place] in _ARTICLES and end - place > 1)
                yield _device(words, start, end, 0.6, "name in quotation marks")
            break


def _is_noun(words: Words, place: int) -> bool:
    """A single word in quotation marks names something if an article or its capital says so."""
    return words.text[place][0].isupper() or words.lower[place - 2] in _ARTICLES


def _trimmed(words: Words, start: int, end: int) -> int:
    while end > start and words.text[end - 1] in _CLOSING:
        end -= 1
    return end
