"""The folder of annotation files: what a person did is never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.model.anchors import reanchor
from argmap.model.article import fingerprint
from argmap.model.differences import differences
from argmap.model.document import AnnotatedDocument, LabelRecord
from argmap.model.files import dumps, read_document, write_document, write_text
from argmap.model.labels import Certainty, Frame, LabelStatus
from argmap.model.schema import read_schema
from argmap.model.store import AnnotationStore, Owner


def test_a_machine_file_is_written_anew(document: AnnotatedDocument, tmp_path: Path) -> None:
    """What only the machine wrote may be overwritten; formatting is no edit."""
    store = AnnotationStore(tmp_path)
    assert store.owner("ferry") is Owner.NOBODY
    path = store.write(store.plan(document))
    path.write_text(json.dumps(json.loads(path.read_text()), indent=None))
    assert store.owner("ferry") is Owner.MACHINE
    store.write(store.plan(document))
    assert read_document(path) == document
    assert (tmp_path / document.schema_name).read_text() == read_schema()


def test_a_person_s_file_is_kept(document: AnnotatedDocument, tmp_path: Path) -> None:
    """One edited label makes the file a person's, and the same reading leaves every byte of it."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    edited = path.read_text().replace('"role": "report"', '"role": "background"', 1)
    path.write_text(edited)
    assert store.owner("ferry") is Owner.PERSON
    store.write(store.plan(document))
    assert path.read_text() == edited
    assert store.last_written("ferry") == document


