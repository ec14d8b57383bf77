"""Similarity of news headlines, 0 to 5, from SemEval 2013 to 2016 (Agirre et al.).

Where a folder holds files with `headlines` in their names, these alone are scored; otherwise every
table of pairs. Pairs without a score are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet
from ..labelled_files import files_below, name_of, read, require
from ..metrics import pearson
from ..reader import Reader
from ..tfidf import TfIdf

_TOP = 5.0


@dataclass(frozen=True, slots=True)
class Gold:
    """Two sentences and how far they say the same."""

    id: str
    one: str
    other: str
    score: float

    @property
    def article(self) -> str:
        """The pair itself."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read pairs from tables of score, sentence, sentence."""
    files = files_below(path, ".tsv")
    headlines = [found for found in files if "headlines" in found.name]
    items = [item for found in headlines or files for item in _pairs(found, name_of(found, path))]
    require(items, path, "tables of a score and two sentences with tabs between")
    return items


def _pairs(path: Path, name: str) -> list[Gold]:
    found = []
    for number, line in enumerate(read(path).split("\n")):
        fields = line.rstrip("\r").split("\t")
        if not fields[0].strip():
            continue
        try:
            score, one, other = float(fields[0]), fields[1].strip(), fields[2].strip()
        except (ValueError, IndexError) as error:
            raise InputError(
                f"{path}, line {number + 1}, is not a score and two sentences."
            ) from error
        found.append(Gold(f"{name}/{number}", one, other, score))
    return found


def answer(reader: Reader, gold: Gold) -> float:
    """Ask how far the two say the same, on the scale of the set."""
    return _TOP * reader.similarity(gold.one, gold.other)


def count(gold: Gold, answers: float | None) -> Counts:
    """Count pairs of values; a missed one is put at the far end of the scale."""
    counts = Counts()
    missed = 0.0 if gold.score > _TOP / 2 else _TOP
    counts.pair("similarity", gold.score, missed if answers is None else answers)
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], float]:
    """Cosine of TF-IDF vectors, with the sentences of the set itself."""
    vectors = TfIdf(sentence for gold in items for sentence in (gold.one, gold.other))
    return lambda gold: _TOP * vectors.similarity(gold.one, gold.other)


STS = DataSet[Gold, float](
    name="sts",
    about="similarity of headlines",
    metrics={"pearson": pearson("similarity")},
    baseline_names={"pearson": "cosine of TF-IDF vectors"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
