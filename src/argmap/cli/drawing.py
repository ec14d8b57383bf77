"""From an annotated document to map files, keeping the DOT text where Graphviz is missing."""

from __future__ import annotations

from pathlib import Path

from argmap.errors import MissingProgramError
from argmap.graph import build_graph, render, to_dot
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
    links: str | None = None,
) -> None:
    """Write `ID.FORMAT` for each format; `links` goes before the place of a segment in a page.

    Raises MissingProgramError where Graphviz is missing, after `ID.dot` was written in its place.
    """
    graph = build_graph(document, by=by, roles=roles, focus=focus, hops=hops)
    dot = to_dot(graph, link_prefix=links)
    base = folder / document.article.id
    for format in dict.fromkeys(formats):
        path = base.with_name(f"{base.name}.{format}")
        if format == "dot":
            write_text(path, dot)
        else:
            try:
                content = render(dot, format)
            except MissingProgramError:
                kept = base.with_name(f"{base.name}.dot")
                write_text(kept, dot)
                outcome.wrote(kept)
                raise
            write_bytes(path, content)
        outcome.wrote(path)
