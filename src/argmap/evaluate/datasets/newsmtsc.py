"""NewsMTSC: tone towards a named target in a news sentence (Hamborg and Donnay 2021)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import files_below, name_of, read_json_lines, require
from ..metrics import macro_f1
from ..reader import Offsets, Reader

_TONES = {2.0: "negative", 4.0: "neutral", 6.0: "positive"}
_ARTICLE = re.compile(r"[a-z]\w*?_\d+")


@dataclass(frozen=True, slots=True)
class Gold:
    """A sentence with its targets and the tone towards each."""

    id: str
    article: str
    text: str
    targets: tuple[Offsets, ...]
    tones: tuple[str, ...]


def load(path: Path) -> list[Gold]:
    """Read every file of sentences; a target that is given twice is taken once."""
    items = []
    for found in files_below(path, ".jsonl"):
        for number, row in read_json_lines(found):
            try:
                text = row["sentence_normalized"]
                tones = {
                    (target["from"], target["to"]): _TONES[float(target["polarity"])]
                    for target in row["targets"]
                }
            except (KeyError, TypeError, ValueError) as error:
                raise InputError(
                    f"{found}, line {number + 1}, is not laid out as NewsMTSC is ({error!r})."
                ) from error
            name = f"{name_of(found, path)}/{number}"
            article = _ARTICLE.match(str(row.get("primary_gid", "")))
            items.append(
                Gold(
                    id=name,
                    article=article[0] if article else name,
                    text=text,
                    targets=tuple(sorted(tones)),
                    tones=tuple(tones[target] for target in sorted(tones)),
                )
            )
    require(items, path, "lines of JSON with `sentence_normalized` and `targets`")
    return items


def answer(reader: Reader, gold: Gold) -> list[str]:
    """Ask for the tone towards each target."""
    return [reader.tone_towards(gold.text, target) for target in gold.targets]


def count(gold: Gold, answers: Sequence[str] | None) -> Counts:
    """Count tones."""
    counts = Counts()
    counts.labels("tone", gold.tones, answers)
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[str]]:
    """The commonest tone."""
    tone = commonest(tone for gold in items for tone in gold.tones)
    return lambda gold: [tone] * len(gold.targets)


NEWSMTSC = DataSet[Gold, list[str]](
    name="newsmtsc",
    about="tone towards a named target",
    metrics={"macro_f1": macro_f1("tone")},
    baseline_names={"macro_f1": "commonest tone"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
