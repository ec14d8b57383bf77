"""Scores argmap on labels that people made; knows nothing of how the answers come about."""

from __future__ import annotations

from .benchmark import Crash, Result, evaluate
from .datasets import DATASETS
from .reader import Reader

__all__ = ["DATASETS", "Crash", "Reader", "Result", "evaluate"]
