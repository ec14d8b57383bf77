"""PolNeAR: source, cue and content of every attribution in political news (Newell et al. 2018)."""

from __future__ import annotations

from pathlib import Path

from argmap.discourse.document import Arc, Document, Label, Offsets
from argmap.discourse.tasks import ATTRIBUTION_REACH

from ..sentences import split_sentences
from .brat import Annotation, read_annotation


def read(root: Path, part: str) -> list[Document]:
    """Read the articles of a part; of several annotators the first by file name is taken."""
    documents = []
    for path in sorted((root / part / "text").glob("*.txt")):
        annotations = sorted((root / part / "attributions").glob(f"{path.stem}_*.ann"))
        if annotations:
            text = path.read_bytes().decode("utf-8")
            documents.append(_document(path.stem, text, read_annotation(annotations[0])))
    return documents


def _document(name: str, text: str, annotation: Annotation) -> Document:
    labels: dict[Offsets, str] = {}
    links: list[tuple[str, Offsets, tuple[Offsets, ...]]] = []
    cues: list[Offsets] = []
    for kind, roles in annotation.events:
        if not kind.startswith("Attribution"):
            continue
        parts: dict[str, list[Offsets]] = {"source": [], "cue": [], "content": []}
        for role, entity in roles:
            if entity in annotation.entities and role.rstrip("0123456789").lower() in parts:
                fragments = annotation.entities[entity].fragments
                parts[role.rstrip("0123456789").lower()] += _trimmed(text, fragments)
        for role, fragments_of_role in parts.items():
            labels |= dict.fromkeys(fragments_of_role, role)
        cues += parts["cue"]
        if parts["cue"]:
            heads = tuple(parts["cue"])
            links += [(r, f, heads) for r in ("source", "content") for f in parts[r]]
    tags = tuple(Label(*offsets, role) for offsets, role in sorted(labels.items()))
    sentences = split_sentences(text)
    arcs = (Arc(*f, role, heads, _near(f, cues)) for role, f, heads in links)
    return Document(
        id=name,
        text=text,
        sentences=sentences,
        title=sentences[0],
        tags={"attribution": tags},
        arcs={"attribution-arcs": tuple(sorted(arcs, key=lambda arc: (arc.start, arc.end)))},
    )


def _near(fragment: Offsets, cues: list[Offsets]) -> tuple[Offsets, ...]:
    low, high = fragment[0] - ATTRIBUTION_REACH, fragment[1] + ATTRIBUTION_REACH
    return tuple(sorted({cue for cue in cues if low <= cue[0] and cue[1] <= high}))


def _trimmed(text: str, fragments: tuple[Offsets, ...]) -> list[Offsets]:
    """Cut blanks off and merge fragments that brat only broke at line ends."""
    kept: list[Offsets] = []
    for start, end in fragments:
        stretch = text[start:end]
        if not stretch.strip():
            continue
        start += len(stretch) - len(stretch.lstrip())
        end = start + len(stretch.strip())
        if kept and not text[kept[-1][1] : start].strip():
            start = kept.pop()[0]
        kept.append((start, end))
    return kept
