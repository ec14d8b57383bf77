"""The annotation files on the desk: read, saved, and set beside what the machine said of them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from argmap.errors import AnnotationError
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, is_writable, loads_document, validate
from argmap.model.links import LINKS_NAME, Links, loads_links
from argmap.model.store import AnnotationStore

from .changes import Change, apply
from .revisions import (
    NO_FILE,
    StaleRevisionError,
    current_revision,
    read_revision,
    replace,
)

_MOST_PROBLEMS = 20  # shown to the page; the file's own check shows all

Reasons = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """One annotation file as it stands on disk."""

    document: AnnotatedDocument
    revision: str
    text: str
    """The document as `dumps` writes it, whatever the file's own format is."""


class Desk:
    """The files that one run of the editor may touch, and no other.

    Every file is read at once, so that the page need not wait for it.

    Args:
        files: path by the id that the page uses for it.
        by: the person's name, kept with the labels that they touch; `None` keeps none.
        reasons: says of each segment of an article why the machine labels it so, in its order, as
            `(text, reasons)`; `None` where that cannot be asked.
    """

    def __init__(
        self,
        files: Mapping[str, Path],
        *,
        by: str | None = None,
        reasons: Callable[[AnnotatedDocument], Sequence[tuple[str, Reasons]]] | None = None,
    ) -> None:
        self.files = {name: path.resolve() for name, path in files.items()}
        self.by = by
        self._explain = reasons
        self._held: dict[str, Held] = {}
        self._reasons: dict[str, list[Reasons]] = {}
        self._one_reading = threading.Lock()
        first = next(iter(self.files.values()))
        self.links_path = first.parent / LINKS_NAME
        for name in self.files:
            self.read(name)

    def read(self, name: str) -> Held:
        """An annotation file now; raises InputError, or AnnotationError where it is not sound."""
        path = self.files[name]
        content, revision = read_revision(path)
        held = self._held.get(name)
        if held is None or held.revision != revision:
            document = loads_document(_decoded(content, path), name=str(path))
            held = Held(document, revision, dumps(document))
            self._held[name] = held
        return held

    def revision(self, name: str) -> str:
        """The revision of an annotation file now."""
        return current_revision(self.files[name])

    def is_writable(self, name: str) -> bool:
        """Whether an annotation file may be saved at all."""
        return is_writable(self.files[name])

    def save(self, name: str, revision: str, changes: Sequence[Change]) -> str:
        """Write changes into a file whose revision is `revision`; return the new revision.

        Raises StaleRevisionError, ChangeError, OutputError, or AnnotationError where the file would
        not be sound; nothing is written then.
        """
        path = self.files[name]
        held = self.read(name)
        if held.revision != revision:
            raise StaleRevisionError(path, held.revision)
        value = apply(held.document.model_dump(mode="json", by_alias=True), changes)
        if problems := validate(value):
            lines = tuple(f"{p.where}: {p.message}" for p in problems[:_MOST_PROBLEMS])
            raise AnnotationError(f"{path.name} would not be sound with this change.", lines)
        document = AnnotatedDocument.model_validate_json(json.dumps(value), strict=True)
        text = dumps(document)
        saved = replace(path, text.encode("utf-8", "surrogatepass"), expected=revision)
        self._held[name] = Held(document, saved, text)
        return saved

    def machine(self, name: str) -> AnnotatedDocument | None:
        """What the machine last wrote for this text, or `None` where that is not known."""
        path = self.files[name]
        found = AnnotationStore(path.parent).last_written(path.stem)
        if found is None or found.article.sha256 != self.read(name).document.article.sha256:
            return None
        return found

    def reasons(self, name: str) -> list[Reasons]:
        """Why the machine labels each segment so: the reasons with the place that they are of.

        Takes as long as reading the article does, once.
        """
        if self._explain is None:
            return []
        with self._one_reading:
            if name not in self._reasons:
                document = self.read(name).document
                found = []
                position = 0
                for text, reasons in self._explain(document):
                    start = document.text.find(text, position)
                    if start >= 0:
                        position = start + len(text)
                        found.append({"start": start, "end": position, **reasons})
                self._reasons[name] = found
            return self._reasons[name]

    def read_links(self) -> tuple[Links, str]:
        """The links between articles, with the revision of their file."""
        if not self.links_path.exists():
            return Links(), NO_FILE
        content, revision = read_revision(self.links_path)
        text = _decoded(content, self.links_path)
        return loads_links(text, name=str(self.links_path)), revision

    def save_links(self, revision: str, text: str) -> str:
        """Write the links whose file's revision is `revision`; return the new revision."""
        links = loads_links(text, name=self.links_path.name)
        return replace(self.links_path, dumps(links).encode(), expected=revision)


def _decoded(content: bytes, path: Path) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotationError(
            f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8."
        ) from None
