"""The comparison as every command makes it: with the bundled vectors, and what people linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from argmap.compare import Link, LinkKind, compare
from argmap.discourse.word_states import WordReader
from argmap.errors import MissingProgramError
from argmap.graph import check_argument
from argmap.model import links as drawn
from argmap.model.comparison import Comparison, Question
from argmap.model.document import AnnotatedDocument

from .echo import Outcome


def compare_story(
    documents: Sequence[AnnotatedDocument],
    annotations: Path,
    outcome: Outcome,
    *,
    paths: Mapping[str, str] | None = None,
) -> Comparison:
    """Compare the articles of a story, and ask of each argument what a teacher would.

    Links that people drew in the editor stand above scores.

    Args:
        documents: The annotated articles.
        annotations: The folder of annotation files, in which the file of links lies.
        outcome: Told which links were lost, and where the vectors are missing.
        paths: By article id where its annotation file lies.
    """
    reader = _word_reader(outcome) if len(documents) > 1 else None
    links = list(_links(documents, annotations, outcome))
    comparison = compare(documents, annotation_paths=paths, reader=reader, links=links)
    return comparison.model_copy(update={"questions": tuple(_questions(documents))})


def _questions(documents: Sequence[AnnotatedDocument]) -> Iterator[Question]:
    """What `argmap check --argument` would ask of each article."""
    for document in documents:
        for finding in check_argument(document):
            yield Question(
                article=document.article.id,
                check=finding.kind,
                message=finding.message,
                segments=finding.segments,
            )


def _word_reader(outcome: Outcome) -> WordReader | None:
    """What reads the words of a sentence; without the bundled model none, which is said."""
    from argmap.discourse.model import load_similarity

    try:
        return load_similarity()
    except MissingProgramError as error:
        outcome.warn(f"{error} Until then claims are compared by the words that they share.")
        return None


def _links(
    documents: Sequence[AnnotatedDocument], annotations: Path, outcome: Outcome
) -> Iterator[Link]:
    path = annotations / drawn.LINKS_NAME
    placed, lost = drawn.place_links(drawn.read_links(path), documents)
    for link in lost:
        outcome.warn(
            f"{path}: the link {link.id} stands on a passage that its article no longer has; draw"
            " it anew in the editor."
        )
    for one in placed:
        kind = LinkKind.DIFFERENT if one.link.kind is drawn.LinkKind.DIFFERENT else LinkKind.SAME
        for first in one.from_.segments:
            for second in one.to.segments:
                yield Link(kind, (one.from_.article, first), (one.to.article, second))
