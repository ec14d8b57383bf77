"""What kind of thing a name names, by lists, titles, heads and given names."""

from __future__ import annotations

from argmap.lexicons import entries

from .reporting import FORMS
from .words import Words

_NAMES = entries("names")
_LOCATIONS = (
    frozenset(_NAMES["countries"]) | frozenset(_NAMES["places"]) | frozenset(_NAMES["capitals"])
)
_CAPITALS = frozenset(_NAMES["capitals"])
_COUNTRIES = frozenset(_NAMES["countries"])
_PEOPLES = frozenset(_NAMES["nationalities"])
_ORG_HEADS = frozenset(_NAMES["org_heads"])
_ORGANISATIONS = frozenset(_NAMES["organisations"])
_TITLES = frozenset(_NAMES["titles"])
_ADDRESS = frozenset(  # titles that only persons have
    {
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "sen.",
        "rep.",
        "gov.",
        "gen.",
        "lt.",
        "col.",
        "sgt.",
        "capt.",
        "mayor",
        "prof.",
        "sir",
        "lord",
        "dame",
        "mr",
        "mrs",
        "ms",
        "dr",
        "senator",
        "governor",
    }
)
_ROLES = frozenset(entries("speakers")["persons"])
_GIVEN = frozenset(_NAMES["given_names"])
_KINDS = {"org_heads": _ORG_HEADS, "places": _LOCATIONS, "peoples": _PEOPLES}


def is_known_name(text: str, kind: str | None = None) -> bool:
    """Whether a word or phrase stands in the lists of places, peoples and organisations' heads."""
    if kind is not None:
        return text in _KINDS[kind]
    return text in _LOCATIONS | _PEOPLES | _ORG_HEADS | _ORGANISATIONS


def is_given_name(text: str) -> bool:
    """Whether a word is a common given name."""
    return text in _GIVEN


def is_title(word: str) -> bool:
    """Whether a lower-case word is a title or a trade that stands before a person's name."""
    return word in _TITLES


def is_government(name: str) -> bool:
    """Whether a name is a country, a capital or a seat, which can speak for a government."""
    return name in _COUNTRIES or name in _CAPITALS


def label_of(words: Words, first: int, last: int, persons: frozenset[str]) -> str:
    """The label of a name, from its words, the ones around it, and the persons known so far."""
    parts = words.text[first:last]
    name = " ".join(parts).replace(" - ", "-").replace(" & ", "&")
    if name in _LOCATIONS:
        return "LOC"
    if name in _PEOPLES:
        return "NORP"
    before = words.lower[first - 1] if first else ""
    addressed = {words.lower[first], before} & _ADDRESS
    if addressed or (any(part.lower() in _TITLES and part.lower() in _ADDRESS for part in parts)):
        return "PERSON"
    if name in _ORGANISATIONS:
        return "ORG"
    if parts[-1] in _ORG_HEADS or parts[0] in _ORG_HEADS or "of" in parts[1:2] or "&" in name:
        return "ORG"
    titled = words.lower[first] in _TITLES or before in _TITLES
    if titled and last - first <= 6:
        return "PERSON"
    if parts[0] in _GIVEN and last - first > 1:
        return "PERSON"
    if any(part in _ORG_HEADS for part in parts):
        return "ORG"
    if len(parts) == 1:
        return _label_of_one(words, first, persons)
    if all(part in _PEOPLES or part in _LOCATIONS for part in parts):
        return "NORP" if parts[-1] in _PEOPLES else "LOC"
    if "-" in parts and len(parts) == 3 and parts[2][:1].isupper():
        return "MISC"
    if parts[-1] in persons or _described(words, last) or _speaks(words, first, last):
        return "PERSON"
    return "PERSON" if _looks_personal(parts) else "MISC"


def _label_of_one(words: Words, number: int, persons: frozenset[str]) -> str:
    text = words.text[number]
    if text in persons:
        return "PERSON"
    if text.isupper() and len(text.replace(".", "")) > 1:
        return "ORG"
    if text in _GIVEN or _speaks(words, number, number + 1):
        return "PERSON"
    return "MISC"


def _speaks(words: Words, first: int, last: int) -> bool:
    """Whether a verb of saying stands right beside a name."""
    if words.lower[first - 1 : first] and first and words.lower[first - 1] in {"said", "says"}:
        return True
    following = words.lower[last] if last < len(words) else ""
    return following in {
        "said",
        "says",
        "told",
        "added",
        "wrote",
        "tweeted",
        "asked",
        "thinks",
    } or (following in FORMS and following.endswith("ed"))


def _described(words: Words, last: int) -> bool:
    """Whether an age or a description follows a name: ", 34," or ", a researcher"."""
    if last + 1 >= len(words) or words.text[last] != ",":
        return False
    following = words.lower[last + 1]
    return (
        following in {"who", "whose"}
        or (following.isdigit() and len(following) == 2)
        or (
            following in {"a", "an", "the"}
            and any(word in _TITLES | _ROLES for word in words.lower[last + 2 : last + 6])
        )
    )


def _looks_personal(parts: list[str]) -> bool:
    """Two or three plain capitalised words, perhaps with an initial between them."""
    words = [part for part in parts if part != "-"]
    if not 2 <= len(words) <= 4 or any(part.isupper() and len(part) > 2 for part in words):
        return False
    return any(len(part) == 2 and part.endswith(".") for part in words[1:-1])
