"""Agreement of annotators: how far, on which layer, and where they differ."""

from __future__ import annotations

from .annotators import Annotator, read_annotators, shared_articles
from .coefficient import Coefficient
from .disagreements import Disagreement, disagreements
from .gamma import load_gamma
from .layer import LayerAgreement
from .measure import Agreement, Passage, measure_agreement

__all__ = [
    "Agreement",
    "Annotator",
    "Coefficient",
    "Disagreement",
    "LayerAgreement",
    "Passage",
    "disagreements",
    "load_gamma",
    "measure_agreement",
    "read_annotators",
    "shared_articles",
]
