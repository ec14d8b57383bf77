"""`argmap edit`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options
from .echo import Outcome
from .editing import editor_options, run_editor
from .inputs import Annotator, gather


@click.command("edit", short_help="Correct labels in the browser.")
@options.articles
@options.folders(output=False)
@editor_options
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and the address.")
def command(
    articles: tuple[str, ...],
    annotations: Path,
    port: int,
    no_browser: bool,
    by: str | None,
    quiet: bool,
) -> None:
    """Open annotation files in the browser and save every correction as it is made.

    An article is annotated first. With several files, claims can be linked across them. The page is
    served on this machine alone, at an address that only you are told; Ctrl-C ends it.

    \b
    argmap edit annotations/npr.json
    argmap edit annotations/*.json --by ana
    argmap edit npr.txt --port 8700 --no-browser
    """
    outcome = Outcome(quiet=quiet)
    found = gather(articles, annotations, outcome, annotate=Annotator())
    files = {item.document.article.id: item.path for item in found}
    run_editor(files, by=by, port=port, no_browser=no_browser, outcome=outcome)
