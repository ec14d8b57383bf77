"""An article's id: readable, and safe as a file name on every system."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

FALLBACK = "article"
MAX_LENGTH = 80

# Names that Windows keeps for devices, whatever the ending.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
_COMMON_HOST_PARTS = {"www", "m", "amp", "edition"}


def path_id(path: str) -> str:
    """The id of an article in a file: the file's name without its ending, made safe."""
    return safe_id(PurePath(path).stem)


def address_id(address: str) -> str:
    """The id of an article at an address: the site's name and the last part of the path."""
    parts = urlsplit(address)
    host = [part for part in (parts.hostname or "").split(".") if part not in _COMMON_HOST_PARTS]
    site = "-".join(host) if all(part.isdigit() for part in host) else host[0]
    last = next((part for part in reversed(parts.path.split("/")) if part), "")
    return safe_id(f"{site} {PurePath(unquote(last)).stem}")


def safe_id(name: str) -> str:
    """Make a name safe: ASCII letters, digits, "-" and "_", never empty, no device name.

    Accents are dropped and every other run of characters becomes one hyphen. Two names may get the
    same id: whoever reads several articles makes their ids differ.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    safe = _UNSAFE.sub("-", plain)[:MAX_LENGTH].strip("-")
    if not safe:
        return FALLBACK
    return f"{FALLBACK}-{safe}" if _DEVICE.fullmatch(safe) else safe
