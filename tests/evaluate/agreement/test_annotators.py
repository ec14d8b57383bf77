"""Who labelled what: files, folders, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.evaluate.agreement import read_annotators, shared_articles
from argmap.evaluate.agreement.annotators import left_out, names
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import write_document


def of_article(document: AnnotatedDocument, identifier: str) -> AnnotatedDocument:
    """The same labels under another article's id."""
    article = document.article.model_copy(update={"id": identifier})
    return document.model_copy(update={"article": article})


def longer(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with a text that has blank lines more."""
    text = document.text + "\n\n"
    article = document.article.model_copy(update={"sha256": fingerprint(text)})
    return document.model_copy(update={"text": text, "article": article})


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["ana/wire.json", "ben/wire.json"], ["ana", "ben"]),
        (["ana.json", "ben.json"], ["ana", "ben"]),
        (["x/ana", "y/ben/"], ["ana", "ben"]),
        (["ana/1/wire.json", "ben/1/wire.json", "cem/1/wire.json"], ["ana", "ben", "cem"]),
        (["wire.json", "wire.json"], ["wire.json (1)", "wire.json (2)"]),
    ],
)
def test_an_annotator_is_called_by_what_tells_the_paths_apart(
    paths: list[str], expected: list[str]
) -> None:
    """Short, and never the same twice."""
    assert names([Path(path) for path in paths]) == expected


def test_folders_are_matched_by_article(tmp_path: Path, document: AnnotatedDocument) -> None:
    """What only one labelled is left out, and said to be; other files are no matter."""
    for folder, articles in (("ana", ("ferry", "mill")), ("ben", ("ferry", "dam"))):
        for article in articles:
            write_document(of_article(document, article), tmp_path / folder / f"{article}.json")
    (tmp_path / "ana" / "README.md").write_text("not one")
    found = read_annotators([tmp_path / "ana", tmp_path / "ben"])
    shared = shared_articles(found)
    assert [article.id for article in shared] == ["ferry"]
    assert left_out(found, shared) == {"ana": ["mill"], "ben": ["dam"]}


def test_different_articles_are_refused(document: AnnotatedDocument, tmp_path: Path) -> None:
    """One sentence that names both."""
    write_document(document, tmp_path / "ana.json")
    write_document(of_article(document, "mill"), tmp_path / "ben.json")
    with pytest.raises(InputError, match="ana labels 'ferry', ben labels 'mill'; give files of"):
        shared_articles(read_annotators([tmp_path / "ana.json", tmp_path / "ben.json"]))


def test_different_texts_are_refused(document: AnnotatedDocument, tmp_path: Path) -> None:
    """The same article, read anew: the labels cannot be set side by side."""
    write_document(document, tmp_path / "ana.json")
    write_document(longer(document), tmp_path / "ben.json")
    with pytest.raises(InputError, match="ana and ben hold different texts of the article 'ferry'"):
        shared_articles(read_annotators([tmp_path / "ana.json", tmp_path / "ben.json"]))


def test_what_cannot_be_an_annotator(document: AnnotatedDocument, tmp_path: Path) -> None:
    """One file alone, an empty folder, a folder with one article twice."""
    write_document(document, tmp_path / "ana" / "one.json")
    with pytest.raises(InputError, match="needs two annotators"):
        read_annotators([tmp_path / "ana"])
    (tmp_path / "ben").mkdir()
    with pytest.raises(InputError, match="holds no annotation file"):
        read_annotators([tmp_path / "ana", tmp_path / "ben"])
    write_document(document, tmp_path / "ana" / "two.json")
    with pytest.raises(InputError, match="are both of the article 'ferry'"):
        read_annotators([tmp_path / "ana", tmp_path / "ben"])
