"""The common units of annotators who cut one article differently."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from argmap.model.document import AnnotatedDocument, Segment

from .annotators import SharedArticle

_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch between two neighbouring cuts of anybody, with the segment of each annotator.

    `block` counts the stretches between two cuts that all annotators share; a piece belongs to one.
    Offsets are half-open and count code points.
    """

    article: int
    block: int
    start: int
    end: int
    segments: tuple[Segment | None, ...]


def pieces(articles: Sequence[SharedArticle]) -> list[Piece]:
    """The pieces of all articles in order; those without a letter or a digit are left out.

    Where all cut alike, pieces are the segments themselves.
    """
    found: list[Piece] = []
    block = -1
    for number, article in enumerate(articles):
        present = [document for document in article.documents if document is not None]
        starts = [{segment.start for segment in document.segments} for document in present]
        every, shared = set().union(*starts), set.intersection(*starts)
        cuts = [*sorted(every), len(article.text)]
        for start, end in pairwise(cuts):
            block += start in shared
            if _WORD.search(article.text, start, end):
                segments = tuple(_at(document, start) for document in article.documents)
                found.append(Piece(number, block, start, end, segments))
    return found


def longest_pieces(found: Sequence[Piece]) -> Iterator[tuple[int, int, Segment, int]]:
    """Each segment of each annotator with its longest piece, the first of equals.

    Yields article, annotator, segment and the piece's place in `found`.
    """
    best: dict[tuple[int, int, str], tuple[int, int, Segment]] = {}
    for place, piece in enumerate(found):
        for annotator, segment in enumerate(piece.segments):
            if segment is None:
                continue
            key = (piece.article, annotator, segment.id)
            length = piece.end - piece.start
            if key not in best or length > best[key][0]:
                best[key] = (length, place, segment)
    for (article, annotator, _), (_, place, segment) in best.items():
        yield article, annotator, segment, place


def _at(document: AnnotatedDocument | None, offset: int) -> Segment | None:
    if document is None or not document.segments:
        return None
    starts = [segment.start for segment in document.segments]
    return document.segments[max(0, bisect_right(starts, offset) - 1)]
