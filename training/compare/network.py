"""The pair score of the comparison in PyTorch, down to the encoder, so that it can be tuned.

The features are those of `argmap.compare`: how much of one passage the other tells, word by word
(`vectors.py`), how far a pair stands out from its rivals, and the pairs beside it (`matches.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional

from argmap.compare.likeness import LikenessOfVectors
from argmap.compare.matches import RIVALS
from argmap.compare.pair_score import PairFeatures, Weights
from argmap.compare.vectors import LEAST_WEIGHT

from ..discourse.encoder import Encoder
from .pairs import NONE, StoryPairs

REACH, STANDING, BESIDE = map(PairFeatures._fields.index, ("reach", "standing", "beside"))
_PASSAGES_AT_ONCE, _PAIRS_AT_ONCE = 16, 100


class PairNetwork(nn.Module):
    """An encoder whose word vectors stay as they are, and a weight for each feature of a pair."""

    def __init__(self, encoder: Encoder, begin: dict[str, Weights]) -> None:
        """Take an encoder, and by kind of story the weights to begin with."""
        super().__init__()
        self.encoder = encoder
        for parameter in self._below_the_layers():
            parameter.requires_grad = False
        self.levels = nn.ParameterDict(
            {kind: nn.Parameter(torch.tensor(weights.level)) for kind, weights in begin.items()}
        )
        self.weights = nn.ParameterDict(
            {kind: nn.Parameter(torch.tensor(weights.of)) for kind, weights in begin.items()}
        )

    def forward(self, story: StoryPairs, kind: str) -> Tensor:
        """Log-odds that the two of each pair tell the same, [pairs]."""
        return self.features(story) @ self.weights[kind] + self.levels[kind]

    def features(self, story: StoryPairs) -> Tensor:
        """The features of each pair, [pairs, fields], those by vectors from the encoder."""
        there, back = self._told(story)
        alike = (there + back) / 2
        standing = 2 * alike - _rival(alike, story.rivals[0]) - _rival(alike, story.rivals[1])
        beside = _at(standing, story.beside, LikenessOfVectors.nothing_beside).amax(dim=1)
        found = list(story.features.unbind(dim=1))
        found[REACH] = torch.maximum(there, back)
        found[STANDING] = standing
        found[BESIDE] = beside.clamp(min=LikenessOfVectors.nothing_beside)
        return torch.stack(found, dim=1)

    def _told(self, story: StoryPairs) -> tuple[Tensor, Tensor]:
        """How much of the first of each pair the second tells, and of the second the first."""
        states = self._states(story)
        sizes = torch.where(story.words, torch.arange(story.words.shape[1]) + 1, 0).amax(dim=1)
        order = sizes[story.pairs].amax(dim=1).argsort()
        there, back = [], []
        for some in order.split(_PAIRS_AT_ONCE):
            one, two = story.pairs[some].T
            left, right = slice(0, int(sizes[one].max())), slice(0, int(sizes[two].max()))
            alike = states[one][:, left] @ states[two][:, right].transpose(1, 2)
            ours, theirs = story.words[one][:, left], story.words[two][:, right]
            nearest = alike.masked_fill(~theirs[:, None], -1.0).amax(dim=2)
            there.append(_mean(nearest, story.rarity[one][:, left]))
            nearest = alike.masked_fill(~ours[:, :, None], -1.0).amax(dim=1)
            back.append(_mean(nearest, story.rarity[two][:, right]))
        placed = order.argsort()
        return torch.cat(there)[placed], torch.cat(back)[placed]

    def _states(self, story: StoryPairs) -> Tensor:
        """The states of all pieces, of length 1, [passages, pieces, width]; short rows first."""
        sizes = story.mask.sum(dim=1).long()
        order = sizes.argsort()
        rows = []
        for some in order.split(_PASSAGES_AT_ONCE):
            size = int(sizes[some].max())
            ids = story.ids[some][:, :size]
            states = self.encoder(ids, torch.zeros_like(ids), story.mask[some][:, :size])
            rows.append(functional.pad(states, (0, 0, 0, story.ids.shape[1] - size)))
        return functional.normalize(torch.cat(rows)[order.argsort()], dim=-1)

    def _below_the_layers(self) -> Iterable[nn.Parameter]:
        return self.encoder.positions, self.encoder.forms, *self.encoder.norm.parameters()


def _mean(values: Tensor, weights: Tensor) -> Tensor:
    return (values * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=LEAST_WEIGHT)


def _at(values: Tensor, places: Tensor, nothing: float) -> Tensor:
    return torch.where(places == NONE, nothing, values[places.clamp(min=0)])


def _rival(alike: Tensor, rivals: Tensor) -> Tensor:
    """The mean of the best other pairs of each, [pairs]."""
    best = _at(alike, rivals, -9.0).topk(min(RIVALS, rivals.shape[1]), dim=1).values
    there = best > -9.0
    mean = (best * there).sum(dim=1) / there.sum(dim=1).clamp(min=1)
    return torch.where(there.any(dim=1), mean, LikenessOfVectors.no_rival)
