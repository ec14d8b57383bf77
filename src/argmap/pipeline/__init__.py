"""The pipeline: from an article to its annotated document, one component after the other."""

from __future__ import annotations

import sys

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

from .convert import to_document
from .explanation import Explanation, explanations_of
from .factories import COMPONENTS
from .layers import reading_of
from .tokenizer import PatientTokenizer

__all__ = ["Explanation", "annotate", "build", "explain"]


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
    return to_document(_read(nlp, article), article)


def explain(nlp: Language, article: Article) -> tuple[Explanation, ...]:
    """Read an article and say of every segment why it has its labels.

    Args:
        nlp: What `build` returns.
        article: The article; its text stays as it is.

    Returns:
        The explanations in document order, with the ids and values that `annotate` gives.
    """
    return explanations_of(_read(nlp, article), article)


def _read(nlp: Language, article: Article) -> Doc:
    doc = nlp.make_doc(article.text)
    reading = reading_of(doc)
    reading.title, reading.genre = article.title, article.genre
    return nlp(doc)
