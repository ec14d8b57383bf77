"""Changes of single labels, made to the plain value of an annotation file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.desk.changes import Change, ChangeError, apply
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, validate


@pytest.fixture
def value(document: AnnotatedDocument) -> dict[str, Any]:
    """The ferry article as plain values."""
    found: dict[str, Any] = json.loads(dumps(document))
    return found


def change(part: str, id: str, key: str | None, was: object, now: object) -> Change:
    """One change."""
    return Change.model_validate({"part": part, "id": id, "key": key, "was": was, "now": now})


def test_nothing_else_is_touched(value: dict[str, Any]) -> None:
    """The old value stays as it was; entries without a change are the same objects."""
    before = json.dumps(value)
    changed = apply(value, [change("segments", "s1", "role", "report", "background")])
    assert json.dumps(value) == before
    assert changed["segments"][0] == {**value["segments"][0], "role": "background"}
    assert changed["segments"][1] is value["segments"][1]
    assert list(changed) == list(value)


def test_a_split_is_put_in_its_place(value: dict[str, Any]) -> None:
    """A segment gives up a part to a new one: in the order of the text, and sound."""
    old = value["segments"][1]
    cut = old["text"].index(", the")
    first = {"start": old["start"], "end": old["start"] + cut + 1, "text": old["text"][: cut + 1]}
    second = {"start": old["start"] + cut + 2, "end": old["end"], "text": old["text"][cut + 2 :]}
    place = {key: old[key] for key in ("start", "end", "text")}
    changed = apply(
        value,
        [
            change("segments", "s9", None, None, {**old, **second, "id": "s9"}),
            change("segments", "s2", "place", place, first),
        ],
    )
    assert [item["id"] for item in changed["segments"]] == ["s1", "s2", "s9", "s3", "s4"]
    assert validate(changed) == []


def test_a_new_entry_stands_where_it_stands_in_the_text(value: dict[str, Any]) -> None:
    """Spans by their place, relations by their segment, so that a file's diff is small."""
    span = value["spans"][0]
    early = {**span, "id": "x9", "start": 0, "end": 5, "text": "Ferry"}
    relation = {**value["relations"][0], "id": "r9", "source": "s1", "target": "s2", "cue": None}
    changed = apply(
        value,
        [
            change("spans", "x9", None, None, early),
            change("relations", "r9", None, None, relation),
        ],
    )
    assert [item["id"] for item in changed["spans"]] == ["x9", "x1"]
    assert [item["id"] for item in changed["relations"]] == ["r9", "r1"]


def test_records_are_sorted_by_number(value: dict[str, Any]) -> None:
    """`s2` stands before `s10`, whoever was touched first."""
    record = {"status": "confirmed", "by": None, "was": None, "note": None}
    names = ["s10", "s2.role", "s2", "p1.name"]
    changed = apply(value, [change("labels", name, None, None, record) for name in names])
    assert list(changed["provenance"]["labels"]) == ["p1.name", "s2", "s2.role", "s10"]
    changed = apply(changed, [change("labels", "s2", None, record, None)])
    assert "s2" not in changed["provenance"]["labels"]


@pytest.mark.parametrize(
    "wrong",
    [
        change("segments", "s1", "role", "claim", "report"),
        change("segments", "s77", "role", None, "report"),
        change("segments", "s1", None, None, {"id": "s1"}),
        change("segments", "s77", None, None, {"id": "s78"}),
        change("segments", "s1", "id", "s1", "s9"),
        change("segments", "s1", "place", {"start": 0, "end": 16, "text": "Ferry Fares Rise"}, {}),
        change("spans", "x1", "place", None, None),
        change("article", "ferry", "sha256", None, "0"),
        change("article", "ferry", None, None, {}),
        change("labels", "s1", None, {"status": "edited"}, None),
    ],
)
def test_a_change_that_does_not_fit_is_refused(value: dict[str, Any], wrong: Change) -> None:
    """Another value than the page believed, an entry that is not there, an id or a text changed."""
    with pytest.raises(ChangeError):
        apply(value, [wrong])
