"""An article as it was read, before anything is said about it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from .labels import Genre


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The text of one article and what its file or page says about it.

    `text` is final: every offset in an annotation counts its Unicode code points. Line ends are
    `\\n`; a paragraph ends at a line end.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    genre: Genre | None = None

    @property
    def sha256(self) -> str:
        """Fingerprint of the text, as UTF-8."""
        return fingerprint(self.text)


def fingerprint(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, in hexadecimal; lone surrogates are kept apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
