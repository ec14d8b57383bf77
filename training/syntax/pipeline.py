"""Build the untrained pipeline."""

from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.vectors import Vectors
from thinc.api import Config

CONFIG = Path(__file__).with_name("config.cfg")
TRAINED = "trained"
"""The folder of a run that holds the trained pipeline."""


def add_vectors(nlp: Language, path: Path) -> None:
    """Give the vocabulary the word vectors of a file, looked up by the lower-case word."""
    with numpy.load(path) as kept:
        rows = kept["rows"].astype("float32") * kept["scale"]
        nlp.vocab.vectors = Vectors(
            strings=nlp.vocab.strings, data=rows, keys=kept["keys"], attr="LOWER"
        )


def build(vectors: Path) -> Language:
    """Return the untrained pipeline, as `config.cfg` describes its components."""
    config = Config().from_disk(CONFIG)
    nlp = spacy.blank("en")
    add_vectors(nlp, vectors)
    for name, described in config["components"].items():
        settings = dict(described)
        nlp.add_pipe(settings.pop("factory"), name=name, config=settings)
    return nlp
