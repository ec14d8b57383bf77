"""Measure what a confidence means: of the labels that have one, how many are right.

Usage: python scripts/confidence.py DATA

DATA holds one folder a data set, as for scripts/figures.py. Read are PolNeAR's development part,
the articles of news-discourse and webis-editorials that training leaves out, and the triples of
BASIL that no weight of the comparison was fitted on. Printed is the table of docs/evaluation.md: by
confidence the share of right labels, and how many there are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from argmap.cli.inputs import Annotator
from argmap.compare import compare
from argmap.discourse.model import load_similarity
from argmap.errors import ArgmapError
from argmap.evaluate import DATASETS
from argmap.evaluate.benchmark import select
from argmap.evaluate.datasets import basil_triples
from argmap.evaluate.labelled_files import article_of
from argmap.evaluate.matching import overlap, touch
from argmap.evaluate.reader import Offsets
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import Role

STEPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.0)  # where each row begins; it ends at the one before
FEW = 6  # labels; a share of fewer is not shown
OF_REPORTS = {
    "main": Role.REPORT,
    "consequence": Role.REPORT,
    "previous": Role.BACKGROUND,
    "context": Role.BACKGROUND,
    "history": Role.BACKGROUND,
    "anecdote": Role.EVIDENCE,
    "evaluation": Role.CLAIM,
    "expectation": Role.CLAIM,
}
OF_OPEDS = {
    "assumption": Role.CLAIM,
    "anecdote": Role.EVIDENCE,
    "testimony": Role.EVIDENCE,
    "statistics": Role.EVIDENCE,
    "common-ground": Role.BACKGROUND,
}
"""The role that each class of a data set stands for; what is missing stands for none."""
Judged = tuple[float, bool]  # a confidence, and whether the label is right


def attributions(document: AnnotatedDocument, gold: Any) -> Iterator[Judged]:
    """Outermost attributions of an article of PolNeAR, which has no others.

    One is right where its cue and a piece of its content touch those of one that people marked, and
    its source does where they marked a source.
    """
    for item in document.attributions:
        if item.parent is not None or item.confidence is None:
            continue
        parts = [[part] if part else [] for part in (item.source, item.cue)] + [[*item.content]]
        source, cue, content = ([(one.start, one.end) for one in some] for some in parts)
        yield (
            item.confidence,
            any(
                touch(cue, known.cue)
                and touch(content, known.content)
                and (not known.source or touch(source, known.source))
                for known in gold.attributions
            ),
        )


def roles(
    document: AnnotatedDocument,
    stretches: Sequence[Offsets],
    classes: Sequence[str],
    meant: Mapping[str, Role],
) -> Iterator[Judged]:
    """Roles of segments that lie at least by half in a stretch whose class stands for a role.

    Framing and boilerplate are left out: people had no class for them.
    """
    for segment in document.segments:
        if segment.confidence is None or segment.role in (Role.FRAMING, Role.BOILERPLATE):
            continue
        shares = [overlap((segment.start, segment.end), stretch) for stretch in stretches]
        best = max(range(len(shares)), key=shares.__getitem__)
        wanted = meant.get(classes[best])
        if wanted is not None and 2 * shares[best] >= segment.end - segment.start:
            yield segment.confidence, segment.role is wanted


def claims(
    comparison: Comparison, documents: Mapping[str, AnnotatedDocument], gold: basil_triples.Gold
) -> Iterator[Judged]:
    """Claim groups by two outlets that tell them: right where two sentences tell one claim.

    Those that only hold pairs of which people were not sure are left out.
    """
    right = basil_triples.pairs_of(gold.claims)
    unclear = basil_triples.pairs_of(gold.optional)
    for group in comparison.groups:
        told = [
            frozenset(
                (member.article, number)
                for segment in documents[member.article].segments
                if segment.id in member.segments
                and (
                    number := basil_triples.sentence_at(
                        gold.sentences[member.article], (segment.start, segment.end)
                    )
                )
                is not None
            )
            for member in group.members
        ]
        for one, other in combinations(told, 2):
            pairs = basil_triples.pairs_of([one | other])
            if group.confidence is not None and (pairs & right or not pairs & unclear):
                yield group.confidence, bool(pairs & right)


def column(judged: Iterable[Judged]) -> list[str]:
    """A cell for each step: the share that is right, and of how many."""
    cells: list[list[bool]] = [[] for _ in STEPS]
    for confidence, right in judged:
        cells[next(place for place, step in enumerate(STEPS) if confidence >= step)].append(right)
    return [
        f"{sum(some) / len(some):.2f}".removeprefix("0") + f" of {len(some)}"
        if len(some) >= FEW
        else ""
        for some in cells
    ]


def table(columns: Mapping[str, Sequence[str]]) -> str:
    """The columns by their names as a table of Markdown."""
    names = [
        "below" if not step else f"{_short(step)} to {_short(before)}"
        for step, before in zip(STEPS, (1.0, *STEPS), strict=False)
    ]
    rows = [["confidence", *columns], ["---"] * (1 + len(columns))]
    rows += [list(row) for row in zip(names, *columns.values(), strict=True)]
    return "\n".join("|" + "".join(f" {cell} |" if cell else " |" for cell in row) for row in rows)


@dataclass(frozen=True, kw_only=True)
class Column:
    """A data set, where it lies, and how a document is judged by what people labelled in it."""

    name: str
    dataset: str
    place: str
    held_out: bool
    judge: Callable[[AnnotatedDocument, Any], Iterator[Judged]]


COLUMNS = (
    Column(
        name="attributions (PolNeAR)",
        dataset="polnear",
        place="polnear/dev",
        held_out=False,
        judge=attributions,
    ),
    Column(
        name="roles in reports (news-discourse)",
        dataset="news-discourse",
        place="news-discourse",
        held_out=True,
        judge=lambda document, gold: roles(document, gold.sentences, gold.roles, OF_REPORTS),
    ),
    Column(
        name="roles in op-eds (webis-editorials)",
        dataset="webis-editorials",
        place="webis-editorials",
        held_out=True,
        judge=lambda document, gold: roles(document, gold.units, gold.types, OF_OPEDS),
    ),
)


def main() -> int:
    """Read the articles and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="articles of each data set")
    asked = parser.parse_args()
    annotate = Annotator()
    columns = {}
    for one in COLUMNS:
        paths = [asked.data / one.place]
        dataset = DATASETS[one.dataset]
        items = select(dataset, paths, limit=asked.limit, held_out=one.held_out)
        judged: list[Judged] = []
        for item in items:
            article = article_of(item.id, item.text, title=getattr(item, "title", None))
            judged += one.judge(annotate(article), item)
        print(f"{one.dataset}: {len(items)} articles, {len(judged)} labels", file=sys.stderr)
        columns[one.name] = column(judged)
    columns["claim groups (basil-triples)"] = column(_claim_groups(annotate, asked))
    print(table(columns))
    return 0


def _claim_groups(annotate: Annotator, asked: argparse.Namespace) -> list[Judged]:
    """The claim groups of the triples that are held out, judged."""
    triples = DATASETS["basil-triples"].load(asked.data / "basil")
    held_out = [one for one in triples if one.part == basil_triples.HELD_OUT][: asked.limit]
    judged: list[Judged] = []
    for triple in held_out:
        documents = {article.id: annotate(article) for article in triple.articles}
        comparison = compare(list(documents.values()), reader=load_similarity())
        judged += claims(comparison, documents, triple)
    print(f"basil-triples: {len(held_out)} stories, {len(judged)} labels", file=sys.stderr)
    return judged


def _short(value: float) -> str:
    return f"{value:g}".removeprefix("0")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ArgmapError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_status)
