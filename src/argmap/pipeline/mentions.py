"""One mention of a speaker taken apart: its head, its name, its title and its apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from argmap.lexicons import entries
from argmap.model.labels import SourceKind

from .layers import Offsets
from .mention_names import (
    PRONOUNS,
    TIES,
    between,
    head_name,
    is_plural,
    name_behind,
    names_several,
)
from .name_labels import is_government
from .word_classes import DETERMINERS, POSSESSIVES

_SPEAKERS = entries("speakers")
DOCUMENTS = frozenset(_SPEAKERS["documents"])
ORGANISATIONS = frozenset(_SPEAKERS["organisations"])
OFFICIALS = frozenset(_SPEAKERS["officials"])
PERSONS = frozenset(_SPEAKERS["persons"])
GROUPS = frozenset(_SPEAKERS["groups"])
SPEAKING_NOUNS = DOCUMENTS | ORGANISATIONS | OFFICIALS | PERSONS | GROUPS
_AGENTS = (
    *(
        end + plural
        for end in ("er", "or", "ist", "ian", "ant", "ee", "crat")
        for plural in ("", "s")
    ),
    *("man", "woman", "men", "women", "people"),
)
_MALE = frozenset(_SPEAKERS["male"]) | {"he", "his", "him", "mr.", "sir", "lord"}
_FEMALE = frozenset(_SPEAKERS["female"]) | {"she", "her", "mrs.", "ms.", "dame", "lady"}
_COUNTED = re.compile(
    r"(?:[\w.,-]+ ?(?:%|percent|per cent)|[\w-]+ (?:in|out of) \w+)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Mention:
    """What the words of a source phrase say of the speaker.

    `name` is empty where the phrase names nobody; `head` is its main noun in lower case.
    """

    start: int
    end: int
    text: str
    core: str  # without bracket, relative clause or apposition
    pronoun: str
    name: str
    head: str
    label: str
    description: str | None
    definite: bool
    plural: bool
    gender: str
    roles: frozenset[str]  # the main nouns of title and apposition

    @property
    def offsets(self) -> Offsets:
        """Where the mention stands."""
        return self.start, self.end


def mention_of(doc: Doc, offsets: Offsets) -> Mention:
    """Take apart the source phrase that stands at some offsets."""
    span = doc.char_span(*offsets, alignment_mode="expand")
    assert span is not None
    tokens = [token for token in span if not token.text.isspace()]
    lower = [token.text.lower().replace("’", "'") for token in tokens]
    text = between(tokens, 0, len(tokens))
    pronoun = lower[0] if len(tokens) == 1 and lower[0] in PRONOUNS else ""
    core = _core_length(tokens, lower)
    name, label, place = head_name(tokens, lower, core)
    head = _head(lower[:core])
    if name and names_several(tokens, lower, core, place):
        name = label = ""
    elif not name and not pronoun:
        name, label, place, core = name_behind(tokens, lower, core)
    if name and not pronoun:
        title = between(tokens, 0, place)
        tail = _tail(tokens, core)
        description = tail or _title(title)
    else:
        description = _tail(tokens, core) if not pronoun else None
    return Mention(
        start=offsets[0],
        end=offsets[1],
        text=text,
        core=between(tokens, 0, core).strip(" ,") or text,
        pronoun=pronoun,
        name=name,
        head=head,
        label=label,
        description=description,
        definite=lower[0] in {"the", "this", "that", "these", "those"} or lower[0] in POSSESSIVES,
        plural=is_plural(lower[:core], head),
        gender=_gender(lower),
        roles=_roles(description),
    )


def _core_length(tokens: Sequence[Token], lower: list[str]) -> int:
    """How many tokens come before the first comma, bracket or relative clause."""
    for number, word in enumerate(lower):
        if number and (word in {",", "(", "—", "–"} or word in {"who", "which", "whose"}):
            return number
    ends_open = len(tokens) > 1 and lower[-1] == "that"  # "polls that"
    return len(tokens) - ends_open


def _title(title: str) -> str | None:
    """The words before a name, without article and polite address."""
    words = title.split()
    while words and words[0].lower() in DETERMINERS:
        words.pop(0)
    if not words or (len(words) == 1 and words[0].lower() in {"mr.", "mrs.", "ms.", "dr."}):
        return None
    return " ".join(words)


def _tail(tokens: Sequence[Token], core: int) -> str | None:
    """The apposition behind the first comma."""
    first = core
    while first < len(tokens) and tokens[first].text in {",", "—", "–"}:
        first += 1
    if first >= len(tokens) or tokens[first].text == "(":
        return None
    found = between(tokens, first, len(tokens)).rstrip(" ,—–")
    return found if any(character.isalpha() for character in found) else None


def _roles(description: str | None) -> frozenset[str]:
    """The main nouns of a description: "a scholar at Marn and former envoy" has two."""
    if description is None or description.lower().startswith(("who ", "whose ", "which ")):
        return frozenset()
    parts = re.split(r", | and ", description.lower())
    heads = {_head(part.split()) for part in parts if part.split()}
    return frozenset(heads | PERSONS & set(re.findall(r"\w+", description.lower())))


def _head(lower: list[str]) -> str:
    """The main noun: the last word before a preposition."""
    last = next(
        (n for n, word in enumerate(lower) if n and (word in TIES) and word != "that"), len(lower)
    )
    words = [word for word in lower[:last] if word[:1].isalnum() and word not in {"all", "both"}]
    if len(words) > 1 and words[-1] in {"familiar", "close", "alike", "themselves"}:
        words.pop()
    return words[-1] if words else lower[0]


def _gender(lower: list[str]) -> str:
    for word in lower[:4]:
        if word in _MALE:
            return "m"
        if word in _FEMALE:
            return "f"
    return ""


def can_speak(mention: Mention) -> bool:
    """Whether a mention is of somebody, or of a text: not of "the growing partnership"."""
    if mention.pronoun or mention.name:
        return True
    return mention.head in SPEAKING_NOUNS or mention.head.endswith(_AGENTS)


def kind_of(mention: Mention) -> SourceKind:
    """What kind of speaker a mention names, by its name and its head noun.

    A country, a capital and an institution speak as organisations. Unnamed individuals, and
    unnamed officials even in the plural, are anonymous; people who speak as a class (analysts,
    critics, residents, a party's members) are a collective.
    """
    if mention.name and not is_government(mention.name):
        if mention.label == "PERSON":
            return SourceKind.NAMED_PERSON
        if mention.label == "NORP":
            return SourceKind.COLLECTIVE
        if mention.label in {"ORG", "LOC"}:
            return SourceKind.NAMED_ORG
        firm = mention.definite or ("-" in mention.name and " " not in mention.name)
        return SourceKind.NAMED_ORG if firm else SourceKind.NAMED_PERSON
    if mention.name:
        return SourceKind.NAMED_ORG
    head = mention.head
    if head in DOCUMENTS:
        return SourceKind.DOCUMENT_OR_DATA
    if head in OFFICIALS:
        return SourceKind.ANONYMOUS
    if head in ORGANISATIONS:
        return SourceKind.NAMED_ORG
    if head in GROUPS or mention.plural or _COUNTED.match(mention.core):
        return SourceKind.COLLECTIVE
    if not can_speak(mention):
        return SourceKind.DOCUMENT_OR_DATA  # a thing that shows or suggests: "the decline"
    return SourceKind.ANONYMOUS
