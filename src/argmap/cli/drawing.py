"""From documents to map files, keeping the DOT text where Graphviz is missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from argmap.errors import InputError, MissingProgramError
from argmap.graph import (
    LIMIT,
    STORY,
    ArgumentGraph,
    build_graph,
    build_story,
    fold,
    render,
    split,
    story_dot,
    to_dot,
)
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_bytes, write_text
from argmap.model.labels import Role

from .echo import Outcome

FORMATS = ("svg", "png", "pdf", "dot")


def draw(
    document: AnnotatedDocument,
    folder: Path,
    outcome: Outcome,
    *,
    formats: tuple[str, ...] = ("svg",),
    by: str = "section",
    roles: tuple[Role, ...] | None = None,
    focus: str | None = None,
    hops: int = 2,
    closed: Sequence[str] = (),
    limit: int = LIMIT,
    links: str | None = None,
) -> bytes | None:
    """Write `ID.FORMAT` for each format, and `ID.pages/N.FORMAT` where the map is a large one.

    `closed` are the numbers of groups to close, or `all`; `links` goes before the place of a
    segment in a page. Returns the map as SVG where that is among the formats.

    Raises MissingProgramError where Graphviz is missing, after `ID.dot` was written in its place.
    """
    graph = build_graph(document, by=by, roles=roles, focus=focus, hops=hops)
    if closed:
        graph = fold(graph, _places(graph, closed))
    name = document.article.id
    graphs = split(graph, limit)
    first: bytes | None = None
    for number, part in enumerate(graphs):
        base = folder / f"{name}.pages" / str(number) if number else folder / name
        up = f"../{links}" if number and links else links
        for format in dict.fromkeys(formats):
            page_link = f"{name}.pages/{{}}.{format}" if len(graphs) > 1 else None
            dot = to_dot(part, link_prefix=up, page_link=page_link)
            content = write_map(dot, base, format, outcome)
            if not number and format == "svg":
                first = content
    return first


def draw_story(
    documents: Sequence[AnnotatedDocument],
    comparison: Comparison,
    folder: Path,
    outcome: Outcome,
    *,
    formats: tuple[str, ...] = ("svg",),
    links: str | None = None,
) -> bytes | None:
    """Write the one map of all outlets as `story.FORMAT`, and return it as SVG if it is written so.

    Where an article has that name the map is `story-2`, and so on.
    """
    taken = {document.article.id.casefold() for document in documents}
    name, number = STORY, 2
    while name in taken:
        name, number = f"{STORY}-{number}", number + 1
    dot = story_dot(build_story(documents, comparison), link_prefix=links)
    contents = {f: write_map(dot, folder / name, f, outcome) for f in dict.fromkeys(formats)}
    return contents.get("svg")


def write_map(dot: str, base: Path, format: str, outcome: Outcome) -> bytes | None:
    """Write one map as `BASE.FORMAT` and return a picture's bytes.

    Raises MissingProgramError where Graphviz is missing, after `BASE.dot` was written in its place.
    """
    path = base.with_name(f"{base.name}.{format}")
    if format == "dot":
        write_text(path, dot)
        outcome.wrote(path)
        return None
    try:
        content = render(dot, format)
    except MissingProgramError:
        kept = base.with_name(f"{base.name}.dot")
        write_text(kept, dot)
        outcome.wrote(kept)
        raise
    write_bytes(path, content)
    outcome.wrote(path)
    return content


def _places(graph: ArgumentGraph, closed: Sequence[str]) -> list[int]:
    """The places of the groups that are named by number; `all` is each of them."""
    if "all" in closed:
        return list(range(len(graph.groups)))
    known = {str(place + 1): place for place in range(len(graph.groups))}
    for number in closed:
        if number not in known:
            titles = "; ".join(f"{n}: {graph.groups[p].title or '-'}" for n, p in known.items())
            raise InputError(
                f"{graph.article}: there is no box {number!r} to close; its boxes are"
                f" {titles or 'none'}; or close all."
            )
    return [known[number] for number in closed]
