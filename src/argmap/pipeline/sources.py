"""Sources: one entry for each speaker, all mentions of it together.

A surname finds the full name, a short name in capitals what it stands for, "the ministry" the last
ministry, "the researcher in Seoul" the person who was called so, a pronoun the last speaker or
subject that fits it. What fits nobody gets an entry of its own.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc

from argmap.model.labels import SourceKind

from .layers import AttributionDraft, SourceDraft, reading_of
from .mentions import ORGANISATIONS, PERSONS, Mention, kind_of, mention_of
from .people import People, people_of
from .word_classes import RELATIVES

_ACRONYM = re.compile(r"\((?:the )?([A-Z][A-Z.&]{1,9})\)")
_SPEAKING_FOR_SELF = frozenset({"i", "we", "my", "our", "us", "me"})
_FOREIGN_TO_ORGS = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_REACH = 3000  # characters that a pronoun or a description looks back


def mark_sources(doc: Doc) -> Doc:
    """Write `reading.sources` and the speaker of each attribution."""
    reading = reading_of(doc)
    cast = _Cast(doc)
    order = sorted(
        range(len(reading.attributions)),
        key=lambda number: reading.attributions[number].source or (0, 0),
    )
    for number in order:
        draft = reading.attributions[number]
        if draft.source is not None:
            draft.speaker = cast.speaker(draft, reading.attributions)
    reading.sources = cast.sources
    return doc


class _Cast:
    """The speakers found so far, and what is known of each."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._people: People = people_of(doc)
        self._acronyms = _acronyms(doc)
        self.sources: list[SourceDraft] = []
        self._by_name: dict[str, list[int]] = {}
        self._words: list[set[str]] = []  # words that described each speaker
        self._gender: list[str] = []
        self._plural: list[bool] = []
        self._last: list[int] = []  # where each was mentioned last
        self._seen: dict[tuple[int, int], int] = {}
        self._recent: list[int] = []  # speakers in the order of their last mention

    def speaker(self, draft: AttributionDraft, drafts: list[AttributionDraft]) -> int | None:
        """The entry of a draft's source; `None` where the author speaks of himself."""
        assert draft.source is not None
        if draft.source in self._seen:
            return self._seen[draft.source]
        mention = mention_of(self._doc, draft.source)
        found = self._resolve(mention, draft, drafts)
        if found is not None:
            self._note(found, mention, quoted=draft.in_quote)
            self._seen[draft.source] = found
        return found

    def _resolve(
        self, mention: Mention, draft: AttributionDraft, drafts: list[AttributionDraft]
    ) -> int | None:
        if mention.pronoun in _SPEAKING_FOR_SELF:
            above = drafts[draft.parent] if draft.parent is not None else None
            if above is None or above.source is None:
                return None
            return above.speaker
        if mention.pronoun == "you":
            return None
        if mention.pronoun in RELATIVES:
            if draft.antecedent is None:
                return None
            mention = mention_of(self._doc, draft.antecedent)
        if mention.pronoun:
            return self._by_pronoun(mention)
        if mention.name:
            return self._by_name_of(mention)
        if mention.definite:
            found = self._by_description(mention)
            if found is not None:
                return found
        same = self._named_alike(mention.core, mention.gender)
        return same if same is not None else self._new(mention)

    def _by_name_of(self, mention: Mention) -> int:
        name = self._acronyms.get(mention.name, mention.name)
        full = name
        if mention.label in {"PERSON", "MISC"}:
            full = self._people.full_name(name, mention.start, mention.gender) or name
        found = self._named_alike(full, mention.gender)
        if found is None:
            found = self._named_alike(name, mention.gender)
        if found is None:
            return self._new(mention, full)
        if len(full) > len(self.sources[found].name):
            self.sources[found].name = full
        return found

    def _named_alike(self, name: str, gender: str) -> int | None:
        """The first speaker of a name of whom nothing says that he is a man and she a woman."""
        for number in self._by_name.get(_key(name), ()):
            if not gender or self._gender[number] in {"", gender}:
                return number
        return None

    def _new(self, mention: Mention, name: str | None = None) -> int:
        kind = kind_of(mention)
        text = name or mention.core
        if (
            name
            and name != mention.name
            and kind is SourceKind.NAMED_ORG
            and mention.label == "MISC"
        ):
            kind = SourceKind.NAMED_PERSON
        # "Norland, whose leaders say …": the leaders speak.
        spoken = (text or mention.text).removeprefix("whose ")
        self.sources.append(SourceDraft(name=spoken, kind=kind))
        number = len(self.sources) - 1
        self._words.append(set())
        self._gender.append("")
        self._plural.append(mention.plural and not name)
        self._last.append(mention.start)
        for key in {_key(text), _key(mention.core), _key(mention.name)} - {""}:
            self._by_name.setdefault(key, []).append(number)
        if name and kind is SourceKind.NAMED_PERSON:
            self._words[number] |= self._people.words_about(name)
            self._gender[number] = self._people.gender(name)
        return number

    def _note(self, number: int, mention: Mention, *, quoted: bool) -> None:
        """Remember a mention: where it stands and what it says of its speaker."""
        source = self.sources[number]
        if mention.offsets not in source.mentions:
            source.mentions.append(mention.offsets)
        if mention.description and not mention.pronoun:
            if source.description is None or len(mention.description) > len(source.description):
                source.description = mention.description
            self._words[number] |= mention.roles
        if mention.head and not mention.name:
            self._words[number].add(mention.head)
        elif mention.name and source.kind is not SourceKind.NAMED_PERSON:
            self._words[number] |= set(mention.name.lower().split())
        if mention.gender and not self._gender[number]:
            self._gender[number] = mention.gender
        if quoted:
            return  # who is quoted as speaking inside a quotation is nobody's "he" outside it
        self._last[number] = mention.start
        if number in self._recent:
            self._recent.remove(number)
        self._recent.append(number)

    def _by_description(self, mention: Mention) -> int | None:
        """The last speaker who was described with the head noun of "the researcher"."""
        kind = kind_of(mention)
        person = mention.head in PERSONS
        for number in reversed(self._recent):
            if mention.start - self._last[number] > _REACH:
                break
            source = self.sources[number]
            if mention.gender and self._gender[number] not in {"", mention.gender}:
                continue
            if mention.head in self._words[number] and self._plural[number] == mention.plural:
                if mention.head in ORGANISATIONS and source.kind is SourceKind.NAMED_PERSON:
                    continue
                return number
            if (
                person
                and not mention.plural
                and source.kind is SourceKind.NAMED_PERSON
                and (kind is not SourceKind.ANONYMOUS)
            ):
                return number
        if person and not mention.plural:
            name = self._people.called(mention.head, mention.start)
            if name is not None:
                return self._named(name, mention)
        return None

    def _named(self, name: str, mention: Mention) -> int:
        """The entry of a person who is named elsewhere in the article, a new one if need be."""
        known = self._named_alike(name, self._people.gender(name))
        if known is not None:
            return known
        self.sources.append(SourceDraft(name=name, kind=SourceKind.NAMED_PERSON))
        number = len(self.sources) - 1
        self._words.append(set(self._people.words_about(name)))
        self._gender.append(self._people.gender(name))
        self._plural.append(False)
        self._last.append(mention.start)
        self._by_name.setdefault(_key(name), []).append(number)
        return number

    def _by_pronoun(self, mention: Mention) -> int:
        word = mention.pronoun
        if word in _FOREIGN_TO_ORGS:
            found = self._person(mention)
        else:
            plural = word in {"they", "their", "them"}
            found = self._thing(mention, plural=plural)
        return found if found is not None else self._new(mention)

    def _person(self, mention: Mention) -> int | None:
        """The last person who fits "he" or "she": a subject or a speaker before others."""
        name = self._people.subject_before(mention.start, mention.gender)
        speaker = next(
            (
                number
                for number in reversed(self._recent)
                if self._fits_person(number, mention.gender)
                and mention.start - self._last[number] <= _REACH
            ),
            None,
        )
        if name is not None and (speaker is None or name[1] > self._last[speaker]):
            return self._named(name[0], mention)
        return speaker

    def _fits_person(self, number: int, gender: str) -> bool:
        kind = self.sources[number].kind
        if self._plural[number] or self._gender[number] not in {"", gender}:
            return False
        return kind is SourceKind.NAMED_PERSON or (kind is SourceKind.ANONYMOUS)

    def _thing(self, mention: Mention, *, plural: bool) -> int | None:
        wanted = (
            {SourceKind.COLLECTIVE, SourceKind.NAMED_ORG, SourceKind.ANONYMOUS}
            if plural
            else {SourceKind.NAMED_ORG, SourceKind.DOCUMENT_OR_DATA}
        )
        for number in reversed(self._recent):
            if mention.start - self._last[number] > _REACH:
                return None
            if self.sources[number].kind in wanted:
                return number
        return None


def _key(name: str) -> str:
    words = name.replace("’", "'").lower().split()
    while len(words) > 1 and words[0] in {"the", "a", "an"}:
        words.pop(0)
    initials = [word for word in words[1:-1] if len(word.rstrip(".")) == 1]
    words = [word for word in words if word not in initials]  # Loretta E. Lind
    return " ".join(words).strip(" ,.").removesuffix("'s")


def _acronyms(doc: Doc) -> dict[str, str]:
    """Short names in brackets behind the name that they stand for."""
    found: dict[str, str] = {}
    text = doc.text
    by_end = {name.end_char: name.text for name in doc.ents}
    for match in _ACRONYM.finditer(text):
        end = match.start()
        while end > 0 and text[end - 1].isspace():
            end -= 1
        if end in by_end:
            found.setdefault(match[1], " ".join(by_end[end].split()))
    return found
