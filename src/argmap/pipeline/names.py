"""Names: what the discourse model finds, and runs of capitalised words besides.

A rule names the kind that titles, heads and lists suggest.

Labels: PERSON, ORG, LOC, NORP (peoples, parties, faiths), MISC. A capitalised word that opens a
sentence counts only where the article shows elsewhere that it is a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from argmap.lexicons import entries

from .layers import reading_of
from .learned_names import learned_names
from .name_labels import is_given_name, is_known_name, label_of
from .passage import Sentence, sentences_of
from .reporting import FORMS
from .word_classes import (
    OBJECT_PRONOUNS,
    OPENING_MARKS,
    POSSESSIVES,
    STRAIGHT_MARKS,
    SUBJECT_PRONOUNS,
    function_word,
    is_adverb,
)
from .words import Words, words_of

_PARTICLES = frozenset(entries("names")["particles"])
_BEFORE_PLACES = frozenset({"in", "from", "near", "across", "throughout", "outside"})
_OF_STATES = frozenset(entries("names")["of_states"])
_NOT_NAMES = frozenset(entries("names")["not_names"])
_INNER_PARTICLES = _PARTICLES - {"and", "of", "the", "for"}
_ROMAN = frozenset({"II", "III", "IV", "VI", "XIV", "XVI"})
_TITLE_CASE_SHARE = 0.6
_SHOUTED_SHARE = 0.8  # in a sentence that is no heading
_MIN_LONG = 4  # words of four letters or more, to tell

_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | POSSESSIVES

Run = tuple[int, int]


def mark_names(doc: Doc) -> Doc:
    """Set `doc.ents`: the names that the discourse model finds, and others that rules find."""
    reading = reading_of(doc)
    words = words_of(doc)
    sentences = sentences_of(doc, words, reading.blocks)
    ruled = [
        Span(doc, words.token[first], words.token[last - 1] + 1, label=label)
        for first, last, label in names(words, sentences)
    ]
    learned = [] if reading.discourse is None else learned_names(doc, reading.discourse)
    doc.ents = filter_spans([*_with_peoples(learned, ruled), *_beside(ruled, learned)])
    return doc


def _with_peoples(learned: list[Span], ruled: list[Span]) -> list[Span]:
    """The learned names; what a list knows as a people or a party stays one."""
    peoples = {(span.start, span.end): span for span in ruled if span.label_ == "NORP"}
    return [peoples.get((span.start, span.end), span) for span in learned]


def _beside(ruled: list[Span], learned: list[Span]) -> list[Span]:
    """The spans of the first list that share no token with one of the second."""
    taken = {token.i for span in learned for token in span}
    return [span for span in ruled if taken.isdisjoint(range(span.start, span.end))]


def names(words: Words, sentences: list[Sentence]) -> list[tuple[int, int, str]]:
    """The names of a text: first word, the word after the last, and label."""
    plain = [sentence for sentence in sentences if not _is_title_case(words, sentence)]
    seen = _seen_inside(words, plain)
    runs: list[Run] = []
    for sentence in sentences:
        runs += _in_sentence(words, sentence, seen, title=_is_title_case(words, sentence))
    persons = {
        words.text[last - 1]
        for first, last in runs
        if last - first > 1 and label_of(words, first, last, frozenset()) == "PERSON"
    }
    known = frozenset(persons)
    labelled = [(first, last, label_of(words, first, last, known)) for first, last in runs]
    return _agreed(words, labelled, known)


def _agreed(
    words: Words, labelled: list[tuple[int, int, str]], persons: frozenset[str]
) -> list[tuple[int, int, str]]:
    """One label for all mentions of a single word that nothing but its context tells apart.

    A name that stands somewhere behind "in" or "from", or that has a government or a people, is a
    place; else one that speaks a person.
    """
    singles: dict[str, set[str]] = {}
    for first, last, label in labelled:
        if last - first == 1 and label in {"MISC", "PERSON"}:
            found = singles.setdefault(words.text[first], set())
            found.add(label)
            if first and words.lower[first - 1] in _BEFORE_PLACES:
                found.add("LOC")
    for word in _states(words) & singles.keys():
        singles[word].add("LOC")
    speakers = {word for word, found in singles.items() if "PERSON" in found - {"LOC"}}
    return [
        (first, last, _of_word(words.text[first], label, singles, persons))
        if last - first == 1
        else (first, last, _of_phrase(words.text[last - 1], label, speakers))
        for first, last, label in labelled
    ]


def _states(words: Words) -> set[str]:
    """Names that have what only a state has: "Xia's foreign ministry", or a people, "Xian"."""
    present = set(words.text)
    found = {text for text in present if text[:1].isupper() and f"{text}n" in present}
    found = {text for text in found if text.endswith("a")}
    for number in range(1, len(words) - 1):
        if words.lower[number] == "'s" and words.text[number - 1][:1].isupper():
            behind = words.lower[number + 1 : number + 4]
            if any(word in _OF_STATES for word in behind):
                found.add(words.text[number - 1])
    return found


def _of_phrase(last: str, label: str, speakers: set[str]) -> str:
    """A name of several words is a person's where its last word speaks on its own."""
    return "PERSON" if label == "MISC" and last in speakers else label


def _of_word(word: str, label: str, singles: dict[str, set[str]], persons: frozenset[str]) -> str:
    found = singles.get(word, set())
    if word in persons and label == "ORG":
        return "PERSON"  # the surname of somebody whom the text names in full
    if label not in {"MISC", "PERSON"} or word in persons:
        return label
    if "LOC" in found and not is_given_name(word):
        return "LOC"
    return "PERSON" if "PERSON" in found else label


