"""Whatever stands in an article comes back from the picture letter by letter, and nothing runs."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.graph import (
    STORY,
    ArgumentEdge,
    ArgumentGraph,
    ArgumentNode,
    FrameMark,
    Group,
    StoryGraph,
    fold,
    render,
    render_svg,
    story_dot,
    to_dot,
)
from argmap.graph.escaping import clean
from argmap.graph.labels import BLANK, closed_tooltip, tooltip
from argmap.graph.layout import arrange
from argmap.graph.mentions import mentions
from argmap.graph.story_graph import Alone, SharedClaim, Telling
from argmap.graph.wrap import ELLIPSIS
from argmap.model.labels import (
    Certainty,
    FrameStance,
    Polarity,
    RelationType,
    Role,
    SpanLabel,
    Voice,
)

SVG = "{http://www.w3.org/2000/svg}"
XLINK_TITLE = "{http://www.w3.org/1999/xlink}title"

NASTY = [
    'He said "no" and "yes"',
    "a back\\slash \\N \\G \\E \\T \\H \\L \\n \\l \\r at the end \\",
    "\\",
    '\\"',
    "<b>bold</b> <script>alert(1)</script>",
    "<<TABLE><TR><TD>x</TD></TR></TABLE>>",
    "<TABLE BORDER='0'><TR><TD>",
    "{a|b|{c|<port> d}}",
    "[x] -> y; } digraph { a",
    "&amp; &lt;b&gt; &#65; &nbsp; & &unknown; &",
    "line one\nline two\r\nline three\ttab",
    "nul \x00 bell \x07 escape \x1b[31m red \x7f \x85 \x9b",
    "\ud800 lone surrogate \udfff",
    "\ufffe\uffff\U0001fffe no characters",
    "emoji 👩\u200d👩\u200d👧 👍🏽 🇳🇴 \u2764\ufe0f",
    "שלום עולם مرحبا بالعالم",
    "\u202eevil direction\u202c \u2066isolated\u2069",
    "日本語の長い文章はどこでも折り返すことができる必要がありますから試してみます",
    "e\u0301" * 60,
    "x" * 2000,
    "word " * 400,
    " ",
    "\u200b",
    "//comment /* more */ # hash -- dash --> <!-- html -->",
    "]]> <![CDATA[ x ]]> <?xml ?>",
    "%s %d {0} ${HOME} `id`",
    "'single' ‘curly’ “double” «angle»",
    "URL http://x.y/?a=1&b=2#frag javascript:alert(1)",
    "two  blanks\u00a0and\u2003an em",
    "+ - × = ›",
]
CHARACTERS = st.characters(codec=None, exclude_categories=())
HOSTILE = st.one_of(
    st.sampled_from(NASTY),
    st.text(CHARACTERS, max_size=80),
    st.text(st.sampled_from('\\"<>&{}|[]\n NGlr;#x\x00é日'), max_size=60),
)


def graph_of(texts: list[str]) -> ArgumentGraph:
    """A chain of nodes that bear the texts everywhere where text can stand."""
    nodes = tuple(
        ArgumentNode(
            id=f"s{number}",
            text=text,
            role=list(Role)[number % 6],
            claim_type=None,
            evidence_type=None,
            voice=Voice.ATTRIBUTED,
            speakers=(text,),
            certainty=list(Certainty)[number % 4],
            polarity=Polarity.POSITIVE,
            frames=(FrameMark(text=text, device=SpanLabel.LABEL, stance=FrameStance.REPORTS),),
            section=text,
        )
        for number, text in enumerate(texts)
    )
    edges = tuple(
        ArgumentEdge(
            id=f"r{n}",
            source=nodes[n].id,
            target=nodes[n - 1 if n % 2 else n // 2].id,
            type=list(RelationType)[n % 2],
            cue=texts[n],
        )
        for n in range(1, len(nodes))
        if n % 3
    )
    groups = tuple(
        Group(title=texts[start], nodes=tuple(node.id for node in nodes[start : start + 5]))
        for start in range(0, len(nodes), 5)
    )
    return ArgumentGraph(
        article="paper",
        title=texts[0],
        outlet=texts[-1],
        by="section",
        nodes=nodes,
        edges=edges,
        groups=groups,
        main_claim=None,
    )


def squeezed(text: str) -> str:
    """The text without any blank, as lines may break anywhere in a long word."""
    return re.sub(r"\s", "", text)


def by_id(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """The elements of a picture by their ids."""
    return {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}


def words(element: ElementTree.Element, tag: str) -> str:
    """All text of an element's lines, without blanks."""
    return squeezed("".join(e.text or "" for e in element.iter(tag)))


def holds(shown: str, text: str) -> bool:
    """Whether a label shows a text, in full or with an ellipsis where it was cut."""
    whole = squeezed(clean(text) or BLANK)
    if whole in shown:
        return True
    parts = (whole[:n] + ELLIPSIS for n in range(len(whole), 0, -1))
    return any(part in shown for part in parts)


@pytest.mark.dot
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HOSTILE, min_size=12, max_size=24))
def test_labels_and_tooltips_come_back(texts: list[str]) -> None:
    """Every label and every tooltip is read back from the real picture as it went in."""
    check(texts)


@pytest.mark.dot
def test_known_nasty_texts_come_back() -> None:
    """The texts that broke other tools come back as they went in."""
    check(NASTY)


