"""`argmap check`."""

from __future__ import annotations

import sys
import time
from dataclasses import asdict
from pathlib import Path

import click

from argmap.errors import ArgmapError
from argmap.graph import Finding, check_argument
from argmap.model.anchors import reanchor
from argmap.model.checks import Problem
from argmap.model.files import as_text, parse, read_document, read_text, replace_text
from argmap.model.store import AnnotationStore
from argmap.sources import parse_spec

from . import options
from .echo import Outcome, printable
from .inputs import Annotator, read_article_file

SECONDS = 0.3  # between two looks at the files that are watched


@click.command("check", short_help="Check annotation files, all errors at once.")
@options.articles
@options.folders(output=False)
@click.option("--fix", is_flag=True, help="Find quotes that moved and mend their offsets.")
@click.option(
    "--argument",
    is_flag=True,
    help="Ask a teacher's questions: support, evidence, its voices, the other side.",
)
@click.option("--watch", is_flag=True, help="Check again at each save, until Ctrl-C.")
@options.talk
def command(
    articles: tuple[str, ...],
    annotations: Path,
    fix: bool,
    argument: bool,
    watch: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Check each annotation file: labels, offsets, quotes, ids and references.

    An article is annotated first, and its file in the annotations folder is checked.

    Every error is shown at once, as FILE:LINE:COLUMN with its JSON path and the remedy. To move a
    label, edit its quoted text and run with --fix.

    \b
    argmap check annotations/*.json
    argmap check --fix annotations/npr.json
    argmap check --argument annotations/opinion.json
    """

    def check() -> int:
        outcome = Outcome(quiet=quiet, as_json=as_json)
        return _check(articles, annotations, outcome, fix=fix, argument=argument)

    status = check()
    while watch:
        _wait(articles)
        check()
    if status:
        sys.exit(status)


def _wait(articles: tuple[str, ...]) -> None:
    """Return when one of the files was saved."""
    paths = [Path(parse_spec(spec)[1]) for spec in articles]
    before = [_saved(path) for path in paths]
    while [_saved(path) for path in paths] == before:
        time.sleep(SECONDS)


def _saved(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _check(
    articles: tuple[str, ...], annotations: Path, outcome: Outcome, *, fix: bool, argument: bool
) -> int:
    """Check every file once, and give the exit status."""
    errors: list[ArgmapError] = []
    sound: list[str] = []
    problems: dict[str, list[str]] = {}
    asked: dict[str, list[Finding]] = {}
    faults: dict[str, list[dict[str, str | int]]] = {}
    annotator = Annotator()
    for spec in articles:
        path = Path(parse_spec(spec)[1])
        try:
            if path.suffix != ".json":
                path = read_article_file(spec, AnnotationStore(annotations), outcome, annotator)
            if fix:
                _fix(path, outcome)
            document = read_document(path)
        except ArgmapError as error:
            errors.append(error)
            faults[str(path)] = list(getattr(error, "faults", ()))
            problems[str(path)] = list(getattr(error, "problems", ())) or [str(error)]
            outcome.fail(str(error), getattr(error, "problems", ()))
            continue
        sound.append(str(path))
        outcome.say(f"{path}: no problem found.")
        if argument:
            asked[str(path)] = check_argument(document)
            for finding in asked[str(path)]:
                outcome.say(f"{path}: {finding.message}")
    if outcome.as_json:
        told = {name: [asdict(finding) for finding in found] for name, found in asked.items()}
        more = {"argument": told} if argument else {}
        outcome.report(sound=sound, problems=problems, faults=faults, **more)
    return max((error.exit_status for error in errors), default=0)


def _fix(path: Path, outcome: Outcome) -> None:
    """Mend the offsets of quotes that moved, and say each move."""
    before = read_text(path)
    value = parse(before, name=str(path))
    moved, lost = reanchor(value)
    for move in moved:
        place = Problem(move.path, "").where
        outcome.say(
            f"{path}: {place}: moved from {move.before[0]}-{move.before[1]} to"
            f" {move.after[0]}-{move.after[1]}: {move.text!r}"
            + (f" ({move.score:g} of 100 alike)" if move.score < 100 else "")
        )
    for problem in lost:
        click.echo(printable(f"{path}: {problem.where}: {problem.message}"), err=True)
    if moved:
        replace_text(path, as_text(value), expected=before)
        outcome.wrote(path)
