"""Several outlets' articles on one story, side by side: claims, changes, frames, sources."""

from __future__ import annotations

from .lexical import LexicalSimilarity
from .similarity import Match, Similarity, SimilarityOf
from .story import compare

__all__ = ["LexicalSimilarity", "Match", "Similarity", "SimilarityOf", "compare"]
