"""Several outlets' articles on one story, side by side: claims, changes, frames, sources."""

from __future__ import annotations

from .links import Absent, Link, LinkKind, stale
from .story import compare
from .tables import tables

__all__ = ["Absent", "Link", "LinkKind", "compare", "stale", "tables"]
