"""Sentence ends by a plain rule: what baselines take for a sentence."""

from __future__ import annotations

import re

from .reader import Offsets

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?…]+[\"'”’)\]]*(?=\s)|(?=\s*(?:\n|$)))")


def plain_sentences(text: str) -> list[Offsets]:
    """Cut a text at line ends and wherever a full stop or its like stands before a blank."""
    return [found.span() for found in _SENTENCE.finditer(text)]
