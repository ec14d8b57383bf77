"""`argmap evaluate`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from argmap.evaluate import DATASETS, Result, evaluate
from argmap.evaluate.document_reader import DocumentReader
from argmap.evaluate.floors import read_pins, shortfalls

from . import options
from .echo import printable, progress
from .inputs import Annotator
from .reader import ArgmapReader

_CRASHES_SHOWN = 10


@click.command(
    "evaluate",
    short_help="Score argmap on a public data set that people labelled.",
    epilog=f"DATASET is one of: {', '.join(DATASETS)}.",
)
@click.argument("dataset", type=click.Choice(list(DATASETS)), metavar="DATASET")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--limit", type=click.IntRange(min=1), help="Only the first N articles by name.")
@click.option("--held-out", is_flag=True, help="Only the articles that no model is trained on.")
@click.option(
    "--labels",
    "by_labels",
    is_flag=True,
    help="Answer by the labels of the annotation file alone, not by the models' own heads.",
)
@click.option("--floors", is_flag=True, help="Fail where a figure is below its pinned floor.")
@options.talk
def command(
    dataset: str,
    path: Path,
    limit: int | None,
    held_out: bool,
    by_labels: bool,
    floors: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Score argmap on the labelled texts of DATASET at or below PATH.

    PATH is a folder or a file of the data set as it was published. A text at which argmap crashes
    counts as missed. Intervals are of 95 %, by drawing whole articles anew.

    \b
    argmap evaluate polnear data/polnear/dev
    argmap evaluate babe data/babe --held-out --json
    argmap evaluate news-discourse data/news-discourse --held-out --labels
    """

    def shown(items: Sequence[Any]) -> Iterable[Any]:
        return progress(items, "Scoring", quiet=quiet, length=len(items))

    reader = DocumentReader(Annotator()) if by_labels else ArgmapReader()
    result = evaluate(
        DATASETS[dataset], [path], reader, limit=limit, held_out=held_out, progress=shown
    )
    below = shortfalls(result, read_pins()) if floors else []
    if as_json:
        click.echo(json.dumps(result.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(printable(table(result)))
    for sentence in below:
        click.echo(f"Error: {printable(sentence)}", err=True)
    if below:
        sys.exit(1)


def table(result: Result) -> str:
    """A result as lines for people."""
    rows = [("metric", "argmap", "95 % interval", "baseline", "which is")]
    for name, value in result.metrics.items():
        interval = result.intervals[name]
        between = f"{interval[0]:.3f} to {interval[1]:.3f}" if interval else "-"
        guess, what = result.baselines[name], result.baseline_names[name]
        rows.append((name, figure(value), between, figure(guess), what))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    about = f"{DATASETS[result.dataset].about}; {result.n} texts of {result.articles} articles"
    head = f"{result.dataset}: {about}, {result.part}, {result.seconds:.1f} s"
    return "\n".join([head, *lines, *_crashes(result)])


def figure(value: float | None) -> str:
    """A figure with three digits, or that it is not defined."""
    return "undefined" if value is None else f"{value:.3f}"


def _crashes(result: Result) -> list[str]:
    if not result.crashed:
        return []
    lines = [f"{len(result.crashed)} texts crashed and count as missed:"]
    lines += [f"  {crash.id}: {crash.error}" for crash in result.crashed[:_CRASHES_SHOWN]]
    more = len(result.crashed) - _CRASHES_SHOWN
    return [*lines, f"  and {more} more (--json names all)"] if more > 0 else lines
