"""Joins tokens of a treebank into text as people write it, and keeps where each token went."""

from __future__ import annotations

from collections.abc import Sequence

from .document import Offsets

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
_QUOTES = {"``": '"', "''": '"'}
_NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", "!", "?", "%", ")", "]", "}", "'", "...", "…"])
_NO_SPACE_AFTER = frozenset(["(", "[", "{", "$", "#", "£", "€"])


def detokenize(tokens: Sequence[str]) -> tuple[str, list[Offsets]]:
    """Join tokens; return the text and the offsets of every token in it."""
    text = ""
    offsets: list[Offsets] = []
    open_quote = False
    glue = True
    for token in tokens:
        written = _BRACKETS.get(token) or _QUOTES.get(token) or token
        closes = written == '"' and (token == "''" or (token == '"' and open_quote))
        clitic = written.lower() == "n't" or (written[0] in "'’" and written[1:].isalpha())
        if not (glue or closes or clitic or written in _NO_SPACE_BEFORE):
            text += " "
        offsets.append((len(text), len(text) + len(written)))
        text += written
        glue = written in _NO_SPACE_AFTER or (written == '"' and not closes)
        if written == '"':
            open_quote = not closes
    return text, offsets
