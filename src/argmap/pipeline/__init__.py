"""The pipeline: from an article to its annotated document, one component after the other."""

from __future__ import annotations

import sys

import spacy
from spacy.language import Language

from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

from .convert import to_document
from .factories import COMPONENTS
from .layers import reading_of
from .tokenizer import PatientTokenizer

__all__ = ["annotate", "build"]


def build() -> Language:
    """Make the English pipeline with all components of argmap, in order."""
    nlp = spacy.blank("en")
    nlp.max_length = sys.maxsize  # the components are linear; memory is the only limit
    nlp.tokenizer = PatientTokenizer(nlp)
    for name, _ in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def annotate(nlp: Language, article: Article) -> AnnotatedDocument:
    """Read an article and return everything that was found in it.

    Args:
        nlp: What `build` returns.
        article: The article; its text stays as it is.
    """
    doc = nlp.make_doc(article.text)
    reading = reading_of(doc)
    reading.title, reading.genre = article.title, article.genre
    return to_document(nlp(doc), article)
