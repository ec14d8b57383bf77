"""The argument as a nested list: the map's text alternative, for reading and for screen readers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from argmap.model.labels import Certainty, Polarity, RelationType

from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode
from .escaping import clean
from .labels import BLANK, frame_words, head
from .styles import CERTAINTIES, RELATIONS, main_word

MAX_DEPTH = 10  # what stands deeper is listed at this depth; `relation` still says what it bears on
_INDENT = "  "


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineItem:
    """A heading, a segment, or a reference to a segment that stands elsewhere in the outline.

    A heading has no `id` and its words in `text`. `label` is the first line of the node on the map,
    with what its shape and border say. `relation` says in words how it bears on the item above it,
    as `supports s2`; `type` is that relation's label.
    """

    id: str | None = None
    label: str = ""
    text: str
    relation: str = ""
    type: RelationType | None = None
    frames: tuple[str, ...] = ()
    main: bool = False
    loose: bool = False
    reference: bool = False
    children: tuple[OutlineItem, ...] = ()


def outline(graph: ArgumentGraph) -> list[OutlineItem]:
    """The main claim with all that bears on it, then each group with what is left in it.

    Every segment of the graph stands in it in full once, below the first segment that it bears on;
    its further relations are references. Groups without a heading give their items to the top.
    """
    parents = _parents(graph)
    children: dict[str, list[OutlineItem]] = {}
    for edge in graph.edges:
        reference = parents.get(edge.source) is not edge
        item = _item(graph, edge.source, edge, reference=reference)
        children.setdefault(_bears_on(graph, edge), []).append(item)
    items: list[OutlineItem] = []
    if graph.main_claim:
        main = _tree(_item(graph, graph.main_claim), children)
        node = graph.node(graph.main_claim)
        assert node is not None
        items.append(OutlineItem(text=main_word(node.role).capitalize(), children=(main,)))
    for group in graph.groups:
        roots = [name for name in group.nodes if name not in parents and name != graph.main_claim]
        found = tuple(_tree(_item(graph, root), children) for root in roots)
        if group.title is None:
            items.extend(found)
        elif found:
            items.append(OutlineItem(text=clean(group.title) or BLANK, children=found))
    return items


def outline_text(graph: ArgumentGraph) -> str:
    """The outline as plain text, one line a segment, indented by two blanks a level."""
    lines: list[str] = []
    waiting = [(item, 0) for item in reversed(outline(graph))]
    while waiting:
        item, depth = waiting.pop()
        lines.append(_INDENT * depth + _line(item))
        waiting.extend((child, depth + 1) for child in reversed(item.children))
    return "\n".join(lines) + "\n" if lines else ""


def _parents(graph: ArgumentGraph) -> dict[str, ArgumentEdge]:
    """The relation under which each segment stands: its first that makes no circle."""
    parents: dict[str, ArgumentEdge] = {}
    for edge in graph.edges:
        if edge.source in parents or edge.source == graph.main_claim:
            continue
        upper: str | None = _bears_on(graph, edge)
        while upper is not None and upper != edge.source:
            upper = _bears_on(graph, parents[upper]) if upper in parents else None
        if upper is None:
            parents[edge.source] = edge
    return parents


def _bears_on(graph: ArgumentGraph, edge: ArgumentEdge) -> str:
    """The segment that a relation points at; for an undercut the one whose step it cuts."""
    if edge.type is not RelationType.UNDERCUTS:
        return edge.target
    cut = graph.edge(edge.target)
    assert cut is not None
    return cut.source


def _item(
    graph: ArgumentGraph, name: str, edge: ArgumentEdge | None = None, *, reference: bool = False
) -> OutlineItem:
    node = graph.node(name)
    assert node is not None
    return OutlineItem(
        id=node.id,
        label=_label(node),
        text=f"see {node.id}" if reference else clean(node.text) or BLANK,
        relation=_words(graph, edge) if edge else "",
        type=edge.type if edge else None,
        frames=() if reference else tuple(frame_words(frame) for frame in node.frames),
        main=node.main,
        loose=node.loose,
        reference=reference,
    )


def _label(node: ArgumentNode) -> str:
    """What the map shows of a node beside its text, all of it in words."""
    facts = []
    if node.certainty is not Certainty.CERTAIN:
        facts.append(CERTAINTIES[node.certainty].word)
    if node.polarity is Polarity.NEGATIVE:
        facts.append("denied")
    if node.loose:
        facts.append("no relation found")
    words = clean(head(node)).removesuffix(":")
    return f"{words} ({', '.join(facts)})" if facts else words


def _words(graph: ArgumentGraph, edge: ArgumentEdge) -> str:
    word = RELATIONS[edge.type].word
    if edge.type is RelationType.UNDERCUTS:
        return f"{word} the step from {_bears_on(graph, edge)}"
    return f"{word} {edge.target}"


def _tree(root: OutlineItem, children: dict[str, list[OutlineItem]]) -> OutlineItem:
    """An item with its children in it, built from the leaves upwards."""
    order: list[tuple[OutlineItem, int, int]] = []  # item, depth, place of its parent
    waiting = [(root, 0, -1)]
    while waiting:
        item, depth, parent = waiting.pop()
        place = len(order)
        order.append((item, depth, parent))
        if item.reference or item.id is None:
            continue
        deeper = depth < MAX_DEPTH
        below = (depth + 1, place) if deeper else (depth, parent)
        waiting.extend((child, *below) for child in reversed(children.get(item.id, [])))
    built: dict[int, list[OutlineItem]] = {}
    for place in range(len(order) - 1, 0, -1):
        item, _, parent = order[place]
        done = replace(item, children=tuple(reversed(built.pop(place, []))))
        built.setdefault(parent, []).append(done)
    return replace(root, children=tuple(reversed(built.get(0, []))))


def _line(item: OutlineItem) -> str:
    if item.id is None:
        return item.text
    sign = RELATIONS[item.type].sign if item.type else "-"
    relation = f", {item.relation}" if item.relation else ""
    frames = "".join(f" [{frame}]" for frame in item.frames)
    return f"{sign} {item.label}{relation}: {item.text}{frames}"
