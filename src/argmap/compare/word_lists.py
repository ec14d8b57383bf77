"""The word lists that the comparison reads, each once, from `argmap/lexicons`."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def word_list(name: str) -> Any:
    """The entries of one word list; callers must not change what they get."""
    file = resources.files("argmap") / "lexicons" / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))["entries"]
