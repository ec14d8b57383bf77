"""Uncertain sentences of Wikipedia, from the CoNLL-2010 shared task (Farkas et al. 2010)."""

from __future__ import annotations

import csv
from pathlib import Path

from argmap.discourse.document import Document, Label
from argmap.evaluate.detokenize import detokenize

from ..split import is_dev

BLOCK = 40
"""Sentences of one article stand next to each other but bear no name: blocks stand in for it."""


def read(root: Path, part: str) -> list[Document]:
    """Read the sentences of a part, cut by blocks of neighbours."""
    documents = []
    with (root / "train.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            if is_dev("wiki-weasel", f"{number // BLOCK}") != (part == "dev"):
                continue
            text, _ = detokenize(row["text"].split())
            value = "uncertain" if row["label"] == "1" else "certain"
            if text:
                documents.append(
                    Document(
                        id=f"{number}",
                        text=text,
                        sentences=((0, len(text)),),
                        spans={"uncertain": (Label(0, len(text), value),)},
                    )
                )
    return documents
