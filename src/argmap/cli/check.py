"""`argmap check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from argmap.errors import ArgmapError
from argmap.model.anchors import reanchor
from argmap.model.checks import Problem
from argmap.model.files import parse, read_document, read_text, write_text
from argmap.model.store import AnnotationStore
from argmap.sources import parse_spec

from . import options
from .echo import Outcome, printable
from .inputs import Annotator, read_article_file


@click.command("check", short_help="Check annotation files, all errors at once.")
@options.articles
@options.folders(output=False)
@click.option("--fix", is_flag=True, help="Find quotes that moved and mend their offsets.")
@options.talk
def command(
    articles: tuple[str, ...], annotations: Path, fix: bool, as_json: bool, quiet: bool
) -> None:
    """Check each annotation file: labels, offsets, quotes, ids and references.

    An article is annotated first, and its file in the annotations folder is checked.

    Every error is shown at once, as FILE:LINE:COLUMN with its JSON path and the remedy. To move a
    label, edit its quoted text and run with --fix.

    \b
    argmap check annotations/*.json
    argmap check --fix annotations/npr.json
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    errors: list[ArgmapError] = []
    sound: list[str] = []
    problems: dict[str, list[str]] = {}
    faults: dict[str, list[dict[str, str | int]]] = {}
    annotator = Annotator()
    for spec in articles:
        path = Path(parse_spec(spec)[1])
        try:
            if path.suffix != ".json":
                path = read_article_file(spec, AnnotationStore(annotations), outcome, annotator)
            if fix:
                _fix(path, outcome)
            read_document(path)
        except ArgmapError as error:
            errors.append(error)
            faults[str(path)] = list(getattr(error, "faults", ()))
            problems[str(path)] = list(getattr(error, "problems", ())) or [str(error)]
            outcome.fail(str(error), getattr(error, "problems", ()))
            continue
        sound.append(str(path))
        outcome.say(f"{path}: no problem found.")
    if as_json:
        outcome.report(sound=sound, problems=problems, faults=faults)
    if errors:
        sys.exit(max(error.exit_status for error in errors))


def _fix(path: Path, outcome: Outcome) -> None:
    """Mend the offsets of quotes that moved, and say each move."""
    value = parse(read_text(path), name=str(path))
    moved, lost = reanchor(value)
    for move in moved:
        place = Problem(move.path, "").where
        outcome.say(
            f"{path}: {place}: moved from {move.before[0]}-{move.before[1]} to"
            f" {move.after[0]}-{move.after[1]}: {move.text!r}"
        )
    for problem in lost:
        click.echo(printable(f"{path}: {problem.where}: {problem.message}"), err=True)
    if moved:
        write_text(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        outcome.wrote(path)
