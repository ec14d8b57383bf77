"""Several outlets' articles on one story, side by side: claims, changes, frames, sources."""

from __future__ import annotations

from .similarity import LexicalSimilarity, Match, Similarity, SimilarityOf
from .story import compare

__all__ = ["LexicalSimilarity", "Match", "Similarity", "SimilarityOf", "compare"]
