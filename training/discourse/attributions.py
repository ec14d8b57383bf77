"""Whole attributions, from stretches and arcs, and how they are scored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from argmap.discourse.document import Arc, Document, Label, Offsets
from argmap.discourse.tasks import ATTRIBUTION_REACH

from .scores import f1


@dataclass(frozen=True, slots=True)
class Attribution:
    """The fragments of one attribution's cue, source and content."""

    cue: tuple[Offsets, ...]
    source: tuple[Offsets, ...]
    content: tuple[Offsets, ...]


def gold_attributions(document: Document) -> list[Attribution]:
    """Group a document's arcs by the cue that they hang on."""
    parts: dict[tuple[Offsets, ...], dict[str, list[Offsets]]] = {}
    for arc in document.arcs["attribution-arcs"]:
        group = parts.setdefault(arc.heads, {"source": [], "content": []})
        group[arc.kind].append((arc.start, arc.end))
    return [
        Attribution(cue, tuple(group["source"]), tuple(group["content"]))
        for cue, group in sorted(parts.items())
    ]


def with_arcs_to_decide(document: Document, labels: Sequence[Label]) -> Document:
    """Return the document with arcs from predicted sources and contents to predicted cues."""
    cues = [(x.start, x.end) for x in labels if x.value == "cue"]
    arcs = []
    for label in labels:
        near = tuple(
            cue
            for cue in cues
            if label.start - ATTRIBUTION_REACH <= cue[0] and cue[1] <= label.end + ATTRIBUTION_REACH
        )
        if label.value != "cue" and near:
            arcs.append(Arc(label.start, label.end, str(label.value), (), near))
    return replace(document, arcs={"attribution-arcs": tuple(arcs)})


def linked(arcs: Sequence[Arc], heads: Sequence[Offsets | None]) -> list[Attribution]:
    """Group decided arcs by cue."""
    parts: dict[Offsets, dict[str, list[Offsets]]] = {}
    for arc, head in zip(arcs, heads, strict=True):
        if head is not None:
            group = parts.setdefault(head, {"source": [], "content": []})
            group[arc.kind].append((arc.start, arc.end))
    return [
        Attribution((cue,), tuple(group["source"]), tuple(group["content"]))
        for cue, group in sorted(parts.items())
    ]


class AttributionFigures:
    """Adds up counts over documents."""

    def __init__(self) -> None:
        """Begin with no counts."""
        self._counts: Counter[tuple[str, str]] = Counter()

    def add_words(
        self, words: Sequence[Offsets], gold: list[Label], predicted: list[Label]
    ) -> None:
        """Count the words inside stretches of each role."""
        for role in ("source", "cue", "content"):
            one, other = _inside(words, gold, role), _inside(words, predicted, role)
            self._add(f"{role}_token", len(one & other), len(other), len(one))
            one = {(x.start, x.end) for x in gold if x.value == role}
            other = {(x.start, x.end) for x in predicted if x.value == role}
            self._add(f"{role}_fragment", len(one & other), len(other), len(one))

    def add_attributions(self, gold: list[Attribution], predicted: list[Attribution]) -> None:
        """Count exact contents, and attributions of which all three parts overlap."""
        one = {x.content for x in gold if x.content}
        other = {x.content for x in predicted if x.content}
        self._add("content_exact", len(one & other), len(other), len(one))
        free = list(predicted)
        hits = 0
        for attribution in gold:
            for other_one in free:
                if all(
                    _touch(a, b)
                    for a, b in (
                        (attribution.cue, other_one.cue),
                        (attribution.source, other_one.source),
                        (attribution.content, other_one.content),
                    )
                ):
                    free.remove(other_one)
                    hits += 1
                    break
        self._add("linked", hits, len(predicted), len(gold))

    def add_arcs(self, right: int, total: int) -> None:
        """Count arcs between human-labelled stretches."""
        self._add("gold_arc", right, total, total)

    def results(self) -> dict[str, float]:
        """Return all F1 figures."""
        names = sorted({name for name, _ in self._counts})
        return {
            f"{name}_f1": f1(*(self._counts[name, k] for k in ("hits", "predicted", "gold")))
            for name in names
        }

    def _add(self, name: str, hits: int, predicted: int, gold: int) -> None:
        self._counts[name, "hits"] += hits
        self._counts[name, "predicted"] += predicted
        self._counts[name, "gold"] += gold


def _inside(words: Sequence[Offsets], labels: list[Label], role: str) -> set[int]:
    found: set[int] = set()
    stretches = [(x.start, x.end) for x in labels if x.value == role]
    position = 0
    for start, end in sorted(stretches):
        while position and words[position - 1][1] > start:
            position -= 1
        while position < len(words) and words[position][1] <= start:
            position += 1
        while position < len(words) and words[position][0] < end:
            found.add(position)
            position += 1
    return found


def _touch(one: Sequence[Offsets], other: Sequence[Offsets]) -> bool:
    if not one or not other:
        return not one and not other
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)
