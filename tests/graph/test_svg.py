"""The SVG that stands inside a page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from argmap.graph import build_graph, render_svg, to_dot

from .drafts import make_document, say
from .stories import pier

SVG = "{http://www.w3.org/2000/svg}"
pytestmark = pytest.mark.dot


@pytest.fixture(scope="module")
def picture() -> str:
    """The inline SVG of the pier."""
    return render_svg(to_dot(build_graph(pier())))


@pytest.fixture(scope="module")
def root(picture: str) -> ElementTree.Element:
    """The same, parsed."""
    return ElementTree.fromstring(picture)


def test_it_is_one_svg_element(picture: str) -> None:
    """No prolog, no document type, no comment, no namespace prefix."""
    assert picture.startswith("<svg ")
    assert picture.endswith("</svg>")
    assert "<!" not in picture
    assert "xlink" not in picture
    assert "ns0:" not in picture


def test_its_size_is_free(root: ElementTree.Element) -> None:
    """A view box and the size at 100 % are given, but no fixed size."""
    assert "width" not in root.attrib
    assert "height" not in root.attrib
    width, height = (float(part) for part in root.attrib["viewBox"].split()[2:])
    assert int(root.attrib["data-width"]) == round(width * 4 / 3)
    assert int(root.attrib["data-height"]) == round(height * 4 / 3)
    assert root.attrib["class"] == "argmap-map"
    assert root.attrib["aria-label"] == "The Paper: A title"


def test_ids_are_unique_and_name_the_article(root: ElementTree.Element) -> None:
    """No id stands twice, and each begins with the article's."""
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(i.startswith(("map-paper-", "map-paper:")) for i in ids)
    assert {"map-paper-s5", "map-paper-r2", "map-paper:r3-lower", "map-paper:at-r3"} <= set(ids)


def test_two_maps_share_no_id() -> None:
    """Maps of two articles can stand in one page, however like each other their ids are."""
    found: list[set[str]] = []
    for article in ("one", "one-s2"):
        document = make_document(
            "First Things First", say("A claim that is long enough to stand."), article=article
        )
        root = ElementTree.fromstring(render_svg(to_dot(build_graph(document))))
        found.append({e.attrib["id"] for e in root.iter() if "id" in e.attrib})
    assert found[0].isdisjoint(found[1])


def test_nodes_are_links_with_tooltips(root: ElementTree.Element) -> None:
    """Each node links to its sentence and has its whole text as a title."""
    nodes = {e.attrib["id"]: e for e in root.iter() if "argument" in e.get("class", "").split()}
    assert len(nodes) == 12
    node = nodes["map-paper-s5"]
    link = node.find(f".//{SVG}a")
    assert link is not None
    assert link.attrib == {"href": "#paper-s5"}
    title = node.findtext(f"{SVG}title") or ""
    assert title.split("\n") == [
        "s5 · claim (fact) · possible",
        "voice: the council's engineer:",
        "The pier may collapse at any time.",
        "section: A Pier Too Far",
    ]


def test_edges_have_tooltips_and_no_link(root: ElementTree.Element) -> None:
    """An edge says in words what it is; only nodes are links."""
    edge = next(e for e in root.iter() if e.get("id") == "map-paper-r2")
    assert edge.findtext(f"{SVG}title") == "s5 attacks s2"
    assert edge.find(f".//{SVG}a") is None


def test_no_name_of_graphviz_is_shown(root: ElementTree.Element) -> None:
    """Titles that are only Graphviz's own names are gone."""
    titles = {title.text for title in root.iter(f"{SVG}title")}
    assert not {t for t in titles if t and (t.startswith(("cluster", "map-")) or "->" in t)}
