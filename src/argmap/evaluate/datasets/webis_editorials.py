"""Webis-Editorials-16: the type of every unit of op-eds (Al Khatib et al. 2016).

What people marked as no unit (punctuation, connectives) stays in the text and is not scored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.discourse.tasks import UNIT_TYPES
from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import article_of, files_below, name_of, read_json, require
from ..metrics import macro_f1, weighted_f1
from ..reader import Offsets, Reader

_NO_SPACE_BEFORE = ".,;:!?)]}’”…%"
_NO_SPACE_AFTER = "\n([{‘“—"


@dataclass(frozen=True, slots=True)
class Gold:
    """An editorial with its units and their types."""

    id: str
    title: str | None
    text: str
    units: tuple[Offsets, ...]
    types: tuple[str, ...]

    @property
    def article(self) -> str:
        """The editorial's own name, wherever its file stands."""
        return self.id.rpartition("/")[2]


def load(path: Path) -> list[Gold]:
    """Read every editorial; blanks between segments are put back by plain rules."""
    values = [(found, read_json(found)) for found in files_below(path, ".json")]
    items = [
        _gold(name_of(found, path), found, value)
        for found, value in values
        if isinstance(value, dict) and "paragraphs" in value
    ]
    items = [item for item in items if item.units]
    require(items, path, "JSON files with `paragraphs` of segments with `text` and `label`")
    return items


def _gold(name: str, path: Path, editorial: dict[str, Any]) -> Gold:
    title, text = None, ""
    units: list[tuple[Offsets, str]] = []
    try:
        for paragraph in editorial["paragraphs"]:
            text += "\n" if text else ""
            for segment in paragraph:
                label, written = segment["label"], segment["text"].strip()
                if not written:
                    continue
                text += _between(text, segment["text"])
                place = len(text), len(text) + len(written)
                text += written
                if label in UNIT_TYPES:
                    units.append((place, label))
                elif label == "title" and title is None:
                    title = written
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} is not laid out as Webis-Editorials is ({error!r}).") from error
    return Gold(
        id=name,
        title=title,
        text=text,
        units=tuple(place for place, _ in units),
        types=tuple(label for _, label in units),
    )


def _between(text: str, following: str) -> str:
    """The blank between what stands already and a segment, or nothing."""
    if not text or text[-1] in _NO_SPACE_AFTER:
        return ""
    return " " if following[0].isspace() or following[0] not in _NO_SPACE_BEFORE else ""


def answer(reader: Reader, gold: Gold) -> list[str]:
    """Ask for the type of each unit."""
    article = article_of(gold.id, gold.text, title=gold.title)
    return list(reader.unit_types(article, gold.units))


def count(gold: Gold, answers: Sequence[str] | None) -> Counts:
    """Count types."""
    counts = Counts()
    counts.labels("unit", gold.types, answers)
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[str]]:
    """The commonest type."""
    label = commonest(label for gold in items for label in gold.types)
    return lambda gold: [label] * len(gold.units)


WEBIS_EDITORIALS = DataSet[Gold, list[str]](
    name="webis-editorials",
    about="type of a unit in op-eds",
    metrics={"macro_f1": macro_f1("unit"), "weighted_f1": weighted_f1("unit")},
    baseline_names={"macro_f1": "commonest type", "weighted_f1": "commonest type"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
