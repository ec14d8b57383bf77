"""Makes the files that run without PyTorch, and checks that they say the same.

`python -m training.discourse.export --data PATH --run DIR --out DIR` writes the tuned layers and
the untouched layers as ONNX with eight-bit weights, the shared word vectors, the heads, and a
description, then measures the development parts with the files and with the network.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from torch import Tensor, nn

from .batch import Collator
from .calibrate import load_offsets, with_offsets
from .checkpoint import load_weights
from .config import Config, read_config
from .encoder import POSITIONS, WIDTH, Encoder, load_encoder, quantized_words
from .figures import log_figures
from .measure import measure
from .network import Network, scorer
from .readers import read_set
from .reading import ExportedEncoder, ExportedModel
from .similarity import FEATURES, YEARS, fit, measure_similarity, read_pairs
from .tasks import TASKS
from .train import make_network, published_tokenizer, published_weights

VERSION = 1
OPSET = 17


class Layers(nn.Module):
    """The part of an encoder above the word vectors."""

    def __init__(self, encoder: Encoder) -> None:
        """Take an encoder."""
        super().__init__()
        self.encoder = encoder

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Return the states of rows of word vectors."""
        return self.encoder.from_vectors(vectors, mask)


def export_layers(encoder: Encoder, path: Path) -> None:
    """Write the layers of an encoder as ONNX with eight-bit weights."""
    plain, prepared = path.with_suffix(".plain"), path.with_suffix(".prepared")
    layers = Layers(encoder.cpu().float()).eval()
    example = torch.randn(2, 24, WIDTH), torch.ones(2, 24)
    torch.onnx.export(
        layers,
        example,
        str(plain),
        input_names=["vectors", "mask"],
        output_names=["states"],
        dynamic_axes={name: {0: "rows", 1: "pieces"} for name in ("vectors", "mask", "states")},
        opset_version=OPSET,
        dynamo=False,
    )
    quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(path),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    plain.unlink()
    prepared.unlink()


def sentence_vectors(
    encoder: ExportedEncoder, tokenizer: Tokenizer, sentences: Sequence[str]
) -> np.ndarray:
    """Return the mean state of each sentence, read alone, as the published model does."""
    vectors = []
    for sentence in sentences:
        ids = np.array([tokenizer.encode(sentence).ids])
        vectors.append(encoder(ids, np.ones(ids.shape, dtype=np.float32))[0].mean(axis=0))
    return np.stack(vectors)


def export(
    network: Network,
    config: Config,
    offsets: Mapping[str, float],
    weights: Path,
    data: Path,
    out: Path,
) -> None:
    """Write all files that the run-time reading needs."""
    out.mkdir(parents=True, exist_ok=True)
    export_layers(network.encoder, out / "discourse.onnx")
    untouched = load_encoder(weights / "model.safetensors")
    export_layers(untouched, out / "similarity.onnx")
    words, scales = quantized_words(untouched.words.numpy())
    np.savez(out / "words.npz", words=words, scales=scales)
    heads = {k: v.cpu().numpy().astype(np.float16) for k, v in network.heads.state_dict().items()}
    np.savez(out / "heads.npz", **heads)
    (out / "tokenizer.json").write_bytes((weights / "tokenizer.json").read_bytes())
    tokenizer = published_tokenizer(weights)
    embed = partial(sentence_vectors, ExportedEncoder(out, "similarity"), tokenizer)
    pairs = [pair for year in YEARS for pair in read_pairs(data / "sts", year)]
    coefficients, intercept = fit(pairs, embed)
    packing = config.packing
    description = {
        "similarity": {
            "features": dict(zip(FEATURES, coefficients, strict=True)),
            "intercept": intercept,
        },
        "version": VERSION,
        "positions": POSITIONS,
        "offsets": dict(offsets),
        "packing": {"size": packing.size, "title": packing.title, "context": packing.context},
        "tasks": {
            name: {
                "kind": TASKS[name].kind,
                "classes": list(TASKS[name].classes),
                "neighbours": TASKS[name].neighbours,
                "around": TASKS[name].around,
            }
            for name in network.heads
        },
        "sha256": {
            path.name: sha256(path.read_bytes()).hexdigest()
            for path in sorted(out.iterdir())
            if path.suffix in (".onnx", ".npz") or path.name == "tokenizer.json"
        },
    }
    text = json.dumps(description, indent=2, sort_keys=True) + "\n"
    (out / "model.json").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, export, and measure both; status 1 if a figure falls a point or more."""
    parser = argparse.ArgumentParser(prog="training.discourse.export", description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder that train wrote")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="folder of the published encoder")
    parser.add_argument("--only", default="", help="data sets or tasks to measure")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    weights = options.weights or published_weights()
    config = read_config(options.run / "config.toml")
    network = make_network(config, weights)
    load_weights(options.run, network)
    network.eval()
    offsets = load_offsets(options.run)
    export(network, config, offsets, weights, options.data, options.out)
    tokenizer = published_tokenizer(weights)
    embed = partial(sentence_vectors, ExportedEncoder(options.out, "similarity"), tokenizer)
    found = measure_similarity(options.data / "sts", embed)
    log_figures(options.run / "figures.jsonl", shipped="sts", **found)
    sys.stdout.write(f"sts\t{found}\n")
    collate = Collator(tokenizer, config.packing)
    readings = {
        "trained": with_offsets(scorer(network, torch.device("cpu")), offsets),
        "shipped": ExportedModel(options.out),
    }
    worst = 0.0
    chosen = read_config(options.run / "config.toml", [n for n in options.only.split(",") if n])
    for name, one in chosen.sets.items():
        dev = read_set(name, options.data, "dev")
        figures: dict[str, dict[str, float]] = {}
        for kind, reading in readings.items():
            figures[kind] = measure(reading, dev, collate, one.tasks)
        for figure, value in figures["trained"].items():
            worst = min(worst, figures["shipped"][figure] - value)
        log_figures(options.run / "figures.jsonl", shipped=name, **figures["shipped"])
        sys.stdout.write(f"{name}\t{figures}\n")
        sys.stdout.flush()
    sys.stdout.write(f"largest loss by eight bits: {-worst:.4f}\n")
    return int(worst <= -0.01)


if __name__ == "__main__":
    raise SystemExit(main())
