"""The story map: shared claims once, with each outlet's voice and certainty, the rest around."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from argmap.compare import compare
from argmap.errors import InputError
from argmap.graph import StoryGraph, build_story, render, story_dot
from argmap.graph.layout import arrange
from argmap.graph.story_dot import claim_tooltip, telling_words
from argmap.graph.story_graph import MAX_ALONE, MAX_SHARED, SHARED_TITLE
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document

from .drafts import make_document, say
from .synthetic import dense_article

ANNOTATIONS = Path(__file__).parents[2] / "annotations"
SVG = "{http://www.w3.org/2000/svg}"


def told() -> list[AnnotatedDocument]:
    """Two outlets with two claims in common, each with something of its own."""
    pier = "The Tarrel pier will be closed for two winters from October on"
    fares = "Fares on the Tarrel ferry rose by 12 percent last year"
    one = make_document(
        say(f"{pier}.", "claim"),
        say("The piles beneath it have cracked.", "evidence"),
        say(f"{fares}, the Ferry Office said.", "claim", "the Ferry Office"),
        say("Every harbor lives by its boats."),
        say("Nobody else will say so."),
        relations=(("s2", "supports", "s1"), ("s3", "supports", "s1"), ("s5", "supports", "s4")),
        article="one",
        outlet="The Islander",
    )
    other = make_document(
        say(f"{pier}, the mayor said.", "claim", "the mayor", certainty="possible"),
        say(f"{fares}.", "claim"),
        say("The council meets on Monday.", "report"),
        relations=(("s2", "supports", "s1"),),
        article="other",
        outlet="Orla Wire",
    )
    return [one, other]


@pytest.fixture(scope="module")
def story() -> StoryGraph:
    """The story map of the two."""
    documents = told()
    return build_story(documents, compare(documents))


def claim(story: StoryGraph, words: str) -> str:
    """The name of the shared claim with these words."""
    return next(
        f"claim:{one.id}"
        for one in story.shared
        if any(words in node.text for telling in one.tellings for node in telling.nodes)
    )


def test_a_shared_claim_stands_once(story: StoryGraph) -> None:
    """Both claims that both outlets tell are one node each, and their segments no other."""
    assert len(story.shared) == 2
    assert {one.id for one in story.alone} == {"alone:one-s2", "alone:one-s4", "alone:one-s5"}


def test_each_outlet_has_voice_and_certainty_at_it(story: StoryGraph) -> None:
    """The cells say who tells it, in whose voice, how surely."""
    (pier,) = [one for one in story.shared if claim(story, "pier will") == f"claim:{one.id}"]
    assert [telling_words(telling) for telling in pier.tellings] == [
        "The Islander s1 · own voice · certain",
        "Orla Wire s1 · the mayor · possible",
    ]
    assert "attribution" in pier.differs


def test_what_bears_on_a_shared_claim_hangs_under_it(story: StoryGraph) -> None:
    """Evidence of one outlet alone stands below the claim, with the outlet's name before it."""
    layout = arrange(story.edges, story.groups, None, apart=story.shared_group)
    row = {name: number for cells in layout.rows for number, _, name in cells}
    assert row[claim(story, "pier will")] < row["alone:one-s2"]
    assert "<B>The Islander s2 · E evidence</B>" in story_dot(story)


def test_what_is_only_in_one_outlet_stands_around(story: StoryGraph) -> None:
    """Each outlet has a box of its own, what it leaves out is counted, the shared ones between."""
    assert [group.title for group in story.groups] == [
        "Only in The Islander",
        SHARED_TITLE,
        "Only in Orla Wire",
    ]
    (rest,) = story.closed
    assert (rest.id, rest.segments) == ("rest:other", ("s3",))


def test_relations_between_shared_claims_say_whose_they_are(story: StoryGraph) -> None:
    """A step that both outlets take is one line that names both."""
    (edge,) = [e for e in story.edges if e.source == claim(story, "Fares")]
    assert edge.target == claim(story, "pier will")
    assert edge.said == "The Islander, Orla Wire"


def test_nothing_is_said_of_an_outlet_that_lacks_a_claim_but_that() -> None:
    """Where a claim was not found the cell says so, and has no border."""
    documents = [*told(), make_document(say("Bread is dear in Tarrel."), article="third")]
    dot = story_dot(build_story(documents, compare(documents)))
    assert ">The Paper: not found</FONT>" in dot


@pytest.mark.dot
def test_cells_have_the_border_of_their_certainty(story: StoryGraph) -> None:
    """In the picture a hedged telling is dotted and a sure one solid; each is a link."""
    root = ElementTree.fromstring(render(story_dot(story), "svg"))
    name = claim(story, "pier will")
    node = next(e for e in root.iter() if e.get("id") == f"map-story:{name}")
    links = [e for e in node.iter(f"{SVG}a") if "href" in "".join(e.attrib)]
    dashes = [
        {p.get("stroke-dasharray") for p in link.iter(f"{SVG}polygon")} - {None} for link in links
    ]
    targets = [next(v for k, v in link.attrib.items() if k.endswith("href")) for link in links]
    assert targets == ["#one-s1", "#other-s1"]
    assert [bool(dash) for dash in dashes] == [False, True]


def test_the_tooltip_has_every_outlet_s_own_words(story: StoryGraph) -> None:
    """The node shows one wording; its tooltip has all of them in full."""
    for one in story.shared:
        tip = claim_tooltip(one, [])
        for telling in one.tellings:
            assert all(node.text in tip for node in telling.nodes)


def test_many_claims_and_outlets_stay_a_map() -> None:
    """Ten outlets with as many claims as a long article has make a map of bounded size."""
    documents = []
    for number in range(10):
        document = dense_article(40, number % 3)
        info = document.article.model_copy(
            update={"id": f"a{number}", "outlet": f"The Paper of the Isle Number {number}"}
        )
        documents.append(document.model_copy(update={"article": info}))
    story = build_story(documents, compare(documents))
    assert len(story.shared) <= MAX_SHARED
    for group in story.groups:
        if group.title != SHARED_TITLE:
            assert len(group.nodes) <= MAX_ALONE + 1
    dot = story_dot(story)
    (width,) = re.findall(r'svg width="(\d+)pt"', render(dot, "svg").decode())
    assert int(width) * 4 / 3 <= 1440
    if story.hidden:
        assert f"{story.hidden} more shared claims" in dot.replace("</TD></TR><TR><TD", " ")


def test_the_same_story_gives_the_same_text() -> None:
    """The order of sets does not reach the DOT."""
    documents = told()
    first, second = (story_dot(build_story(documents, compare(documents))) for _ in range(2))
    assert first == second


def test_an_article_that_is_missing_is_one_sentence() -> None:
    """A comparison of other articles than those given says what to do."""
    documents = told()
    comparison: Comparison = compare(documents)
    with pytest.raises(InputError, match=r"names the article 'other'.*argmap compare again"):
        build_story(documents[:1], comparison)


def test_the_bundled_story_shares_claims() -> None:
    """Of the bundled story every group of two or more outlets is on the map once."""
    documents = [read_document(path) for path in sorted(ANNOTATIONS.glob("*.json"))]
    comparison = compare(documents)
    story = build_story(documents, comparison)
    shared = [group.id for group in comparison.groups if len(group.members) > 1]
    assert [one.id for one in story.shared] == shared[:MAX_SHARED]
    assert len(shared) >= 5
