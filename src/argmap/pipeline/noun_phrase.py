"""The noun phrases that speak: found by word classes, leftwards or rightwards from a cue.

A phrase keeps its titles, its prepositional tail ("a spokesman for the ministry") and its
apposition ("Lee, a researcher at the institute,"); an adverbial phrase before it is left out.
"""

from __future__ import annotations

from .appositions import apposition_after, opens_apposition
from .passage import Passage
from .phrase_bounds import (
    MAX_APPOSITION,
    MAX_WORDS,
    SUBJECTS_ONLY,
    left_boundary,
    matching_bracket,
    right_boundary,
)
from .reporting import FORMS
from .word_classes import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PUNCTUATION,
    QUOTE_MARKS,
    RELATIVES,
    STOPS,
    TIME_WORDS,
    function_word,
    is_adverb,
)

_PLURALS = frozenset(
    {
        "those",
        "these",
        "they",
        "we",
        "people",
        "police",
        "men",
        "women",
        "children",
        "media",
        "data",
        "percent",
        "%",
        "majority",
        "half",
        "third",
        "many",
        "some",
        "most",
        "others",
        "both",
        "few",
    }
)


def before(passage: Passage, low: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before word `end` and begins at `low` at the earliest.

    Returns:
        First word and the one after the last; `None` where no noun phrase stands there.
    """
    last = end - 1
    if last < low:
        return None
    lower, text = passage.lower, passage.text
    if lower[last] == ")":
        opening = matching_bracket(passage, low, last)
        head = before(passage, low, opening) if opening is not None else None
        return (head[0], end) if head else None
    if text[last] in {",", "—", "–"}:
        return _with_apposition(passage, low, last)
    if lower[last] in SUBJECTS_ONLY or lower[last] in RELATIVES:
        return last, end
    if text[last] in PUNCTUATION and text[last] not in QUOTE_MARKS:
        return None
    first = _chunk_start(passage, left_boundary(passage, low, last), end)
    if first is None:
        return None
    end = _without_time(passage, first, end)
    if end <= first or not _is_nounlike(passage, first, end):
        return None
    return first, end


def with_relative_clause(
    passage: Passage, low: int, end: int, *, plural: bool
) -> tuple[int, int] | None:
    """The phrase whose relative clause ends before word `end`: "those who asked him"."""
    level = passage.quote_at[end - 1]
    for number in range(end - 1, max(low, end - MAX_WORDS), -1):
        if passage.text[number] in {";", ":", ","} or passage.quote_at[number] != level:
            return None
        if passage.lower[number] in {"who", "that"}:
            head = before(passage, low, number)
            if head is None or head[1] != number:
                return None
            if plural and not is_plural(passage, number - 1):
                return None
            return head[0], end
    return None


def is_plural(passage: Passage, number: int) -> bool:
    """Whether a word looks like a plural noun or a plural pronoun."""
    word = passage.lower[number]
    return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in _PLURALS


def after(
    passage: Passage, first: int, high: int, *, apposition: bool = True
) -> tuple[int, int] | None:
    """The noun phrase that begins with word `first`, with its apposition, up to `high`."""
    if first >= high:
        return None
    lower = passage.lower
    if lower[first] in SUBJECTS_ONLY or (lower[first] in OBJECT_PRONOUNS and lower[first] != "her"):
        return first, first + 1
    last = right_boundary(passage, first, high)
    if last <= first or not _is_nounlike(passage, first, last):
        return None
    if apposition:
        last = apposition_after(passage, last, high)
    return first, last


def subject_of(passage: Passage, low: int, end: int) -> tuple[int, int] | None:
    """The subject of the clause that opens at `low`: the phrase before its first verb."""
    for number in range(low + 1, end):
        word = passage.lower[number]
        verb = word in AUXILIARIES - {"'s"} or (
            passage.text[number].islower()
            and (passage.is_name(number - 1) or passage.lower[number - 1] in SUBJECTS_ONLY)
            and (word.endswith(("ed", "s")) or word in FORMS)
        )
        if verb:
            start = number
            while start > low + 1 and is_adverb(passage.lower[start - 1]):
                start -= 1
            return before(passage, low, start)
    if passage.lower[low] in PREPOSITIONS or passage.lower[low].endswith("ing"):
        return None
    return after(passage, low, end)


def possessor(passage: Passage, low: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends before the 's at word `end`, without a preposition before it."""
    if end <= low or function_word(passage.lower[end - 1]):
        return None
    first = left_boundary(passage, low, end - 1)
    for number in range(end - 1, first - 1, -1):
        word = passage.lower[number]
        if word in PREPOSITIONS or word in {"and", "or", "but"}:
            first = number + 1
            break
        if word in DETERMINERS or word in POSSESSIVES:
            first = number
            break
        if (
            passage.text[number].islower()
            and passage.is_name(number + 1)
            and number + 1 < end
            and word.endswith(("s", "ed", "ly"))
        ):
            first = number + 1
            break
    return (first, end) if first < end else None


def _chunk_start(passage: Passage, low: int, end: int) -> int | None:
    """Where the last phrase without a preposition begins, with those that it is joined to."""
    lower = passage.lower
    chunks: list[tuple[int, bool]] = []  # first word, whether a preposition leads it
    for number in range(low, end):
        word = lower[number]
        previous = lower[number - 1] if number > low else ""
        if word in PREPOSITIONS and not (word == "like" and not previous):
            chunks.append((number, True))
        elif not chunks or _begins_phrase(passage, low, number, bare=not chunks[-1][1]):
            if is_adverb(word) and word not in DETERMINERS and number + 1 < end:
                continue
            chunks.append((number, False))
    bare = [place for place, (_, leads) in enumerate(chunks) if not leads]
    if not bare:
        return None
    place = bare[-1]
    while place > 0 and _joined(passage, chunks, place):
        place -= 1
    first = chunks[place][0]
    while first < end and (lower[first] in {"and", "or", "nor"} or is_adverb(lower[first])):
        first += 1
    return first if first < end else None


def _begins_phrase(passage: Passage, low: int, number: int, *, bare: bool) -> bool:
    """Whether a word begins a phrase of its own, seen from the word before it."""
    lower, text = passage.lower, passage.text
    word, previous = lower[number], lower[number - 1]
    if number == low:
        return True
    if previous in {"and", "or", "nor", "&"}:
        return previous != "&"
    if previous in PREPOSITIONS or previous in {"'s", "'", "’", "-", "/"}:
        return False
    if word in SUBJECTS_ONLY:
        return True
    if word in DETERMINERS or word in POSSESSIVES:
        return previous not in DETERMINERS and previous not in {"all", "both", "half", "of"}
    if previous in DAYS or previous in TIME_WORDS or previous.isdigit():
        return not bare or passage.is_name(number)
    if passage.is_name(number) and not passage.is_name(number - 1):
        return not bare and previous not in DETERMINERS and text[number - 1] not in {"“", '"', "("}
    return False


def _joined(passage: Passage, chunks: list[tuple[int, bool]], place: int) -> bool:
    """Whether a chunk is tied by "and" to one of its own make before it."""
    lower = passage.lower
    first = chunks[place][0]
    if lower[first - 1] not in {"and", "or", "nor"} and lower[first] not in {"and", "or", "nor"}:
        return False
    joint = first - 1 if lower[first - 1] in {"and", "or", "nor"} else first
    start, leads = chunks[place - 1]
    if leads or joint <= start or joint - start > 5:
        return False
    left = range(start, joint)
    if all(passage.is_name(number) or passage.text[number] in {"-", "."} for number in left):
        return True
    return lower[joint - 1].endswith("s") and not any(lower[number] in FORMS for number in left)


def _without_time(passage: Passage, first: int, end: int) -> int:
    """The end of a phrase without "on Tuesday", "last week" and the like behind it."""
    lower = passage.lower
    number = end
    while number > first and (
        lower[number - 1] in DAYS or lower[number - 1] in TIME_WORDS or lower[number - 1].isdigit()
    ):
        number -= 1
    if number in (end, first):
        return number
    while number > first + 1 and lower[number - 1] in {"on", "in", "this", "the", "since", "at"}:
        number -= 1
    return number


def _is_nounlike(passage: Passage, first: int, end: int) -> bool:
    """Whether a stretch can be a noun phrase: it has a noun at its end and no loose verb."""
    lower, text = passage.lower, passage.text
    last = end - 1
    while last > first and text[last] in QUOTE_MARKS | {")"}:
        last -= 1
    word = lower[last]
    if word in {"all", "both", "one", "others", "some", "many", "most", "few", "that", "this"}:
        return True
    if word in SUBJECTS_ONLY or word in RELATIVES:
        return True
    if function_word(word) or word in OBJECT_PRONOUNS:
        return False
    if not any(character.isalnum() for character in word):
        return False
    if is_adverb(word) and not passage.is_name(last):
        return False
    return not (word in TIME_WORDS and last == first)


def _with_apposition(passage: Passage, low: int, comma: int) -> tuple[int, int] | None:
    """The phrase before an apposition that ends with the comma at `comma`."""
    text, lower = passage.text, passage.lower
    mark = text[comma]
    number = comma - 1
    commas: list[int] = []
    while number > low and comma - number < MAX_APPOSITION:
        if text[number] == mark and passage.quote_at[number] == passage.quote_at[comma]:
            commas.append(number)
        if text[number] in {";", ":"} or text[number] in STOPS:
            break
        number -= 1
    for opening in commas:
        inner = lower[opening + 1]
        aside = inner in PREPOSITIONS or is_adverb(inner)
        if not aside and not opens_apposition(passage, opening + 1, comma):
            continue
        head = before(passage, low, opening)
        if head is None or head[1] != opening:
            continue
        if aside:
            loose = any(word in AUXILIARIES - {"'s"} for word in lower[opening:comma])
            return None if loose else head
        if lower[head[0]] in SUBJECTS_ONLY:
            continue
        return _named_head(passage, low, head[0]), comma
    return None


def _named_head(passage: Passage, low: int, first: int) -> int:
    """The first word of the name that the phrase beginning with `first` describes, if one does."""
    if first - 2 < low or passage.text[first - 1] != "," or not passage.names[first - 2]:
        return first
    if passage.lower[first] not in DETERMINERS and not passage.text[first][:1].islower():
        return first
    name = before(passage, low, first - 1)
    return name[0] if name and name[1] == first - 1 else first
