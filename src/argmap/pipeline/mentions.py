"""One mention of a speaker taken apart: its head, its name, its title and its apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from argmap.lexicons import entries
from argmap.model.labels import SourceKind

from .layers import Offsets
from .name_labels import is_government, is_title
from .word_classes import DETERMINERS, POSSESSIVES, PREPOSITIONS, PUNCTUATION, RELATIVES

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
_PRONOUNS = (
    frozenset(
        {
            "he",
            "she",
            "they",
            "it",
            "i",
            "we",
            "you",
            "his",
            "her",
            "their",
            "its",
            "my",
            "our",
            "him",
            "them",
            "us",
            "me",
            "himself",
            "herself",
        }
    )
    | RELATIVES
)
_TIES = PREPOSITIONS | {"who", "which", "whose", "that", "familiar", "close"}
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
    text = _between(tokens, 0, len(tokens))
    pronoun = lower[0] if len(tokens) == 1 and lower[0] in _PRONOUNS else ""
    core = _core_length(tokens, lower)
    name, label, place = _name(tokens, lower, core)
    head = _head(lower[:core])
    if name and _names_several(tokens, lower, core, place):
        name = label = ""
    elif not name and not pronoun:
        name, label, place, core = _name_behind(tokens, lower, core)
    if name and not pronoun:
        title = _between(tokens, 0, place)
        tail = _tail(tokens, core)
        description = tail or _title(title)
    else:
        description = _tail(tokens, core) if not pronoun else None
    return Mention(
        start=offsets[0],
        end=offsets[1],
        text=text,
        core=_between(tokens, 0, core).strip(" ,") or text,
        pronoun=pronoun,
        name=name,
        head=head,
        label=label,
        description=description,
        definite=lower[0] in {"the", "this", "that", "these", "those"} or lower[0] in POSSESSIVES,
        plural=_is_plural(lower[:core], head),
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


def _name(tokens: Sequence[Token], lower: list[str], core: int) -> tuple[str, str, int]:
    """The name that is the head of a phrase, its label, and the number of its first token."""
    place = 0
    while place < core:
        token = tokens[place]
        if lower[place] in _TIES and place and lower[place] not in {"that"}:
            break
        if not token.ent_type_:
            place += 1
            continue
        first = place
        while (
            place < core
            and tokens[place].ent_type_
            and (place == first or tokens[place].ent_iob_ == "I")
        ):
            place += 1
        following = lower[place] if place < core else ""
        if following == "'s" or following == "'":
            continue
        rest = [word for word in lower[place:core] if word not in PUNCTUATION]
        if rest and rest[0] not in _TIES and rest[0] not in {"and", "'s"} and rest[0][0].isalpha():
            continue  # a modifier: "Clinton supporters"
        label = tokens[first].ent_type_
        while place - first > 1 and label != "ORG" and is_title(lower[first]):
            first += 1
        inner = [
            n
            for n in range(first, place - 1)
            if is_title(lower[n]) and lower[n] not in {"king", "major", "judge", "justice"}
        ]
        if inner and label in {"PERSON", "MISC"}:
            first, label = inner[-1] + 1, "PERSON"
        if label == "ORG" and place - first == 1 and "'s" in lower[:first]:
            first = 1 if lower[0] in {"the", "a"} else 0  # the Shippers' Association
        return _between(tokens, first, place), label, first
    return "", "", 0


def _names_several(tokens: Sequence[Token], lower: list[str], core: int, place: int) -> bool:
    """Whether a name is joined to another, or to people: "Tom Reed and Ona Lind" are two."""
    tie = next((n for n in range(place, core) if lower[n] in _TIES), core)
    for number in range(1, tie - 1):
        if lower[number] not in {"and", "&"} or tokens[number].ent_type_:
            continue
        before = tokens[number - 1]
        if number < place:
            if (
                before.ent_type_
                or lower[0] in _PRONOUNS
                or _is_plural(lower[:number], before.lower_)
            ):
                return True
        else:
            return True
    return False


def _name_behind(tokens: Sequence[Token], lower: list[str], core: int) -> tuple[str, str, int, int]:
    """The person named at the end of a long title, or in an apposition: "another critic, Ona Lind".

    With it how many tokens the mention has up to the end of the name.
    """
    last = core - 1
    if last > 0 and tokens[last].ent_type_ == "PERSON":
        first = last
        while first > 0 and tokens[first].ent_iob_ == "I":
            first -= 1
        before = lower[first - 1] if first else ""
        if before and before not in _TIES | DETERMINERS | {"'s", "'", "and", "or"}:
            return _between(tokens, first, core), "PERSON", first, core
    first = core
    while first < len(tokens) and (lower[first] in {",", "—", "–"} or is_title(lower[first])):
        first += 1
    if core < first < len(tokens) and tokens[first].ent_type_ == "PERSON":
        end = first + 1
        while end < len(tokens) and (tokens[end].ent_iob_ == "I" or _goes_on(tokens[end])):
            end += 1
        if end == len(tokens) or lower[end] in {",", "—", "–", "(", "who"}:
            return _between(tokens, first, end), "PERSON", first, end
    return "", "", 0, core


def _goes_on(token: Token) -> bool:
    """Whether a word behind a name is more of it, though nobody found it to be."""
    return not token.ent_type_ and token.is_alpha and token.text.istitle()


def _between(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join("".join(token.text_with_ws for token in tokens[first:last]).split())


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
    found = _between(tokens, first, len(tokens)).rstrip(" ,—–")
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
        (n for n, word in enumerate(lower) if n and (word in _TIES) and word != "that"), len(lower)
    )
    words = [word for word in lower[:last] if word[:1].isalnum() and word not in {"all", "both"}]
    if len(words) > 1 and words[-1] in {"familiar", "close", "alike", "themselves"}:
        words.pop()
    return words[-1] if words else lower[0]


def _is_plural(lower: list[str], head: str) -> bool:
    if head in {
        "people",
        "police",
        "men",
        "women",
        "many",
        "some",
        "others",
        "most",
        "several",
        "few",
        "both",
    }:
        return True
    if "and" in lower:
        return True
    return (
        head.endswith("s")
        and not head.endswith(("ss", "us", "is", "'s"))
        and head not in {"news", "congress"}
    )


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
