"""Saves a run so that it goes on exactly where it stopped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import torch
from torch import nn

NAME = "checkpoint.pt"


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
