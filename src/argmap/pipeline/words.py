"""The tokens of a Doc as plain Python lists: rules look at each of them many times."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens by number: text, lower case, offsets, and whether a blank follows.

    A token that is itself blank (line ends, double spaces) is left out, and counts as a blank
    after the one before it; `token` gives the number in the Doc.
    """

    text: list[str]
    lower: list[str]
    start: list[int]
    end: list[int]
    spaced: list[bool]
    token: list[int]

    def __len__(self) -> int:
        return len(self.text)


def words_of(doc: Doc) -> Words:
    """Read the tokens that are not blank."""
    words = Words([], [], [], [], [], [])
    for token in doc:
        text = token.text
        if text.isspace():
            if words.spaced:
                words.spaced[-1] = True
            continue
        words.text.append(text)
        words.lower.append(text.lower().replace("’", "'"))
        words.start.append(token.idx)
        words.end.append(token.idx + len(text))
        words.spaced.append(bool(token.whitespace_))
        words.token.append(token.i)
    return words
