"""Certainty of predicates on one scale from -3 to +3: UDS-IH2, UW and MEANTIME."""

from __future__ import annotations

import json
from pathlib import Path

from argmap.discourse.document import Document, Label
from argmap.evaluate.detokenize import detokenize

SETS = ("UDS_IH2", "UW", "MEANTIME")


def read(root: Path, part: str) -> list[Document]:
    """Read the sentences of a part of all three sets, written as people write."""
    documents = []
    for name in SETS:
        lines = (root / name / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines):
            documents.append(_document(f"{name}/{number}", json.loads(line)))
    return documents


def _document(name: str, row: dict) -> Document:
    text, offsets = detokenize(row["text"].split(" "))
    labels = []
    for target in row["targets"]:
        first, last = target["span1"]
        labels.append(Label(offsets[first][0], offsets[last - 1][1], float(target["label"])))
    return Document(
        id=name,
        text=text,
        sentences=((0, len(text)),),
        spans={"certainty": tuple(sorted(labels, key=lambda label: label.start))},
    )
