"""spaCy's English tokenizer, kept from slowing down on runs without blanks.

spaCy peels prefixes and suffixes off a run one by one and looks at the whole rest each time, which
takes minutes on a line of ten thousand brackets. Runs that long are cut into pieces first.
"""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

_MAX_RUN = 200  # characters without a blank; only addresses and rubbish are longer
_PIECE = 50
_LONG_RUN = re.compile(rf"\S{{{_MAX_RUN + 1},}}")


class PatientTokenizer:
    """Calls a language's tokenizer, on pieces where a run of the text is too long for it."""

    def __init__(self, nlp: Language) -> None:
        self._tokenize = nlp.tokenizer
        self._vocab = nlp.vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize a text; the tokens and their blanks always add up to it."""
        if not _LONG_RUN.search(text):
            found: Doc = self._tokenize(text)
            return found
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _pieces(text):
            for token in self._tokenize(piece):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self._vocab, words=words, spaces=spaces)


def _pieces(text: str) -> list[str]:
    """The text in pieces that end inside the long runs, never beside a blank."""
    cuts = [0]
    for run in _LONG_RUN.finditer(text):
        cuts.extend(range(run.start() + _PIECE, run.end(), _PIECE))
    cuts.append(len(text))
    return [text[start:end] for start, end in pairwise(cuts)]
