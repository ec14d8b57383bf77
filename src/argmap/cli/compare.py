"""`argmap compare`, the main job."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from argmap.compare import tables
from argmap.errors import InputError, MissingProgramError
from argmap.graph import build_graph, build_story, inline_svg, outline
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_comparison, write_text
from argmap.models.figures import read_figures
from argmap.report import ArticleMap, StoryMap, build_view, render_page

from . import options
from .comparing import compare_story
from .drawing import Drawn, draw, draw_story
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
    story = story_map(documents, comparison, output, outcome) if len(documents) > 1 else None
    write_page(documents, comparison, maps, output, outcome, story=story)
    if as_csv:
        for name, text in tables(documents, comparison).items():
            write_text(output / name, text)
            outcome.wrote(output / name)
    outcome.report()
    if missing:
        raise missing
    require_some(found, outcome)


def page_map(
    document: AnnotatedDocument, picture: Drawn | None, missing: MissingProgramError | None
) -> ArticleMap:
    """The map of one article as the page needs it: inline SVG where possible, and an outline.

    The pictures are those of the map's own files, so that Graphviz draws each map once; the page
    has a legend of its own.
    """
    items = outline(build_graph(document))
    if picture is None:
        return ArticleMap(svg=None, reason=str(missing) if missing else None, outline=items)
    return ArticleMap(
        svg=inline_svg(picture.svg, legend=False),
        pages=tuple(inline_svg(page, legend=False) for page in picture.pages),
        outline=items,
    )


def story_map(
    documents: Sequence[AnnotatedDocument],
    comparison: Comparison,
    output: Path,
    outcome: Outcome,
) -> StoryMap:
    """Draw the map of all outlets, and give it as the page needs it."""
    graph = build_story(documents, comparison)
    articles = [document.article.id for document in documents]
    try:
        picture = draw_story(graph, articles, output, outcome, links=f"{PAGE}#")
    except MissingProgramError as error:  # the articles' maps met it too, and the run ends with it
        return StoryMap(graph=graph, svg=None, reason=str(error))
    return StoryMap(graph=graph, svg=inline_svg(picture, legend=False) if picture else None)


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
    *,
    story: StoryMap | None,
) -> None:
    """Write compare.html."""
    path = output / PAGE
    view = build_view(documents, comparison, maps, story_map=story, figures=read_figures())
    write_text(path, render_page(view))
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
