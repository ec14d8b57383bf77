"""CheckThat! 2023: subjective and objective sentences of news (Galassi et al. 2023)."""

from __future__ import annotations

import csv
from pathlib import Path

from argmap.discourse.document import Document, Label


def read(root: Path, part: str) -> list[Document]:
    """Read the sentences of a part; the lab's own development part is used."""
    documents = []
    with (root / f"{part}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["sentence"].strip()
            value = {"SUBJ": "subjective", "OBJ": "objective"}[row["label"]]
            documents.append(
                Document(
                    id=row["sentence_id"],
                    text=text,
                    sentences=((0, len(text)),),
                    spans={"subjective": (Label(0, len(text), value),)},
                )
            )
    return documents
