"""`argmap annotate`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from argmap.errors import ArgmapError
from argmap.model.article import Article
from argmap.model.differences import differences
from argmap.model.document import AnnotatedDocument
from argmap.model.store import AnnotationStore, Owner
from argmap.sources import read_article

from . import options
from .echo import Outcome, printable
from .explaining import Explainer, show
from .inputs import Annotator, gather, require_some

_Made = TypeVar("_Made")


@click.command("annotate", short_help="Read articles and write their annotation files.")
@options.articles
@options.folders(output=False)
@click.option("--dry-run", is_flag=True, help="Say what a new run would change; write nothing.")
@click.option(
    "--explain",
    metavar="ID",
    multiple=True,
    help="Say why this segment (or all) has its labels; write nothing. May be given several times.",
)
@options.talk
def command(
    articles: tuple[str, ...],
    annotations: Path,
    dry_run: bool,
    explain: tuple[str, ...],
    as_json: bool,
    quiet: bool,
) -> None:
    """Read each ARTICLE and write annotations/ID.json. What a person edited there is kept.

    An article is a .txt, .md or .html file, an http(s) address, or - for standard input;
    LABEL=PATH names its outlet. An explanation is of a fresh reading, not of an edited file.

    \b
    argmap annotate npr.txt
    argmap annotate "The Star=star.html" https://example.org/story
    argmap annotate --dry-run *.txt
    argmap annotate npr.txt --explain s12
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    if explain and dry_run:
        raise click.UsageError("--explain and --dry-run are two questions; ask one at a time.")
    if explain:
        explainer = Explainer(explain)
        explained, errors = _of_each(
            articles, outcome, lambda article: (article.id, explainer.explain(article))
        )
        show(explained, outcome)
        _leave(errors, some=bool(explained))
    elif dry_run:
        store, annotator = AnnotationStore(annotations), Annotator()
        changes, errors = _of_each(
            articles,
            outcome,
            lambda article: (str(store.path(article.id)), _lines(store, annotator(article))),
        )
        _show_changes(dict(changes), outcome)
        _leave(errors, some=bool(changes))
    else:
        found = gather(articles, annotations, outcome, annotate=Annotator())
        outcome.report()
        require_some(found, outcome)


def _of_each(
    specs: tuple[str, ...], outcome: Outcome, make: Callable[[Article], _Made]
) -> tuple[list[_Made], list[ArgmapError]]:
    """What is made of each article without writing a file, and the errors of those that failed."""
    made: list[_Made] = []
    errors: list[ArgmapError] = []
    for spec in specs:
        try:
            article, warnings = read_article(spec, stdin=sys.stdin.buffer)
            for warning in warnings:
                outcome.warn(warning)
            made.append(make(article))
        except ArgmapError as error:
            errors.append(error)
            outcome.fail(str(error), getattr(error, "problems", ()))
    return made, errors


def _leave(errors: list[ArgmapError], *, some: bool) -> None:
    if errors:
        sys.exit(1 if some else max(error.exit_status for error in errors))


def _show_changes(changes: dict[str, list[str]], outcome: Outcome) -> None:
    """Print what a new run would change in each annotation file, as lines for people."""
    if outcome.as_json:
        outcome.report(changes=changes)
        return
    for path, lines in changes.items():
        click.echo(printable(path))
        for line in lines:
            click.echo(f"  {printable(line)}")


def _lines(store: AnnotationStore, new: AnnotatedDocument) -> list[str]:
    owner = store.owner(new.article.id)
    if owner is Owner.NOBODY:
        return [f"new file, {len(new.segments)} segments"]
    update = store.plan(new)
    present = store.read(new.article.id)
    if owner is Owner.PERSON:
        said = [f"the machine says: {line}" for line in map(str, differences(present, new))]
        if not update.changed:
            return ["edited by a person: kept as it is", *said]
        return [
            "edited by a person: merged with the new reading",
            *map(str, update.notes),
            *(f"changes: {line}" for line in _changes(present, update.document)),
        ]
    said = [*map(str, update.notes), *_changes(present, update.document)]
    return said or ["nothing changes"]


def _changes(before: AnnotatedDocument, after: AnnotatedDocument) -> list[str]:
    """The labels that change; on another text only how many segments it has."""
    if before.article.sha256 != after.article.sha256:
        count = f"{len(before.segments)} segments → {len(after.segments)} segments"
        return [f"the text is another: {count}"]
    return [str(difference) for difference in differences(before, after)]
