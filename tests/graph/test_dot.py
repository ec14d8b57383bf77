"""The DOT text: gold files, same bytes each time, ids, links and classes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.graph import build_graph, to_dot
from argmap.graph.styles import FRAME_COLOUR
from argmap.model.document import AnnotatedDocument

from .drafts import make_document, say
from .stories import bulletin, fan, pier
from .synthetic import dense_article

GOLD = Path(__file__).parent.parent / "gold" / "dot"


def statement(dot: str, start: str) -> str:
    """The line that begins so."""
    return next(line.strip() for line in dot.splitlines() if line.strip().startswith(start))


@pytest.mark.parametrize(
    ("name", "document", "options"),
    [
        ("pier-section", pier(), {}),
        ("pier-voice", pier(), {"by": "voice"}),
        ("pier-none", pier(), {"by": "none"}),
        ("pier-focus", pier(), {"focus": "s10", "hops": 2}),
        ("pier-claims", pier(), {"roles": ["claim", "evidence"]}),
        ("fan", fan(10), {}),
        ("bulletin", bulletin(12), {}),
        ("dense", dense_article(50, 1), {}),
    ],
)
def test_gold(name: str, document: AnnotatedDocument, options: dict[str, object]) -> None:
    """The DOT text is what was looked at as a picture and put down."""
    actual = to_dot(build_graph(document, **options))  # type: ignore[arg-type]
    path = GOLD / f"{name}.dot"
    if os.environ.get("ARGMAP_REGOLD"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    assert actual == path.read_text(encoding="utf-8")


def test_same_bytes_under_another_hash_seed() -> None:
    """The order of sets and dicts does not reach the text."""
    code = (
        "from tests.graph.stories import pier; from argmap.graph import build_graph, to_dot;"
        "import sys; sys.stdout.buffer.write(to_dot(build_graph(pier(), by='voice')).encode())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert seen == {to_dot(build_graph(pier(), by="voice")).encode()}


def test_a_node_has_id_link_and_classes() -> None:
    """A script finds a node by its id, and its link leads to the sentence."""
    line = statement(to_dot(build_graph(pier())), '"s5" [')
    assert 'id="map-paper-s5"' in line
    assert 'href="#paper-s5"' in line
    assert 'class="argument claim possible attributed"' in line


def test_links_take_a_prefix_or_go() -> None:
    """The prefix stands before every link, made safe for an address; none leaves them out."""
    graph = build_graph(pier())
    page = to_dot(graph, link_prefix='compare "x" <y>.html#')
    assert 'href="compare%20%22x%22%20%3Cy%3E.html#paper-s5"' in page
    assert "href" not in to_dot(graph, link_prefix=None)


def test_an_edge_has_id_sign_and_dash() -> None:
    """A relation is drawn with its sign, its dash and its head beside its colour."""
    line = statement(to_dot(build_graph(pier())), '"s5" -> "s2" [id=')
    for part in ('id="map-paper-r2"', "label=<<B>−</B>>", 'style="dashed"', 'arrowhead="tee"'):
        assert part in line


def course(line: str) -> list[tuple[float, float]]:
    """The tip and the knots of a line."""
    found = re.search(r'pos="(?:e,(\S+) )?([^"]*)"', line)
    assert found
    knots = [*found[2].split(), *([found[1]] if found[1] else [])]
    return [(float(x), float(y)) for x, y in (knot.split(",") for knot in knots)]


def test_an_edge_that_leads_down_ends_below() -> None:
    """Its course begins at the lower side of its source and ends on top of its target."""
    document = make_document(
        say("This sentence supports the other one."),
        say("This sentence supports the first one in turn."),
        relations=(("s1", "supports", "s2"), ("s2", "attacks", "s1")),
    )
    dot = to_dot(build_graph(document))
    lines = [statement(dot, start) for start in ('"s1" -> "s2"', '"s2" -> "s1"')]
    (up, *_), down = (course(line) for line in lines)
    assert {course(line)[0][1] > course(line)[-1][1] for line in lines} == {True, False}
    assert up[0] != down[-1][0]  # the two stand side by side


def test_an_undercut_of_what_leads_to_it_goes_beside() -> None:
    """What cuts the line that attacks it does so at the side, where the two can be told apart."""
    document = make_document(
        say("The pier should stay open."),
        say("It costs too much."),
        relations=(("s2", "attacks", "s1"), ("s1", "undercuts", "r1")),
    )
    dot = to_dot(build_graph(document))
    cut = course(statement(dot, '"at-r1" -> "s1"'))
    knots = course(statement(dot, '"s1" -> "at-r1"'))
    assert {x for x, _ in cut}.isdisjoint(x for x, _ in knots)
    assert knots[-1][1] == knots[-2][1] == cut[0][1]  # it arrives from the side


def test_what_stands_in_another_box_is_referred_to() -> None:
    """A relation to another section leads to a small node that names and links its end."""
    document = make_document(
        "First Things First",
        say("This sentence supports one that comes later in the text.", "evidence"),
        "Second Things Second",
        say("This is the claim that the first sentence is about, in a later section."),
        relations=(("s2", "supports", "s4"),),
    )
    dot = to_dot(build_graph(document))
    reference = statement(dot, '"see-s4-0-0" [')
    assert ">see s4 · C claim<" in reference
    assert 'href="#paper-s4"' in reference
    line = statement(dot, '"s2" -> "see-s4-0-0" [id="map-paper-r1"')
    assert 'arrowhead="normal"' in line
    assert ">+ supported by s2<" in statement(dot, '"s4" [')


def test_long_text_is_cut_and_whole_in_the_tooltip() -> None:
    """A label ends with an ellipsis where the text is longer than its lines."""
    text = " ".join(f"word{number}" for number in range(200))
    line = statement(to_dot(build_graph(make_document(say(text)))), '"s1" [')
    label, tooltip = line.split("tooltip=")
    assert "…</TD>" in label
    assert "word199" not in label
    assert text in tooltip


def test_the_voice_stands_in_the_first_line() -> None:
    """Id, letter, role and voice begin a label; the author's own has no name."""
    dot = to_dot(build_graph(pier()))
    assert "<B>s4 · E evidence · The Ferry Office:</B>" in dot
    assert "<B>s2 · C main claim</B>" in dot
    assert "<B>s13 · C claim · author, with words</B></TD></TR><TR>" in dot


