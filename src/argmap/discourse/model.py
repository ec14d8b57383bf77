"""The bundled discourse model: one pass over an article, then every head on the states it left."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from argmap.models import FOLDER, model_folder

from .batch import Batch, Collator
from .decode import best_tags, read_tags
from .document import Arc, Document, Label, Offsets
from .encoder import Encoder, Numbers, WordVectors, load_words
from .heads import head_scores, with_offset
from .similarity import FEATURES, SentenceSimilarity
from .tasks import TASKS
from .windows import Packing

DISCOURSE_VERSION = "1.1.0"
_ARCS_AT_ONCE = 48
"""How many stretches look for their head at a time; a long article has thousands."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that a head found, its class, and how sure the head is, 0 to 1."""

    start: int
    end: int
    label: str
    confidence: float


class DiscourseModel:
    """The encoder with its heads, and the one for the likeness of sentences."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Open the files of an exported folder."""
        description = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        words = load_words(folder)
        self._encoder = Encoder(folder, "discourse", words, threads)
        tokenizer = _tokenizer(folder)
        self.collate = Collator(tokenizer, Packing(**description["packing"]))
        self._offsets: dict[str, float] = description["offsets"]
        self._temperatures: dict[str, float] = description.get("temperatures", {})
        self._heads: dict[str, dict[str, Numbers]] = {task: {} for task in description["tasks"]}
        with np.load(folder / "heads.npz") as stored:
            for name in stored.files:
                task, parameter = name.split(".", 1)
                self._heads[task][parameter] = stored[name].astype(np.float32)
        self.similarity = _similarity(folder, description, words, tokenizer, threads)

    def __call__(self, batch: Batch) -> dict[str, Numbers]:
        """Return the scores of every task that the batch has targets for."""
        states = self.states(batch)
        return {name: self.scores(name, states, batch) for name in batch.targets}

    def states(self, batch: Batch) -> Numbers:
        """Return the states of the pieces of all texts of a batch, [pieces, width]."""
        rows = self._encoder(batch.ids, batch.forms, batch.mask)
        found: Numbers = rows.reshape(-1, rows.shape[-1])[batch.gather]
        return found

    def scores(self, task: str, states: Numbers, batch: Batch) -> Numbers:
        """Return the scores of one head, told apart from none as the development part taught."""
        scores = head_scores(TASKS[task], self._heads[task], states, batch.targets[task])
        return with_offset(TASKS[task], scores, self._offsets.get(task, 0.0))

    def probabilities(self, task: str, scores: Numbers) -> Numbers:
        """Return how likely each class is, calibrated on the development part by a temperature.

        After Guo et al. 2017. Rows add up to one, but for `articles`, where each class is on its
        own.
        """
        scaled = scores / np.float32(self._temperatures.get(task, 1.0))
        if TASKS[task].kind == "articles":
            apart: Numbers = 1.0 / (1.0 + np.exp(-scaled))
            return apart
        grown: Numbers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
        likely: Numbers = grown / grown.sum(axis=-1, keepdims=True)
        return likely

    def read(
        self, text: str, sentences: Sequence[Offsets], title: Offsets | None = None
    ) -> DiscourseReading:
        """Pass over a text once.

        Args:
            text: The text, as it stands.
            sentences: Where its sentences are, half-open code points, in order.
            title: Where its headline is, which stands before every later window as context.
        """
        return DiscourseReading(self, Document("", text, tuple(sentences), title))


