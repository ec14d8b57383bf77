"""What a user names on the command line: `PATH`, `LABEL=PATH`, an address or `-`."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from argmap.errors import InputError

STANDARD_INPUT = "-"

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


def parse_spec(spec: str) -> tuple[str | None, str]:
    """Split `LABEL=PATH` into the outlet's name and the place; without a label the name is None.

    An address is never split, and a path that holds "=" and exists wins over the label reading.

    Raises:
        InputError: nothing stands after the "=".
    """
    label, equals, place = spec.partition("=")
    if not equals or not label.strip() or is_address(spec) or os.path.lexists(_safe(spec)):
        return None, spec
    if not place:
        raise InputError(f'"{shown(spec)}" names an outlet but no file; write {shown(spec)}PATH.')
    if _looks_like_a_path(label) and not (is_address(place) or os.path.lexists(_safe(place))):
        return None, spec
    return label.strip(), place


def is_address(place: str) -> bool:
    """Tell whether a place is a web address (any `scheme://`), not a path."""
    return _SCHEME.match(place) is not None


def scheme(address: str) -> str:
    """The scheme of an address in lower case, "" where there is none."""
    match = _SCHEME.match(address)
    return match.group(1).lower() if match else ""


def is_web_address(text: str) -> bool:
    """Tell whether a text is a well-formed http or https address."""
    try:
        return scheme(text) in {"http", "https"} and bool(urlsplit(text).hostname)
    except ValueError:
        return False


def shown(text: str) -> str:
    """A path or another foreign string as a message may show it: no control characters."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def _looks_like_a_path(label: str) -> bool:
    return "/" in label or os.sep in label


def _safe(path: str) -> str:
    """The path up to a NUL, which no file name can hold and which the system refuses."""
    return path.partition("\0")[0]
