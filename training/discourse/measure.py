"""Measures a network, or the exported files, on the development part of a data set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from argmap.discourse.batch import Batch, Collator
from argmap.discourse.decode import best_tags, read_tags
from argmap.discourse.document import Arc, Document, Label, Offsets
from argmap.discourse.tasks import TASKS

from .attributions import AttributionFigures, gold_attributions, linked, with_arcs_to_decide
from .scores import class_f1, f1, macro_f1, overlap_matches, pearson, weighted_f1

BATCH = 16


Scorer = Callable[[Batch], Mapping[str, NDArray[np.float32]]]
"""Gives the scores of every task of a batch: a network, or the exported files."""


class Predictor:
    """Reads documents with a scorer and decodes its scores."""

    def __init__(self, scorer: Scorer, collate: Collator) -> None:
        """Keep what is needed."""
        self._scorer = scorer
        self._collate = collate

    def scores(
        self, documents: Sequence[Document], tasks: Sequence[str]
    ) -> Iterator[tuple[list[Document], Mapping[str, NDArray[np.float32]]]]:
        """Yield groups of documents with the scores of the tasks."""
        for start in range(0, len(documents), BATCH):
            group = list(documents[start : start + BATCH])
            yield group, self._scorer(self._collate(group, tasks))

    def spans(self, documents: Sequence[Document], task: str) -> tuple[list, list]:
        """Return the gold and the predicted labels of all given spans of a task."""
        gold: list[float | str] = []
        predicted: list[float | str] = []
        for group, found in self.scores(documents, [task]):
            gold += [x.value for d in group for x in d.spans.get(task, ())]
            if task in found:
                if TASKS[task].kind == "number":
                    predicted += found[task][:, 0].tolist()
                else:
                    predicted += [TASKS[task].classes[i] for i in found[task].argmax(axis=1)]
        return gold, predicted

    def tags(self, document: Document, task: str) -> list[Label]:
        """Return the stretches that are found in a document."""
        _, found = next(self.scores([document], [task]))
        tags = best_tags(found[task])
        return read_tags(self._collate.pieces(document), tags.tolist(), TASKS[task].classes)

    def heads(self, document: Document, task: str) -> tuple[list[Arc], list[Offsets | None]]:
        """Return the arcs of a document that can be decided, and the head of each."""
        arcs = [a for a in document.arcs[task] if not a.heads or set(a.heads) & set(a.candidates)]
        candidates = sorted({c for arc in arcs for c in arc.candidates})
        if not candidates:
            return arcs, [None] * len(arcs)
        _, found = next(self.scores([document], [task]))
        choice = found[task].argmax(axis=1).tolist()
        return arcs, [candidates[i] if i < len(candidates) else None for i in choice]

    def words(self, document: Document) -> list[Offsets]:
        """Return the offsets of the words of a document."""
        pieces = self._collate.pieces(document)
        firsts = np.flatnonzero(pieces.begins_word)
        lasts = np.append(firsts[1:], len(pieces.ids)) - 1
        starts, ends = pieces.starts[firsts].tolist(), pieces.ends[lasts].tolist()
        return list(zip(starts, ends, strict=True))


def measure(
    scorer: Scorer, documents: Sequence[Document], collate: Collator, tasks: Sequence[str]
) -> dict[str, float]:
    """Return the figures of a data set's documents for some of its tasks."""
    predictor = Predictor(scorer, collate)
    found: dict[str, float] = {}
    for task in tasks:
        kind = TASKS[task].kind
        if task == "attribution":
            found |= _attribution(predictor, documents, "attribution-arcs" in tasks)
        elif kind in ("span", "number"):
            found |= _spans(predictor, documents, task)
        elif kind == "tags":
            found |= _tags(predictor, documents, task)
        elif task == "relation":
            found |= _relations(predictor, documents)
        elif kind in ("article", "articles"):
            found |= _articles(predictor, documents, task)
    return found


def _attribution(
    predictor: Predictor, documents: Sequence[Document], arcs: bool
) -> dict[str, float]:
    figures = AttributionFigures()
    for document in documents:
        labels = predictor.tags(document, "attribution")
        words = predictor.words(document)
        figures.add_words(words, list(document.tags["attribution"]), labels)
        if not arcs:
            continue
        given, heads = predictor.heads(document, "attribution-arcs")
        right = sum(h in a.heads for a, h in zip(given, heads, strict=True))
        figures.add_arcs(right, len(given))
        open_document = with_arcs_to_decide(document, labels)
        decided = linked(*predictor.heads(open_document, "attribution-arcs"))
        figures.add_attributions(gold_attributions(document), decided)
    return figures.results()


