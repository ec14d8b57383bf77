"""Turns documents into arrays: rows for the encoder, and for every task what its head reads.

Plain NumPy, so that the same code serves training and the reading without PyTorch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from .document import Arc, Document, Label, Offsets
from .forms import NO_FORM
from .places import between_bucket, distance_bucket, place_features
from .tasks import TASKS, Task
from .windows import Packing, Pieces, Window, pack_windows, split_pieces

Array = Any
"""An array of NumPy, or the tensor of PyTorch that it was turned into for training."""


@dataclass(slots=True)
class Target:
    """What one head reads in one batch; which fields are there depends on the kind of task.

    Stretches are the pieces `first` to `first + count`, counted over all texts of the batch;
    `group` is the text of a word or span, or the kind of an arc's dependent.
    """

    first: Array
    count: Array
    labels: Array
    group: Array
    places: Array | None = None
    around: tuple[Array, Array] | None = None
    candidates: tuple[Array, Array] | None = None
    pairs: Array | None = None
    allowed: Array | None = None


@dataclass(slots=True)
class Batch:
    """Rows for the encoder, where each piece of the texts stands in them, and the targets."""

    ids: Array
    forms: Array
    mask: Array
    gather: Array
    targets: dict[str, Target] = field(default_factory=dict)


class Collator:
    """Makes batches; keeps the pieces of texts that it has split before."""

    def __init__(self, tokenizer: Tokenizer, packing: Packing) -> None:
        """Keep the tokenizer and how windows are filled."""
        self._tokenizer = tokenizer
        self._packing = packing
        self._known: dict[str, Pieces] = {}

    def pieces(self, document: Document) -> Pieces:
        """Return the pieces of a document's text."""
        if document.text not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[document.text] = split_pieces(self._tokenizer, document.text)
        return self._known[document.text]

    def __call__(self, documents: Sequence[Document], tasks: Sequence[str]) -> Batch:
        """Make one batch of documents for the tasks that they are annotated for."""
        rows: list[Window] = []
        gather: list[tuple[int, int, int]] = []
        for document in documents:
            pieces = self.pieces(document)
            for w in pack_windows(pieces, document.sentences, document.title, self._packing):
                gather.append((len(rows), w.own_row, w.own_count))
                rows.append(w)
        width = -(-max(len(row.ids) for row in rows) // 8) * 8
        ids = np.zeros((len(rows), width), dtype=np.int64)
        forms = np.full((len(rows), width), NO_FORM, dtype=np.int64)
        mask = np.zeros((len(rows), width), dtype=np.float32)
        for number, row in enumerate(rows):
            ids[number, : len(row.ids)] = row.ids
            forms[number, : len(row.ids)] = row.forms
            mask[number, : len(row.ids)] = 1.0
        places = [np.arange(own, own + count) + row * width for row, own, count in gather]
        return Batch(ids, forms, mask, np.concatenate(places), self.targets(documents, tasks))

    def targets(self, documents: Sequence[Document], tasks: Sequence[str]) -> dict[str, Target]:
        """Return what the heads read of documents, for the tasks that they are annotated for."""
        sizes = [len(self.pieces(document).ids) for document in documents]
        shifts = [sum(sizes[:number]) for number in range(len(sizes))]
        found = {name: self._target(TASKS[name], documents, shifts) for name in tasks}
        return {name: target for name, target in found.items() if target is not None}

    def _target(
        self, task: Task, documents: Sequence[Document], shifts: Sequence[int]
    ) -> Target | None:
        if task.kind == "tags":
            return self._tags(task, documents, shifts)
        if task.kind == "arcs":
            return self._arcs(task, documents, shifts)
        if task.kind in ("article", "articles"):
            return self._articles(task, documents, shifts)
        return self._spans(task, documents, shifts)

    def _tags(
        self, task: Task, documents: Sequence[Document], shifts: Sequence[int]
    ) -> Target | None:
        first: list[int] = []
        labels: list[int] = []
        texts: list[int] = []
        for number, (document, shift) in enumerate(zip(documents, shifts, strict=True)):
            if task.name not in document.tags:
                continue
            pieces = self.pieces(document)
            words = np.flatnonzero(pieces.begins_word)
            first += (words + shift).tolist()
            labels += word_tags(pieces, words, document.tags[task.name], task.classes)
            texts += [number] * len(words)
        if not first:
            return None
        ones = np.ones(len(first), dtype=np.int64)
        return Target(np.array(first), ones, np.array(labels), np.array(texts))

    def _spans(
        self, task: Task, documents: Sequence[Document], shifts: Sequence[int]
    ) -> Target | None:
        ranges: list[Offsets] = []
        around: list[Offsets] = []
        labels: list[float] = []
        texts: list[int] = []
        places = []
        for number, (document, shift) in enumerate(zip(documents, shifts, strict=True)):
            spans = document.spans.get(task.name, ())
            if not spans:
                continue
            pieces, sentence_of = self.pieces(document), _sentence_of(document)
            for label in spans:
                offsets = label.start, label.end
                ranges.append(_shifted(pieces.range_of(offsets), shift))
                around.append(_shifted(pieces.range_of(sentence_of(offsets)), shift))
                value = label.value
                labels.append(task.classes.index(value) if isinstance(value, str) else value or 0)
                texts.append(number)
            places.append(place_features(document.text, [(x.start, x.end) for x in spans]))
        if not ranges:
            return None
        first, count = _arrays(ranges)
        return Target(
            first,
            count,
            np.array(labels, dtype=np.float32 if task.kind == "number" else np.int64),
            np.array(texts),
            places=np.concatenate(places),
            around=_arrays(around),
        )

    def _articles(
        self, task: Task, documents: Sequence[Document], shifts: Sequence[int]
    ) -> Target | None:
        ranges: list[Offsets] = []
        labels: list[list[float]] = []
        for document, shift in zip(documents, shifts, strict=True):
            if task.name in document.article:
                ranges.append((shift, shift + len(self.pieces(document).ids)))
                given = document.article[task.name]
                labels.append([float(name in given) for name in task.classes])
        if not ranges:
            return None
        first, count = _arrays(ranges)
        return Target(first, count, np.array(labels, dtype=np.float32), np.arange(len(ranges)))

    def _arcs(
        self, task: Task, documents: Sequence[Document], shifts: Sequence[int]
    ) -> Target | None:
        rows: list[tuple[Arc, Offsets, int]] = []
        columns: list[Offsets] = []
        cells: list[tuple[int, int, int, int, int, bool]] = []
        for number, (document, shift) in enumerate(zip(documents, shifts, strict=True)):
            arcs = [a for a in document.arcs.get(task.name, ()) if _answerable(a)]
            pieces, sentence_of = self.pieces(document), _sentence_of(document)
            candidates = sorted({c for arc in arcs for c in arc.candidates})
            ranges = [pieces.range_of(c) for c in candidates]
            starts = [first for first, _ in ranges]
            column = {c: index for index, c in enumerate(candidates)}
            for arc in arcs:
                own = pieces.range_of((arc.start, arc.end))
                sentence = sentence_of((arc.start, arc.end))
                for candidate in arc.candidates:
                    index = column[candidate]
                    cells.append(
                        (
                            len(rows),
                            len(columns) + index,
                            distance_bucket(own, ranges[index]),
                            between_bucket(own, ranges[index], starts),
                            int(sentence[0] <= candidate[0] < sentence[1]),
                            candidate in arc.heads,
                        )
                    )
                rows.append((arc, _shifted(own, shift), number))
            columns += [_shifted(r, shift) for r in ranges]
        if not rows or not columns:
            return None
        pairs = np.zeros((len(rows), len(columns), 3), dtype=np.int64)
        allowed = np.zeros((len(rows), len(columns)), dtype=bool)
        gold = np.zeros((len(rows), len(columns) + 1), dtype=bool)
        for row, index, distance, between, same, right in cells:
            pairs[row, index] = distance, between, same
            allowed[row, index] = True
            gold[row, index] = right
        gold[:, -1] = ~gold.any(axis=1)
        first, count = _arrays([r[1] for r in rows])
        kinds = np.array([task.classes.index(r[0].kind) for r in rows])
        return Target(
            first,
            count,
            gold,
            kinds,
            candidates=_arrays(columns),
            pairs=pairs,
            allowed=allowed,
        )


def word_tags(
    pieces: Pieces, words: np.ndarray, labels: Sequence[Label], classes: Sequence[str]
) -> list[int]:
    """Return the BIO tag of each word: 0 outside, then for each class its begin and inside."""
    starts = pieces.starts[words]
    tags = np.zeros(len(words), dtype=np.int64)
    for label in labels:
        low, high = np.searchsorted(starts, (label.start, label.end))
        if high > low:
            tags[low:high] = 2 + 2 * classes.index(str(label.value))
            tags[low] -= 1
    return tags.tolist()


def _answerable(arc: Arc) -> bool:
    return not arc.heads or bool(set(arc.heads) & set(arc.candidates))


def _sentence_of(document: Document) -> Callable[[Offsets], Offsets]:
    """Return what finds the sentence in which a stretch begins; a stretch in none is its own."""
    starts = [start for start, _ in document.sentences]

    def find(offsets: Offsets) -> Offsets:
        number = bisect_right(starts, offsets[0]) - 1
        inside = number >= 0 and offsets[0] < document.sentences[number][1]
        return document.sentences[number] if inside else offsets

    return find


def _shifted(offsets: Offsets, shift: int) -> Offsets:
    return offsets[0] + shift, offsets[1] + shift


def _arrays(ranges: Sequence[Offsets]) -> tuple[Array, Array]:
    both = np.array(ranges, dtype=np.int64).reshape(-1, 2)
    return both[:, 0].copy(), both[:, 1] - both[:, 0]