class DiscourseReading:
    """A text whose states stand ready; asks the heads.

    In a text without a word that the vocabulary can spell nothing is found, and nothing is likely.
    """

    def __init__(self, model: DiscourseModel, document: Document) -> None:
        """Read a text; `DiscourseModel.read` does it."""
        self._model = model
        self._document = document
        self._pieces = model.collate.pieces(document)
        self._empty = not len(self._pieces.ids)
        if not self._empty:
            self._states = model.states(model.collate([document], []))

    @property
    def text(self) -> str:
        """The text that was read."""
        return self._document.text

    def stretches(self, task: str) -> list[Found]:
        """Return the stretches that a `tags` head finds, in order.

        The confidence is the geometric mean over a stretch's words.
        """
        if self._empty:
            return []
        scores = self._scores(task, tags={task: ()})
        tags = best_tags(scores)
        labels = read_tags(self._pieces, tags.tolist(), TASKS[task].classes)
        chosen = np.log(self._model.probabilities(task, scores))[np.arange(len(tags)), tags]
        words = self._pieces.starts[np.flatnonzero(self._pieces.begins_word)]
        found = []
        for label in labels:
            first, last = np.searchsorted(words, (label.start, label.end))
            sure = float(np.exp(chosen[first:last].mean()))
            found.append(Found(label.start, label.end, str(label.value), sure))
        return found

    def classes(self, task: str, spans: Sequence[Offsets]) -> Numbers:
        """Return how likely each class of a `span` head is for given stretches, in order."""
        scores = self._of_spans(task, spans)
        return scores if self._empty or not spans else self._model.probabilities(task, scores)

    def numbers(self, task: str, spans: Sequence[Offsets]) -> list[float]:
        """Return where a `number` head puts given stretches on its scale."""
        return [float(row[0]) for row in self._of_spans(task, spans)]

    def article(self, task: str) -> dict[str, float]:
        """Return how likely each class of the whole text is."""
        names = TASKS[task].classes
        if self._empty:
            return dict.fromkeys(names, 0.0)
        row = self._model.probabilities(task, self._scores(task, article={task: ()}))[0]
        return dict(zip(names, map(float, row), strict=True))

    def arcs(self, task: str, arcs: Sequence[Arc]) -> list[dict[Offsets | None, float]]:
        """Return for each stretch how likely it hangs on each of its candidates, and on none."""
        found: list[dict[Offsets | None, float]] = []
        for start in range(0, len(arcs), _ARCS_AT_ONCE):
            some = arcs[start : start + _ARCS_AT_ONCE]
            candidates = sorted({c for arc in some for c in arc.candidates})
            if self._empty or not candidates:
                found += [{None: 1.0} for _ in some]
                continue
            rows = self._model.probabilities(task, self._scores(task, arcs={task: tuple(some)}))
            for arc, row in zip(some, rows.tolist(), strict=True):
                likely = dict(zip(candidates, row, strict=False))
                found.append({None: row[-1], **{c: likely[c] for c in arc.candidates}})
        return found

    def heads(self, task: str, arcs: Sequence[Arc]) -> list[tuple[Offsets | None, float]]:
        """Return for each stretch what it hangs on, none for a root, and how sure that is."""
        return [max(likely.items(), key=lambda item: item[1]) for likely in self.arcs(task, arcs)]

    def _of_spans(self, task: str, spans: Sequence[Offsets]) -> Numbers:
        if self._empty or not spans:
            return np.zeros((len(spans), max(1, len(TASKS[task].classes))), dtype=np.float32)
        labels = tuple(Label(start, end, None) for start, end in spans)
        return self._scores(task, spans={task: labels})

    def _scores(
        self,
        task: str,
        *,
        tags: Mapping[str, tuple[Label, ...]] | None = None,
        spans: Mapping[str, tuple[Label, ...]] | None = None,
        arcs: Mapping[str, tuple[Arc, ...]] | None = None,
        article: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Numbers:
        asked = Document(
            "",
            self._document.text,
            self._document.sentences,
            self._document.title,
            tags or {},
            spans or {},
            arcs or {},
            article or {},
        )
        batch = Batch(None, None, None, None, self._model.collate.targets([asked], [task]))
        return self._model.scores(task, self._states, batch)


def load_similarity(folder: Path = FOLDER) -> SentenceSimilarity:
    """Load what tells how alike sentences are, and nothing else of the model.

    Raises:
        MissingProgramError: a file of it is missing, cut short, changed or of another version.
    """
    found = model_folder("discourse", DISCOURSE_VERSION, folder)
    description = json.loads((found / "model.json").read_text(encoding="utf-8"))
    threads = os.cpu_count() or 1
    return _similarity(found, description, load_words(found), _tokenizer(found), threads)


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _similarity(
    folder: Path,
    description: Mapping[str, Any],
    words: WordVectors,
    tokenizer: Tokenizer,
    threads: int,
) -> SentenceSimilarity:
    return SentenceSimilarity(
        Encoder(folder, "similarity", words, threads),
        tokenizer,
        weights=[description["similarity"]["features"][name] for name in FEATURES],
        intercept=description["similarity"]["intercept"],
        name=f"discourse {DISCOURSE_VERSION}",
    )


def load_discourse(folder: Path = FOLDER) -> DiscourseModel:
    """Load the bundled discourse model.

    Raises:
        MissingProgramError: a file of it is missing, cut short, changed or of another version.
    """
    return DiscourseModel(model_folder("discourse", DISCOURSE_VERSION, folder))
