"""The word lists of argmap, and the one loader of them.

A lexicon is a JSON file `{"source", "licence", "version", "entries"}` in this folder. The lists are
our own; what a mark inside an entry means is said where it is read.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

from argmap.errors import ArgmapError

_NAME = re.compile(r"[a-z][a-z0-9_]*")


class LexiconError(ArgmapError):
    """A word list of the package is missing or not what it should be."""


@cache
def load(name: str) -> dict[str, Any]:
    """The lexicon of that name, read once; callers must not change what they get.

    Raises:
        LexiconError: no such lexicon, or it is not JSON with `entries`.
    """
    if not _NAME.fullmatch(name):
        raise LexiconError(
            f"{name!r} is not the name of a lexicon: use small letters, as `hedges`."
        )
    file = resources.files(__package__) / f"{name}.json"
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LexiconError(
            f"Lexicon {name} cannot be read: {error}. Install argmap again."
        ) from error
    if not isinstance(found, dict) or "entries" not in found:
        raise LexiconError(f"Lexicon {name} has no `entries`. Install argmap again.")
    return found


def entries(name: str) -> Any:
    """What stands under `entries` in the lexicon of that name."""
    return load(name)["entries"]
