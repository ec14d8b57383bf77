"""What an article's file or page says about it."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.labels import Genre


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, outlet and the like; None where the file or page does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    genre: Genre | None = None