def test_frames_are_marked() -> None:
    """A framing phrase has a line of its own; who only reports it is said."""
    dot = to_dot(build_graph(make_document(say("A dry war.", frames={"dry war": "rejects"}))))
    assert f'<FONT COLOR="{FRAME_COLOUR}">frame: “dry war”, rejected</FONT>' in dot


def test_an_empty_graph_is_valid() -> None:
    """Without nodes there is still a digraph with its title."""
    dot = to_dot(build_graph(make_document("Only a Heading")))
    assert dot.startswith('digraph "map-paper" {')
    assert "legend" not in dot


def test_the_legend_shows_what_is_used() -> None:
    """The legend explains the roles, certainties and relations of this map, and no others."""
    dot = to_dot(build_graph(fan(3)))
    samples = set(re.findall(r'^ +"map-legend-(\w+)" \[', dot, re.MULTILINE))
    assert samples == {"claim", "evidence", "certain", "supports"}
    assert "legend" not in to_dot(build_graph(fan(3)), legend=False)


def test_the_title_stands_once() -> None:
    """Where the uppermost box is headed by the article's title, the outlet alone stands over it."""
    text = [say("The harbour will be closed for two winters, and nobody has said why.")]
    own = to_dot(build_graph(make_document("A title", *text)))
    assert (own.count("<B>A title</B>"), own.count("<B>The Paper</B>")) == (1, 1)
    assert 'tooltip="The Paper: A title"' in own
    other = to_dot(build_graph(make_document("Another Heading", *text)))
    assert "<B>The Paper: A title</B>" in other
