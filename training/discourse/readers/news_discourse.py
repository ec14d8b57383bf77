"""NewsDiscourse: the role of every sentence of a news article (Choubey et al. 2020)."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.discourse.document import Document, Label, Offsets

from ..split import is_dev

ROLES = {
    "Main": "main",
    "Main_Consequence": "consequence",
    "Cause_Specific": "previous",
    "Cause_General": "context",
    "Distant_Historical": "history",
    "Distant_Anecdotal": "anecdote",
    "Distant_Evaluation": "evaluation",
    "Distant_Expectations_Consequences": "expectation",
    "NA": "none",
}
_LINE = re.compile(r"^(H|S\d+)\s+(\S.*?)\s*$", re.MULTILINE)


def read(root: Path, part: str) -> list[Document]:
    """Read the articles of a part; the sentence numbers are no part of the text."""
    return [
        _document(path)
        for path in sorted(root.glob("**/*.txt"))
        if path.with_suffix(".ann").exists()
        and is_dev("news-discourse", path.stem) == (part == "dev")
    ]


def _document(path: Path) -> Document:
    roles: dict[str, str] = {}
    spoken: set[str] = set()
    for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) == 3:
            kind, number = fields[1].split(" ")[0], fields[2].strip()
            if kind == "Speech":
                spoken.add(number)
            elif kind in ROLES:
                roles.setdefault(number, ROLES[kind])
    text, title = "", None
    places: dict[str, Offsets] = {}
    for match in _LINE.finditer(path.read_text(encoding="utf-8")):
        text += "\n" if text else ""
        place = len(text), len(text) + len(match[2])
        text += match[2]
        if match[1] == "H":
            title = place if title is None else title
        places[match[1] if match[1] != "H" else f"H{place[0]}"] = place
    numbered = [(number, place) for number, place in places.items() if number[0] == "S"]
    return Document(
        id=path.stem,
        text=text,
        sentences=tuple(places.values()),
        title=title,
        spans={
            "role": tuple(Label(*p, roles[n]) for n, p in numbered if n in roles),
            "speech": tuple(Label(*p, "speech" if n in spoken else "none") for n, p in numbered),
        },
    )
