"""SemEval-2023 task 3, English: genre and frames of news articles (Piskorski et al. 2023)."""

from __future__ import annotations

from pathlib import Path

from argmap.discourse.document import Document

from ..sentences import split_sentences
from ..split import is_dev


def read(root: Path, part: str) -> list[Document]:
    """Read the articles of a part that have both labels."""
    documents = []
    for line in (root / "train" / "labels.tsv").read_text(encoding="utf-8").splitlines():
        name, genre, frames = line.split("\t")
        path = root / "train" / "articles" / f"article{name}.txt"
        if is_dev("semeval2023-frames", name) == (part == "dev") and path.exists():
            text = path.read_bytes().decode("utf-8")
            sentences = split_sentences(text)
            documents.append(
                Document(
                    id=name,
                    text=text,
                    sentences=sentences,
                    title=sentences[0],
                    article={"genre": (genre,), "frames": tuple(sorted(frames.split(",")))},
                )
            )
    return documents
