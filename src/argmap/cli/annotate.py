"""`argmap annotate`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.errors import ArgmapError
from argmap.model.differences import differences
from argmap.model.document import AnnotatedDocument
from argmap.model.store import AnnotationStore, Owner
from argmap.sources import read_article

from . import options
from .echo import Outcome, printable
from .inputs import Annotator, gather, require_some


@click.command("annotate", short_help="Read articles and write their annotation files.")
@options.articles
@options.folders(output=False)
@click.option("--dry-run", is_flag=True, help="Say what a new run would change; write nothing.")
@options.talk
def command(
    articles: tuple[str, ...], annotations: Path, dry_run: bool, as_json: bool, quiet: bool
) -> None:
    """Read each ARTICLE and write annotations/ID.json. A file that a person edited is kept.

    An article is a .txt, .md or .html file, an http(s) address, or - for standard input;
    LABEL=PATH names its outlet.

    \b
    argmap annotate npr.txt
    argmap annotate "The Star=star.html" https://example.org/story
    argmap annotate --dry-run *.txt
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    if not dry_run:
        found = gather(articles, annotations, outcome, annotate=Annotator())
        outcome.report()
        require_some(found, outcome)
        return
    changes, errors = _would_change(articles, annotations, outcome, Annotator())
    if as_json:
        outcome.report(changes=changes)
    else:
        for path, lines in changes.items():
            click.echo(printable(path))
            for line in lines:
                click.echo(f"  {printable(line)}")
    if errors:
        sys.exit(1 if changes else max(error.exit_status for error in errors))


def _would_change(
    specs: tuple[str, ...], folder: Path, outcome: Outcome, annotator: Annotator
) -> tuple[dict[str, list[str]], list[ArgmapError]]:
    """What a new run would change in each annotation file, as lines for people."""
    store = AnnotationStore(folder)
    changes: dict[str, list[str]] = {}
    errors: list[ArgmapError] = []
    for spec in specs:
        try:
            article, warnings = read_article(spec, stdin=sys.stdin.buffer)
            for warning in warnings:
                outcome.warn(warning)
            changes[str(store.path(article.id))] = _lines(store, annotator(article))
        except ArgmapError as error:
            errors.append(error)
            outcome.fail(str(error), getattr(error, "problems", ()))
    return changes, errors


def _lines(store: AnnotationStore, new: AnnotatedDocument) -> list[str]:
    owner = store.owner(new.article.id)
    if owner is Owner.NOBODY:
        return [f"new file, {len(new.segments)} segments"]
    present = store.read(new.article.id)
    lines = [str(difference) for difference in differences(present, new)]
    if owner is Owner.PERSON:
        return ["edited by a person: kept as it is", *(f"the machine now says: {n}" for n in lines)]
    return lines or ["nothing changes"]
