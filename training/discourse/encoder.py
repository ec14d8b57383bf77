"""The encoder all-MiniLM-L6-v2 (six BERT layers of width 384) in plain PyTorch.

The table of word vectors is stored in eight bits, one scale a row, and stays as it is: the tuned
layers and the untouched layers for sentence similarity share it, in training as at run time.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from argmap.discourse.forms import FORMS

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522


class Layer(nn.Module):
    """One transformer layer with the norm behind each half, as in BERT."""

    def __init__(self, dropout: float) -> None:
        """Make an untrained layer."""
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Pass states of [rows, length, width]; `bias` is added to the attention scores."""
        rows, length, _ = states.shape
        split = self.qkv(states).view(rows, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.norm_attention(states + self.dropout(self.out(mixed)))
        inner = functional.gelu(self.inner(states))
        return self.norm_output(states + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Six layers above frozen word vectors."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        """Make an untrained encoder."""
        super().__init__()
        self.register_buffer("words", torch.zeros(VOCABULARY, WIDTH), persistent=False)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.forms = nn.Parameter(torch.zeros(FORMS, WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, forms: Tensor, mask: Tensor) -> Tensor:
        """Return the states of rows of ids and forms; `mask` is one where a piece stands."""
        vectors = functional.embedding(ids, self.words) + functional.embedding(forms, self.forms)
        return self.from_vectors(vectors, mask)

    def from_vectors(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Return the states of rows of word vectors."""
        states = vectors + self.positions[: vectors.shape[1]]
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, bias.to(states.dtype))
        return states


def quantized_words(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return word vectors as signed bytes and one scale a row."""
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127.0
    return np.rint(table / scales).astype(np.int8), scales.astype(np.float32)


def load_encoder(weights: Path, dropout: float = 0.1) -> Encoder:
    """Load the published weights from a safetensors file.

    The type vector of the only type in use is added to the positions; word vectors are rounded to
    the eight bits that they ship with. Forms begin as zeros.
    """
    stored = load_file(weights)
    encoder = Encoder(dropout)
    words, scales = quantized_words(stored["embeddings.word_embeddings.weight"].float().numpy())
    encoder.words.copy_(torch.from_numpy(words.astype(np.float32) * scales))
    kept: dict[str, Tensor] = {
        "positions": stored["embeddings.position_embeddings.weight"]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "forms": encoder.forms.detach(),
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        source, target = f"encoder.layer.{number}", f"layers.{number}"
        for kind in ("weight", "bias"):
            kept[f"{target}.qkv.{kind}"] = torch.cat(
                [stored[f"{source}.attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            )
            for name, published in (
                ("out", "attention.output.dense"),
                ("norm_attention", "attention.output.LayerNorm"),
                ("inner", "intermediate.dense"),
                ("outer", "output.dense"),
                ("norm_output", "output.LayerNorm"),
            ):
                kept[f"{target}.{name}.{kind}"] = stored[f"{source}.{published}.{kind}"]
    encoder.load_state_dict({name: tensor.float() for name, tensor in kept.items()})
    return encoder
