"""The people whom an article names, speakers or not: full names, descriptions, last subjects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from argmap.lexicons import entries

from .layers import QuotedText, reading_of
from .mentions import PERSONS
from .name_labels import is_title

_GIVEN_NAMES = {
    name: gender
    for gender, group in (("m", "male"), ("f", "female"))
    for name in entries("given_names")[group]
}
_NEAR = 400  # characters within which a subject outdoes an earlier speaker
_FAR = 2000  # and within which it tells who of two with one surname is meant
_ABOUT = 8  # words behind a name that describe it


@dataclass(slots=True)
class _Person:
    """One full name with what stands around its mentions."""

    name: str
    places: list[int] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    gender: str = ""


@dataclass(slots=True)
class People:
    """Look-ups over the names of persons in a Doc, all in the order of the text."""

    persons: dict[str, _Person]
    by_part: dict[str, list[str]]  # surname or first part -> full names, in order
    subjects: list[tuple[int, str, str]]  # where a person is a subject, who, of what clause

    def full_name(self, name: str, place: int, gender: str = "") -> str | None:
        """The full name that a short one stands for at some place; itself where it is full.

        `gender` is what a title before the short name tells: Mrs. Lind is not Tom Lind. Of two
        Linds the one who was the subject of a sentence last is meant, or else was named last.
        """
        if name in self.persons:
            return name
        candidates = [
            full
            for full in self.by_part.get(name, ())
            if not gender or self.gender(full) in {"", gender}
        ]
        surnames = [full for full in candidates if full.split()[-1] == name]
        candidates = surnames or candidates
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        number = bisect_left(self.subjects, (place, "", ""))
        while number > 0 and place - self.subjects[number - 1][0] < _FAR:
            number -= 1
            _, subject, clause = self.subjects[number]
            if clause == "main" and subject in candidates:
                return subject

        def last_before(full: str) -> int:
            places = self.persons[full].places
            number = bisect_left(places, place)
            return places[number - 1] if number else -places[0]

        return max(candidates, key=last_before)

    def words_about(self, name: str) -> set[str]:
        """The words that stand as titles and descriptions beside a name."""
        return self.persons[name].words if name in self.persons else set()

    def gender(self, name: str) -> str:
        """`m` or `f` where a title, or else a given name, says so."""
        titled = self.persons[name].gender if name in self.persons else ""
        return titled or given_gender(name)

    def called(self, noun: str, place: int) -> str | None:
        """The last person named before a place who was described with a noun."""
        best: tuple[int, str] | None = None
        for name, person in self.persons.items():
            if noun in person.words:
                number = bisect_left(person.places, place)
                if number and (best is None or person.places[number - 1] > best[0]):
                    best = (person.places[number - 1], name)
        return best[1] if best else None

    def subject_before(self, place: int, gender: str) -> tuple[str, int] | None:
        """The last person who was the subject of a sentence near before a place.

        One who is the subject of a clause inside another comes after those of main clauses.
        """
        inner: tuple[str, int] | None = None
        number = bisect_left(self.subjects, (place, "", ""))
        while number > 0 and place - self.subjects[number - 1][0] < _NEAR:
            start, name, clause = self.subjects[number - 1]
            if not gender or self.gender(name) in {"", gender}:
                if clause == "main":
                    return name, start
                inner = inner or (name, start)
            number -= 1
        return inner


def people_of(doc: Doc) -> People:
    """Collect the persons of a Doc from its names."""
    persons: dict[str, _Person] = {}
    by_part: dict[str, list[str]] = {}
    mentions = [
        (entity, bare_name(entity)) for entity in doc.ents if entity.label_ in {"PERSON", "MISC"}
    ]
    for entity, name in mentions:
        if len(name.split()) > 1 and entity.label_ == "PERSON":
            if name not in persons:
                persons[name] = _Person(name)
                parts = name.split()
                for part in dict.fromkeys((parts[-1], parts[0], " ".join(parts[1:]))):
                    by_part.setdefault(part, []).append(name)
            _learn(doc, entity, persons[name])
    people = People(persons, by_part, [])
    quoted = reading_of(doc).quoted
    for entity, name in mentions:
        full = people.full_name(name, entity.start_char, _gender_before(doc, entity))
        if full is not None and len(name.split()) == 1:
            persons[full].places.append(entity.start_char)
            persons[full].gender = persons[full].gender or _gender_before(doc, entity)
        clause = _clause_of(entity) if entity.label_ == "PERSON" else ""
        if clause and not _is_quoted(quoted, entity.start_char):
            people.subjects.append((entity.start_char, full or name, clause))
    for person in persons.values():
        person.places.sort()
    return people


def given_gender(name: str) -> str:
    """`m` or `f` where the first of several names is a man's or a woman's nearly always."""
    first, _, rest = name.partition(" ")
    return _GIVEN_NAMES.get(first.lower(), "") if rest else ""


def bare_name(entity: Span) -> str:
    """A name without the titles that it begins with."""
    tokens = [token for token in entity if not token.text.isspace()]
    titles = [n for n, token in enumerate(tokens[:-1]) if is_title(token.lower_)]
    bare = tokens[titles[-1] + 1 if titles else 0 :]
    return " ".join("".join(token.text_with_ws for token in bare).split())


def _learn(doc: Doc, entity: Span, person: _Person) -> None:
    """Note where a full name stands, its titles, and the description behind a comma."""
    person.places.append(entity.start_char)
    before = [token.lower_ for token in doc[max(0, entity.start - 4) : entity.start]]
    person.words |= {word for word in before if word in PERSONS}
    person.words |= {token.lower_ for token in entity if is_title(token.lower_)}
    person.gender = person.gender or _gender_before(doc, entity)
    following = doc[entity.end : entity.end + _ABOUT]
    words: Sequence[str] = [token.lower_ for token in following]
    if words and words[0] == ",":
        person.words |= {word for word in words if word in PERSONS}


def _gender_before(doc: Doc, entity: Span) -> str:
    words = {doc[entity.start].lower_} | ({doc[entity.start - 1].lower_} if entity.start else set())
    if words & {"mr.", "sir", "lord", "mr"}:
        return "m"
    return "f" if words & {"mrs.", "ms.", "miss", "dame", "mrs", "ms"} else ""


def _is_quoted(quoted: Sequence[QuotedText], place: int) -> bool:
    number = bisect_left(quoted, place, key=lambda item: item.start)
    return any(item.end > place for item in quoted[max(0, number - 2) : number])


def _clause_of(entity: Span) -> str:
    """`main` or `inner`: of what clause a name is the subject; empty where it is none.

    An apposition ("the leader, Ona Lind, went") counts as the noun that it explains.
    """
    token = entity.root
    while token.dep_ in {"appos", "flat", "compound"} and token.head.i != token.i:
        token = token.head
    if token.dep_ == "conj" and token.head.dep_.startswith("nsubj"):
        token = token.head
    if not token.dep_.startswith("nsubj"):
        return ""
    verb = token.head
    while verb.dep_ in {"conj", "parataxis"} and verb.head.i != verb.i:
        verb = verb.head
    fronted = verb.dep_ == "advcl" and verb.i < verb.head.i  # "when she spoke, she said"
    return "main" if fronted or verb.dep_ == "ROOT" or verb.head.i == verb.i else "inner"
