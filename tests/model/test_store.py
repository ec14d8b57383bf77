"""The folder of annotation files: what a person did is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.model.anchors import reanchor
from argmap.model.differences import differences
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, read_document, write_document
from argmap.model.schema import read_schema
from argmap.model.store import AnnotationStore, Owner


def test_a_machine_file_is_written_anew(document: AnnotatedDocument, tmp_path: Path) -> None:
    """What only the machine wrote may be overwritten; formatting is no edit."""
    store = AnnotationStore(tmp_path)
    assert store.owner("ferry") is Owner.NOBODY
    path = store.write(document)
    path.write_text(json.dumps(json.loads(path.read_text()), indent=None))
    assert store.owner("ferry") is Owner.MACHINE
    store.write(document)
    assert read_document(path) == document
    assert (tmp_path / document.schema_name).read_text() == read_schema()


def test_a_person_s_file_is_kept(document: AnnotatedDocument, tmp_path: Path) -> None:
    """One edited label makes the file a person's, and it is never overwritten."""
    store = AnnotationStore(tmp_path)
    path = store.write(document)
    edited = path.read_text().replace('"role": "report"', '"role": "background"', 1)
    path.write_text(edited)
    assert store.owner("ferry") is Owner.PERSON
    with pytest.raises(InputError, match="edited by a person"):
        store.write(document)
    assert path.read_text() == edited
    assert store.last_written("ferry") == document


def test_a_file_of_unknown_origin_is_a_person_s(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """A file that this folder's machine did not write is not touched."""
    write_document(document, tmp_path / "ferry.json")
    assert AnnotationStore(tmp_path).owner("ferry") is Owner.PERSON


def test_a_broken_file_is_a_person_s(document: AnnotatedDocument, tmp_path: Path) -> None:
    """A half-typed edit is not overwritten either."""
    store = AnnotationStore(tmp_path)
    path = store.write(document)
    path.write_text(path.read_text()[:100])
    assert store.owner("ferry") is Owner.PERSON


def test_differences_name_each_changed_label(document: AnnotatedDocument) -> None:
    """One changed label gives one line that says from what to what."""
    value = json.loads(dumps(document))
    value["segments"][1]["certainty"] = "probable"
    value["relations"] = []
    changed = AnnotatedDocument.model_validate(value)
    lines = [str(difference) for difference in differences(document, changed)]
    assert lines == [
        "segment “Fares on the Orla ferry may double, the harbor …”: certainty possible → probable",
        "relation “supports”: gone",
    ]
    assert differences(document, document) == []


def test_a_moved_quote_is_found_again(document: AnnotatedDocument) -> None:
    """Editing the quote of a label moves the label; its offsets are mended."""
    value = json.loads(dumps(document))
    value["spans"][0]["text"] = "toll wall"
    moved, lost = reanchor(value)
    assert [move.text for move in moved] == ["toll wall"]
    assert lost == []
    span = value["spans"][0]
    assert value["text"][span["start"] : span["end"]] == "toll wall"


def test_a_quote_is_not_guessed() -> None:
    """A quote that is nowhere, or at two places equally near, is said and left alone."""
    text = "ab wall cd wall"
    value = {
        "text": text,
        "spans": [
            {"start": 3, "end": 7, "text": "nowhere"},
            {"start": 7, "end": 11, "text": "wall"},
            {"start": 4, "end": 8, "text": "wall"},
        ],
    }
    before = json.dumps(value["spans"][:2])
    moved, lost = reanchor(value)
    assert json.dumps(value["spans"][:2]) == before
    assert [problem.where for problem in lost] == ["$.spans[0].text", "$.spans[1].text"]
    assert [move.after for move in moved] == [(text.index("wall"), text.index("wall") + 4)]
