"""Uncertain sentences of Wikipedia, after the CoNLL-2010 shared task (Farkas et al. 2010)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..counts import Counts
from ..dataset import DataSet
from ..detokenize import detokenize
from ..labelled_files import files_below, name_of, read_table, require
from ..metrics import f1
from ..reader import Reader

BLOCK = 40
"""Sentences of one article stand together but bear no name: blocks of rows stand in for it."""
_UNCERTAIN = {"0": False, "1": True}


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence, and whether it is uncertain."""

    id: str
    article: str
    text: str
    uncertain: bool


def load(path: Path) -> list[Gold]:
    """Read every table with the columns of the set; empty sentences are left out."""
    items = []
    for found in files_below(path, ".csv"):
        rows = read_table(found, delimiter=",", quoted=True, columns={"text", "label"})
        for number, row in enumerate(rows):
            text, _ = detokenize(row["text"].split())
            if text and row["label"] in _UNCERTAIN:
                items.append(
                    Gold(
                        id=f"{name_of(found, path)}/{number}",
                        article=f"{number // BLOCK}",
                        text=text,
                        uncertain=_UNCERTAIN[row["label"]],
                    )
                )
    require(items, path, "a table with commas and the columns `text` and `label` (0 or 1)")
    return items


def answer(reader: Reader, gold: Gold) -> bool:
    """Ask whether the sentence is uncertain."""
    return reader.uncertain(gold.text)


def count(gold: Gold, answers: bool | None) -> Counts:
    """Count uncertain sentences."""
    counts = Counts()
    counts.found(
        "uncertain",
        hits=int(gold.uncertain and bool(answers)),
        predicted=int(bool(answers)),
        gold=int(gold.uncertain),
    )
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], bool]:
    """Every sentence is uncertain."""
    return lambda gold: True


WIKI_WEASEL = DataSet[Gold, bool](
    name="wiki-weasel",
    about="uncertain sentences",
    metrics={"f1": f1("uncertain")},
    baseline_names={"f1": "every sentence"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
