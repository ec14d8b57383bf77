"""Saves a run so that it goes on exactly where it stopped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import nn

NAME = "checkpoint.pt"
WEIGHTS = "weights.safetensors"


def save_checkpoint(
    out: Path, step: int, fingerprint: str, network: nn.Module, optimizer: torch.optim.Optimizer
) -> None:
    """Write the state after `step` steps; a crash while writing leaves the old one in place."""
    state = {
        "step": step,
        "fingerprint": fingerprint,
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
    }
    fresh = out / f"{NAME}.new"
    torch.save(state, fresh)
    os.replace(fresh, out / NAME)
    save_weights(out, network)


def save_weights(out: Path, network: nn.Module) -> None:
    """Write the weights alone, in half floats; the word vectors, never trained, are left out."""
    half = {name: tensor.half().cpu() for name, tensor in network.state_dict().items()}
    save_file(half, out / f"{WEIGHTS}.new")
    os.replace(out / f"{WEIGHTS}.new", out / WEIGHTS)


def load_weights(out: Path, network: nn.Module) -> None:
    """Load the weights that a run has saved last.

    Raises:
        FileNotFoundError: if nothing was saved yet.
    """
    stored = load_file(out / WEIGHTS)
    network.load_state_dict({name: tensor.float() for name, tensor in stored.items()})


def load_checkpoint(
    out: Path,
    fingerprint: str,
    network: nn.Module,
    optimizer: torch.optim.Optimizer,
    device: torch.device,
) -> int:
    """Load the state and return how many steps were made; 0 if nothing was saved yet.

    Raises:
        ValueError: if the checkpoint was made with other settings or other data.
    """
    path = out / NAME
    if not path.exists():
        return 0
    state: dict[str, Any] = torch.load(path, map_location=device, weights_only=True)
    if state["fingerprint"] != fingerprint:
        raise ValueError(f"{path} belongs to other settings or data: take another --out")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])
