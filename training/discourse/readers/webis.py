"""Webis-Editorials-16: the type of every unit of op-eds (Al Khatib et al. 2016)."""

from __future__ import annotations

import json
from pathlib import Path

from argmap.discourse.document import Document, Label
from argmap.discourse.tasks import UNIT_TYPES

from ..sentences import split_sentences
from ..split import is_dev

_NO_SPACE_BEFORE = ".,;:!?)]}’”…%"
_NO_SPACE_AFTER = "([{‘“—"


def read(root: Path, part: str) -> list[Document]:
    """Read the editorials of a part; blanks between segments are put back by plain rules."""
    return [
        _document(f"{path.parent.name}/{path.stem}", json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(root.glob("**/*.json"))
        if is_dev("webis-editorials", path.stem) == (part == "dev")
    ]


def _document(name: str, article: dict) -> Document:
    text, title = "", None
    units: list[Label] = []
    for paragraph in article["paragraphs"]:
        text += "\n" if text else ""
        for segment in paragraph:
            written = segment["text"]
            stripped = written.strip()
            if not stripped:
                continue
            glued = not text or text[-1] in "\n" + _NO_SPACE_AFTER
            if not glued and (written[0].isspace() or stripped[0] not in _NO_SPACE_BEFORE):
                text += " "
            place = len(text), len(text) + len(stripped)
            text += stripped
            if segment["label"] in UNIT_TYPES:
                units.append(Label(*place, segment["label"]))
            elif segment["label"] == "title" and title is None:
                title = place
    return Document(
        id=name,
        text=text,
        sentences=split_sentences(text),
        title=title,
        spans={"unit": tuple(units)},
    )
