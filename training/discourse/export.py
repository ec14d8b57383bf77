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
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from argmap.discourse.batch import Collator
from argmap.discourse.encoder import Encoder as ExportedEncoder
from argmap.discourse.encoder import load_words
from argmap.discourse.model import DISCOURSE_VERSION, DiscourseModel
from argmap.discourse.similarity import FEATURES, SentenceSimilarity
from argmap.discourse.tasks import TASKS

from .calibrate import OFFSETS, TEMPERATURES, load_numbers, with_offsets
from .checkpoint import load_weights
from .config import Config, read_config
from .encoder import POSITIONS, WIDTH, Encoder, load_encoder, quantized_words
from .figures import log_figures
from .measure import measure
from .network import Network, scorer
from .readers import read_set
from .similarity import YEARS, fit, measure_similarity, read_pairs
from .train import make_network, published_tokenizer, published_weights

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


def similarity(folder: Path) -> SentenceSimilarity:
    """The exported untouched layers, before anything was learned from scored pairs."""
    tokenizer = published_tokenizer(folder)
    encoder = ExportedEncoder(folder, "similarity", load_words(folder))
    return SentenceSimilarity(encoder, tokenizer, weights=(), intercept=0.0)


def export(
    network: Network,
    config: Config,
    offsets: Mapping[str, float],
    temperatures: Mapping[str, float],
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
    np.savez(
        out / "forms.npz",
        discourse=network.encoder.forms.detach().cpu().numpy(),
        similarity=untouched.forms.detach().numpy(),
    )
    heads = {k: v.cpu().numpy().astype(np.float16) for k, v in network.heads.state_dict().items()}
    np.savez(out / "heads.npz", **heads)
    (out / "tokenizer.json").write_bytes((weights / "tokenizer.json").read_bytes())
    pairs = [pair for year in YEARS for pair in read_pairs(data / "sts", year)]
    coefficients, intercept = fit(pairs, similarity(out).vectors)
    packing = config.packing
    description = {
        "similarity": {
            "features": dict(zip(FEATURES, coefficients, strict=True)),
            "intercept": intercept,
        },
        "version": DISCOURSE_VERSION,
        "positions": POSITIONS,
        "offsets": dict(offsets),
        "temperatures": dict(temperatures),
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
    offsets = load_numbers(options.run / OFFSETS)
    temperatures = load_numbers(options.run / TEMPERATURES)
    export(network, config, offsets, temperatures, weights, options.data, options.out)
    found = measure_similarity(options.data / "sts", similarity(options.out).vectors)
    log_figures(options.run / "figures.jsonl", shipped="sts", **found)
    sys.stdout.write(f"sts\t{found}\n")
    collate = Collator(published_tokenizer(weights), config.packing)
    readings = {
        "trained": with_offsets(scorer(network, torch.device("cpu")), offsets),
        "shipped": DiscourseModel(options.out),
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
