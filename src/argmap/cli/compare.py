"""`argmap compare`, the main job."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

import click

from argmap.compare import tables
from argmap.errors import InputError, MissingProgramError
from argmap.graph import build_graph, inline_svg, outline
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_comparison, write_text
from argmap.report import ArticleMap, build_view, render_page

from . import options
from .comparing import compare_story
from .drawing import draw, draw_story
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
    output/story.svg, output/compare.html and output/compare.json; with --csv the tables claims.csv,
    changes.csv and sources.csv beside them.

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
        picture = None
        try:
            picture = draw(item.document, output, outcome, links=f"{PAGE}#")
        except MissingProgramError as error:
            missing = error
        maps[item.document.article.id] = page_map(item.document, picture, missing)
    comparison = compared(found, annotations, output, outcome)
    documents = [item.document for item in found]
    if len(documents) > 1:
        # what keeps the story map from being drawn kept the articles' maps, and was noted there
        with contextlib.suppress(MissingProgramError):
            draw_story(documents, comparison, output, outcome, links=f"{PAGE}#")
    write_page(documents, comparison, maps, output, outcome)
    if as_csv:
        for name, text in tables(documents, comparison).items():
            write_text(output / name, text)
            outcome.wrote(output / name)
    outcome.report()
    if missing:
        raise missing
    require_some(found, outcome)


def page_map(
    document: AnnotatedDocument, picture: bytes | None, missing: MissingProgramError | None
) -> ArticleMap:
    """The map of one article as the page needs it: an inline SVG where possible, and an outline.

    The picture is that of the map's own file, so that Graphviz draws each map once; the page has a
    legend of its own.
    """
    items = outline(build_graph(document))
    if picture is None:
        return ArticleMap(svg=None, reason=str(missing) if missing else None, outline=items)
    return ArticleMap(svg=inline_svg(picture, legend=False), reason=None, outline=items)


def compared(
    found: Sequence[Annotated], annotations: Path, output: Path, outcome: Outcome
) -> Comparison:
    """Compare the documents and write compare.json."""
    paths = {
        item.document.article.id: Path(os.path.relpath(item.path, output)).as_posix()
        for item in found
    }
    documents = [item.document for item in found]
    comparison = compare_story(documents, annotations, outcome, paths=paths)
    path = output / "compare.json"
    write_comparison(comparison, path)
    outcome.wrote(path)
    return comparison


def write_page(
    documents: Sequence[AnnotatedDocument],
    comparison: Comparison,
    maps: dict[str, ArticleMap],
    output: Path,
    outcome: Outcome,
) -> None:
    """Write compare.html."""
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
