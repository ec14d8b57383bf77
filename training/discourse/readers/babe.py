"""BABE: biased sentences and biased words, labelled by experts (Spinde et al. 2021)."""

from __future__ import annotations

import ast
import csv
import re
from pathlib import Path

from argmap.discourse.document import Document, Label

from ..split import is_dev


def read(root: Path, part: str) -> list[Document]:
    """Read the sentences of a part; those without a majority are left out."""
    documents = []
    with (root / "train.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";")):
            if row["label_bias"] not in ("Biased", "Non-biased"):
                continue
            article = row["news_link"] or row["text"]
            if is_dev("babe", article) == (part == "dev"):
                documents.append(_document(f"{number}", row))
    return documents


def _document(name: str, row: dict[str, str]) -> Document:
    text = row["text"].strip()
    biased = "biased" if row["label_bias"] == "Biased" else "neutral"
    return Document(
        id=name,
        text=text,
        sentences=((0, len(text)),),
        spans={"biased": (Label(0, len(text), biased),)},
        tags={"loaded": tuple(_words(text, ast.literal_eval(row["biased_words"])))},
    )


def _words(text: str, words: list[str]) -> list[Label]:
    """Find the bag of words in the sentence, the longest first, none inside another."""
    found: list[Label] = []
    for word in sorted({w.strip() for w in words if w.strip()}, key=lambda w: (-len(w), w)):
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            if all(match.end() <= x.start or x.end <= match.start() for x in found):
                found.append(Label(*match.span(), "loaded"))
    return sorted(found, key=lambda label: label.start)
