"""The block of `key: value` lines between two `---` lines at the start of a text."""

from __future__ import annotations

import re
from datetime import datetime

from argmap.errors import InputError
from argmap.model.labels import Genre

from .metadata import Metadata
from .spec import is_web_address, shown

FENCE = "---"
KEYS = ("title", "outlet", "author", "published", "url", "genre")

_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_QUOTED = re.compile(r"(?P<mark>[\"']).*(?P=mark)")
_YEAR_OR_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def split_front_matter(text: str, *, name: str) -> tuple[Metadata, str]:
    """Split a text into its front matter and what stands below.

    Without front matter the metadata is empty and the text comes back as it is. A `---` line that
    is not followed by a `key: value` line is a rule, not front matter.

    Args:
        text: a text whose line ends are `\\n`.
        name: what messages call the input.

    Raises:
        InputError: an unknown key, a bad value, a line that is no pair, or no closing `---`.
    """
    lines = text.split("\n")
    if lines[0] != FENCE or len(lines) < 2 or not _opens(lines[1]):
        return Metadata(), text
    try:
        end = lines.index(FENCE, 1)
    except ValueError:
        raise InputError(
            f"{name}, line 1: the front matter has no end; close it with a line {FENCE}."
        ) from None
    values: dict[str, str] = {}
    for number, line in enumerate(lines[1:end], start=2):
        if line.strip() and not line.startswith("#"):
            key, value = _pair(line, f"{name}, line {number}")
            if key in values:
                raise InputError(f'{name}, line {number}: "{key}" stands twice; keep one of them.')
            values[key] = value
    filled = {key: value for key, value in values.items() if value}
    genre = filled.pop("genre", None)
    metadata = Metadata(**filled, genre=Genre(genre) if genre else None)
    return metadata, "\n".join(lines[end + 1 :]).lstrip("\n")


def _opens(line: str) -> bool:
    """Tell whether the line below the first `---` is a pair: a known key, or a lower-case one."""
    match = _PAIR.fullmatch(line)
    return match is not None and (match.group(1).islower() or match.group(1).lower() in KEYS)


def _pair(line: str, place: str) -> tuple[str, str]:
    """The key and the value of a line, checked."""
    match = _PAIR.fullmatch(line)
    if match is None:
        raise InputError(f'{place}: "{shown(line[:40])}" is not a "key: value" line; mend it.')
    key, value = match.group(1).lower(), (match.group(2) or "").strip()
    if key not in KEYS:
        known = ", ".join(KEYS)
        raise InputError(f'{place}: unknown key "{shown(key[:40])}"; the keys are {known}.')
    if _QUOTED.fullmatch(value) and len(value) > 1:
        value = value[1:-1].strip()
    problem = _problem(key, value) if value else None
    if problem:
        raise InputError(f'{place}: {key} "{shown(value[:60])}" {problem}.')
    return key, value


def _problem(key: str, value: str) -> str | None:
    """What is wrong with a value, None where nothing is."""
    if key == "genre" and value not in list(Genre):
        return f"is not one of {', '.join(Genre)}"
    if key == "published" and not _is_date(value):
        return "is not a date like 2024-10-08"
    if key == "url" and not is_web_address(value):
        return "is not an http or https address"
    return None


def _is_date(value: str) -> bool:
    if _YEAR_OR_MONTH.fullmatch(value):
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
