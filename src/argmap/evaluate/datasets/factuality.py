"""Certainty of predicates on one scale, -3 to +3: UDS-IH2, UW, MEANTIME.

White et al. 2016 and Rudinger et al. 2018; Lee et al. 2015; Minard et al. 2016.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet
from ..detokenize import detokenize
from ..labelled_files import files_below, name_of, read_json_lines, require
from ..metrics import pearson
from ..reader import Offsets, Reader

_END = 3.0  # of the scale, on either side
_NEGATION = re.compile(r"\b(?:no|not|never|nobody|nothing|without)\b|n[’']t\b", re.IGNORECASE)
_REACH = 20  # characters before a predicate in which the baseline looks for a negation


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its predicates and how certain each is."""

    id: str
    text: str
    predicates: tuple[Offsets, ...]
    values: tuple[float, ...]

    @property
    def article(self) -> str:
        """The sentence itself: the sets do not say from which article it comes."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read every file of sentences; tokens are joined to text as people write it."""
    items = []
    for found in files_below(path, ".jsonl"):
        for number, row in read_json_lines(found):
            try:
                text, places = detokenize(row["text"].split(" "))
                targets = sorted(
                    ((places[a][0], places[b - 1][1]), float(target["label"]))
                    for target in row["targets"]
                    for a, b in [target["span1"]]
                )
            except (KeyError, TypeError, ValueError, IndexError) as error:
                raise InputError(
                    f"{found}, line {number + 1}, is not laid out as the factuality sets are"
                    f" ({error!r})."
                ) from error
            if targets:
                predicates, values = zip(*targets, strict=True)
                items.append(Gold(f"{name_of(found, path)}/{number}", text, predicates, values))
    require(items, path, "lines of JSON with `text` and `targets`")
    return items


def answer(reader: Reader, gold: Gold) -> list[float]:
    """Ask how certain each predicate is."""
    return [reader.certainty(gold.text, predicate) for predicate in gold.predicates]


def count(gold: Gold, answers: Sequence[float] | None) -> Counts:
    """Count pairs of values; a missed one is put at the far end of the scale."""
    counts = Counts()
    missed = [-_END if value > 0 else _END for value in gold.values]
    for value, said in zip(gold.values, missed if answers is None else answers, strict=True):
        counts.pair("certainty", value, said)
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[float]]:
    """Certain, or certainly not where a negation stands shortly before."""

    def value(text: str, predicate: Offsets) -> float:
        before = text[max(0, predicate[0] - _REACH) : predicate[0]]
        return -_END if _NEGATION.search(before) else _END

    return lambda gold: [value(gold.text, predicate) for predicate in gold.predicates]


FACTUALITY = DataSet[Gold, list[float]](
    name="factuality",
    about="certainty of predicates",
    metrics={"pearson": pearson("certainty")},
    baseline_names={"pearson": "certain, unless a negation stands shortly before"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
