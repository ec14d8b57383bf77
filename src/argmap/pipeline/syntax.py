"""The bundled syntax model: word classes, trees and names of a raw text.

The model is a spaCy pipeline whose word vectors are kept in eight bits and whose weights in
sixteen (`training/syntax` makes it). The reading of articles does not use it yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Token
from spacy.vectors import Vectors

from argmap.models import FOLDER, model_folder

SYNTAX_VERSION = "1.0.0"


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word of a tree (Universal Dependencies); `head` is its head's place, a root's its own."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str
    starts_sentence: bool


def load_syntax(folder: Path = FOLDER) -> Language:
    """Load the bundled syntax model.

    Raises:
        MissingProgramError: a file of it is missing, cut short, changed or of another version.
    """
    place = model_folder("syntax", SYNTAX_VERSION, folder)
    nlp = spacy.load(place, exclude=["vocab", "tokenizer"])
    _widen(nlp)
    for letters in srsly.read_json(place / "strings.json"):
        nlp.vocab.strings.add(letters)
    with numpy.load(place / "vectors.npz") as kept:
        rows = kept["rows"].astype("float32") * kept["scale"]
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=rows, keys=kept["keys"], attr="LOWER"
        )
    return nlp


def parse(nlp: Language, text: str) -> list[ParsedWord]:
    """The words of a text with class, head and relation; blanks and line ends are left out."""
    doc = nlp(text)
    words = [token for token in doc if not token.is_space]
    places = {token.i: place for place, token in enumerate(words)}
    sentences: set[int] = set()
    found = []
    for place, token in enumerate(words):
        head = _head(token)
        opening = token.sent.start
        found.append(
            ParsedWord(
                start=token.idx,
                end=token.idx + len(token.text),
                upos=token.pos_,
                head=place if head is None else places[head.i],
                deprel="root" if head is None else token.dep_,
                starts_sentence=opening not in sentences,
            )
        )
        sentences.add(opening)
    return found


def names(nlp: Language, text: str) -> list[tuple[int, int, str]]:
    """The names in a text: start, end and class, in nine classes."""
    return [(name.start_char, name.end_char, name.label_) for name in nlp(text).ents]


def _widen(nlp: Language) -> None:
    """Turn the networks' weights, kept in sixteen bits, into the thirty-two that they run in."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))


def _head(token: Token) -> Token | None:
    """The nearest head that is a word; `None` for a root."""
    while token.head.i != token.i:
        token = token.head
        if not token.is_space:
            return token
    return None
