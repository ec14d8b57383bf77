"""Reading and writing annotation files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import AnnotationError, InputError, OutputError
from argmap.model import files
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument, ArticleInfo, Provenance, Segment
from argmap.model.files import dumps, loads_document, read_document, write_document, write_text


def problems_of(text: str) -> tuple[str, ...]:
    """Every problem that reading the text as an annotation file gives."""
    with pytest.raises(AnnotationError) as caught:
        loads_document(text, name="f.json")
    return caught.value.problems or (str(caught.value),)


def test_what_is_written_is_read_again(document: AnnotatedDocument, tmp_path: Path) -> None:
    """A document survives its file, and its file survives the document, to the byte."""
    path = tmp_path / "ferry.json"
    write_document(document, path)
    assert read_document(path) == document
    before = path.read_bytes()
    write_document(read_document(path), path)
    assert path.read_bytes() == before
    assert before.endswith(b"}\n")
    assert "“".encode() in before


def test_keys_stand_in_the_order_of_the_format(document: AnnotatedDocument) -> None:
    """The order of the keys is the order that the format names."""
    value = json.loads(dumps(document))
    assert list(value) == [
        "$schema",
        "format",
        "version",
        "article",
        "text",
        "segments",
        "attributions",
        "sources",
        "spans",
        "relations",
        "provenance",
    ]
    assert list(value["segments"][0]) == [
        "id",
        "start",
        "end",
        "text",
        "role",
        "claim_type",
        "evidence_type",
        "voice",
        "attribution",
        "certainty",
        "polarity",
        "tone",
        "tone_towards",
        "frames",
        "confidence",
    ]


def test_twenty_errors_are_all_shown_with_their_places(document: AnnotatedDocument) -> None:
    """Faults of every kind in one file are all reported in one run, each with line and path."""
    value = json.loads(dumps(document))
    segments, attribution = value["segments"], value["attributions"][0]
    value["article"]["genre"] = "novel"
    value["article"]["sha256"] = "0" * 64
    value["extra"] = 1
    segments[0]["role"] = "reprot"
    segments[0]["voice"] = ""
    segments[1]["certainty"] = "sure"
    segments[1]["confidence"] = 1.5
    segments[1]["frames"] = ["economic", "morality", "fairness", "security"]
    segments[1]["attribution"] = "a9"
    segments[2]["claim_type"] = None
    segments[2]["text"] = "It is a wall"
    segments[2]["tone"]["polarity"] = -2
    segments[3]["polarity"] = "no"
    segments[3]["end"] = 4000
    segments[3]["id"] = "s1"
    attribution["speaker"] = "p7"
    attribution["quote"] = True
    attribution["cue"]["start"] = "12"
    value["spans"][0]["label"] = "loaded_word"
    value["spans"][0]["stance_to_frame"] = None
    value["relations"][0]["target"] = "s99"
    value["relations"][0]["type"] = "helps"
    del value["provenance"]["tool"]
    found = problems_of(json.dumps(value, indent=2, ensure_ascii=False))
    places = {line.split(": ")[1] for line in found}
    assert places >= {
        "$.article.genre",
        "$.article.sha256",
        "$.extra",
        "$.segments[0].role",
        "$.segments[0].voice",
        "$.segments[1].certainty",
        "$.segments[1].confidence",
        "$.segments[1].frames",
        "$.segments[1].attribution",
        "$.segments[2].claim_type",
        "$.segments[2].text",
        "$.segments[2].tone.polarity",
        "$.segments[3].polarity",
        "$.segments[3]",
        "$.segments[3].id",
        "$.attributions[0].speaker",
        "$.attributions[0].quote",
        "$.attributions[0].cue.start",
        "$.spans[0].label",
        "$.spans[0].stance_to_frame",
        "$.relations[0].target",
        "$.relations[0].type",
        "$.provenance.tool",
    }
    assert all(line.startswith("f.json:") for line in found)


def test_the_place_is_the_line_and_column_of_the_value(document: AnnotatedDocument) -> None:
    """A message leads an editor to the very character."""
    text = dumps(document).replace('"role": "claim"', '"role": "clam"', 1)
    (problem,) = problems_of(text)
    _, line, column, *_ = problem.split(":")
    assert text.splitlines()[int(line) - 1][int(column) - 1 :].startswith('"clam"')


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("[]", "not an annotation file"),
        ('{"format": "brat"}', "not an annotation file"),
        ('{"format": "argmap", "format": "argmap"}', "twice"),
        ('{"format": "argmap", "version": 1, "x": NaN}', "NaN"),
        ('{"format": "argmap", "version": 99}', "install a newer"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_annotation_file_is_refused_in_a_sentence(text: str, fragment: str) -> None:
    """Each kind of wrong file has its own sentence."""
    assert any(fragment in problem for problem in problems_of(text))


def test_strings_are_not_taken_for_numbers(document: AnnotatedDocument) -> None:
    """Nothing is turned into another type in silence."""
    text = dumps(document).replace('"confidence": 0.8', '"confidence": "0.8"', 1)
    assert "$.segments[1].confidence" in problems_of(text)[0]


def test_segments_that_overlap_or_leave_a_gap_are_found(document: AnnotatedDocument) -> None:
    """Every character outside blanks is in exactly one segment."""
    value = json.loads(dumps(document))
    del value["segments"][1]
    value["relations"] = []
    assert any("is in no segment" in line for line in problems_of(json.dumps(value)))


def test_a_circle_of_parents_is_found(document: AnnotatedDocument) -> None:
    """An attribution cannot stand inside itself."""
    value = json.loads(dumps(document))
    value["attributions"][0]["parent"] = "a1"
    assert any("circle" in line for line in problems_of(json.dumps(value)))


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the old file is whole and no rest of the new one lies about."""
    path = tmp_path / "a.json"
    write_text(path, "old")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of writing leaves nothing half-written."""
    path = tmp_path / "a.json"
    write_text(path, "old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """A file where a folder should be is said, with the remedy."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="choose another folder"):
        write_text(tmp_path / "file" / "a.json", "x")


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    """Reading what is not there names the path."""
    with pytest.raises(InputError, match=r"nothing\.json"):
        read_document(tmp_path / "nothing.json")


@given(st.text(min_size=1).filter(str.strip))
def test_every_text_survives_its_file(text: str) -> None:
    """Any Unicode text, with emoji, marks and lone surrogates, keeps its offsets and its bytes."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    document = AnnotatedDocument(
        article=ArticleInfo(id="x", sha256=fingerprint(text)),
        text=text,
        segments=(
            Segment(
                id="s1",
                start=start,
                end=end,
                text=text[start:end],
                role="report",
                voice="author",
                certainty="certain",
            ),
        ),
        provenance=Provenance(tool="argmap test"),
    )
    written = dumps(document)
    again = loads_document(written, name="x")
    assert again == document
    assert dumps(again) == written


def test_a_copy_finds_its_own_entries(document: AnnotatedDocument) -> None:
    """Lookups of a changed copy give the changed entries, not those of the original."""
    assert document.source("p1") == document.sources[0]
    renamed = document.sources[0].model_copy(update={"name": "the board"})
    copied = document.model_copy(update={"sources": (renamed,)})
    assert copied.source("p1") == renamed
    assert document.source("p1") == document.sources[0]
