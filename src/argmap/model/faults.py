"""What is wrong in a parsed file by its classes, in words, and where each fault stands."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .checks import Problem
from .places import Lines, locate
from .suggestions import did_you_mean, keys_at

_AROUND = 120  # characters of the line that a fault is in
_Model = TypeVar("_Model", bound=BaseModel)


def load_strictly(model: type[_Model], value: Any) -> _Model:
    """Validate strictly, as JSON: a number in quotes or a list for a string is an error."""
    return model.model_validate_json(json.dumps(value), strict=True)


def schema_problems(model: type[_Model], value: Any) -> list[Problem]:
    """Every fault of key, type and label, each with what may have been meant."""
    try:
        load_strictly(model, value)
    except ValidationError as error:
        return [
            Problem(
                tuple(item["loc"]),
                _message(item["type"], item["msg"], item.get("input"))
                + did_you_mean(*_meant(model, item)),
            )
            for item in error.errors(include_url=False)
        ]
    return []


def _meant(model: type[BaseModel], error: Any) -> tuple[Any, list[str]]:
    """What was written where it is not known, and what could stand there."""
    if error["type"] == "enum":
        return error["input"], re.findall(r"'([^']*)'", error["ctx"]["expected"])
    if error["type"] == "extra_forbidden":
        return error["loc"][-1], keys_at(model, error["loc"][:-1])
    return None, []


def _message(kind: str, text: str, value: Any) -> str:
    if kind == "extra_forbidden":
        return "this key is not known; remove it or correct its name"
    if kind == "missing":
        return "this key is missing; add it"
    shown = json.dumps(value, ensure_ascii=False, default=str)
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    return f"{text[0].lower()}{text[1:]}, not {shown}"


def placed(
    name: str, text: str, problems: Sequence[Problem]
) -> tuple[tuple[str, ...], tuple[dict[str, str | int], ...], tuple[str, ...]]:
    """Each problem as a line for a person, for a program, and the lines of the file around it."""
    lines = Lines(text)
    places = locate(text, {problem.path for problem in problems})
    said: list[str] = []
    faults: list[dict[str, str | int]] = []
    excerpts: list[str] = []
    for problem in problems:
        place = places[problem.path]
        line, column = lines.line_and_column(place.start)
        around = lines.line(line).strip()
        said.append(f"{name}:{line}:{column}: {problem.where}: {problem.message}")
        faults.append(
            {
                "line": line,
                "column": column,
                "path": problem.where,
                "message": problem.message,
                "around": around if len(around) <= _AROUND else around[: _AROUND - 1] + "…",
            }
        )
        excerpts.append(lines.excerpt(place.start, place.end))
    return tuple(said), tuple(faults), tuple(excerpts)
