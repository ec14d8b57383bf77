"""`argmap compare`, the main job."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from argmap.compare import compare, tables
from argmap.discourse.word_states import WordReader
from argmap.errors import InputError, MissingProgramError
from argmap.graph import build_graph, outline, render_svg, to_dot
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_comparison, write_text
from argmap.report import ArticleMap, build_view, render_page

from . import options
from .drawing import draw
from .echo import Outcome, progress
from .inputs import Annotated, Annotator, gather, require_some

PAGE = "compare.html"


@click.command("compare", short_help="Set several outlets' articles on one story side by side.")
@options.articles
@options.folders(output=True)
@click.option(
    "--csv", "as_csv", is_flag=True, help="Write claims, changes and sources as CSV tables too."
)
@options.talk
def command(
    articles: tuple[str, ...],
    annotations: Path,
    output: Path,
    as_csv: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Annotate each ARTICLE where needed, draw every map, and write the side-by-side page.

    An article is a .txt, .md or .html file, an http(s) address, - for standard input, or an
    annotation file; LABEL=PATH names its outlet. Writes annotations/ID.json, output/ID.svg,
    output/compare.html and output/compare.json; with --csv the tables claims.csv, changes.csv and
    sources.csv beside them.

    \b
    argmap compare opinion.txt npr.txt summary.txt
    argmap compare "Herald=herald.html" "Wire=wire.txt" -o output/strike
    argmap compare annotations/*.json --csv
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    run(articles, annotations, output, outcome, as_csv=as_csv)


def run(
    specs: Sequence[str],
    annotations: Path,
    output: Path,
    outcome: Outcome,
    *,
    as_csv: bool = False,
) -> None:
    """The main job; what fails on the way is said, and the rest is done all the same."""
    require_folder(output)
    found = gather(specs, annotations, outcome, annotate=Annotator())
    missing: MissingProgramError | None = None
    maps = {}
    for item in progress(found, "Drawing", quiet=outcome.quiet, length=len(found)):
        try:
            draw(item.document, output, outcome, links=f"{PAGE}#")
        except MissingProgramError as error:
            missing = error
        maps[item.document.article.id] = page_map(item.document, missing)
    comparison = compared(found, output, outcome)
    write_page(found, comparison, maps, output, outcome)
    if as_csv:
        for name, text in tables([item.document for item in found], comparison).items():
            write_text(output / name, text)
            outcome.wrote(output / name)
    outcome.report()
    if missing:
        raise missing
    require_some(found, outcome)


def page_map(document: AnnotatedDocument, missing: MissingProgramError | None) -> ArticleMap:
    """The map of one article as the page needs it: an inline SVG where possible, and an outline."""
    graph = build_graph(document)
    if missing:
        return ArticleMap(svg=None, reason=str(missing), outline=outline(graph))
    svg = render_svg(to_dot(graph, legend=False))
    return ArticleMap(svg=svg, reason=None, outline=outline(graph))


def compared(found: Sequence[Annotated], output: Path, outcome: Outcome) -> Comparison:
    """Compare the documents and write compare.json."""
    paths = {
        item.document.article.id: Path(os.path.relpath(item.path, output)).as_posix()
        for item in found
    }
    comparison = compare(
        [item.document for item in found],
        annotation_paths=paths,
        reader=word_reader(outcome) if len(found) > 1 else None,
    )
    path = output / "compare.json"
    write_comparison(comparison, path)
    outcome.wrote(path)
    return comparison


def word_reader(outcome: Outcome) -> WordReader | None:
    """What reads the words of a sentence; without the bundled model none, which is said."""
    from argmap.discourse.model import load_similarity

    try:
        return load_similarity()
    except MissingProgramError as error:
        outcome.warn(f"{error} Until then claims are compared by the words that they share.")
        return None


def write_page(
    found: Sequence[Annotated],
    comparison: Comparison,
    maps: dict[str, ArticleMap],
    output: Path,
    outcome: Outcome,
) -> None:
    """Write compare.html."""
    documents = [item.document for item in found]
    path = output / PAGE
    write_text(path, render_page(build_view(documents, comparison, maps)))
    outcome.wrote(path)


def require_folder(folder: Path) -> None:
    """Fail before the long work where the output folder cannot be written."""
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; name a folder with --output.")
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    if not os.access(nearest, os.W_OK):
        raise InputError(f"{folder} cannot be written; name another folder with --output.")
