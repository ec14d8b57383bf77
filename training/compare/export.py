"""Put the tuned layers into a model's folder, and learn anew how the scored pairs of people weigh.

The layers are the mean of the published and the tuned ones (Wortsman et al. 2022): of half the way
claims keep most of what tuning gave, and the likeness of whole sentences loses nothing.

Usage: python -m training.compare.export --data DATA --run RUN --model src/argmap/models/discourse

Write the manifest (`scripts/manifest.py`) and the weights of the pair score (`fit`) afterwards.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from safetensors.torch import load_file

from argmap.discourse.model import DISCOURSE_VERSION
from argmap.discourse.similarity import FEATURES

from ..discourse.encoder import load_encoder
from ..discourse.export import export_layers, similarity
from ..discourse.similarity import YEARS, fit, measure_similarity, read_pairs
from ..discourse.train import published_weights
from .tune import LAYERS

SHARE_OF_TUNED = 0.5


def main() -> None:
    """Export, fit, and print how well sentences are scored, each year by the other one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder that tune wrote")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--share", type=float, default=SHARE_OF_TUNED, help="of the tuned layers")
    options = parser.parse_args()
    encoder = load_encoder(published_weights() / "model.safetensors")
    tuned = load_file(options.run / LAYERS)
    published = encoder.state_dict()
    encoder.load_state_dict(
        {name: torch.lerp(published[name], tuned[name], options.share) for name in published}
    )
    export_layers(encoder, options.model / "similarity.onnx")
    vectors = similarity(options.model).vectors
    pairs = [pair for year in YEARS for pair in read_pairs(options.data / "sts", year)]
    coefficients, intercept = fit(pairs, vectors)
    path = options.model / "model.json"
    description = json.loads(path.read_text(encoding="utf-8"))
    description["version"] = DISCOURSE_VERSION
    description["similarity"] = {
        "features": dict(zip(FEATURES, coefficients, strict=True)),
        "intercept": intercept,
    }
    path.write_text(json.dumps(description, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    for name, figure in measure_similarity(options.data / "sts", vectors).items():
        print(f"{name} {figure:.4f}")


if __name__ == "__main__":
    main()
