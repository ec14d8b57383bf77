"""Plainer models, measured first: `python -m training.discourse.baselines --data PATH --out DIR`.

For every task that classifies given stretches or whole texts: the majority class, a linear SVM on
TF-IDF of words and character n-grams with the place in the text, and logistic regression on the
frozen vectors of the published encoder.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer, StandardScaler
from sklearn.svm import LinearSVC

from argmap.discourse.batch import Collator
from argmap.discourse.document import Document
from argmap.discourse.places import place_features
from argmap.discourse.tasks import TASKS

from .config import Config, read_config
from .encoder import Encoder, load_encoder
from .figures import log_figures
from .measure import article_figures, span_figures
from .network import to_tensors
from .readers import read_set
from .train import published_tokenizer, published_weights


class Features:
    """What a plain model sees of each stretch: its text, its place, its frozen vector."""

    def __init__(self, documents: Sequence[Document], task: str) -> None:
        """Collect the stretches of a task; a whole text is a stretch too."""
        self.kind = TASKS[task].kind
        self.stretches: list[list[tuple[int, int]]] = []
        self.texts: list[str] = []
        self.labels: list = []
        places = []
        for document in documents:
            if self.kind in ("article", "articles"):
                spans = [(0, len(document.text))]
                self.labels.append(document.article[task])
            else:
                labels = document.spans.get(task, ())
                spans = [(x.start, x.end) for x in labels]
                self.labels += [x.value for x in labels]
            self.stretches.append(spans)
            self.texts += [document.text[start:end] for start, end in spans]
            if spans:
                places.append(place_features(document.text, spans))
        self.places = np.concatenate(places)
        self.documents = documents

    def vectors(self, encoder: Encoder, collate: Collator) -> np.ndarray:
        """Return the mean of the states of each stretch, and of its neighbours or sentence."""
        rows = []
        for document, spans in zip(self.documents, self.stretches, strict=True):
            if not spans:
                continue
            batch = to_tensors(collate([document], []), torch.device("cpu"))
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                passed = encoder(batch.ids, batch.forms, batch.mask).float()
                states = passed.reshape(-1, 384)[batch.gather]
            pieces = collate.pieces(document)
            means = []
            for span in spans:
                first, last = pieces.range_of(span)
                means.append(states[first:last].mean(dim=0).numpy())
            block = np.stack(means)
            empty = np.zeros_like(block[:1])
            whole = np.repeat(states.mean(dim=0, keepdim=True).numpy(), len(block), axis=0)
            before = np.concatenate([empty, block[:-1]])
            behind = np.concatenate([block[1:], empty])
            rows.append(np.concatenate([block, before, behind, whole], axis=1))
        return np.concatenate([np.concatenate(rows), self.places], axis=1)


def linear_text_model(train: Features, dev: Features) -> list:
    """Train a linear model on TF-IDF and places and return its answers on `dev`."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    characters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), min_df=3, sublinear_tf=True, max_features=100_000
    )
    one = hstack(
        [
            words.fit_transform(train.texts),
            characters.fit_transform(train.texts),
            csr_matrix(train.places),
        ]
    ).tocsr()
    other = hstack(
        [
            words.transform(dev.texts),
            characters.transform(dev.texts),
            csr_matrix(dev.places),
        ]
    ).tocsr()
    return _answers(train, one, other, text=True)


def frozen_model(train: Features, dev: Features, encoder: Encoder, collate: Collator) -> list:
    """Train logistic regression on frozen vectors and return its answers on `dev`."""
    return _answers(train, train.vectors(encoder, collate), dev.vectors(encoder, collate))


def _answers(train: Features, one, other, text: bool = False) -> list:
    if train.kind == "number":
        model = Ridge(3.0) if text else make_pipeline(StandardScaler(), Ridge(100.0))
        return model.fit(one, train.labels).predict(other).tolist()
    if text:
        model = LinearSVC(C=0.3, class_weight="balanced")
    else:
        regression = LogisticRegression(C=0.01, class_weight="balanced", max_iter=300)
        model = make_pipeline(StandardScaler(), regression)
    if train.kind == "articles":
        binarizer = MultiLabelBinarizer().fit(train.labels)
        model = OneVsRestClassifier(model).fit(one, binarizer.transform(train.labels))
        return binarizer.inverse_transform(model.predict(other))
    labels = [x[0] for x in train.labels] if train.kind == "article" else train.labels
    return model.fit(one, labels).predict(other).tolist()


def _majority(train: Features, count: int) -> list:
    if train.kind == "number":
        return [float(np.mean(train.labels))] * count
    if train.kind == "articles":
        names = Counter(name for labels in train.labels for name in labels)
        return [tuple(n for n, c in names.items() if c * 2 > len(train.labels))] * count
    first = [x[0] for x in train.labels] if train.kind == "article" else train.labels
    return [Counter(first).most_common(1)[0][0]] * count


def measure_baselines(
    config: Config, data: Path, out: Path, encoder: Encoder, collate: Collator
) -> None:
    """Measure the three plain models on every data set and log the figures."""
    for name, one in config.sets.items():
        documents = {part: read_set(name, data, part) for part in ("train", "dev")}
        for task in one.tasks:
            if TASKS[task].kind in ("tags", "arcs"):
                continue
            train, dev = (Features(documents[part], task) for part in ("train", "dev"))
            answers = {
                "majority": _majority(train, len(dev.labels)),
                "text": linear_text_model(train, dev),
                "frozen": frozen_model(train, dev, encoder, collate),
            }
            for model, predicted in answers.items():
                if train.kind in ("article", "articles"):
                    figures = article_figures(task, dev.labels, predicted)
                else:
                    figures = span_figures(task, dev.labels, predicted)
                log_figures(out / "baselines.jsonl", set=name, task=task, model=model, **figures)
                sys.stdout.write(f"{name}\t{task}\t{model}\t{figures}\n")
                sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(prog="training.discourse.baselines", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", default="", help="data sets or tasks, with commas between")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    config = read_config(only=[n for n in options.only.split(",") if n])
    weights = published_weights()
    encoder = load_encoder(weights / "model.safetensors").eval()
    collate = Collator(published_tokenizer(weights), config.packing)
    measure_baselines(config, options.data, options.out, encoder, collate)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
