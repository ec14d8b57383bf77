"""The log of every figure, one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def log_figures(path: Path, **values: Any) -> None:
    """Add one line to a log; numbers are rounded to five places."""
    rounded = {
        key: round(value, 5) if isinstance(value, float) else value for key, value in values.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(rounded, ensure_ascii=False) + "\n")
