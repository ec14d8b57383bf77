"""Who labelled what: files or folders of files, one annotator each, of the same articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document


@dataclass(frozen=True, slots=True)
class Annotator:
    """One annotator's documents by article id."""

    name: str
    documents: Mapping[str, AnnotatedDocument]


@dataclass(frozen=True, slots=True)
class SharedArticle:
    """One article with each annotator's document; `None` for who did not label it."""

    id: str
    text: str
    documents: tuple[AnnotatedDocument | None, ...]


def read_annotators(paths: Sequence[Path]) -> tuple[Annotator, ...]:
    """Read one annotator from each path: an annotation file, or a folder of them.

    Raises InputError where fewer than two are given or a folder holds none, AnnotationError where
    a file is not valid.
    """
    if len(paths) < 2:
        raise InputError("Agreement needs two annotators; give a second file or folder.")
    return tuple(
        Annotator(name, _documents(path)) for name, path in zip(names(paths), paths, strict=True)
    )


def names(paths: Sequence[Path]) -> list[str]:
    """A short name for each path: the first part, from the end, in which they all differ."""
    parts = [(path.with_suffix("") if path.suffix == ".json" else path).parts for path in paths]
    for place in range(1, max(map(len, parts), default=0) + 1):
        found = [part[-place] if len(part) >= place else "" for part in parts]
        if all(found) and len(set(found)) == len(found):
            return found
    whole = [str(path) for path in paths]
    return [
        name if whole.count(name) == 1 else f"{name} ({whole[: place + 1].count(name)})"
        for place, name in enumerate(whole)
    ]


def shared_articles(annotators: Sequence[Annotator]) -> tuple[SharedArticle, ...]:
    """The articles that at least two annotators labelled, in the order of their ids.

    Raises InputError where there is none, or where two annotators have different texts of one.
    """
    found = []
    for identifier in sorted({name for one in annotators for name in one.documents}):
        documents = tuple(one.documents.get(identifier) for one in annotators)
        present = [
            (one.name, document)
            for one, document in zip(annotators, documents, strict=True)
            if document is not None
        ]
        if len(present) < 2:
            continue
        first_name, first = present[0]
        for name, document in present[1:]:
            if document.text != first.text:
                raise InputError(
                    f"{first_name} and {name} hold different texts of the article {identifier!r}"
                    f" ({first.article.sha256[:8]} and {document.article.sha256[:8]}); label the"
                    " same text."
                )
        found.append(SharedArticle(identifier, first.text, documents))
    if not found:
        raise InputError(f"{_articles_of(annotators)}; give files of one article.")
    return tuple(found)


def left_out(
    annotators: Sequence[Annotator], articles: Sequence[SharedArticle]
) -> dict[str, list[str]]:
    """Article ids that only one annotator labelled, by that annotator's name."""
    shared = {article.id for article in articles}
    alone = {one.name: sorted(set(one.documents) - shared) for one in annotators}
    return {name: identifiers for name, identifiers in alone.items() if identifiers}


def _documents(path: Path) -> dict[str, AnnotatedDocument]:
    if not path.is_dir():
        document = read_document(path)
        return {document.article.id: document}
    found: dict[str, AnnotatedDocument] = {}
    files: dict[str, Path] = {}
    for file in _annotation_files(path):
        document = read_document(file)
        identifier = document.article.id
        if identifier in found:
            raise InputError(
                f"{files[identifier]} and {file} are both of the article {identifier!r}; keep one"
                " file an article in an annotator's folder."
            )
        found[identifier], files[identifier] = document, file
    if not found:
        raise InputError(f"{path} holds no annotation file; give a folder with ID.json files.")
    return found


def _annotation_files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix == ".json" and path.is_file())


def _articles_of(annotators: Sequence[Annotator]) -> str:
    said = [
        f"{one.name} labels {', '.join(map(repr, sorted(one.documents)))}" for one in annotators
    ]
    return "No article was labelled by two annotators: " + ", ".join(said)
