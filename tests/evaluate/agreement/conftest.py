"""Annotators of the small document that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from argmap.evaluate.agreement import Annotator
from argmap.model.document import AnnotatedDocument, Segment

Change = Callable[..., AnnotatedDocument]


def relabel(document: AnnotatedDocument, identifier: str, **labels: Any) -> AnnotatedDocument:
    """The document with other labels at one segment."""
    segments = tuple(
        Segment.model_validate({**segment.model_dump(), **labels})
        if segment.id == identifier
        else segment
        for segment in document.segments
    )
    return document.model_copy(update={"segments": segments})


def split(document: AnnotatedDocument, identifier: str, before: str) -> AnnotatedDocument:
    """The document with one segment cut in two before some words of it."""
    segments = []
    for segment in document.segments:
        if segment.id != identifier:
            segments.append(segment)
            continue
        at = document.text.index(before, segment.start)
        left = document.text[segment.start : at].rstrip()
        right = document.text[at : segment.end]
        segments += [
            segment.model_copy(update={"end": segment.start + len(left), "text": left}),
            segment.model_copy(update={"id": f"{identifier}b", "start": at, "text": right}),
        ]
    return document.model_copy(update={"segments": tuple(segments)})


@pytest.fixture
def annotators(document: AnnotatedDocument) -> Callable[..., list[Annotator]]:
    """Annotators called A, B, C … of given documents of one article."""

    def make(*documents: AnnotatedDocument) -> list[Annotator]:
        return [
            Annotator(name, {one.article.id: one})
            for name, one in zip("ABCDEF", documents, strict=False)
        ]

    return make
