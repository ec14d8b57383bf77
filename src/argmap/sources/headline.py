"""The headline of a text that names no title: its first line, where that looks like one."""

from __future__ import annotations

import re

MAX_WORDS = 25
MAX_CHARACTERS = 200

_CLOSING = "\"'”’»)]"
_UNFINISHED = (".", "…", ",", ";", ":", "—", "-")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$")


def headline(text: str) -> str | None:
    """The first line of a text, where it is a heading and at least two lines follow."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 3 or not is_heading(lines[0]):
        return None
    return lines[0]


def is_heading(line: str) -> bool:
    """Tell whether a line is short and ends without a full stop (that of "U.S." is none)."""
    if len(line) > MAX_CHARACTERS or len(line.split()) > MAX_WORDS:
        return False
    if not any(char.isalnum() for char in line):
        return False
    end = line.rstrip(_CLOSING)
    return not end.endswith(_UNFINISHED) or _ABBREVIATION.search(end) is not None
