"""NewsMTSC: tone towards a named target in a news sentence (Hamborg and Donnay 2021)."""

from __future__ import annotations

import json
from pathlib import Path

from argmap.discourse.document import Document, Label

TONES = {2.0: "negative", 4.0: "neutral", 6.0: "positive"}
FILES = {"train": ("train",), "dev": ("dev_mt", "dev_rw")}


def read(root: Path, part: str) -> list[Document]:
    """Read the sentences of a part; both of the set's own development files make up `dev`."""
    documents = []
    for name in FILES[part]:
        for number, line in enumerate((root / f"{name}.jsonl").open(encoding="utf-8")):
            row = json.loads(line)
            text = row["sentence_normalized"]
            labels = {(t["from"], t["to"]): TONES[float(t["polarity"])] for t in row["targets"]}
            documents.append(
                Document(
                    id=f"{name}/{number}",
                    text=text,
                    sentences=((0, len(text)),),
                    spans={"tone": tuple(Label(*o, tone) for o, tone in sorted(labels.items()))},
                )
            )
    return documents
