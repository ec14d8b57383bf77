"""Argument Annotated Essays, version 2: components, types, relations (Stab and Gurevych 2017).

Components are found in the raw text. Types and relations are asked for the components that people
marked, as in the paper; a relation is a directed pair of components of one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..brat import read_annotation
from ..counts import Counts
from ..dataset import DataSet
from ..labelled_files import article_of, files_below, name_of, read, require
from ..matching import match
from ..metrics import f1, macro_f1
from ..reader import Offsets, Reader
from ..sentence_ends import plain_sentences

_TYPES = {"MajorClaim": "major-claim", "Claim": "claim", "Premise": "premise"}
_HALF = 0.5  # of the longer span, by which two spans must overlap to be one


@dataclass(frozen=True, slots=True)
class Gold:
    """An essay with its components, their types, and which supports or attacks which."""

    id: str
    text: str
    components: tuple[Offsets, ...]
    types: tuple[str, ...]
    relations: frozenset[tuple[int, int]]
    paragraphs: tuple[int, ...]

    @property
    def article(self) -> str:
        """The essay itself."""
        return self.id


@dataclass(frozen=True, slots=True)
class Answer:
    """Components found; types and relations of those that people marked."""

    components: tuple[Offsets, ...]
    types: tuple[str, ...]
    relations: frozenset[tuple[int, int]]


def load(path: Path) -> list[Gold]:
    """Read every essay with an annotation file beside it."""
    items = []
    for found in files_below(path, ".ann"):
        text = found.with_suffix(".txt")
        if text.is_file():
            items.append(_gold(name_of(found, path), found, read(text)))
    items = [item for item in items if item.components]
    require(items, path, "brat files NAME.ann with components beside NAME.txt")
    return items


def _gold(name: str, path: Path, text: str) -> Gold:
    marked = read_annotation(path, text)
    order = sorted(
        ((e.fragments[0][0], e.fragments[-1][1]), entity)
        for entity, e in marked.entities.items()
        if e.type in _TYPES
    )
    numbers = {entity: number for number, (_, entity) in enumerate(order)}
    try:
        pairs = frozenset((numbers[a], numbers[b]) for _, a, b in marked.relations)
    except KeyError as error:
        raise InputError(f"{path}: a relation names {error}, which is no component.") from error
    ends = [found.end() for found in re.finditer(r"[^\n]+", text)]
    return Gold(
        id=name,
        text=text,
        components=tuple(span for span, _ in order),
        types=tuple(_TYPES[marked.entities[entity].type] for _, entity in order),
        relations=pairs,
        paragraphs=tuple(sum(end <= span[0] for end in ends) for span, _ in order),
    )


def answer(reader: Reader, gold: Gold) -> Answer:
    """Ask for components, then for types and relations of the marked ones."""
    article = article_of(gold.id, gold.text)
    return Answer(
        components=tuple(reader.components(article)),
        types=tuple(reader.component_types(article, gold.components)),
        relations=_inside_paragraphs(gold, reader.attachments(article, gold.components)),
    )


def count(gold: Gold, answers: Answer | None) -> Counts:
    """Count components by half overlap, types, and directed pairs."""
    counts = Counts()
    found = answers.components if answers else ()
    counts.found(
        "component",
        hits=len(match(gold.components, found, share=_HALF)),
        predicted=len(found),
        gold=len(gold.components),
    )
    counts.found(
        "component exact",
        hits=len(match(gold.components, found, share=1)),
        predicted=len(found),
        gold=len(gold.components),
    )
    counts.labels("type", gold.types, answers.types if answers else None)
    said = answers.relations if answers else frozenset()
    counts.found(
        "relation",
        hits=len(gold.relations & said),
        predicted=len(said),
        gold=len(gold.relations),
    )
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], Answer]:
    """Every sentence a component; types by place; all hangs on a paragraph's first component."""

    def guess(gold: Gold) -> Answer:
        first = {paragraph: n for n, paragraph in reversed(list(enumerate(gold.paragraphs)))}
        outer = (min(gold.paragraphs), max(gold.paragraphs))
        types = []
        for number, paragraph in enumerate(gold.paragraphs):
            begins = first[paragraph] == number
            outside = "major-claim" if paragraph in outer else "claim"
            types.append(outside if begins or paragraph in outer else "premise")
        pairs = ((n, first[paragraph]) for n, paragraph in enumerate(gold.paragraphs))
        return Answer(
            components=tuple(plain_sentences(gold.text)),
            types=tuple(types),
            relations=frozenset((a, b) for a, b in pairs if a != b),
        )

    return guess


def _inside_paragraphs(gold: Gold, pairs: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The task is to relate components of one paragraph; what crosses a paragraph is not asked."""
    return frozenset(
        (a, b) for a, b in pairs if a != b and gold.paragraphs[a] == gold.paragraphs[b]
    )


AAEC = DataSet[Gold, Answer](
    name="aaec",
    about="components, their types and relations in essays",
    metrics={
        "span_f1_50": f1("component"),
        "type_macro_f1": macro_f1("type"),
        "relation_f1": f1("relation"),
    },
    baseline_names={
        "span_f1_50": "every sentence",
        "type_macro_f1": "place in the essay and in the paragraph",
        "relation_f1": "all hangs on the paragraph's first component",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
