"""Argument Annotated Essays, version 2: components and relations (Stab and Gurevych 2017)."""

from __future__ import annotations

import re
from pathlib import Path

from argmap.discourse.document import Arc, Document, Label, Offsets

from ..sentences import split_sentences
from .brat import read_annotation

TYPES = {"MajorClaim": "major-claim", "Claim": "claim", "Premise": "premise"}


def read(root: Path, part: str) -> list[Document]:
    """Read the essays of a part; heads are looked for inside the paragraph, as in the paper."""
    return [_document(path) for path in sorted((root / part).glob("*.txt"))]


def _document(path: Path) -> Document:
    text = path.read_bytes().decode("utf-8")
    annotation = read_annotation(path.with_suffix(".ann"))
    units = {
        name: (entity.fragments[0][0], entity.fragments[-1][1])
        for name, entity in annotation.entities.items()
        if entity.type in TYPES
    }
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    heads: dict[str, list[Offsets]] = {}
    for _, source, target in annotation.relations:
        heads.setdefault(source, []).append(units[target])
    sentences = split_sentences(text)
    return Document(
        id=path.stem,
        text=text,
        sentences=sentences,
        title=sentences[0],
        tags={"component-tags": tuple(Label(*u, "component") for u in sorted(units.values()))},
        spans={
            "component": tuple(
                Label(*u, TYPES[annotation.entities[n].type])
                for n, u in sorted(units.items(), key=lambda item: item[1])
            ),
            "attack": tuple(
                Label(*units[source], "attacks" if kind == "attacks" else "supports")
                for kind, source, _ in sorted(annotation.relations, key=lambda r: units[r[1]])
            ),
        },
        arcs={
            "relation": tuple(
                Arc(*u, "component", tuple(heads.get(n, ())), _beside(u, units, paragraphs))
                for n, u in sorted(units.items(), key=lambda item: item[1])
            )
        },
    )


def _beside(
    unit: Offsets, units: dict[str, Offsets], paragraphs: list[Offsets]
) -> tuple[Offsets, ...]:
    low, high = next(p for p in paragraphs if p[0] <= unit[0] < p[1])
    return tuple(sorted(u for u in units.values() if low <= u[0] < high and u != unit))
