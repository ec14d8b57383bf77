"""BABE: biased sentences and biased words of news, labelled by experts (Spinde et al. 2021)."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import files_below, name_of, read_table, require
from ..matching import covered, tokens
from ..metrics import f1, macro_f1
from ..reader import Offsets, Reader

_COLUMNS = {"text", "label_bias", "biased_words", "news_link"}
_LABELS = {"Biased": "biased", "Non-biased": "neutral"}


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its label and its biased words; those without a majority are left out."""

    id: str
    article: str
    text: str
    label: str
    words: tuple[Offsets, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The label of a sentence and its loaded words."""

    label: str
    words: tuple[Offsets, ...]


def load(path: Path) -> list[Gold]:
    """Read every table with the columns of the set."""
    items = []
    for found in files_below(path, ".csv"):
        rows = read_table(found, delimiter=";", quoted=True, columns=_COLUMNS)
        for number, row in enumerate(rows):
            if row["label_bias"] in _LABELS:
                text = row["text"].strip()
                items.append(
                    Gold(
                        id=f"{name_of(found, path)}/{number}",
                        article=row["news_link"] or row["text"],
                        text=text,
                        label=_LABELS[row["label_bias"]],
                        words=placed(text, _bag(row["biased_words"], found)),
                    )
                )
    require(items, path, "a table with `;` between its fields and the columns of BABE")
    return items


def _bag(written: str, path: Path) -> list[str]:
    try:
        value = ast.literal_eval(written)
    except (ValueError, SyntaxError) as error:
        raise InputError(f"{path}: {written[:60]!r} is no list of biased words.") from error
    return [str(word) for word in value]


def placed(text: str, words: Sequence[str]) -> tuple[Offsets, ...]:
    """Find a bag of words in a sentence wherever they stand, longest first, none in another."""
    found: list[Offsets] = []
    for word in sorted({w.strip() for w in words if w.strip()}, key=lambda w: (-len(w), w)):
        for hit in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            if all(hit.end() <= start or end <= hit.start() for start, end in found):
                found.append(hit.span())
    return tuple(sorted(found))


def answer(reader: Reader, gold: Gold) -> Answer:
    """Ask for the sentence's label and for its words."""
    label = "biased" if reader.biased(gold.text) else "neutral"
    return Answer(label, tuple(reader.loaded_words(gold.text)))


def count(gold: Gold, answers: Answer | None) -> Counts:
    """Count labels, and words of all sentences."""
    counts = Counts()
    counts.labels("sentence", [gold.label], [answers.label] if answers else None)
    units = [span for span in tokens(gold.text) if gold.text[span[0]].isalnum()]
    right, said = covered(units, gold.words), covered(units, answers.words if answers else ())
    counts.found("word", hits=len(right & said), predicted=len(said), gold=len(right))
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], Answer]:
    """The commoner label; every word is biased."""
    label = commonest(gold.label for gold in items)
    return lambda gold: Answer(label, ((0, len(gold.text)),))


BABE = DataSet[Gold, Answer](
    name="babe",
    about="biased sentences and biased words",
    metrics={"macro_f1": macro_f1("sentence"), "word_f1": f1("word")},
    baseline_names={"macro_f1": "commonest label", "word_f1": "every word"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
