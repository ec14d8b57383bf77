"""CheckThat! 2023 task 2: subjective and objective sentences of news (Galassi et al. 2023)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import files_below, name_of, read_table, require
from ..metrics import macro_f1
from ..reader import Reader

_LABELS = {"SUBJ": "subjective", "OBJ": "objective"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its label; the set does not say from which article it comes."""

    id: str
    text: str
    label: str

    @property
    def article(self) -> str:
        """The sentence itself."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read every table with the columns of the set."""
    items = []
    for found in files_below(path, ".tsv"):
        rows = read_table(found, delimiter="\t", quoted=False, columns={"sentence", "label"})
        items += [
            Gold(f"{name_of(found, path)}/{number}", row["sentence"].strip(), _LABELS[row["label"]])
            for number, row in enumerate(rows)
            if row["label"] in _LABELS
        ]
    require(items, path, "a table with tabs and the columns `sentence` and `label`")
    return items


def answer(reader: Reader, gold: Gold) -> str:
    """Ask whether the sentence is subjective."""
    return "subjective" if reader.subjective(gold.text) else "objective"


def count(gold: Gold, answers: str | None) -> Counts:
    """Count labels."""
    counts = Counts()
    counts.labels("sentence", [gold.label], None if answers is None else [answers])
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], str]:
    """The commoner label."""
    label = commonest(gold.label for gold in items)
    return lambda gold: label


CHECKTHAT = DataSet[Gold, str](
    name="checkthat-subj",
    about="subjective sentences",
    metrics={"macro_f1": macro_f1("sentence")},
    baseline_names={"macro_f1": "commonest label"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
