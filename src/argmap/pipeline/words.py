"""The tokens of a Doc as plain Python lists: rules look at each of them many times."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

_KEY = "argmap_words"
_APOSTROPHES = frozenset({"'", "’"})


@dataclass(frozen=True, slots=True)
class Words:
    """Tokens by number: text, lower case, offsets, and whether a blank follows.

    A token that is itself blank (line ends, double spaces) is left out, and counts as a blank
    after the one before it; `token` gives the number in the Doc. The apostrophe of a plural's
    possessive ("the workers' fund") reads `'s`, as that of a singular does.
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
    """The tokens that are not blank; a Doc is gone through once."""
    known = doc.user_data.get(_KEY)
    if known is None:
        known = doc.user_data[_KEY] = _read(doc)
    assert isinstance(known, Words)
    return known


def _read(doc: Doc) -> Words:
    words = Words([], [], [], [], [], [])
    for token in doc:
        text = token.text
        if text in _APOSTROPHES and _is_possessive(words, token):
            text = "'s"
        if text.isspace():
            if words.spaced:
                words.spaced[-1] = True
            continue
        words.text.append(text)
        words.lower.append(text.lower().replace("’", "'"))
        words.start.append(token.idx)
        words.end.append(token.idx + len(token.text))
        words.spaced.append(bool(token.whitespace_))
        words.token.append(token.i)
    return words


def _is_possessive(words: Words, apostrophe: Token) -> bool:
    """Whether an apostrophe ends a plural, with a word after it: no closing quotation mark."""
    if not words.text or words.spaced[-1] or words.text[-1][-1:] not in {"s", "S"}:
        return False
    following = apostrophe.i + 1
    if not apostrophe.whitespace_ or following >= len(apostrophe.doc):
        return False
    return bool(apostrophe.doc[following].text[:1].isalnum())
