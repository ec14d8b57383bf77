"""The encoder with one small head for every task, and their losses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from argmap.discourse.batch import Batch, Target
from argmap.discourse.places import BETWEEN, DISTANCES, PLACES
from argmap.discourse.tasks import TASKS, Task

from .encoder import WIDTH, Encoder

HIDDEN = 128
FAR = -1e4


class Pool(nn.Module):
    """One vector for a stretch of pieces: their mean, weighted by attention to a learned query."""

    def __init__(self) -> None:
        """Begin with the plain mean."""
        super().__init__()
        self.query = nn.Parameter(torch.zeros(WIDTH))

    def forward(self, states: Tensor, first: Tensor, count: Tensor) -> Tensor:
        """Pool stretches of `states`, which is [pieces, width]."""
        reach = torch.arange(int(count.max()), device=states.device)
        index = (first[:, None] + reach).clamp(max=len(states) - 1)
        inside = states[index]
        scores = (inside @ self.query).float()
        scores = scores.masked_fill(reach >= count[:, None], FAR)
        return torch.einsum("sl,slw->sw", scores.softmax(dim=1).to(inside.dtype), inside)


class TagHead(nn.Module):
    """BIO tags of words, each seen with the words before and behind it."""

    def __init__(self, task: Task, dropout: float) -> None:
        """Make an untrained head."""
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(3 * WIDTH, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1 + 2 * len(task.classes))

    def forward(self, states: Tensor, target: Target) -> Tensor:
        """Return scores of [words, tags]."""
        words = states[target.first]
        before, behind = _neighbours(words, target.group)
        wide = self.dropout(torch.cat([before, words, behind], dim=1))
        return self.out(self.dropout(functional.relu(self.hidden(wide))))


class SpanHead(nn.Module):
    """Classes or a number of given spans, with the sentence around or the neighbours."""

    def __init__(self, task: Task, dropout: float) -> None:
        """Make an untrained head."""
        super().__init__()
        self.task = task
        self.pool = Pool()
        self.around = Pool() if task.around else None
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(WIDTH * (2 if task.around else 1), HIDDEN)
        wide = 5 * HIDDEN + PLACES if task.neighbours else HIDDEN
        self.mixed = nn.Linear(wide, HIDDEN) if task.neighbours else None
        self.out = nn.Linear(HIDDEN, max(1, len(task.classes)))

    def forward(self, states: Tensor, target: Target) -> Tensor:
        """Return scores of [spans, classes], or one number a span."""
        pooled = self.pool(states, target.first, target.count)
        if self.around is not None and target.around is not None:
            pooled = torch.cat([pooled, self.around(states, *target.around)], dim=1)
        hidden = functional.relu(self.hidden(self.dropout(pooled)))
        if self.mixed is not None and target.places is not None:
            before, behind = _neighbours(hidden, target.group)
            whole = _mean_of_text(hidden, target.group)
            places = target.places.to(hidden.dtype)
            wide = torch.cat([before, hidden, behind, whole, whole * hidden, places], dim=1)
            hidden = functional.relu(self.mixed(self.dropout(wide)))
        return self.out(self.dropout(hidden))


class ArticleHead(nn.Module):
    """Classes of a whole text, from the plain mean and an attending mean of its pieces."""

    def __init__(self, task: Task, dropout: float) -> None:
        """Make an untrained head."""
        super().__init__()
        self.pool = Pool()
        self.dropout = nn.Dropout(dropout)
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(task.classes))

    def forward(self, states: Tensor, target: Target) -> Tensor:
        """Return scores of [texts, classes]."""
        pooled = self.pool(states, target.first, target.count)
        return self.out(self.dropout(functional.relu(self.hidden(self.dropout(pooled)))))


class ArcHead(nn.Module):
    """Which candidate a span hangs on; the last column stands for none."""

    def __init__(self, task: Task, dropout: float) -> None:
        """Make an untrained head."""
        super().__init__()
        kinds = len(task.classes)
        self.pool = Pool()
        self.dropout = nn.Dropout(dropout)
        self.dependent = nn.Linear(WIDTH, HIDDEN)
        self.candidate = nn.Linear(WIDTH, HIDDEN)
        self.kind = nn.Embedding(kinds, HIDDEN)
        self.distance = nn.Embedding(kinds * DISTANCES, HIDDEN)
        self.between = nn.Embedding(kinds * BETWEEN, HIDDEN)
        self.same = nn.Embedding(kinds * 2, HIDDEN)
        self.score = nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(HIDDEN, 1)

    def forward(self, states: Tensor, target: Target) -> Tensor:
        """Return scores of [spans, candidates + 1]."""
        assert target.candidates is not None
        assert target.pairs is not None
        assert target.allowed is not None
        kind = target.group
        spans = self.dropout(self.pool(states, target.first, target.count))
        heads = self.dropout(self.pool(states, *target.candidates))
        dependent = self.dependent(spans) + self.kind(kind)
        pair = (
            self.distance(target.pairs[..., 0] + kind[:, None] * DISTANCES)
            + self.between(target.pairs[..., 1] + kind[:, None] * BETWEEN)
            + self.same(target.pairs[..., 2] + kind[:, None] * 2)
        )
        mixed = functional.relu(dependent[:, None] + self.candidate(heads)[None] + pair)
        scores = self.score(mixed).squeeze(-1).float().masked_fill(~target.allowed, FAR)
        none = self.none(functional.relu(dependent)).float()
        return torch.cat([scores, none], dim=1)


def to_tensors(batch: Batch, device: torch.device) -> Batch:
    """Turn the arrays of a batch into tensors on a device."""

    def moved(value: Any) -> Any:
        if isinstance(value, np.ndarray):
            return torch.from_numpy(value).to(device)
        return tuple(moved(one) for one in value) if isinstance(value, tuple) else value

    targets = {
        name: Target(*(moved(getattr(target, one.name)) for one in fields(Target)))
        for name, target in batch.targets.items()
    }
    arrays = (batch.ids, batch.forms, batch.mask, batch.gather)
    return Batch(*(moved(one) for one in arrays), targets)


KINDS = {
    "tags": TagHead,
    "span": SpanHead,
    "number": SpanHead,
    "article": ArticleHead,
    "articles": ArticleHead,
    "arcs": ArcHead,
}


class Network(nn.Module):
    """One encoder, many heads."""

    def __init__(self, encoder: Encoder, tasks: Sequence[str], dropout: float = 0.1) -> None:
        """Put untrained heads on an encoder."""
        super().__init__()
        self.encoder = encoder
        self.heads = nn.ModuleDict(
            {name: KINDS[TASKS[name].kind](TASKS[name], dropout) for name in tasks}
        )
        self.weights: dict[str, Tensor] = {}

    def states(self, batch: Batch) -> Tensor:
        """Return the states of the pieces of all texts of a batch, in text order."""
        rows = self.encoder(batch.ids, batch.forms, batch.mask)
        return rows.reshape(-1, WIDTH)[batch.gather]

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Return the scores of every task that the batch has targets for."""
        states = self.states(batch)
        return {name: self.heads[name](states, t) for name, t in batch.targets.items()}

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """Return the weighted loss of every task of a batch."""
        found = {}
        for name, scores in self(batch).items():
            task, target = TASKS[name], batch.targets[name]
            weight = self.weights.get(name)
            weight = None if weight is None else weight.to(scores.device)
            found[name] = task.weight * _loss(task, scores.float(), target, weight)
        return found

    def balance(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        """Set the class weights of tasks."""
        for name, of_class in weights.items():
            self.weights[name] = torch.tensor([of_class[c] for c in TASKS[name].classes])


def _loss(task: Task, scores: Tensor, target: Target, weight: Tensor | None) -> Tensor:
    if task.kind == "number":
        return functional.smooth_l1_loss(scores.squeeze(1), target.labels)
    if task.kind == "articles":
        return functional.binary_cross_entropy_with_logits(scores, target.labels) * 4.0
    if task.kind == "article":
        return functional.cross_entropy(scores, target.labels.argmax(dim=1), weight=weight)
    if task.kind == "arcs":
        right = scores.masked_fill(~target.labels, FAR)
        return (scores.logsumexp(dim=1) - right.logsumexp(dim=1)).mean()
    return functional.cross_entropy(scores, target.labels, weight=weight)


def _neighbours(hidden: Tensor, group: Tensor) -> tuple[Tensor, Tensor]:
    """Return the rows before and behind each row, zero where another text begins."""
    zero = torch.zeros_like(hidden[:1])
    same = (group[1:] == group[:-1]).to(hidden.dtype)[:, None]
    before = torch.cat([zero, hidden[:-1] * same])
    behind = torch.cat([hidden[1:] * same, zero])
    return before, behind


def _mean_of_text(hidden: Tensor, group: Tensor) -> Tensor:
    """Return for each row the mean of all rows of its text."""
    same = (group[:, None] == group[None, :]).to(hidden.dtype)
    return (same / same.sum(dim=1, keepdim=True)) @ hidden


def scorer(
    network: Network, device: torch.device, half: bool = False
) -> Callable[[Batch], dict[str, np.ndarray]]:
    """Return a function that scores batches of arrays, without gradients or dropout."""

    def scores(batch: Batch) -> dict[str, np.ndarray]:
        network.eval()
        with torch.no_grad(), torch.autocast(device.type, torch.bfloat16, enabled=half):
            found = network(to_tensors(batch, device))
        return {name: tensor.float().cpu().numpy() for name, tensor in found.items()}

    return scores
