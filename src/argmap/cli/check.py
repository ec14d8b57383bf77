"""`argmap check`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import zip_longest
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
from .watching import saved


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

    Every error is shown at once, as FILE:LINE:COLUMN with its JSON path, the remedy and the lines
    around it. To move a label, edit its quoted text and run with --fix. Where the article's text
    changed, --fix finds every quote again; what could be at several places is said and left.

    \b
    argmap check annotations/*.json
    argmap check --fix annotations/npr.json
    argmap check --watch annotations/npr.json
    argmap check --argument annotations/opinion.json
    """

    if watch and as_json:
        raise click.UsageError("--watch is for people; leave --json out.")
    outcome = Outcome(quiet=quiet, as_json=as_json)
    if not watch:
        status = _check(articles, annotations, outcome, fix=fix, argument=argument)
        if status:
            sys.exit(status)
        return
    paths = [_watched(spec, annotations, outcome) for spec in articles]
    rounds = saved(paths)
    files = tuple(map(str, paths))
    try:
        while True:
            _check(files, annotations, outcome, fix=fix, argument=argument)
            outcome.say("Watching; Ctrl-C ends it.")
            files = tuple(map(str, next(rounds)))
    except KeyboardInterrupt:
        outcome.say("Stopped watching.")


def _watched(spec: str, annotations: Path, outcome: Outcome) -> Path:
    """The annotation file of one thing on the command line; an article is annotated first."""
    path = Path(parse_spec(spec)[1])
    if path.suffix == ".json":
        return path
    return read_article_file(spec, AnnotationStore(annotations), outcome, Annotator())


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
            outcome.fail(str(error), _shown(error))
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


def _shown(error: ArgmapError) -> list[str]:
    """Each problem of a file with the lines around it."""
    around = [
        "\n".join(f"    {line}" for line in excerpt.splitlines())
        for excerpt in getattr(error, "excerpts", ())
    ]
    problems = getattr(error, "problems", ()) or ("",) * len(around)
    pairs = zip_longest(problems, around, fillvalue="")
    return [part for pair in pairs for part in pair if part]


def _fix(path: Path, outcome: Outcome) -> None:
    """Mend the offsets of quotes that moved, and say each move."""
    before = read_text(path)
    value = parse(before, name=str(path))
    machine = AnnotationStore(path.parent).last_written(path.stem)
    moved, lost = reanchor(value, old_text=machine.text if machine else None)
    for move in moved:
        place = Problem(move.path, "").where
        outcome.say(
            f"{path}: {place}: moved from {move.before[0]}-{move.before[1]} to"
            f" {move.after[0]}-{move.after[1]}: {move.text!r}"
            + (f" ({move.score:g} of 100 alike)" if move.score < 100 else "")
        )
    for problem in lost:
        click.echo(printable(f"{path}: {problem.where}: {problem.message}"), err=True)
    old = parse(before, name=str(path))
    if value != old:
        if value["article"] != old["article"]:
            outcome.say(f"{path}: $.article.sha256: set to that of the text as it stands")
        replace_text(path, as_text(value), expected=before)
        outcome.wrote(path)
