"""Build the two untrained pipelines: the syntax of a sentence, and the names in it."""

from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.vectors import Vectors
from thinc.api import Config

CONFIG = Path(__file__).with_name("config.cfg")
PARTS = {
    "names": ("names_tok2vec", "ner"),
    "syntax": ("tok2vec", "morphologizer", "parser", "trainable_lemmatizer"),
}
"""The components of each part; a part is trained alone, then both are joined.

Names come first: no name may cross a sentence's end, and the parser's ends are sometimes wrong.
"""


def add_vectors(nlp: Language, path: Path) -> None:
    """Give the vocabulary the word vectors of a file, looked up by the lower-case word."""
    with numpy.load(path) as kept:
        rows = kept["rows"].astype("float32") * kept["scale"]
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=rows, keys=kept["keys"], attr="LOWER"
        )


def build(part: str, vectors: Path) -> Language:
    """Return the untrained pipeline of one part, as `config.cfg` describes its components."""
    config = Config().from_disk(CONFIG)
    nlp = spacy.blank("en")
    add_vectors(nlp, vectors)
    for name in PARTS[part]:
        settings = dict(config["components"][name])
        nlp.add_pipe(settings.pop("factory"), name=name, config=settings)
    return nlp
