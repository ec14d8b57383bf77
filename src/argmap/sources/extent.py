"""How much text one article may have, so that no input takes hours to read."""

from __future__ import annotations

import re

from argmap.errors import InputError

MAX_CHARACTERS = 2_000_000  # some 300,000 words, a long book
MANY_WORDS = 30_000
MAX_UNBROKEN = 2_000  # characters without a space, in scripts that set spaces
MAX_SIGNS = 500  # punctuation characters in a row; tokenizers take quadratic time over them

_UNBROKEN = re.compile(rf"(?<!\S)\S{{{MAX_UNBROKEN + 1},}}")
_SIGNS = re.compile(rf"(?<![^\w\s])[^\w\s]{{{MAX_SIGNS + 1},}}|(?<!_)_{{{MAX_SIGNS + 1},}}")


def check_extent(text: str, *, name: str) -> list[str]:
    """Check that a text can be an article's by its extent.

    Returns:
        A warning where it is very long.

    Raises:
        InputError: it is longer than a book, or a stretch of it has no spaces.
    """
    check_length(text, name=name)
    unbroken = next(filter(_has_no_words, _UNBROKEN.finditer(text)), None) or _SIGNS.search(text)
    if unbroken:
        line = text.count("\n", 0, unbroken.start()) + 1
        raise InputError(
            f"{name}, line {line}: {len(unbroken.group()):,} characters without a space are no "
            "article's text; take them out."
        )
    words = len(text.split())
    if words > MANY_WORDS:
        return [f"{name} has {words:,} words, so reading it takes long and its map is crowded."]
    return []


def check_length(text: str, *, name: str) -> None:
    """Check that a text has no more characters than one article may have.

    Raises:
        InputError: it has more.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"{name} has {len(text):,} characters, more than the {MAX_CHARACTERS:,} that one "
            "article may have; split it."
        )


def _has_no_words(match: re.Match[str]) -> bool:
    """Tell whether a stretch without spaces is not of a script that sets none (Lo: no case)."""
    stretch = match.group()
    caseless = sum(char.isalpha() and not (char.isupper() or char.islower()) for char in stretch)
    return caseless < len(stretch) / 2
