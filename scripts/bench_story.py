"""A made-up story of many articles for the bench: every article tells half of its claims anew."""

from __future__ import annotations

import random
from pathlib import Path

from argmap.lexicons import entries
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument, ArticleInfo, Provenance, Segment
from argmap.model.files import write_document
from argmap.model.labels import Certainty, Role, Voice

CLAIMS = 60
TOLD = 30
WORDS = 22
KEPT = 15  # words of a claim that one telling of it has


def write_story(folder: Path, articles: int) -> list[Path]:
    """Write the annotation files of a story; the same number gives the same bytes."""
    draw = random.Random(articles)
    words = sorted(entries("common_words"))
    claims = [draw.sample(words, WORDS) for _ in range(CLAIMS)]
    paths = []
    for number in range(articles):
        told = [
            " ".join(draw.sample(claims[claim], KEPT)).capitalize() + f" by {draw.randint(2, 99)}."
            for claim in sorted(draw.sample(range(CLAIMS), TOLD))
        ]
        path = folder / f"a{number:03}.json"
        write_document(_document(path.stem, told), path)
        paths.append(path)
    return paths


def _document(name: str, told: list[str]) -> AnnotatedDocument:
    text = "\n".join(told) + "\n"
    article = Article(id=name, text=text)
    segments = []
    start = 0
    for number, sentence in enumerate(told, start=1):
        segments.append(
            Segment(
                id=f"s{number}",
                start=start,
                end=start + len(sentence),
                text=sentence,
                role=Role.REPORT,
                voice=Voice.AUTHOR,
                certainty=Certainty.CERTAIN,
            )
        )
        start += len(sentence) + 1
    return AnnotatedDocument(
        article=ArticleInfo(id=name, sha256=article.sha256),
        text=text,
        segments=tuple(segments),
        provenance=Provenance(tool="made for the bench"),
    )
