"""From documents to map files, keeping the DOT text where Graphviz is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError, MissingProgramError
from argmap.graph import (
    LIMIT,
    STORY,
    ArgumentGraph,
    StoryGraph,
    build_graph,
    fold,
    render_each,
    runs_for,
    split,
    story_dot,
    to_dot,
)
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_bytes
from argmap.model.labels import Role

from .echo import Outcome

FORMATS = ("svg", "png", "pdf", "dot")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The map of an article as SVG, and the pages of a large one in their order."""

    svg: bytes
    pages: tuple[bytes, ...] = ()


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
) -> Drawn | None:
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
    bases = [folder / f"{name}.pages" / str(n) if n else folder / name for n in range(len(graphs))]
    drawn: Drawn | None = None
    for format in dict.fromkeys(formats):
        page_link = f"{name}.pages/{{}}.{format}" if len(graphs) > 1 else None
        dots = (
            to_dot(
                part, link_prefix=f"../{links}" if number and links else links, page_link=page_link
            )
            for number, part in enumerate(graphs)
        )
        contents = write_maps(dots, bases, format, outcome)
        if format == "svg":
            first, *pages = (content for content in contents if content is not None)
            drawn = Drawn(first, tuple(pages))
    return drawn


def draw_story(
    story: StoryGraph,
    articles: Iterable[str],
    folder: Path,
    outcome: Outcome,
    *,
    formats: tuple[str, ...] = ("svg",),
    links: str | None = None,
) -> bytes | None:
    """Write the one map of all outlets as `story.FORMAT`, and return it as SVG if it is written so.

    Where one of the articles has that id the map is `story-2`, and so on.
    """
    taken = {article.casefold() for article in articles}
    name, number = STORY, 2
    while name in taken:
        name, number = f"{STORY}-{number}", number + 1
    dot = story_dot(story, link_prefix=links)
    contents = {f: write_maps([dot], [folder / name], f, outcome) for f in dict.fromkeys(formats)}
    return contents["svg"][0] if "svg" in contents else None


def write_maps(
    dots: Iterable[str], bases: Sequence[Path], format: str, outcome: Outcome
) -> list[bytes | None]:
    """Write each map as `BASE.FORMAT` and return the pictures' bytes.

    Raises MissingProgramError where Graphviz is missing, after `BASE.dot` was written for each map
    in its place.
    """
    kept: list[str] = []

    def texts() -> Iterator[str]:
        for dot in dots:
            kept.append(dot)
            yield dot

    contents: list[bytes] = []
    missing: MissingProgramError | None = None
    if format != "dot":
        try:
            contents = render_each(texts(), format, processes=runs_for(len(bases)))
        except MissingProgramError as error:
            missing = error
    if format == "dot" or missing:
        for _ in texts():
            pass
        contents = [dot.encode("utf-8") for dot in kept]
        format = "dot"
    for base, content in zip(bases, contents, strict=True):
        path = base.with_name(f"{base.name}.{format}")
        write_bytes(path, content)
        outcome.wrote(path)
    if missing:
        raise missing
    return [None] * len(contents) if format == "dot" else list(contents)


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
