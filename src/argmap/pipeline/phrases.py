"""Phrases of a lexicon found in a Doc by its tokens, whatever their case or apostrophes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from .lexicon import expand


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a Doc: tokens from `start` to before `end`, and the group that it stands in."""

    start: int
    end: int
    group: str


class Phrases:
    """Groups of phrases, matched by lower-case tokens; the longest of overlapping ones wins."""

    def __init__(self, nlp: Language, groups: Mapping[str, Iterable[str]]) -> None:
        """Tokenise all forms of all phrases with the pipeline's own tokenizer."""
        self._matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for group, phrases in groups.items():
            forms = [form for phrase in phrases for form in expand(phrase)]
            forms += [form.replace("'", "’") for form in forms if "'" in form]
            if forms:
                self._matcher.add(group, [nlp.make_doc(form) for form in dict.fromkeys(forms)])
        self._strings = nlp.vocab.strings

    def find(self, doc: Doc) -> list[Found]:
        """The phrases of a Doc in order, none inside or across another."""
        return longest(self.find_all(doc))

    def find_all(self, doc: Doc) -> list[Found]:
        """All phrases of a Doc, overlapping ones and those that stand in two groups included."""
        return [Found(start, end, self._strings[key]) for key, start, end in self._matcher(doc)]


def longest(found: Iterable[Found]) -> list[Found]:
    """Keep the longest of overlapping finds, the first of equally long ones; in order of place."""
    kept: list[Found] = []
    taken: set[int] = set()
    for one in sorted(found, key=lambda item: (item.start - item.end, item.start, item.group)):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=lambda item: item.start)
