"""Maps made fit to stand in the page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from argmap.errors import InputError
from argmap.graph import (
    build_graph,
    build_story,
    inline_svg,
    render,
    render_svg,
    story_dot,
    to_dot,
)
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import StoryMap, StoryView
from argmap.report.map_svg import NodePlace, clean_map, clean_picture
from argmap.report.story import Story
from argmap.report.view_story_map import story_map_view

from . import invented_maps

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def clean(inside: str, segments: tuple[str, ...] = ("s1", "s2")) -> str:
    """The cleaned markup of a picture with something inside."""
    svg = f'<svg {NS} viewBox="0 0 72 36">{inside}</svg>'
    return str(
        clean_map(svg, article="npr", segments=frozenset(segments), label="Map of NPR").markup
    )


def test_a_node_is_tied_to_its_sentence_both_ways() -> None:
    """The node's link leads to the sentence and bears the id that the sentence links to."""
    found = clean(
        '<g id="map-npr-s1" class="node claim"><title>all of it</title>'
        '<g><a href="#elsewhere"><polygon points="0,0 1,1"/></a></g></g>'
    )
    assert '<a id="map:npr-s1" href="#npr-s1"><title>all of it</title>' in found
    assert "elsewhere" not in found
    assert found.count("<a ") == 1


def test_the_size_is_that_of_the_view_box_in_pixels() -> None:
    """Graphviz counts points; the page scales by pixels."""
    picture = clean_map(
        f'<svg {NS} viewBox="0 0 72 36"/>', article="a", segments=frozenset(), label="x"
    )
    assert (picture.width, picture.height) == (96, 48)


def test_only_segments_of_the_article_are_nodes() -> None:
    """A node that is no segment keeps no link; a second one of the same name has one, but no id."""
    picture = clean_map(
        f'<svg {NS} viewBox="0 0 1 1"><g id="map-npr-s9" class="node"><a href="#x"/></g>'
        '<g id="map-npr-s1" class="node"/><g id="map-npr-s1" class="node"/></svg>',
        article="npr",
        segments=frozenset({"s1"}),
        label="x",
    )
    assert picture.anchors == {"map:npr-s1"}
    assert picture.markup.count("<a ") == 2
    assert picture.markup.count('id="map:npr-s1"') == 1


def test_a_part_of_a_node_that_leads_elsewhere_keeps_its_link() -> None:
    """A shared claim leads to its row, a cell to its sentence; no link stands in a link."""
    nodes = {"map-story:claim:g3": NodePlace(anchor="map::claim:g3", target="claim:g3")}
    known = {name: name for name in ("ledger-s2", "lantern-s4")}
    picture = clean_picture(
        invented_maps.story_svg(), name="story", nodes=nodes, links=known, label="All outlets"
    )
    root = ElementTree.fromstring(str(picture.markup))
    links = list(root.iter("a"))
    assert [link.get("href") for link in links] == ["#claim:g3", "#ledger-s2", "#lantern-s4"]
    assert links[0].get("id") == "map::claim:g3"
    assert "".join(links[0].itertext()) == "g3 · C claimdigest-s1"
    assert all(inner is link for link in links for inner in link.iter("a"))


def test_a_closed_box_leads_to_its_page_and_a_node_has_one_id(view: StoryView) -> None:
    """The overview's box opens the page; what stands on both has its id on the first alone."""
    (map_,) = [one for one in view.maps if one.outlet.id == "lantern"]
    (page,) = map_.pages
    assert map_.svg
    assert f'href="#{page.anchor}"' in map_.svg
    assert 'id="map:lantern-s2"' in map_.svg
    assert 'id="map:lantern-s2"' not in page.svg
    assert 'href="#lantern-s2"' in page.svg
    assert 'id="map:lantern-s5"' in page.svg
    assert map_.nodes == {"s1", "s2", "s3", "s4", "s5", "s6"}


@pytest.mark.dot
def test_the_drawn_map_of_all_outlets_is_tied_to_rows_and_sentences(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """What Graphviz draws: every shared claim has a link to its row, every cell to its sentence."""
    graph = build_story(documents, comparison)
    svg = inline_svg(render(story_dot(graph, link_prefix="compare.html#"), "svg"), legend=False)
    view = story_map_view(Story(documents, comparison), StoryMap(graph=graph, svg=svg))
    assert view.claims == {f"claim:{one.id}": f"map::claim:{one.id}" for one in graph.shared}
    assert view.svg
    for claim in graph.shared:
        assert f'href="#claim:{claim.id}"' in view.svg
        for telling in claim.tellings:
            for node in telling.nodes[:1]:
                assert f'href="#{telling.article}-{node.id}"' in view.svg
    assert "compare.html" not in view.svg


HOSTILE = [
    "<script>alert(1)</script>",
    '<g onload="alert(1)"/>',
    '<polygon onclick="alert(1)" points="0,0"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    '<a href="https://evil.example/"><text>x</text></a>',
    '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">x</div></foreignObject>',
    '<image href="https://evil.example/x.png"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    "<style>@import url(https://evil.example/x.css)</style>",
    '<g style="background:url(https://evil.example/)"/>',
    '<polygon fill="url(https://evil.example/#a)" points="0,0"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/"/>',
    '<feImage href="https://evil.example/"/>',
    "<?xml-stylesheet href='https://evil.example/x.css'?><!-- evil.example -->",
]


@pytest.mark.parametrize("inside", HOSTILE)
def test_nothing_that_runs_or_fetches_gets_in(inside: str) -> None:
    """Scripts, handlers, styles, foreign elements and outward addresses are left out."""
    found = clean(inside).lower()
    for bad in ("script", "alert", "onclick", "onload", "evil", "style", "foreign", "<set", "anim"):
        assert bad not in found


def test_text_stays_text() -> None:
    """What is escaped in the picture is escaped in the page."""
    found = clean("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>")
    assert "<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>" in found


def test_paint_of_the_picture_itself_is_kept() -> None:
    """A gradient is found under the name that its picture has in the page."""
    found = clean('<linearGradient id="g"/><polygon fill="url(#g)" points="0,0"/>')
    assert 'id="map:g"' in found
    assert 'fill="url(#map:g)"' in found


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "<svg",
        "no picture",
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "<svg xmlns='http://www.w3.org/2000/svg'>\x00</svg>",
    ],
)
def test_what_is_no_picture_is_refused(svg: str) -> None:
    """One sentence that names the article."""
    with pytest.raises(InputError, match="The map of 'npr'"):
        clean_map(svg, article="npr", segments=frozenset(), label="x")


@pytest.mark.dot
def test_every_node_of_a_drawn_map_is_tied_to_its_sentence(
    documents: list[AnnotatedDocument],
) -> None:
    """What Graphviz draws is tied to the texts, and the page takes it as it is."""
    for document in documents:
        name = document.article.id
        graph = build_graph(document)
        svg = render_svg(to_dot(graph, legend=False))
        picture = clean_map(
            svg, article=name, segments=frozenset(s.id for s in document.segments), label="x"
        )
        assert picture.anchors == {f"map:{name}-{node.id}" for node in graph.nodes}
        linked = {
            link.get("href")
            for link in ElementTree.fromstring(str(picture.markup)).iter("a")
            if link.get("id")
        }
        assert linked == {f"#{name}-{node.id}" for node in graph.nodes}
        assert picture.width > 100
