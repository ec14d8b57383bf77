"""The discourse model in the pipeline: it reads the article once, and later components ask it."""

from __future__ import annotations

from spacy.tokens import Doc

from argmap.discourse.model import DiscourseModel

from .layers import Offsets, reading_of


class DiscourseReader:
    """Puts `reading.discourse` on a Doc whose blocks and sentences are known."""

    def __init__(self, model: DiscourseModel) -> None:
        """Keep the model."""
        self._model = model

    def __call__(self, doc: Doc) -> Doc:
        """Pass over the article; its first heading or sentence is what every window begins with."""
        sentences = sentence_offsets(doc)
        title = sentences[0] if len(sentences) > 1 else None
        reading_of(doc).discourse = self._model.read(doc.text, sentences, title)
        return doc


def sentence_offsets(doc: Doc) -> list[Offsets]:
    """Where the sentences of a Doc stand, without blanks around them."""
    found = []
    text = doc.text
    for sentence in doc.sents:
        stretch = text[sentence.start_char : sentence.end_char]
        if stretch.strip():
            start = sentence.start_char + len(stretch) - len(stretch.lstrip())
            found.append((start, start + len(stretch.strip())))
    return found