def _is_title_case(words: Words, sentence: Sentence) -> bool:
    """Whether most long words of a sentence begin with a capital: a title, or all in capitals."""
    long = [text for text in words.text[sentence.first : sentence.last] if len(text) > 3]
    if len(long) < _MIN_LONG:
        return sentence.heading
    share = _TITLE_CASE_SHARE if sentence.heading else _SHOUTED_SHARE
    return sum(text[:1].isupper() for text in long) >= share * len(long)


def _seen_inside(words: Words, sentences: list[Sentence]) -> frozenset[str]:
    """The words that stand capitalised inside a sentence somewhere, and not in lower case."""
    capital: set[str] = set()
    small: set[str] = set()
    for sentence in sentences:
        for number in range(sentence.first, sentence.last):
            text = words.text[number]
            if text[:1].islower():
                small.add(text)
            elif text[:1].isupper() and not _opens(words, sentence, number):
                capital.add(text)
    return frozenset(text for text in capital if text.lower() not in small)


def _opens(words: Words, sentence: Sentence, number: int) -> bool:
    """Whether a word stands where any word has a capital."""
    if number == sentence.first:
        return True
    before = words.text[number - 1]
    return before in OPENING_MARKS | STRAIGHT_MARKS | {
        "(",
        "[",
        ":",
        "—",
        "–",
        "-",
        "•",
        "…",
        "...",
    }


def _in_sentence(
    words: Words, sentence: Sentence, seen: frozenset[str], *, title: bool
) -> Iterator[Run]:
    number = sentence.first
    while number < sentence.last:
        if not _is_capital(words, number):
            number += 1
            continue
        last = _run_end(words, number, sentence.last)
        yield from _checked(words, sentence, (number, last), seen, title=title)
        number = last


def _is_capital(words: Words, number: int) -> bool:
    text = words.text[number]
    return text[:1].isupper() and words.lower[number] not in _NOT_NAMES


def _run_end(words: Words, first: int, high: int) -> int:
    """The word after the run of a name that begins with `first`."""
    last = first + 1
    while last < high:
        text = words.text[last]
        if _is_capital(words, last) or text in _ROMAN:
            last += 1
        elif text in {"-", "&", "’", "'", "/"} and last + 1 < high and not words.spaced[last - 1]:
            if words.spaced[last] or text == "/":
                break
            last += 2
        elif text == "&" and last + 1 < high and _is_capital(words, last + 1):
            last += 2
        elif _is_plural_owner(words, last) and last + 1 < high:
            if not is_known_name(words.text[last + 1], "org_heads"):
                break
            last += 2  # "the Growers' Association"
        elif (end := _after_particles(words, last, high)) is not None:
            last = end
        else:
            break
    return last


def _is_plural_owner(words: Words, number: int) -> bool:
    """Whether a word is the bare apostrophe of a plural: "the Growers' "."""
    return words.lower[number] == "'s" and words.end[number] - words.start[number] == 1


def _after_particles(words: Words, number: int, high: int) -> int | None:
    """The capitalised word behind "de", "bin", "of the": only heads of organisations take "of"."""
    end = number
    while end < high and end - number < 2 and words.text[end] in _PARTICLES:
        end += 1
    if end == number or end >= high or not _is_capital(words, end):
        return None
    inner = words.text[number:end]
    if all(word in _INNER_PARTICLES for word in inner):
        return end + 1
    if inner[0] in {"of", "for"} and is_known_name(words.text[number - 1], "org_heads"):
        return end + 1
    if inner == ["and"] and number >= 2 and words.text[number - 2] in {"of", "for"}:
        return end + 1
    return None


def _checked(
    words: Words, sentence: Sentence, run: Run, seen: frozenset[str], *, title: bool
) -> Iterator[Run]:
    """The run without words that only open the sentence; nothing where no name is left."""
    first, last = run
    if title:
        yield from _known_parts(words, run, seen)
        return
    while first < last and _opens(words, sentence, first):
        lower = words.lower[first]
        if lower in _PRONOUNS:
            first += 1
            continue
        if function_word(lower) or is_adverb(lower) or (lower in FORMS and last - first > 1):
            first += 1
            continue
        if last - first == 1 and not _single_is_name(words, first, seen):
            return
        break
    if first < last and not (last - first == 1 and words.lower[first] in _NOT_NAMES):
        text = words.text[first]
        if (
            last - first > 1
            or not function_word(text.lower())
            or (text.isupper() and len(text) > 1)
        ):
            yield first, last


def _single_is_name(words: Words, number: int, seen: frozenset[str]) -> bool:
    """Whether one capitalised word at a sentence's start is a name."""
    text = words.text[number]
    if text in seen or is_known_name(text) or is_given_name(text):
        return True
    if text.isupper() and len(text) > 1:
        return True
    following = words.lower[number + 1] if number + 1 < len(words) else ""
    if following == "'s" and not words.spaced[number]:
        return words.lower[number] not in {"it", "that", "there", "here", "what", "who", "let"}
    return any(
        "past" in form.forms or "third" in form.forms for form in FORMS.get(following, ())
    ) and (not text.endswith("s"))


def _known_parts(words: Words, run: Run, seen: frozenset[str]) -> Iterator[Run]:
    """In a title: the parts of a run whose words are names elsewhere."""
    first, last = run
    number = first
    while number < last:
        end = number
        while end < last and (
            words.text[end] in seen
            or is_known_name(words.text[end])
            or (end > number and words.text[end] in {"-", "&"})
            or " ".join(words.text[end : end + 2]) in seen
        ):
            end += 1
        if end > number:
            yield number, end
            number = end
        else:
            number += 1
