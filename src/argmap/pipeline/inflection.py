"""The inflected forms of the words in a lexicon.

Inside an entry a word may carry a mark that stands for all its forms: `seem/v` for seem, seems,
seemed, seeming and `bloc/n` for bloc, blocs; `not|n't` is a choice of words. Irregular forms are
in the lexicon `inflections`.
"""

from __future__ import annotations

from functools import cache
from itertools import product

from argmap.lexicons import entries

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def expand(phrase: str) -> list[str]:
    """All surface forms of a phrase, in a fixed order: `/v` and `/n` inflect, `a|b` is a choice."""
    choices = [
        tuple(form for choice in word.split("|") for form in _forms_of(choice))
        for word in phrase.split(" ")
    ]
    return [" ".join(words) for words in product(*choices)]


@cache
def verb_forms(base: str) -> tuple[str, ...]:
    """The forms of an English verb: base, third person, past, participles, the -ing form."""
    known = entries("inflections")["verbs"].get(base)
    if known is not None:
        return (base, *known)
    doubled = base + base[-1] if base in entries("inflections")["doubling"] else base
    if base.endswith("e"):
        return (
            base,
            base + "s",
            base + "d",
            (base[:-2] + "y" if base.endswith("ie") else base[:-1]) + "ing",
        )
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    third = base + ("es" if base.endswith(_HISSING) or base.endswith("o") else "s")
    return (base, third, doubled + "ed", doubled + "ing")


@cache
def noun_forms(base: str) -> tuple[str, ...]:
    """The singular and the plural of an English noun."""
    known = entries("inflections")["nouns"].get(base)
    if known is not None:
        return (base, known)
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return (base, base[:-1] + "ies")
    return (base, base + ("es" if base.endswith(_HISSING) else "s"))


def singular(word: str) -> str:
    """A noun without its regular plural ending, good enough to compare two forms of one word."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(tuple(end + "es" for end in _HISSING)):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _forms_of(word: str) -> tuple[str, ...]:
    base, _, mark = word.rpartition("/")
    if mark == "v" and base:
        return verb_forms(base)
    if mark == "n" and base:
        return noun_forms(base)
    return (word,)
