"""Links between articles find their segments again, or say that they did not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.errors import AnnotationError
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps
from argmap.model.links import Link, Links, free_id, loads_links, place_links, read_links


def end(document: AnnotatedDocument, segment: str) -> dict[str, object]:
    """An end of a link: a segment of a document as its quote."""
    found = document.segment(segment)
    assert found is not None
    return {
        "article": document.article.id,
        "start": found.start,
        "end": found.end,
        "text": found.text,
    }


@pytest.fixture
def other(document: AnnotatedDocument) -> AnnotatedDocument:
    """The same article under another id."""
    info = document.article.model_copy(update={"id": "pier"})
    return document.model_copy(update={"article": info})


@pytest.fixture
def links(document: AnnotatedDocument, other: AnnotatedDocument) -> Links:
    """One link from the claim on the fares to the other article's claim."""
    return loads_links(
        json.dumps(
            {
                "links": [
                    {
                        "id": "k1",
                        "from": end(document, "s2"),
                        "to": end(other, "s3"),
                        "kind": "weaker",
                        "dimension": "certainty",
                    }
                ]
            }
        ),
        name="claims.json",
    )


def test_they_come_back_as_they_were_written(links: Links, tmp_path: Path) -> None:
    """Written and read, the same; where there is no file there are none."""
    path = tmp_path / "claims.json"
    assert read_links(path) == Links()
    path.write_text(dumps(links), encoding="utf-8")
    assert read_links(path) == links
    assert '"from"' in path.read_text(encoding="utf-8")


def test_a_link_is_placed(
    links: Links, document: AnnotatedDocument, other: AnnotatedDocument
) -> None:
    """Where nothing has changed it stands on its two segments."""
    ((placed,), lost) = place_links(links, [document, other])
    assert (placed.from_.segments, placed.to.segments, lost) == (("s2",), ("s3",), [])


def test_ids_and_cuts_may_change(
    links: Links, document: AnnotatedDocument, other: AnnotatedDocument
) -> None:
    """New ids, a segment cut in two: the link stands on both parts; on the whole of one joined."""
    s2 = document.segments[1]
    cut = s2.start + s2.text.index("the harbor")
    parts = [
        s2.model_copy(
            update={"id": "n1", "end": cut - 1, "text": document.text[s2.start : cut - 1]}
        ),
        s2.model_copy(update={"id": "n2", "start": cut, "text": document.text[cut : s2.end]}),
    ]
    split = document.model_copy(update={"segments": (document.segments[0], *parts)})
    ((placed,), _) = place_links(links, [split, other])
    assert placed.from_.segments == ("n1", "n2")
    whole = s2.model_copy(update={"id": "all", "start": 0, "end": len(document.text)})
    joined = document.model_copy(update={"segments": (whole,)})
    ((placed,), _) = place_links(links, [joined, other])
    assert placed.from_.segments == ("all",)


def test_a_text_that_moved_is_found_again(
    links: Links, document: AnnotatedDocument, other: AnnotatedDocument
) -> None:
    """Words put before it move the quote; other words in its place lose it, and it is said."""
    text = f"Correction.\n{document.text}"
    moved = document.model_copy(
        update={
            "text": text,
            "article": document.article.model_copy(update={"sha256": fingerprint(text)}),
            "segments": tuple(
                s.model_copy(update={"start": s.start + 12, "end": s.end + 12})
                for s in document.segments
            ),
        }
    )
    ((placed,), lost) = place_links(links, [moved, other])
    assert (placed.from_.segments, lost) == (("s2",), [])
    quote = "Fares on the Orla ferry may double, the harbor board said."
    rest = document.text.replace(
        quote, "Nobody knows what stood here before, and nobody will ask now"
    )
    gone = document.model_copy(update={"text": rest})
    assert place_links(links, [gone, other]) == ([], [links.links[0]])


def test_other_articles_are_passed_over(links: Links, document: AnnotatedDocument) -> None:
    """A link to an article that is not compared is neither placed nor lost."""
    assert place_links(links, [document]) == ([], [])


def test_faults_are_said(links: Links) -> None:
    """Two of one id, both ends in one article, an unknown kind."""
    link = json.loads(dumps(links))["links"][0]
    for wrong in (
        [link, link],
        [{**link, "to": link["from"]}],
        [{**link, "kind": "like"}],
        [{**link, "extra": 1}],
    ):
        with pytest.raises(AnnotationError, match=r"claims\.json"):
            loads_links(json.dumps({"links": wrong}), name="claims.json")


def test_a_new_link_has_an_id_of_its_own(links: Links) -> None:
    """Whatever ids there are."""
    assert free_id([]) == "k1"
    second = Link.model_validate({**json.loads(dumps(links))["links"][0], "id": "k2"})
    assert free_id([second]) == "k3"
    assert free_id([*links.links, second]) == "k3"
