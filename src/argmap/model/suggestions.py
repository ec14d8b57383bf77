"""What a person may have meant by a key, a label or an id that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel
from rapidfuzz import fuzz, process

SCORE = 70.0  # the likeness, of 100, that a suggestion needs


def did_you_mean(word: Any, choices: Iterable[str]) -> str:
    """The end of a message that names the choice most like a word; empty where none is."""
    if not isinstance(word, str):
        return ""
    found = process.extractOne(word, sorted(choices), scorer=fuzz.ratio, score_cutoff=SCORE)
    return f"; did you mean {found[0]!r}?" if found else ""


def keys_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The keys of the object at a path of a document, as its file names them."""
    current = model
    for step in path:
        if isinstance(step, str):
            field = current.model_fields.get(step)
            inner = field and _model_in(field.annotation)
            if inner is None:
                return []
            current = inner
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model class that an annotation speaks of, inside tuples and unions too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
