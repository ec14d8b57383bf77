"""From what stands on the command line to annotated documents."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document
from argmap.model.store import AnnotationStore, Owner
from argmap.sources import parse_spec, read_article

from .echo import Outcome, progress

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of the command line, annotated, and the file that holds it."""

    document: AnnotatedDocument
    path: Path


class Annotator:
    """The pipeline, loaded when the first article needs it."""

    def __call__(self, article: Article) -> AnnotatedDocument:
        """Annotate one article."""
        from argmap.pipeline import annotate

        return annotate(self._pipeline, article)

    @cached_property
    def _pipeline(self) -> Language:
        from argmap.pipeline import build

        return build()


def gather(
    specs: Sequence[str],
    folder: Path,
    outcome: Outcome,
    *,
    annotate: Callable[[Article], AnnotatedDocument],
) -> list[Annotated]:
    """Annotate every article of the command line and read every annotation file.

    An input that fails is noted in `outcome` and left out; where all fail, the first error is
    raised. Two articles with one id get ids of their own; the same article twice is taken once.
    """
    store = AnnotationStore(folder)
    found: list[Annotated] = []
    errors: list[ArgmapError] = []
    seen: dict[str, str] = {}
    for spec in progress(specs, "Reading", quiet=outcome.quiet, length=len(specs)):
        try:
            item = _read(spec, store, outcome, annotate, seen)
        except ArgmapError as error:
            errors.append(error)
            outcome.fail(str(error), getattr(error, "problems", ()))
            continue
        if item is not None:
            seen[item.document.article.id.casefold()] = item.document.article.sha256
            found.append(item)
    if not found and errors:
        sys.exit(max(error.exit_status for error in errors))
    return found


def _read(
    spec: str,
    store: AnnotationStore,
    outcome: Outcome,
    annotate: Callable[[Article], AnnotatedDocument],
    seen: dict[str, str],
) -> Annotated | None:
    label, path = parse_spec(spec)
    if path.endswith(".json"):
        return _annotation_file(Path(path), label, outcome, seen)
    article, warnings = read_article(spec, stdin=sys.stdin.buffer)
    for warning in warnings:
        outcome.warn(warning)
    if _same(article.id, article.sha256, seen):
        outcome.warn(f"{spec} is the same article as one before it; it is taken once.")
        return None
    article = dataclasses.replace(article, id=_free(article.id, seen))
    return write_reading(article, store, outcome, annotate)


def read_article_file(
    spec: str,
    store: AnnotationStore,
    outcome: Outcome,
    annotate: Callable[[Article], AnnotatedDocument],
) -> Path:
    """Annotate one article of the command line, and say where its annotation file stands."""
    item = _read(spec, store, outcome, annotate, {})
    assert item is not None  # nothing came before it that it could repeat
    return item.path


def labelled(spec: str, folder: Path, outcome: Outcome, annotator: Annotator) -> Path:
    """Where the labels that a command was given stand: a file, a folder, or an article's own file.

    An article is annotated first; its annotation file goes into `folder`.
    """
    path = Path(spec)
    if path.suffix == ".json" or path.is_dir():
        return path
    return read_article_file(spec, AnnotationStore(folder), outcome, annotator)


def write_reading(
    article: Article,
    store: AnnotationStore,
    outcome: Outcome,
    annotate: Callable[[Article], AnnotatedDocument],
) -> Annotated:
    """Annotate an article and write its file; what a person did in it is kept, and said."""
    edited = store.owner(article.id) is Owner.PERSON
    if edited:
        store.read(article.id)  # a file that is not valid is said before the long work
    update = store.plan(annotate(article))
    path = store.write(update)
    if edited and not update.changed:
        outcome.keep(path)
        outcome.say(f"{path} was edited by a person: kept as it is.")
    else:
        outcome.wrote(path)
    if update.notes:
        if edited and update.changed:
            outcome.say(f"{path} was edited by a person: merged with the new reading.")
        outcome.merge(path, [str(note) for note in update.notes])
        if any((note.kind, note.where) == ("kept", "text") for note in update.notes):
            outcome.warn(
                f"{path}: the article's text is not the one that a person corrected there. The"
                f" person's stays; the text as read now stands in {store.copy(article.id)}."
            )
        if any(note.kind in ("stale", "lost") for note in update.notes):
            outcome.warn(
                f"{path}: some of a person's labels have no place in the text now; they are kept in"
                f" {store.aside(article.id)}."
            )
    return Annotated(update.document, path)


def _annotation_file(
    path: Path, label: str | None, outcome: Outcome, seen: dict[str, str]
) -> Annotated | None:
    document = read_document(path)
    if _same(document.article.id, document.article.sha256, seen):
        outcome.warn(f"{path} is the same article as one before it; it is taken once.")
        return None
    identifier = _free(document.article.id, seen)
    changes: dict[str, str] = {"id": identifier} if identifier != document.article.id else {}
    if label:
        changes["outlet"] = label
    if changes:
        info = document.article.model_copy(update=changes)
        document = document.model_copy(update={"article": info})
    return Annotated(document, path)


def _same(identifier: str, sha256: str, seen: dict[str, str]) -> bool:
    return seen.get(identifier.casefold()) == sha256


def _free(identifier: str, seen: dict[str, str]) -> str:
    """An id that no article has yet, capitals or not: some file systems know no difference."""
    if identifier.casefold() not in seen:
        return identifier
    number = 2
    while f"{identifier}-{number}".casefold() in seen:
        number += 1
    return f"{identifier}-{number}"


def require_some(found: Sequence[Annotated], outcome: Outcome) -> None:
    """Leave with status 1 where some inputs failed; called when the others are done."""
    if outcome.failed and found:
        sys.exit(1)
