"""Weights of classes in the loss, so that rare ones are not passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from argmap.discourse.document import Document
from argmap.discourse.tasks import Task


def class_weights(task: Task, documents: Sequence[Document]) -> Mapping[str, float]:
    """Weigh classes by their inverse share to the power of the task's `balance`, mean one."""
    counts = dict.fromkeys(task.classes, 1.0)
    for document in documents:
        for label in document.spans.get(task.name, ()):
            counts[str(label.value)] += 1.0
        for name in document.article.get(task.name, ()):
            counts[name] += 1.0
    total = sum(counts.values())
    raw = {name: (total / count) ** task.balance for name, count in counts.items()}
    mean = sum(raw[name] * counts[name] for name in counts) / total
    return {name: weight / mean for name, weight in raw.items()}
