"""`argmap adjudicate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from argmap import __version__
from argmap.errors import InputError
from argmap.evaluate.adjudication import Question, adjudicate, decided, open_questions
from argmap.evaluate.agreement.annotators import names
from argmap.guide import rule
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document, write_document

from . import options
from .agree import short
from .echo import Outcome, printable
from .editing import editor_options, run_editor
from .inputs import Annotator, labelled


@click.command("adjudicate", short_help="Make one file of two annotators', with what is to decide.")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@options.folders(output=False)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to make, or to go on with.",
)
@click.option("--restart", is_flag=True, help="Begin anew: forget what was decided in the file.")
@click.option("--edit", is_flag=True, help="Then decide in the browser, one by one.")
@editor_options
@options.talk
def command(
    one: str,
    other: str,
    annotations: Path,
    output: Path,
    restart: bool,
    edit: bool,
    port: int,
    no_browser: bool,
    by: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Make one annotation file from two annotators' files of one article.

    What both say is taken over. Where they differ, A's label stands for now, and the file says
    under provenance.labels what each says, with the status "disputed". To decide, change the label,
    or set its status to "confirmed"; to take out a span or relation, delete it and leave its
    record. Run the command again at any time: what was decided stays, what is open is listed.
    With --edit the editor opens with them, one by one, each beside the rule that decides.

    \b
    argmap adjudicate ana/wire.json ben/wire.json -o gold/wire.json
    argmap adjudicate ana/wire.json ben/wire.json -o gold/wire.json --edit --by cem
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    if edit and as_json:
        raise click.UsageError("--json lists what is to decide, --edit opens it; choose one.")
    annotator = Annotator()
    paths = [labelled(spec, annotations, outcome, annotator) for spec in (one, other)]
    for path in paths:
        if path.resolve() == output.resolve():
            raise InputError(f"{output} is one of the two annotators' files; name another with -o.")
    first, second = (read_document(path) for path in paths)
    kept = read_document(output) if output.exists() and not restart else None
    called = names(paths)
    document, notes = adjudicate(
        first, second, (called[0], called[1]), kept=kept, tool=f"argmap {__version__}"
    )
    _write(document, output, kept, outcome)
    for note in notes:
        outcome.say(note)
    questions = open_questions(document)
    if as_json:
        outcome.report(
            open=[_as_json(question) for question in questions],
            decided=decided(document),
            notes=list(notes),
        )
        return
    for question in questions if not edit else ():
        click.echo(printable("\n".join(_lines(question))))
    outcome.say(f"{output}: {len(questions)} to decide, {decided(document)} decided.")
    if edit:
        files = {document.article.id: output}
        run_editor(files, by=by, port=port, no_browser=no_browser, outcome=outcome)


def _write(
    document: AnnotatedDocument, path: Path, kept: AnnotatedDocument | None, outcome: Outcome
) -> None:
    if document == kept:
        outcome.keep(path)
        return
    write_document(document, path)
    outcome.wrote(path)


def _lines(question: Question) -> list[str]:
    says = "; ".join(
        f"{name}: {short(str(value)) if value is not None else 'not marked'}"
        for name, value in question.values.items()
    )
    lines = [f"{question.key} “{short(question.quote)}”", f"  {says}"]
    if question.rule:
        lines.append(f"  {question.rule}: {rule(question.rule).text}")
    return lines


def _as_json(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "start": question.start,
        "end": question.end,
        "quote": question.quote,
        "values": question.values,
        "rule": question.rule,
    }
