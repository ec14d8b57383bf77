"""Links that people drew between claims of two articles: the classes behind `links/claims.json`.

A link belongs to a story, not to an article, so it stands beside the annotation files. Its ends are
quotes, not segment ids: a new run or a new cut of the article may give a segment another id, and
the link still finds it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError, model_validator

from argmap.errors import AnnotationError

from .anchors import reanchor
from .document import AnnotatedDocument, ArticleId, Identifier, Part, Quote
from .files import parse, read_text
from .labels import Dimension

LINKS_NAME = "links/claims.json"  # relative to the folder of annotation files
_MOST_OF_SEGMENT = 0.5  # a segment belongs to a quote that covers this share of it


class LinkKind(StrEnum):
    """What a person says of two passages: how the second stands to the first."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"
    CONTRADICTS = "contradicts"
    DIFFERENT = "different"
    """They do not tell the same claim, whatever their words have in common."""


class LinkEnd(Quote):
    """A passage of one article."""

    article: ArticleId


class Link(Part):
    """One link; `dimension` says in what respect `to` is stronger, weaker or contrary."""

    id: Identifier
    from_: LinkEnd = Field(alias="from")
    to: LinkEnd
    kind: LinkKind
    dimension: Dimension | None = None
    by: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _between_two_articles(self) -> Link:
        if self.from_.article == self.to.article:
            raise ValueError("a link stands between two articles; name another one")
        return self


class Links(Part):
    """All links of one folder of annotation files."""

    format: Literal["argmap-links"] = "argmap-links"
    version: Literal[1] = 1
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an end of a link stands now: the segments of one article, in its order."""

    article: str
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link whose two ends were found."""

    link: Link
    from_: Place
    to: Place


def read_links(path: Path) -> Links:
    """Read the file of links; no file is no links. Raises InputError or AnnotationError."""
    if not path.exists():
        return Links()
    return loads_links(read_text(path), name=str(path))


def loads_links(text: str, *, name: str) -> Links:
    """Parse and check the JSON text of a file of links; `name` is used in messages."""
    value = parse(text, name=name)
    try:
        found = Links.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        lines = tuple(
            f"{name}: $.{'.'.join(map(str, item['loc']))}: {item['msg']}"
            for item in error.errors(include_url=False)
        )
        raise AnnotationError(f"{name} is not a file of links; correct it.", lines) from None
    seen: set[str] = set()
    for link in found.links:
        if link.id in seen:
            raise AnnotationError(f"{name}: two links have the id {link.id!r}; give one another.")
        seen.add(link.id)
    return found


def place_links(
    links: Links, documents: Sequence[AnnotatedDocument]
) -> tuple[list[PlacedLink], list[Link]]:
    """Find the segments that each link stands on now.

    A quote is taken where it stands; one that moved is looked for as `check --fix` looks for a
    label's. Links to articles that are not among the documents are left out of both lists.

    Returns:
        The links whose ends were both found, and those with an end that was not.
    """
    known = {document.article.id: document for document in documents}
    placed: list[PlacedLink] = []
    lost: list[Link] = []
    for link in links.links:
        if link.from_.article not in known or link.to.article not in known:
            continue
        from_ = segments_of(link.from_, known[link.from_.article])
        to = segments_of(link.to, known[link.to.article])
        if from_ and to:
            ends = (Place(link.from_.article, from_), Place(link.to.article, to))
            placed.append(PlacedLink(link, *ends))
        else:
            lost.append(link)
    return placed, lost


def segments_of(quote: Quote, document: AnnotatedDocument) -> tuple[str, ...]:
    """The ids of the segments that a quote covers for the most part, or that hold most of it.

    Empty where the article does not hold the quote any more.
    """
    value = {"text": document.text, "spans": [quote.model_dump(include={"start", "end", "text"})]}
    _, lost = reanchor(value)
    if lost:
        return ()
    place = value["spans"][0]
    assert isinstance(place, dict)
    start, end = place["start"], place["end"]
    shares = [
        (min(end, segment.end) - max(start, segment.start), segment)
        for segment in document.segments
        if segment.start < end and start < segment.end
    ]
    most = [s.id for share, s in shares if share > _MOST_OF_SEGMENT * (s.end - s.start)]
    if most or not shares:
        return tuple(most)
    return (max(shares, key=lambda item: item[0])[1].id,)


def free_id(links: Iterable[Link]) -> str:
    """An id that no link has yet."""
    taken = {link.id for link in links}
    number = len(taken) + 1
    while f"k{number}" in taken:
        number += 1
    return f"k{number}"
