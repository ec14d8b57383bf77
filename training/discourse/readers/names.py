"""Names in newswire of many countries, nine classes (Shan et al. 2023)."""

from __future__ import annotations

from pathlib import Path

from argmap.discourse.document import Document, Label, Offsets
from argmap.evaluate.detokenize import detokenize

_BETWEEN = ("\n", " ", " ")
"""The set has lost its paragraphs, so they are made: three sentences each."""


def read(root: Path, part: str) -> list[Document]:
    """Read the articles of a part; the line that holds only the address is left out."""
    documents = []
    for path in sorted((root / part).glob("*.tsv")):
        text = ""
        sentences: list[Offsets] = []
        labels: list[Label] = []
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t")[:2] for line in block.splitlines() if line.strip()]
            rows = [row for row in rows if len(row) == 2 and row[0].strip()]
            if not rows or rows[0][0].startswith("http"):
                continue
            written, places = detokenize([word.strip() for word, _ in rows])
            shift = len(text) + 1 if text else 0
            text += _BETWEEN[len(sentences) % len(_BETWEEN)] + written if text else written
            sentences.append((shift, len(text)))
            labels += _names([tag.strip() for _, tag in rows], places, shift)
        if text:
            documents.append(
                Document(
                    id=path.stem,
                    text=text,
                    sentences=tuple(sentences),
                    title=sentences[0],
                    tags={"names": tuple(labels)},
                )
            )
    return documents


def _names(tags: list[str], places: list[Offsets], shift: int) -> list[Label]:
    """Return the names of BIO or BIOES tags."""
    found: list[Label] = []
    open_class = ""
    for tag, (start, end) in zip(tags, places, strict=True):
        goes_on = tag[:1] in "IE" and tag[2:] == open_class
        if goes_on:
            found[-1] = Label(found[-1].start, end + shift, open_class)
        elif tag != "O":
            found.append(Label(start + shift, end + shift, tag[2:]))
        open_class = "" if tag == "O" or tag[:1] in "ES" else tag[2:]
    return found
