"""Names in newswire of many countries, nine classes (Shan et al. 2023): span and class exact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..detokenize import detokenize
from ..labelled_files import files_below, name_of, read, require
from ..metrics import f1
from ..reader import Name, Reader
from ..sentence_ends import plain_sentences

_TAG = re.compile(r"O|[BIES]-\w+")
_CAPITALS = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*")


@dataclass(frozen=True, slots=True)
class Gold:
    """An article, one sentence a line, with its names."""

    id: str
    text: str
    names: tuple[Name, ...]

    @property
    def article(self) -> str:
        """The article itself."""
        return self.id


def load(path: Path) -> list[Gold]:
    """Read every table of words and tags; of nested names the outer one counts.

    The spaces of the text are put back by plain rules; the address in the first line is left out.
    """
    items = []
    for found in files_below(path, ".tsv"):
        text, names = "", list[Name]()
        for words, tags in _sentences(read(found)):
            written, places = detokenize(words)
            start = len(text) + 1 if text else 0
            text += f"\n{written}" if text else written
            names += [
                Name(start + places[first][0], start + places[last][1], label)
                for first, last, label in _runs(tags)
            ]
        if text:
            items.append(Gold(name_of(found, path), text, tuple(names)))
    require(items, path, "tables of words and name tags (B-, I-, O) with a tab between")
    return items


def _sentences(content: str) -> Iterator[tuple[list[str], list[str]]]:
    words, tags = list[str](), list[str]()
    for line in [*content.split("\n"), ""]:
        fields = line.rstrip("\r").split("\t")
        if len(fields) > 1 and fields[0].strip() and _TAG.fullmatch(fields[1].strip()):
            words.append(fields[0].strip())
            tags.append(fields[1].strip())
        elif not line.strip() and words:
            if not words[0].startswith("http"):
                yield words, tags
            words, tags = [], []


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First word, last word and class of each name, from BIO or BIOES tags."""
    begun: int | None = None
    for number, tag in enumerate(tags):
        goes_on = begun is not None and tag[:1] in "IE" and tag[2:] == tags[begun][2:]
        if begun is not None and not goes_on:
            yield begun, number - 1, tags[begun][2:]
            begun = None
        if tag != "O" and not goes_on:
            begun = number
    if begun is not None:
        yield begun, len(tags) - 1, tags[begun][2:]


def answer(reader: Reader, gold: Gold) -> list[Name]:
    """Ask for the names of the raw text."""
    return list(reader.names(gold.text))


def count(gold: Gold, answers: Sequence[Name] | None) -> Counts:
    """Count names whose place and class are right."""
    counts = Counts()
    right, said = Counter(gold.names), Counter(answers or ())
    labels = sorted({name.label for name in (right | said)})
    for label in [None, *labels]:
        one, other = (
            Counter({name: n for name, n in side.items() if label in (None, name.label)})
            for side in (right, said)
        )
        counts.found(
            f"name: {label}" if label else "name",
            hits=(one & other).total(),
            predicted=other.total(),
            gold=one.total(),
        )
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], list[Name]]:
    """Runs of capitalised words that do not open a sentence, all of the commonest class."""
    label = commonest(name.label for gold in items for name in gold.names)

    def guess(gold: Gold) -> list[Name]:
        opens = {start for start, _ in plain_sentences(gold.text)}
        return [
            Name(*found.span(), label)
            for found in _CAPITALS.finditer(gold.text)
            if found.start() not in opens
        ]

    return guess


NER = DataSet[Gold, list[Name]](
    name="ner",
    about="names in newswire, nine classes",
    metrics={"ents_f1": f1("name")},
    baseline_names={"ents_f1": "capitalised words inside a sentence, commonest class"},
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