def test_a_file_of_unknown_origin_is_a_person_s(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """A file that this folder's machine did not write is not touched."""
    write_document(document, tmp_path / "ferry.json")
    store = AnnotationStore(tmp_path)
    assert store.owner("ferry") is Owner.PERSON
    before = store.path("ferry").read_bytes()
    other = document.model_copy(update={"segments": document.segments[:0]})
    assert not store.plan(other).changed
    info = document.article.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(InputError, match="belongs to another text"):
        store.plan(document.model_copy(update={"article": info}))
    assert store.path("ferry").read_bytes() == before


def test_a_broken_file_is_a_person_s(document: AnnotatedDocument, tmp_path: Path) -> None:
    """A half-typed edit is not overwritten either."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
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


def relabelled(document: AnnotatedDocument, **labels: object) -> AnnotatedDocument:
    """The document with other labels for its second segment."""
    one, two, *more = document.segments
    return document.model_copy(update={"segments": (one, two.model_copy(update=labels), *more)})


def test_a_new_reading_changes_the_machine_s_labels_only(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """What the person did not touch is read anew; what the person touched stays, run after run."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    person = relabelled(document, certainty=Certainty.PROBABLE)
    write_document(person, path)
    machine = relabelled(document, certainty=Certainty.CERTAIN, frames=(Frame.FAIRNESS,))
    update = store.plan(machine)
    assert [str(note) for note in update.notes] == [
        "kept: s2 “Fares on the Orla ferry may double, the harbor …” certainty: probable;"
        " the machine now says certain"
    ]
    store.write(update)
    merged = read_document(path)
    record = LabelRecord(status=LabelStatus.EDITED, was="possible")
    expected = relabelled(document, certainty=Certainty.PROBABLE, frames=(Frame.FAIRNESS,))
    assert merged.segments == expected.segments
    assert merged.provenance.labels == {"s2.certainty": record}
    assert store.last_written("ferry") == machine
    before = {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()}
    assert store.plan(machine).notes == ()
    store.write(store.plan(machine))
    assert {each: each.read_bytes() for each in tmp_path.rglob("*") if each.is_file()} == before


def test_a_deleted_part_stays_deleted_though_the_machine_forgets_it_between(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """Deleted by a person, unsaid by the next reading, said by the one after: still gone."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    assert document.spans
    write_document(document.model_copy(update={"spans": ()}), path)
    without = relabelled(document, certainty=Certainty.CERTAIN).model_copy(update={"spans": ()})
    store.write(store.plan(without))
    assert read_document(path).spans == ()
    store.write(store.plan(document))
    assert read_document(path).spans == ()
    store.write(store.plan(document))
    assert read_document(path) == document.model_copy(update={"spans": ()})


def test_what_has_no_place_in_a_new_text_is_put_aside(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """A label on a sentence that is gone stands in the file beside, as the person left it."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    write_document(relabelled(document, certainty=Certainty.PROBABLE), path)
    text = "Ferry Fares Rise\n"
    (heading,) = (segment for segment in document.segments if segment.id == "s1")
    short = AnnotatedDocument(
        article=document.article.model_copy(update={"sha256": fingerprint(text)}),
        text=text,
        segments=(heading,),
        provenance=document.provenance,
    )
    update = store.plan(short)
    assert [note.kind for note in update.notes] == ["lost"]
    store.write(update)
    assert read_document(path).text == text
    (item,) = json.loads(store.aside("ferry").read_text())["parts"]
    assert (item["layer"], item["part"]["id"], item["part"]["certainty"]) == (
        "segments",
        "s2",
        "probable",
    )
    update = store.plan(document)
    assert [note.kind for note in update.notes] == ["returned"]
    store.write(update)
    assert json.loads(store.aside("ferry").read_text()) == {"parts": [], "deleted": []}
    back = read_document(path)
    assert back.segments[1].certainty == Certainty.PROBABLE
    assert back.provenance.labels["s2.certainty"].status == LabelStatus.EDITED
    before = path.read_bytes()
    store.write(store.plan(document))
    assert path.read_bytes() == before


def test_a_run_killed_before_the_machine_s_copy_is_finished_by_the_next(
    document: AnnotatedDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is new and the copy old: what the machine changed does not count as a person's."""
    store = AnnotationStore(tmp_path)
    store.write(store.plan(document))
    machine = relabelled(document, certainty=Certainty.CERTAIN)
    update = store.plan(machine)
    copy = tmp_path / ".argmap" / "ferry.json"

    def killed(path: Path, text: str) -> None:
        if path == copy:
            raise KeyboardInterrupt
        write_text(path, text)

    monkeypatch.setattr("argmap.model.store.write_text", killed)
    with pytest.raises(KeyboardInterrupt):
        store.write(update)
    monkeypatch.undo()
    assert store.owner("ferry") is Owner.MACHINE
    assert store.last_written("ferry") == machine
    store.write(store.plan(machine))
    assert sorted(path.name for path in copy.parent.iterdir()) == [
        "annotation-1.schema.json",
        "ferry.json",
    ]


def test_a_file_changed_underneath_is_not_overwritten(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """Between reading and writing an editor saved: its version stays, and it is said."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    update = store.plan(relabelled(document, certainty=Certainty.CERTAIN))
    write_document(relabelled(document, certainty=Certainty.PROBABLE), path)
    before = path.read_bytes()
    with pytest.raises(InputError, match="changed by another program"):
        store.write(update)
    assert path.read_bytes() == before
    assert store.last_written("ferry") == document


def test_a_machine_that_agrees_for_once_takes_no_label_from_a_person(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """The machine says what the person said, and goes back on it: the person's label stays."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    person = relabelled(document, certainty=Certainty.PROBABLE)
    write_document(person, path)
    store.write(store.plan(person))
    store.write(store.plan(document))
    assert read_document(path).segments == person.segments


def test_a_confirmed_segment_stays(document: AnnotatedDocument, tmp_path: Path) -> None:
    """What a person accepted is not read anew, and what carries a note is not dropped."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    labels = {
        "s2": LabelRecord(status=LabelStatus.CONFIRMED, by="ana"),
        "x1": LabelRecord(status=LabelStatus.AUTO, by="ana", note="ask Ben"),
    }
    noted = document.provenance.model_copy(update={"labels": labels})
    write_document(document.model_copy(update={"provenance": noted}), path)
    machine = relabelled(document, certainty=Certainty.CERTAIN, frames=(Frame.FAIRNESS,))
    store.write(store.plan(machine.model_copy(update={"spans": ()})))
    after = read_document(path)
    assert after.segments == document.segments
    assert after.spans == document.spans
    assert after.provenance.labels == labels


def test_a_deleted_part_that_the_machine_gives_up_and_finds_again_stays_deleted(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """The person deletes a span, the machine then says just what the file says, then the old."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    without = document.model_copy(update={"spans": ()})
    write_document(without, path)
    for reading in (without, document, document):
        store.write(store.plan(reading))
        assert read_document(path).spans == ()


def test_an_edit_between_two_equal_runs_is_a_person_s_ever_after(
    document: AnnotatedDocument, tmp_path: Path
) -> None:
    """A run that finds nothing new must not take the edited file for what the machine wrote."""
    store = AnnotationStore(tmp_path)
    path = store.write(store.plan(document))
    write_document(relabelled(document, certainty=Certainty.PROBABLE), path)
    machine = relabelled(document, frames=(Frame.FAIRNESS,))
    store.write(store.plan(machine))
    first = read_document(path)
    edited = first.segments[0].model_copy(update={"certainty": Certainty.POSSIBLE})
    write_document(first.model_copy(update={"segments": (edited, *first.segments[1:])}), path)
    before = path.read_bytes()
    store.write(store.plan(machine))
    assert path.read_bytes() == before
    store.write(store.plan(document))
    assert [segment.certainty for segment in read_document(path).segments[:2]] == [
        Certainty.POSSIBLE,
        Certainty.PROBABLE,
    ]
