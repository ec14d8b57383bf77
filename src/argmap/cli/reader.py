"""What `argmap evaluate` asks: the annotated document, and the models where they know more."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from argmap.evaluate.document_reader import DocumentReader
from argmap.evaluate.reader import Name, Token

from .inputs import Annotator

if TYPE_CHECKING:
    from spacy.language import Language


class ArgmapReader(DocumentReader):
    """Answers by the pipeline and by the bundled syntax model, each loaded when it is asked."""

    def __init__(self) -> None:
        super().__init__(Annotator())

    def parse(self, text: str) -> Sequence[Token]:
        """Words, classes, tree and sentence starts by the syntax model."""
        from argmap.pipeline import syntax

        return [
            Token(
                start=word.start,
                end=word.end,
                upos=word.upos,
                head=word.head,
                deprel=word.deprel,
                starts_sentence=word.starts_sentence,
            )
            for word in syntax.parse(self._syntax, text)
        ]

    def names(self, text: str) -> Sequence[Name]:
        """Names in nine classes by the syntax model."""
        from argmap.pipeline import syntax

        return [
            Name(start=start, end=end, label=label)
            for start, end, label in syntax.names(self._syntax, text)
        ]

    @cached_property
    def _syntax(self) -> Language:
        from argmap.pipeline.syntax import load_syntax

        return load_syntax()
