"""Joins the tokens of a data set into text as newspapers set it, keeping where each one went."""

from __future__ import annotations

from collections.abc import Sequence

from .reader import Offsets

_WRITTEN = {
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "``": '"',
    "''": '"',
}
_GLUED_LEFT = frozenset(",.;:!?%)]}…”’") | {"...", "n't", "n’t"}
_GLUED_RIGHT = frozenset("([{$£€#“‘") | {"US$", "A$", "C$", "S$", "HK$"}
_JOINING = frozenset("-/–")


def detokenize(tokens: Sequence[str]) -> tuple[str, list[Offsets]]:
    """Join tokens; gives the text and the offsets of every token in it.

    Straight quotation marks open and close in turn; a hyphen or slash between two words joins them,
    a dash only between two numbers.
    """
    text = ""
    places: list[Offsets] = []
    open_quote = glue = False
    for number, token in enumerate(tokens):
        written = _WRITTEN.get(token, token)
        closes = written == '"' and (token == "''" or (token == '"' and open_quote))
        joins = _joins(tokens, number)
        if text and not (glue or closes or joins or written in _GLUED_LEFT or _clitic(written)):
            text += " "
        places.append((len(text), len(text) + len(written)))
        text += written
        opens = written == '"' and not closes
        glue = written in _GLUED_RIGHT or opens or joins
        if written == '"':
            open_quote = opens
    return text, places


def _clitic(token: str) -> bool:
    return token[:1] in ("'", "’") and token[1:].isalpha() and len(token) <= 3


def _joins(tokens: Sequence[str], number: int) -> bool:
    """Whether a mark makes one word of its neighbours: a compound, a range, not a dash."""
    if tokens[number] not in _JOINING or not 0 < number < len(tokens) - 1:
        return False
    before, after = tokens[number - 1], tokens[number + 1]
    if not (before[-1:].isalnum() and after[:1].isalnum()):
        return False
    if tokens[number] == "–":
        return before.isdigit() and after.isdigit()
    return True
