"""The folder of annotation files, with what the machine last wrote kept beside them.

A person never marks an edit: it is known by comparing the file with the machine's copy of it in
`.argmap/`. A file without such a copy is a person's too. The machine's layer may be written anew at
any time; a person's file is never overwritten.
"""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Any

from argmap.errors import AnnotationError, InputError

from .document import SCHEMA_NAME, AnnotatedDocument
from .files import dumps, loads_document, read_document, write_text
from .schema import read_schema


class Owner(Enum):
    """Who wrote what stands in an annotation file now."""

    NOBODY = "nobody"
    MACHINE = "machine"
    PERSON = "person"


class AnnotationStore:
    """Annotation files by article id in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, article_id: str) -> Path:
        """Where the annotation file of an article stands."""
        return self.folder / f"{article_id}.json"

    def read(self, article_id: str) -> AnnotatedDocument:
        """Read and check an article's annotation file; raises InputError or AnnotationError."""
        return read_document(self.path(article_id))

    def owner(self, article_id: str) -> Owner:
        """Who wrote what stands in the file of this article; formatting alone is no edit."""
        path = self.path(article_id)
        if not path.exists():
            return Owner.NOBODY
        try:
            present, written = _value(path), _value(self._copy(article_id))
        except (OSError, ValueError):
            return Owner.PERSON
        return Owner.MACHINE if present == written else Owner.PERSON

    def write(self, document: AnnotatedDocument) -> Path:
        """Write the machine's reading of an article; raises OutputError.

        The caller asks `owner` first; a person's file is refused with an InputError.
        """
        identifier = document.article.id
        path = self.path(identifier)
        if self.owner(identifier) is Owner.PERSON:
            raise InputError(
                f"{path} was edited by a person and is kept; give that file itself, or name another"
                " folder with --annotations."
            )
        text = dumps(document)
        # The file first: should the process die between the two, the new file differs from the old
        # copy and counts as a person's, which loses nothing.
        write_text(path, text)
        write_text(self._copy(identifier), text)
        schema = self.folder / SCHEMA_NAME
        if not schema.exists() or schema.read_text(encoding="utf-8") != read_schema():
            write_text(schema, read_schema())
        return path

    def last_written(self, article_id: str) -> AnnotatedDocument | None:
        """What the machine last wrote for an article, or `None` where that is not known."""
        path = self._copy(article_id)
        try:
            return loads_document(path.read_text(encoding="utf-8"), name=str(path))
        except (OSError, UnicodeDecodeError, AnnotationError):
            return None

    def _copy(self, article_id: str) -> Path:
        return self.folder / ".argmap" / f"{article_id}.json"


def _value(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