def check(texts: list[str]) -> None:
    """Draw the texts and read every label and tooltip back."""
    graph = graph_of(texts)
    dot = to_dot(graph)
    elements = by_id(ElementTree.fromstring(render(dot, "svg")))
    inline = by_id(ElementTree.fromstring(render_svg(dot)))
    routes = arrange(graph.edges, graph.groups, graph.main_claim).routes
    told = mentions(graph.edges, routes, clean)
    for node in graph.nodes:
        element = elements[f"map-paper-{node.id}"]
        shown = words(element, SVG + "text")
        text = clean(node.text) or BLANK
        assert shown.startswith(node.id + "·")
        assert holds(shown, text), (node.text, shown)
        assert tips(element) == {tooltip(node, told.get(node.id, ()))}
        own = inline[f"map-paper-{node.id}"]
        assert words(own, SVG + "text") == shown
        assert text in (own.findtext(SVG + "title") or "")
        assert own.find(f".//{SVG}a").attrib["href"] == f"#paper-{node.id}"  # type: ignore[union-attr]
    for edge in graph.edges:
        if edge.id in routes.lines:
            title = inline[f"map-paper-{edge.id}"].findtext(SVG + "title")
            assert clean(edge.cue or "") in (title or "")
    for name, target in routes.references.items():
        node = graph.node(target)
        assert node is not None
        assert holds(words(elements[f"map-paper:{name}"], SVG + "text"), node.text)
        assert tips(elements[f"map-paper:{name}"]) == {tooltip(node)}
    for place, group in enumerate(graph.groups):
        shown = words(elements[f"map-paper:group-{place}"], SVG + "text")
        assert holds(shown, group.title or "")
    only_drawing(dot)


def tips(element: ElementTree.Element) -> set[str]:
    """The tooltips inside an element; Graphviz writes some blanks as such that do not break."""
    found = (e.attrib[XLINK_TITLE] for e in element.iter() if XLINK_TITLE in e.attrib)
    return {tip.replace("\xa0", " ") for tip in found}


def only_drawing(dot: str) -> None:
    """Nothing in the picture is anything but drawing."""
    root = ElementTree.fromstring(render_svg(dot))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "g", "a", "title", "text", "path", "polygon", "polyline", "ellipse"}


@pytest.mark.dot
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HOSTILE, min_size=6, max_size=12))
def test_closed_boxes_come_back(texts: list[str]) -> None:
    """The titles of closed boxes are read back, in the label and in the tooltip."""
    graph = fold(graph_of(texts), range(len(texts)))
    dot = to_dot(graph, page_link="x.pages/{}.svg")
    elements = by_id(ElementTree.fromstring(render(dot, "svg")))
    for box in graph.closed:
        element = elements[f"map-paper:{box.id}"]
        assert holds(words(element, SVG + "text"), box.title)
        assert any(tip.startswith(closed_tooltip(box, ())) for tip in tips(element))
    only_drawing(dot)


@pytest.mark.dot
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(HOSTILE, min_size=6, max_size=12))
def test_the_story_map_comes_back(texts: list[str]) -> None:
    """Outlets, claims and whose voice they stand in are read back from the story map."""
    check_story(texts)


@pytest.mark.dot
def test_known_nasty_texts_come_back_from_the_story_map() -> None:
    """The texts that broke other tools come back from the story map, too."""
    check_story(NASTY)


def check_story(texts: list[str]) -> None:
    """Draw a story of the texts and read every label and tooltip back."""
    nodes = graph_of(texts).nodes
    outlets = (texts[0], texts[1])
    shared = tuple(
        SharedClaim(
            id=f"g{n}",
            tellings=(
                Telling(article="a", outlet=outlets[0], nodes=(node,)),
                Telling(article="b", outlet=outlets[1], nodes=(nodes[n - 1],) if n % 2 else ()),
            ),
            differs=("certainty",),
            contradicted=False,
        )
        for n, node in enumerate(nodes[1:4], 1)
    )
    alone = tuple(
        Alone(id=f"alone:a-{n.id}", article="a", outlet=outlets[0], node=n, near=False)
        for n in nodes[4:]
    )
    story = StoryGraph(
        outlets=outlets,
        shared=shared,
        alone=alone,
        closed=(),
        edges=(
            ArgumentEdge(
                id="story-1",
                source="claim:g1",
                target="claim:g2",
                type=RelationType.SUPPORTS,
                said=texts[2],
            ),
        ),
        groups=(
            Group(title=texts[0], nodes=tuple(one.id for one in alone)),
            Group(title=texts[1], nodes=tuple(f"claim:{claim.id}" for claim in shared)),
        ),
        shared_group=1,
        hidden=0,
    )
    dot = story_dot(story)
    elements = by_id(ElementTree.fromstring(render(dot, "svg")))
    for claim in shared:
        element = elements[f"map-{STORY}:claim:{claim.id}"]
        shown = words(element, SVG + "text")
        assert holds(shown, claim.tellings[0].nodes[0].text)
        full = tips(element)
        for telling in claim.tellings:
            assert any(clean(telling.outlet) in tip for tip in full)
            for node in telling.nodes:
                assert tooltip(node) in full
    for one in alone:
        element = elements[f"map-{STORY}:{one.id}"]
        assert holds(words(element, SVG + "text"), one.node.text)
        assert tips(element) == {tooltip(one.node)}
    only_drawing(dot)


def test_cleaning_is_final() -> None:
    """What was cleaned once stays as it is, is one line, and can stand in XML."""
    for text in NASTY:
        once = clean(text)
        assert clean(once) == once
        assert "\n" not in once
        ElementTree.fromstring(
            f"<x>{once.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</x>"
        )
