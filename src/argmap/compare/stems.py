"""A light stemmer: the forms of one word, and the words closest to it, get one key."""

from __future__ import annotations

from functools import cache

from argmap.lexicons import entries

_MIN_STEM = 4
_DERIVED = (
    ("ation", 4), ("ition", 4), ("ment", 4), ("ance", 4), ("ence", 4), ("ness", 4), ("ship", 5),
    ("ure", 4), ("ion", 5), ("ity", 5), ("ive", 5), ("ful", 4), ("ly", 4), ("al", 5), ("or", 5),
    ("er", 4),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("bdgmnprt")


@cache
def stem(word: str) -> str:
    """The key of a word in small letters: `launches`, `launched` and `launch` share one.

    Endings of inflection go first, then at most one of derivation, as in the first steps of Porter
    (1980), An algorithm for suffix stripping. Irregular forms come from a word list.
    """
    base = _irregular().get(word)
    if base is None:
        base = _without_inflection(word)
        base = _irregular().get(base, base)
    for ending, shortest in _DERIVED:
        if base.endswith(ending) and len(base) - len(ending) >= shortest:
            base = base[: -len(ending)]
            break
    if len(base) > _MIN_STEM - 1 and base.endswith("e"):
        base = base[:-1]
    if base.endswith("at") and len(base) >= _MIN_STEM + 3:
        base = base[:-2]
    if len(base) > 3 and base.endswith("y"):
        base = base[:-1] + "i"
    return base


def _without_inflection(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if len(word) > 4 and word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= 3 and _VOWELS & set(bare):
            if bare[-1] == bare[-2] and bare[-1] in _DOUBLED:
                return bare[:-1]
            return bare
    return word


@cache
def _irregular() -> dict[str, str]:
    table: dict[str, list[str]] = entries("irregular_words")
    return {form: base for base, forms in table.items() for form in forms}
