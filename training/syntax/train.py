"""Train the syntax model; killed and started again, it goes on where it was.

python -m training.syntax.train --data PATH --out DIR
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy
from spacy.language import Language
from thinc.api import Optimizer, set_current_ops

from . import checkpoint
from .chunks import Chunk, batches
from .corpus import OPEN_GENRES, Article, read_treebank
from .examples import example
from .matrix import OpenBlasOps
from .measure import dev_examples, plain, scores
from .pipeline import TRAINED, build

STEPS = 5000
"""Updates, each of about `BATCH_WORDS` words."""
BATCH_WORDS = 1000
RATE, WARM_UP = 0.002, 200
DROP_OUT = 0.15
SEED = 20


def training_articles(data: Path) -> list[Article]:
    """Return what is trained on; development and test parts are never read here."""
    web = read_treebank(data / "ud-ewt" / "train.conllu")
    return web + read_treebank(data / "ud-gum" / "train.conllu", OPEN_GENRES)


def rate_at(step: int, steps: int) -> float:
    """Return the learning rate of a step: up for a while, then down to nothing in a line."""
    return RATE * min((step + 1) / WARM_UP, max(steps - step, 1) / steps)


def stream(articles: list[Article], words: int) -> Iterator[list[Chunk]]:
    """Yield batches without end, epoch after epoch."""
    epoch = 0
    while True:
        yield from batches(articles, f"{SEED}-{epoch}", words=words)
        epoch += 1


def log(path: Path, **figures: object) -> None:
    """Add a line of figures to a log, and show it."""
    line = json.dumps(figures)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")
    print(line, flush=True)


def prepared(vectors: Path, articles: list[Article]) -> Language:
    """Build the pipeline with all labels of the training data."""
    nlp = build(vectors)
    random.seed(SEED)
    numpy.random.seed(SEED)
    examples = plain(nlp, articles, breaks=True)
    nlp.initialize(lambda: examples)
    return nlp


def train(
    nlp: Language,
    articles: list[Article],
    out: Path,
    *,
    steps: int,
    words: int = BATCH_WORDS,
    dev: dict | None = None,
    save_every: int = 200,
    measure_every: int = 1500,
    stop_at: int | None = None,
) -> None:
    """Update a pipeline `steps` times, or until `stop_at`; checkpoints stand in `out`.

    The averages of the parameters over the last updates become the model.
    """
    out.mkdir(parents=True, exist_ok=True)
    optimizer = Optimizer(RATE, L2=0.01, grad_clip=1.0, use_averages=True)
    kept, figures = out / "checkpoint.npz", out / "figures.jsonl"
    start = checkpoint.load(kept, nlp, optimizer) if kept.exists() else 0
    last = min(steps, stop_at or steps)
    losses: dict[str, float] = {}
    began, seen = time.monotonic(), 0
    for step, batch in enumerate(stream(articles, words)):
        if step >= last:
            break
        if step < start:
            continue
        random.seed(SEED * 1_000_003 + step)
        numpy.random.seed(SEED * 1_000_003 + step)
        optimizer.learn_rate = rate_at(step, steps)
        examples = [example(nlp, *chunk) for chunk in batch]
        nlp.update(examples, drop=DROP_OUT, sgd=False, losses=losses)
        for _, pipe in nlp.pipeline:  # only now have all components given back their gradients
            pipe.finish_update(optimizer)
        seen += sum(len(one.predicted) for one in examples)
        done = step + 1
        if done % save_every == 0 or done == last:
            checkpoint.save(kept, nlp, optimizer, done)
            pace = seen / (time.monotonic() - began)
            rounded = {name: round(float(loss) / save_every, 2) for name, loss in losses.items()}
            log(figures, step=done, losses=rounded, words_per_second=round(pace))
            losses = {}
        if dev and (done % measure_every == 0 or done == steps):
            with nlp.use_params(optimizer.averages):
                for name, examples in dev.items():
                    log(figures, step=done, dev=name, **scores(nlp, examples))
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(out / TRAINED)


def main() -> None:
    """Train on the data asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    asked = parser.parse_args()
    set_current_ops(OpenBlasOps())
    articles = training_articles(asked.data)
    nlp = prepared(asked.vectors or asked.out / "vectors.npz", articles)
    train(nlp, articles, asked.out, steps=asked.steps, dev=dev_examples(nlp, asked.data))


if __name__ == "__main__":
    main()