def _spans(predictor: Predictor, documents: Sequence[Document], task: str) -> dict[str, float]:
    return span_figures(task, *predictor.spans(documents, task))


def span_figures(task: str, gold: list, predicted: list) -> dict[str, float]:
    """Return the figures of a task that labels given spans."""
    if task == "certainty":
        return {"pearson": pearson(gold, predicted)}
    if task in ("speech", "lexical", "uncertain"):
        name = TASKS[task].classes[1]
        figure = {"speech": "speech_f1", "lexical": "lexical_sentence_f1", "uncertain": "f1"}[task]
        return {figure: class_f1(gold, predicted, name)}
    found = {"macro_f1": macro_f1(gold, predicted)}
    if task == "role":
        hits = sum(g == p for g, p in zip(gold, predicted, strict=True))
        found["micro_f1"] = hits / len(gold)
    if task == "unit":
        found["weighted_f1"] = weighted_f1(gold, predicted)
    prefix = {"component": "type_", "stance": "role_", "attack": "attack_"}.get(task, "")
    return {f"{prefix}{key}": value for key, value in found.items()}


def _tags(predictor: Predictor, documents: Sequence[Document], task: str) -> dict[str, float]:
    if task == "component-tags":
        hits = predicted = gold = 0
        for document in documents:
            one = [(x.start, x.end) for x in document.tags[task]]
            other = [(x.start, x.end) for x in predictor.tags(document, task)]
            hits += overlap_matches(one, other, 0.5)
            predicted += len(other)
            gold += len(one)
        return {"span_f1_50": f1(hits, predicted, gold)}
    if task == "names":
        pairs = [(set(d.tags[task]), set(predictor.tags(d, task))) for d in documents]
        hits = sum(len(one & other) for one, other in pairs)
        predicted, gold = (sum(len(pair[side]) for pair in pairs) for side in (1, 0))
        return {"ents_f1": f1(hits, predicted, gold)}
    figures = AttributionFigures()
    for document in documents:
        renamed = [
            [Label(x.start, x.end, "source") for x in labels]
            for labels in (document.tags[task], predictor.tags(document, task))
        ]
        figures.add_words(predictor.words(document), *renamed)
    return {"word_f1": figures.results()["source_token_f1"]}


def _relations(predictor: Predictor, documents: Sequence[Document]) -> dict[str, float]:
    hits = predicted = gold = 0
    for document in documents:
        arcs, heads = predictor.heads(document, "relation")
        hits += sum(h in a.heads for a, h in zip(arcs, heads, strict=True))
        predicted += sum(head is not None for head in heads)
        gold += sum(bool(arc.heads) for arc in arcs)
    value = f1(hits, predicted, gold)
    return {"relation_f1": value, "attachment_f1": value}


def _articles(predictor: Predictor, documents: Sequence[Document], task: str) -> dict[str, float]:
    classes = TASKS[task].classes
    gold: list[tuple[str, ...]] = []
    scores: list[list[float]] = []
    for group, found in predictor.scores(documents, [task]):
        gold += [d.article[task] for d in group]
        scores += found[task].tolist()
    best = [(classes[int(np.argmax(row))],) for row in scores]
    if TASKS[task].kind == "articles":
        best = [tuple(c for c, v in zip(classes, row, strict=True) if v > 0) for row in scores]
    return article_figures(task, gold, best)


def article_figures(task: str, gold: list, predicted: list) -> dict[str, float]:
    """Return the figures of a task that labels whole texts; a text may have several labels."""
    if TASKS[task].kind == "article":
        one = [g[0] for g in gold]
        other = [p if isinstance(p, str) else p[0] for p in predicted]
        return {"genre_macro_f1": macro_f1(one, other)}
    hits = sum(len(set(g) & set(p)) for g, p in zip(gold, predicted, strict=True))
    return {"micro_f1": f1(hits, sum(map(len, predicted)), sum(map(len, gold)))}
