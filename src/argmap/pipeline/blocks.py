"""Paragraphs and headings, as the text's line ends give them."""

from __future__ import annotations

from spacy.tokens import Doc

from argmap.model.structure import blocks

from .layers import reading_of


def mark_blocks(doc: Doc) -> Doc:
    """Write `reading.blocks`."""
    reading_of(doc).blocks = blocks(doc.text)
    return doc
