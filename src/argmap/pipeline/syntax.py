"""The bundled syntax model: word classes, morphology, lemmas and trees.

The model is a spaCy pipeline whose word vectors are kept in eight bits and whose weights in
sixteen (`training/syntax` makes it). A long article is read a run of sentences at a time, so that
memory does not grow with its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.util import compile_prefix_regex, compile_suffix_regex
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from argmap.models import FOLDER, model_folder

SYNTAX_VERSION = "1.1.0"
_LAYERS = [POS, MORPH, LEMMA, HEAD, DEP]
_RUNS = (r"[!?]{2,}", r"[*=_~]{2,}", r"<{2,}", r">{2,}", r"\.\?")
_WHOLE = re.compile(
    r"(?:\d{3}-)?\d{3}-\d{4}|\d-\d{3}-\d{3}-\d{4}|[eE]-mails?"
    r"|(?:anti|co|ex|multi|non|post|pre|pro|re|semi|sub)-[a-z]+"
)
_RUN = 2000  # tokens that are read at a time, but for a longer sentence


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word of a tree (Universal Dependencies); `head` is its head's place, a root's its own."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str
    starts_sentence: bool


def load_syntax(folder: Path = FOLDER, vocab: Vocab | bool = True) -> Language:
    """Load the bundled syntax model.

    Args:
        folder: Where the models lie.
        vocab: The vocabulary of the pipeline that the model is to serve; by default its own.

    Raises:
        MissingProgramError: a file of it is missing, cut short, changed or of another version.
    """
    place = model_folder("syntax", SYNTAX_VERSION, folder)
    nlp = spacy.load(place, vocab=vocab, exclude=["vocab", "tokenizer"])
    _cut_as_treebanks(nlp)
    _widen(nlp)
    for letters in srsly.read_json(place / "strings.json"):
        nlp.vocab.strings.add(letters)
    with np.load(place / "vectors.npz") as kept:
        rows = kept["rows"].astype("float32") * kept["scale"]
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=rows, keys=kept["keys"], attr="LOWER"
        )
    return nlp


def _cut_as_treebanks(nlp: Language) -> None:
    """Let the tokenizer leave whole what Universal Dependencies count as one word.

    Runs of one mark ("!!", ">>"), telephone numbers, and words behind a prefix with a hyphen.
    """
    tokenizer: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *defaults.suffixes]).search
    tokenizer.token_match = _WHOLE.fullmatch


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


class SyntaxReader:
    """Fills word classes, morphology, lemmas and trees of a Doc whose sentences are known."""

    def __init__(self, nlp: Language) -> None:
        """Keep the model; its vocabulary must be the Doc's."""
        self._components = [component for _, component in nlp.pipeline]

    def __call__(self, doc: Doc) -> Doc:
        """Read the sentences in runs; where a sentence begins stays as it is."""
        starts: Any = doc.to_array([SENT_START]).reshape(-1, 1)
        layers: Any = np.zeros((len(doc), len(_LAYERS)), dtype="uint64")
        for first, last in _runs(doc):
            part = doc[first:last].as_doc()
            for component in self._components:
                part = component(part)
            layers[first:last] = part.to_array(_LAYERS)
        doc.from_array(_LAYERS, layers)
        doc.from_array([SENT_START], starts)
        return doc


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences of about so many tokens."""
    first = 0
    for token in doc:
        if token.is_sent_start and token.i - first >= _RUN:
            yield first, token.i
            first = token.i
    if first < len(doc):
        yield first, len(doc)


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
