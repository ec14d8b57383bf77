"""Tune the encoder that tells how alike two passages are, through the pair score itself.

Usage: python -m training.compare.tune --data DATA --out RUN

Reads the training triples of BASIL and the openings of NeuS once (`RUN/stories.pt`), then passes
over them `--epochs` times and leaves the layers in `RUN/similarity.safetensors`. Saves after each
pass and goes on from there when called again. After each pass the average precision of the pairs
of the tuning triples is printed, first with the published layers. `export` puts the layers into the
model's folder.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from sklearn.metrics import average_precision_score
from spacy.language import Language
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from argmap.discourse.similarity import SentenceSimilarity
from argmap.discourse.word_states import WordReader
from argmap.evaluate.datasets import basil_triples
from argmap.evaluate.datasets.basil_triples import TRAINING, TUNING, Gold
from argmap.pipeline import build

from ..discourse.encoder import load_encoder
from ..discourse.train import published_tokenizer, published_weights
from . import openings
from .fit import ridge
from .network import PairNetwork
from .pairs import StoryPairs, joined, story_pairs
from .stories import read

TRIPLES, OPENINGS = "triples", "openings"
LAYERS = "similarity.safetensors"
_RATE, _RATE_OF_WEIGHTS, _LEAST_RATE = 2e-5, 0.01, 0.02
_WARMING = 0.1  # of all steps
_OPENINGS_AT_ONCE = 8
_SHARE_OF_OPENINGS = 0.4  # what a step of openings counts, a step of one triple 1
_LONGEST_STEP = 1.0  # norm of the gradient

Batch = tuple[str, list[StoryPairs]]


@cache
def _reader() -> tuple[Language, WordReader]:
    """The pipeline, and the published layers, whatever is shipped by now."""
    torch.set_num_threads(1)
    encoder = load_encoder(published_weights() / "model.safetensors").eval()

    def states(ids: np.ndarray, forms: np.ndarray, mask: np.ndarray) -> np.ndarray:
        with torch.no_grad():
            return encoder(*map(torch.from_numpy, (ids, forms, mask))).numpy()

    tokenizer = published_tokenizer(published_weights())
    return build(), SentenceSimilarity(states, tokenizer, weights=(), intercept=0.0)


def _tensors(gold: Gold) -> StoryPairs | None:
    story = read(_reader()[0], gold, _reader()[1])
    return story_pairs(story, published_tokenizer(published_weights())) if story.features else None


def read_stories(data: Path) -> dict[str, list[StoryPairs]]:
    """All stories as tensors: those for training by kind, and those for tuning."""
    golds = {
        TUNING: basil_triples.load(data / "basil", (TUNING,)),
        TRIPLES: basil_triples.load(data / "basil", (TRAINING,)),
        OPENINGS: openings.load(data / "neus"),
    }
    found: dict[str, list[StoryPairs]] = {}
    with ProcessPoolExecutor() as pool:
        for kind, some in golds.items():
            found[kind] = []
            for number, story in enumerate(pool.map(_tensors, some, chunksize=4), start=1):
                sys.stderr.write(f"\rreading {kind}: {number} of {len(some)}")
                if story is not None:
                    found[kind].append(story)
            sys.stderr.write("\n")
    return found


def make_network(stories: dict[str, list[StoryPairs]]) -> PairNetwork:
    """The published encoder below the weights that fit its features, one set for each kind."""
    begin = {}
    for kind in (TRIPLES, OPENINGS):
        table = torch.cat([story.features[story.labelled] for story in stories[kind]])
        same = torch.cat([story.same[story.labelled] for story in stories[kind]]).bool()
        begin[kind] = ridge(table.numpy(), same.tolist())
    return PairNetwork(load_encoder(published_weights() / "model.safetensors"), begin)


def precision_of(network: PairNetwork, stories: Sequence[StoryPairs]) -> float:
    """Average precision of the labelled pairs of some triples."""
    network.eval()
    with torch.no_grad():
        odds = torch.cat([network(story, TRIPLES)[story.labelled] for story in stories])
    same = torch.cat([story.same[story.labelled] for story in stories])
    return float(average_precision_score(same.numpy(), odds.numpy()))


def batches(stories: dict[str, list[StoryPairs]], order: random.Random) -> list[Batch]:
    """One pass over all stories in a new order."""
    short = order.sample(stories[OPENINGS], len(stories[OPENINGS]))
    found: list[Batch] = [(TRIPLES, [story]) for story in stories[TRIPLES]]
    found += [
        (OPENINGS, short[start : start + _OPENINGS_AT_ONCE])
        for start in range(0, len(short), _OPENINGS_AT_ONCE)
    ]
    order.shuffle(found)
    return found


def loss_of(network: PairNetwork, kind: str, some: list[StoryPairs]) -> Tensor:
    """Cross entropy of the labelled pairs of a batch."""
    story = joined(some)
    odds = network(story, kind)[story.labelled]
    loss = functional.binary_cross_entropy_with_logits(odds, story.same[story.labelled])
    return loss * (1.0 if kind == TRIPLES else _SHARE_OF_OPENINGS)


def train(stories: dict[str, list[StoryPairs]], out: Path, epochs: int) -> PairNetwork:
    """Pass over the stories, or go on from what is saved."""
    torch.manual_seed(0)
    network = make_network(stories)
    weights = [*network.levels.parameters(), *network.weights.parameters()]
    layers = [one for one in network.encoder.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": layers, "lr": _RATE}, {"params": weights, "lr": _RATE_OF_WEIGHTS}],
        weight_decay=0.0,
    )
    steps = epochs * len(batches(stories, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(1.0, (step + 1) / (_WARMING * steps)) * max(_LEAST_RATE, 1 - step / steps),
    )
    saved = out / "checkpoint.pt"
    done = 0
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["epoch"]
    else:
        _report(0, precision_of(network, stories[TUNING]))
    for epoch in range(done + 1, epochs + 1):
        torch.manual_seed(epoch)
        network.train()
        order = batches(stories, random.Random(epoch))
        for number, (kind, some) in enumerate(order, start=1):
            loss = loss_of(network, kind, some)
            optimizer.zero_grad()
            loss.backward()
            clip_grad_norm_(network.parameters(), _LONGEST_STEP)
            optimizer.step()
            schedule.step()
            sys.stderr.write(f"\rpass {epoch}: {number} of {len(order)}")
        sys.stderr.write("\n")
        _report(epoch, precision_of(network, stories[TUNING]))
        state = {
            "network": network.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, saved.with_suffix(".new"))
        saved.with_suffix(".new").replace(saved)
    return network


def _report(epoch: int, precision: float) -> None:
    print(f"pass {epoch}: average precision of the tuning pairs {precision:.4f}", flush=True)


def main() -> None:
    """Read, train, and write the layers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    kept = options.out / "stories.pt"
    if not kept.exists():
        torch.save(read_stories(options.data), kept)
    network = train(torch.load(kept, weights_only=False), options.out, options.epochs)
    save_file(
        {name: tensor.contiguous() for name, tensor in network.encoder.state_dict().items()},
        options.out / LAYERS,
    )


if __name__ == "__main__":
    main()
