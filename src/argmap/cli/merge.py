"""`argmap merge`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from argmap.errors import InputError
from argmap.evaluate.adjudication import with_rules
from argmap.evaluate.agreement.annotators import names as annotator_names
from argmap.model.aside import read_aside, write_aside
from argmap.model.document import AnnotatedDocument
from argmap.model.files import (
    as_text,
    as_value,
    dumps,
    loads_document,
    read_document,
    read_text,
    replace_text,
)
from argmap.model.merge import merge
from argmap.model.store import AnnotationStore

from . import options
from .echo import Outcome, printable

_FILE = click.Path(path_type=Path)


@click.command("merge", short_help="Merge two people's annotation files of one article.")
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@click.option("-o", "--output", type=_FILE, required=True, help="The merged file.")
@click.option("--base", type=_FILE, help="What both began with; else what the machine wrote.")
@click.option("--names", nargs=2, help="What to call A and B; else what tells their paths apart.")
@options.talk
def command(
    a: Path,
    b: Path,
    output: Path,
    base: Path | None,
    names: tuple[str, str] | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Merge annotation files A and B of one article into one.

    What one side changed is taken. Where both changed the same label, A's is taken, the conflict is
    listed, and the file says under provenance.labels what each says, with the status "disputed":
    argmap edit shows them one by one. The exit status is 1 then. The base is what argmap wrote last
    beside A or B.

    \b
    argmap merge ana/npr.json ben/npr.json -o npr.json
    argmap merge ours.json theirs.json --base machine.json -o ours.json
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    before = read_text(output) if output.exists() else None
    one, two = read_document(a), read_document(b)
    if one.article.id != two.article.id:
        raise InputError(
            f"{a} is of the article {one.article.id} and {b} of {two.article.id}; give two files"
            " of one article."
        )
    began = read_document(base) if base else _machine_s(a, b, one)
    first, second = names or annotator_names([a, b])
    if first == second:
        raise InputError(f"Both sides are called {first}; name them differently with --names.")
    merged = merge(*map(as_value, (began, one, two)), run=False, names=(first, second))
    text = dumps(with_rules(loads_document(as_text(merged.value), name=str(output))))
    if merged.parked:
        beside = AnnotationStore(output.parent).aside(one.article.id)
        aside = read_aside(beside)
        write_aside(beside, aside.with_more(merged.parked, aside.deleted))
        outcome.warn(f"What has no place in {output} is kept in {beside}.")
    if before != text:
        replace_text(output, text, expected=before)
    outcome.wrote(output)
    for note in merged.notes:
        if note not in merged.conflicts:
            outcome.say(str(note))
    for conflict in merged.conflicts:
        click.echo(printable(str(conflict)), err=True)
    outcome.report(conflicts=[str(conflict) for conflict in merged.conflicts])
    if merged.conflicts:
        outcome.say(f"To decide between the two: argmap edit {output}")
        sys.exit(1)


def _machine_s(a: Path, b: Path, document: AnnotatedDocument) -> AnnotatedDocument:
    """What the machine wrote last beside one of the two files."""
    for path in (a, b):
        found = AnnotationStore(path.parent).last_written(document.article.id)
        if found is not None:
            return found
    raise InputError(
        f"What {a} and {b} began with is not known, since no .argmap/{document.article.id}.json"
        " stands beside them; name it with --base."
    )
