"""The name in a mention of a speaker: the one that is its head, not one that only modifies it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from .name_labels import is_title
from .word_classes import DETERMINERS, PREPOSITIONS, PUNCTUATION, RELATIVES

PRONOUNS = (
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
TIES = PREPOSITIONS | {"who", "which", "whose", "that", "familiar", "close"}


def head_name(tokens: Sequence[Token], lower: list[str], core: int) -> tuple[str, str, int]:
    """The name that is the head of a phrase, its label, and the number of its first token."""
    place = 0
    while place < core:
        token = tokens[place]
        if lower[place] in TIES and place and lower[place] not in {"that"}:
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
        if rest and rest[0] not in TIES and rest[0] not in {"and", "'s"} and rest[0][0].isalpha():
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
        return between(tokens, first, place), label, first
    return "", "", 0


def names_several(tokens: Sequence[Token], lower: list[str], core: int, place: int) -> bool:
    """Whether a name is joined to another, or to people: "Tom Reed and Ona Lind" are two."""
    tie = next((n for n in range(place, core) if lower[n] in TIES), core)
    for number in range(1, tie - 1):
        if lower[number] not in {"and", "&"} or tokens[number].ent_type_:
            continue
        before = tokens[number - 1]
        if number < place:
            if before.ent_type_ or lower[0] in PRONOUNS or is_plural(lower[:number], before.lower_):
                return True
        else:
            return True
    return False


def name_behind(tokens: Sequence[Token], lower: list[str], core: int) -> tuple[str, str, int, int]:
    """The person named at the end of a long title, or in an apposition: "another critic, Ona Lind".

    With it how many tokens the mention has up to the end of the name.
    """
    last = core - 1
    if last > 0 and tokens[last].ent_type_ == "PERSON":
        first = last
        while first > 0 and tokens[first].ent_iob_ == "I":
            first -= 1
        before = lower[first - 1] if first else ""
        if before and before not in TIES | DETERMINERS | {"'s", "'", "and", "or"}:
            return between(tokens, first, core), "PERSON", first, core
    first = core
    while first < len(tokens) and (lower[first] in {",", "—", "–"} or is_title(lower[first])):
        first += 1
    if core < first < len(tokens) and tokens[first].ent_type_ == "PERSON":
        end = first + 1
        while end < len(tokens) and (tokens[end].ent_iob_ == "I" or _goes_on(tokens[end])):
            end += 1
        if end == len(tokens) or lower[end] in {",", "—", "–", "(", "who"}:
            return between(tokens, first, end), "PERSON", first, end
    return "", "", 0, core


def _goes_on(token: Token) -> bool:
    """Whether a word behind a name is more of it, though nobody found it to be."""
    return not token.ent_type_ and token.is_alpha and token.text.istitle()


def between(tokens: Sequence[Token], first: int, last: int) -> str:
    """The text of some tokens with single blanks."""
    return " ".join("".join(token.text_with_ws for token in tokens[first:last]).split())


def is_plural(lower: list[str], head: str) -> bool:
    """Whether a phrase with a head, both in lower case, stands for several."""
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
