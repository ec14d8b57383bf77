"""What the page is told: the article, the machine's reading, reasons, map, labels, links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap.desk import Desk
from argmap.desk.maps import MOST_NODES, draw
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import Certainty, Frame, Genre, Role, SpanLabel, Voice
from argmap.model.links import LINKS_NAME, read_links

from .conftest import Client


def test_the_article_with_its_paragraphs(client: Client, document: AnnotatedDocument) -> None:
    """The document as it is written, the blocks of its text, and whether it can be saved."""
    answer = client.get(client.at("api/documents/ferry")).json()
    assert answer["document"]["text"] == document.text
    assert answer["blocks"][0] == [0, 16, True]
    assert answer["writable"] is True


def test_a_file_in_another_format_is_told_as_argmap_writes_it(client: Client, path: Path) -> None:
    """Keys that a person left out are there, so that every label has a value to compare."""
    value = json.loads(path.read_text(encoding="utf-8"))
    del value["segments"][0]["frames"]
    path.write_text(json.dumps(value), encoding="utf-8")
    answer = client.get(client.at("api/documents/ferry")).json()
    assert answer["document"]["segments"][0]["frames"] == []
    change = {"part": "segments", "id": "s1", "key": "frames", "was": [], "now": ["security"]}
    assert client.save(change).status_code == 200


def test_the_machines_reading(client: Client, path: Path, folder: Path) -> None:
    """What the machine last wrote stays the suggestion when a person has changed the file."""
    change = {"part": "segments", "id": "s1", "key": "role", "was": "report", "now": "background"}
    assert client.save(change).status_code == 200
    machine = client.get(client.at("api/documents/ferry/machine")).json()
    assert machine["segments"][0]["role"] == "report"
    assert "text" not in machine
    (folder / ".argmap" / "ferry.json").unlink()
    assert client.get(client.at("api/documents/ferry/machine")).json() is None


def test_reasons_are_asked_for_once_and_placed(path: Path, document: AnnotatedDocument) -> None:
    """Each explanation is found in the text, in order, even where a sentence stands twice."""
    asked = []

    def explain(found: AnnotatedDocument) -> list[tuple[str, dict[str, object]]]:
        asked.append(found.article.id)
        return [(segment.text, {"labels": {"role": segment.id}}) for segment in found.segments]

    client = Client(Desk({"ferry": path}, reasons=explain))
    for _ in range(2):
        answer = client.get(client.at("api/documents/ferry/reasons")).json()
    assert asked == ["ferry"]
    assert [(one["start"], one["end"]) for one in answer] == [
        (segment.start, segment.end) for segment in document.segments
    ]
    assert Client(Desk({"ferry": path})).get(client.at("api/documents/ferry/reasons")).json() == []


def test_every_label_is_offered(client: Client) -> None:
    """The page has all values of every closed set, each with a name, in words of its own."""
    words = client.get(client.at("api/desk")).json()["vocabulary"]
    for name, labels in (
        ("roles", Role),
        ("voices", Voice),
        ("certainties", Certainty),
        ("frames", Frame),
        ("spanLabels", SpanLabel),
        ("genres", Genre),
    ):
        assert {entry["value"] for entry in words[name]} == set(labels)
        assert all(entry["name"] for entry in words[name])


def ids(items: list[dict[str, Any]]) -> set[str]:
    """All segments of an outline, however deep."""
    return {item["id"] for item in items} | {i for item in items for i in ids(item["children"])}


@pytest.mark.dot
def test_the_map_is_clean_xml(client: Client) -> None:
    """It parses by itself and holds neither script nor an address; the outline stands beside it."""
    answer = client.get(client.at("api/documents/ferry/map")).json()
    root = ElementTree.fromstring(answer["svg"])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [e for e in root.iter() if e.tag.endswith(("script", "foreignObject", "image"))]
    assert answer["whole"] is True
    assert ids(answer["outline"]) >= {"s2", "s3", "s4"}


@pytest.mark.dot
def test_a_large_map_shows_what_is_near(document: AnnotatedDocument) -> None:
    """Beyond a number of nodes the map is drawn around a segment, and says so."""
    model = document.segments[3]
    text = document.text
    many = [model.model_copy(update={"id": f"n{number}"}) for number in range(MOST_NODES + 1)]
    large = document.model_copy(update={"segments": (*document.segments, *many), "text": text})
    answer = draw(large, "s4")
    assert answer["whole"] is False
    assert answer["focus"] == "s4"
    assert answer["svg"].count('class="node') == 2
    assert draw(large, "s1")["focus"] == "s2"  # a heading is no node
    assert draw(large, "no-such")["focus"] == many[-1].id


def test_without_graphviz_the_outline_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason is the sentence that says what to install."""
    monkeypatch.setenv("PATH", "/nonexistent")
    answer = client.get(client.at("api/documents/ferry/map")).json()
    assert answer["svg"] is None
    assert "install Graphviz" in answer["reason"]
    assert answer["outline"]


LINK = {
    "id": "k1",
    "from": {"article": "ferry", "start": 0, "end": 16, "text": "Ferry Fares Rise"},
    "to": {"article": "pier", "start": 0, "end": 5, "text": "Boats"},
    "kind": "same",
    "dimension": None,
    "by": None,
    "note": None,
}


def test_links_are_saved_against_their_revision(client: Client, folder: Path) -> None:
    """No file is no links; the second of two writers is refused; faults are told, not written."""
    address = client.at("api/links")
    empty = client.get(address)
    assert empty.json()["links"] == []
    seen = empty.headers["etag"]
    body = {"format": "argmap-links", "version": 1, "links": [LINK]}
    assert client.put(address, headers={"If-Match": seen}, json=body).status_code == 200
    assert read_links(folder / LINKS_NAME).links[0].from_.text == "Ferry Fares Rise"
    assert client.put(address, headers={"If-Match": seen}, json=body).status_code == 412
    now = client.get(address).headers["etag"]
    for wrong in (
        {**body, "links": [LINK, LINK]},
        {**body, "links": [{**LINK, "kind": "alike"}]},
        {**body, "links": [{**LINK, "to": LINK["from"]}]},
        {**body, "format": "argmap"},
        [],
    ):
        assert client.put(address, headers={"If-Match": now}, json=wrong).status_code == 422
    assert len(read_links(folder / LINKS_NAME).links) == 1
