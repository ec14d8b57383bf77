"""The argument as a nested list."""

from __future__ import annotations

from argmap.graph import OutlineItem, build_graph, outline, outline_text
from argmap.graph.outline import MAX_DEPTH

from .drafts import make_document, say
from .stories import pier


def all_items(items: list[OutlineItem]) -> list[OutlineItem]:
    """All items, however deep."""
    found: list[OutlineItem] = []
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting.extend(item.children)
    return found


def test_the_outline_of_the_pier() -> None:
    """The main claim comes first with what bears on it, then the sections with the rest."""
    assert outline_text(build_graph(pier(), roles=["claim", "evidence", "framing"])) == (
        "Main claim\n"
        "  - s2 · C main claim: The harbour needs its pier, and closing it for two winters is a new"
        " Salt Curtain across the bay that nobody asked for or voted on."
        " [frame: “new Salt Curtain”]\n"
        "    + s4 · E evidence · The Ferry Office, supports s2: Ridership rose by 12 percent in"
        " 2023.\n"
        "    − s5 · C claim · the council's engineer (possible), attacks s2: The pier may collapse"
        " at any time.\n"
        "      + s6 · E evidence · Port Authority: an inspector's report, supports s5: Two piles"
        " have cracked since 2019.\n"
        "    + s9 · F framing, supports s2: A closed pier is a closed town.\n"
        "      + s10 · C claim · the chamber of commerce (probable), supports s9: Shops are likely"
        " to lose a third of their winter trade, according to the chamber of commerce, which asked"
        " 240 of its members in September.\n"
        "What it costs\n"
        "  - s11 · E evidence: It asked 240 of its members.\n"
        "    › s12 · C claim (uncommitted), elaborates s11: It is unclear who pays.\n"
        "      = s13 · C claim · author, with words of the mayor, restates s12: “Nobody” knows,"
        " they say.\n"
    )


def test_every_segment_stands_once_in_full() -> None:
    """Each node of the map has one item that is no reference."""
    graph = build_graph(pier())
    whole = [item.id for item in all_items(outline(graph)) if item.id and not item.reference]
    assert sorted(whole) == sorted(node.id for node in graph.nodes)


def test_a_second_relation_is_a_reference() -> None:
    """A segment that bears on two others stands under the first and is referred to at the other."""
    document = make_document(
        say("One."),
        say("Two."),
        say("Proof.", "evidence"),
        relations=(("s3", "supports", "s1"), ("s3", "attacks", "s2")),
    )
    one, two = outline(build_graph(document))
    assert [c.id for c in one.children] == ["s3"]
    assert [(c.id, c.reference, c.relation, c.text) for c in two.children] == [
        ("s3", True, "attacks s2", "see s3")
    ]


def test_an_undercut_stands_under_the_step_it_cuts() -> None:
    """What undercuts a relation is listed below that relation's source."""
    found = [i for i in all_items(outline(build_graph(pier()))) if i.id == "s3"]
    assert [i.relation for i in found] == ["undercuts the step from s6"]


def test_a_circle_ends() -> None:
    """Segments that bear on each other in a circle are listed, each once in full."""
    document = make_document(
        say("One."),
        say("Two.", "report"),
        say("Three.", "report"),
        relations=(
            ("s1", "restates", "s2"),
            ("s2", "restates", "s3"),
            ("s3", "restates", "s1"),
        ),
    )
    items = all_items(outline(build_graph(document)))
    assert sorted(i.id for i in items if i.id and not i.reference) == ["s1", "s2", "s3"]
    assert [i.id for i in items if i.reference] == ["s3"]


def test_loose_and_denied_are_said() -> None:
    """What the map shows by a missing line or in the tooltip stands in the label."""
    document = make_document(say("No boat sank.", "claim", polarity="negative"))
    assert outline(build_graph(document))[0].label == "s1 · C claim (denied, no relation found)"


def test_depth_is_bounded() -> None:
    """A chain of a thousand steps is listed in full, and nests no deeper than a page can bear."""
    count = 1000
    document = make_document(
        *(say(f"Step {n}.") for n in range(count)),
        relations=tuple((f"s{n + 1}", "supports", f"s{n}") for n in range(1, count)),
    )
    items = outline(build_graph(document))
    depth = max(
        len(line) - len(line.lstrip()) for line in outline_text(build_graph(document)).splitlines()
    )
    assert len(all_items(items)) == count + 1
    assert depth // 2 <= MAX_DEPTH + 1


def test_hostile_text_stays_on_its_line() -> None:
    """Line ends and control characters cannot make lines of their own."""
    document = make_document(say("One \x1b[31m\u202e two"), title=None)
    assert outline_text(build_graph(document)).count("\n") == 1
    assert "\x1b" not in outline_text(build_graph(document))
