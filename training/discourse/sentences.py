"""Sentence ends by plain rules, for data sets that come as running text.

The model reads windows of whole sentences; where a sentence ends matters little to it, so the
recipe needs no trained splitter and stays independent of the syntax model.
"""

from __future__ import annotations

import re

from argmap.discourse.document import Offsets

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Hon|Jr|Sr|St|vs|No|Inc|Corp|Co|Ltd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.$"
)


def split_sentences(text: str) -> tuple[Offsets, ...]:
    """Return the offsets of the sentences of a text; a line break always ends one."""
    sentences: list[Offsets] = []
    for line in re.finditer(r"[^\n\r]+", text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if not _ABBREVIATION.search(text, start, end.end()):
                _add(sentences, text, start, end.end())
                start = end.end()
        _add(sentences, text, start, line.end())
    return tuple(sentences)


def _add(sentences: list[Offsets], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    if stretch.strip():
        sentences.append((start + left, start + len(stretch.rstrip())))
