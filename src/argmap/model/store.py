"""The folder of annotation files, with what the machine last wrote kept beside them.

A person never marks an edit: it is known by comparing the file with the machine's copy of it in
`.argmap/`. A file without such a copy is a person's too. The machine's layer may be written anew at
any time; a person's file is merged with a new reading, and what has no place in it any more is put
aside. Nothing that a person did is ever lost.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from argmap.errors import AnnotationError, ArgmapError, InputError

from .article import fingerprint
from .aside import Aside, read_aside, write_aside
from .document import SCHEMA_NAME, AnnotatedDocument
from .files import (
    as_text,
    as_value,
    dumps,
    loads_document,
    read_document,
    read_text,
    replace_text,
    write_text,
)
from .matching import Value
from .merge import merge
from .merge_state import Note
from .putting_back import put_back
from .schema import read_schema


class Owner(Enum):
    """Who wrote what stands in an annotation file now."""

    NOBODY = "nobody"
    MACHINE = "machine"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Update:
    """What a new reading does to an annotation file, before it is written."""

    document: AnnotatedDocument  # what the file will hold
    machine: AnnotatedDocument | None  # the new reading; `None` where the file stays unmerged
    before: str | None  # the file's text when it was read
    aside: Aside
    notes: tuple[Note, ...] = ()  # what was done with the work of a person
    merged: bool = False  # whether each label in it that is a person's has its record

    @property
    def changed(self) -> bool:
        """Whether the file will hold something else than it does."""
        return self.before is None or json.loads(self.before) != as_value(self.document)


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
            present = json.loads(path.read_text(encoding="utf-8"))
            written = json.loads(self._written(article_id))
        except (OSError, ValueError):
            return Owner.PERSON
        return Owner.MACHINE if present == written else Owner.PERSON

    def plan(self, document: AnnotatedDocument) -> Update:
        """What a new reading would do to an article's file; writes nothing.

        A person's file is merged with it. Raises InputError where a person's file belongs to
        another text and what the machine wrote first is not known, AnnotationError where it or
        what was put aside is not valid.
        """
        identifier = document.article.id
        path = self.path(identifier)
        before = read_text(path) if path.exists() else None
        aside = read_aside(self.aside(identifier))
        machine_s = self.owner(identifier) is Owner.MACHINE and not aside.deleted
        if before is None or machine_s:
            return self._with_returned(Update(document, document, before, aside))
        present = loads_document(before, name=str(path))
        written = self.last_written(identifier)
        if written is None:
            if present.article.sha256 != document.article.sha256:
                raise InputError(
                    f"{path} belongs to another text of this article, and what argmap wrote first"
                    " is not known; give that file itself, or name another folder with"
                    " --annotations."
                )
            return Update(present, None, before, aside)
        base, ours, theirs = (as_value(each) for each in (written, present, document))
        last = self._last_merged(identifier)
        merged = merge(base, ours, theirs, run=True, deleted=aside.deleted, written=last)
        value, notes, again = merged.value, merged.notes, theirs != base
        if again:
            value, returned, aside = put_back(value, aside)
            notes = (*notes, *returned)
        aside = aside.with_more(merged.parked, merged.deleted, text=ours["text"])
        result = present
        if value != ours:
            result = loads_document(as_text(value), name=str(path))
        # A reading that is the old one is not merged: a person's new edits have no record yet.
        return Update(result, document, before, aside, notes, merged=again)

    def _with_returned(self, update: Update) -> Update:
        """The machine's own new file, with what a person's words that are back say of it."""
        value, notes, aside = put_back(as_value(update.document), update.aside)
        if not notes:
            return update
        path = self.path(update.document.article.id)
        document = loads_document(as_text(value), name=str(path))
        return replace(update, document=document, aside=aside, notes=notes, merged=True)

    def write(self, update: Update) -> Path:
        """Write what `plan` found; raises OutputError, and InputError where the file changed since.

        First what is put aside, then the file, then the machine's copy, and what was put back is
        taken from aside last: whenever the process dies, nothing that a person did is missing, and
        the next run finishes what was begun.
        """
        identifier = update.document.article.id
        path, copy, pending = (
            self.path(identifier),
            self.copy(identifier),
            self._pending(identifier),
        )
        aside = self.aside(identifier)
        write_aside(aside, update.aside.with_all_of(read_aside(aside)))
        if update.machine is None:
            return path
        text, machine = dumps(update.document), dumps(update.machine)
        if update.changed:
            begun = {"file": fingerprint(text), "machine": machine}
            write_text(pending, json.dumps(begun, ensure_ascii=False) + "\n")
            try:
                replace_text(path, text, expected=update.before)
            except ArgmapError:
                pending.unlink(missing_ok=True)
                raise
        if text == machine:
            self._merged(identifier).unlink(missing_ok=True)
        elif update.merged:
            _write_if_other(self._merged(identifier), text)
        _write_if_other(copy, machine)
        pending.unlink(missing_ok=True)
        write_aside(aside, update.aside)
        _write_if_other(self.folder / SCHEMA_NAME, read_schema())
        return path

    def last_written(self, article_id: str) -> AnnotatedDocument | None:
        """What the machine last wrote for an article, or `None` where that is not known."""
        path = self.copy(article_id)
        try:
            return loads_document(self._written(article_id), name=str(path))
        except (OSError, ValueError, AnnotationError):
            return None

    def _last_merged(self, article_id: str) -> Value | None:
        """The file as the last merge left it, `None` where only the machine has written it.

        A run that was killed before it could write that down is known by its pending file: then
        the file itself is what it left.
        """
        path = self._merged(article_id)
        try:
            if self._begun(article_id) is not None:
                path = self.path(article_id)
            return as_value(read_document(path)) if path.exists() else None
        except ArgmapError:
            return None

    def _written(self, article_id: str) -> str:
        """The text of the machine's copy, or of the one that a killed run left for it."""
        begun = self._begun(article_id)
        return begun or self.copy(article_id).read_text(encoding="utf-8")

    def _begun(self, article_id: str) -> str | None:
        """The machine's copy that a killed run left pending after it had written the file."""
        try:
            begun = json.loads(self._pending(article_id).read_text(encoding="utf-8"))
            if begun["file"] == fingerprint(self.path(article_id).read_text(encoding="utf-8")):
                return str(begun["machine"])
        except (OSError, ValueError, LookupError, TypeError):
            pass
        return None

    def aside(self, article_id: str) -> Path:
        """Where what a person did and has no place in the file now is kept."""
        return self.folder / ".argmap" / f"{article_id}.aside.json"

    def _pending(self, article_id: str) -> Path:
        return self.folder / ".argmap" / f"{article_id}.pending.json"

    def copy(self, article_id: str) -> Path:
        """Where what the machine last wrote is kept, with the text that it read."""
        return self.folder / ".argmap" / f"{article_id}.json"

    def _merged(self, article_id: str) -> Path:
        return self.folder / ".argmap" / f"{article_id}.merged.json"


def _write_if_other(path: Path, text: str) -> None:
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        write_text(path, text)
