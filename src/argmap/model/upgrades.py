"""Steps that lift the file of an older version to the present one, in order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .document import VERSION

# The step at key N turns a file of version N into one of version N + 1. Version 1 is the first.
STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def upgrade(value: dict[str, Any]) -> dict[str, Any]:
    """Lift a parsed annotation file to the present version; an unknown version is left as it is."""
    version = value.get("version")
    while isinstance(version, int) and version < VERSION and version in STEPS:
        value = STEPS[version](value)
        version = value.get("version")
    return value
