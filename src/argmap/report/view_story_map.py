"""The map of all outlets: each shared claim once, and the same as an outline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from argmap.graph import StoryGraph
from argmap.graph.argument_graph import ArgumentEdge, ClosedBox
from argmap.graph.labels import box_words, voice_words
from argmap.graph.story_dot import STORY, telling_words
from argmap.graph.story_graph import SHARED_TITLE, Alone, SharedClaim, claim_name
from argmap.graph.styles import CERTAINTIES, RELATIONS, ROLES

from .map_svg import NodePlace, clean_picture
from .story import Story, alone_node_anchor, claim_anchor, claim_node_anchor, sentence_anchor
from .view_maps import OutlineView

STORY_ANCHOR = "maps::story"
"""The id of the map on the page; no article's id begins with a colon."""
_LABEL = "Map of all outlets; the outline says the same as text"
_MAX_DEPTH = 8  # what hangs deeper is told at the top
NO_MAP = "No map was drawn of all outlets."


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMap:
    """What the page is given of the map of all outlets.

    `svg` is the picture as inline SVG; where it is `None`, `reason` says why in one sentence.
    """

    graph: StoryGraph
    svg: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMapView:
    """The map of all outlets, or the reason why there is none, and its outline.

    `claims` are the anchors of the claims that stand on it, each with that of its node.
    """

    svg: Markup | None
    reason: str
    claims: Mapping[str, str]
    outline: tuple[OutlineView, ...]


def story_map_view(story: Story, given: StoryMap) -> StoryMapView:
    """Tie the map to the rows of claims and to the sentences; raises InputError if it is no SVG."""
    nodes = {
        f"map-{STORY}:{claim_name(one.id)}": NodePlace(
            anchor=claim_node_anchor(one.id), target=claim_anchor(one.id)
        )
        for one in given.graph.shared
    }
    nodes |= {
        f"map-{STORY}:{one.id}": NodePlace(
            anchor=alone_node_anchor(one.article, one.node.id),
            target=sentence_anchor(one.article, one.node.id),
        )
        for one in given.graph.alone
    }
    sentences = {
        sentence_anchor(document.article.id, segment.id)
        for document in story.documents
        for segment in document.segments
    }
    picture = None
    if given.svg is not None:
        picture = clean_picture(
            given.svg,
            name=STORY,
            nodes=nodes,
            links={anchor: anchor for anchor in sentences},
            label=_LABEL,
            scope=":",
        )
    return StoryMapView(
        svg=picture.markup if picture else None,
        reason=given.reason or NO_MAP,
        claims={
            claim_anchor(one.id): claim_node_anchor(one.id)
            for one in given.graph.shared
            if picture and claim_node_anchor(one.id) in picture.anchors
        },
        outline=_Outline(given.graph).items(),
    )


class _Outline:
    """The story map in words: the shared claims with what bears on them, then each outlet alone."""

    def __init__(self, graph: StoryGraph) -> None:
        self._graph = graph
        self._shared = {claim_name(one.id): one for one in graph.shared}
        self._alone = {one.id: one for one in graph.alone}
        self._closed = {box.id: box for box in graph.closed}
        self._bearing: dict[str, list[ArgumentEdge]] = {}
        self._told: set[str] = set()
        for edge in graph.edges:
            self._bearing.setdefault(edge.target, []).append(edge)

    def items(self) -> tuple[OutlineView, ...]:
        found = []
        for group in sorted(self._graph.groups, key=lambda group: group.title != SHARED_TITLE):
            names = [n for n in group.nodes if n not in self._alone or not self._alone[n].near]
            children = [self._item(name) for name in names]
            for name in group.nodes:  # one that is told here tells what hangs under it, too
                if name not in self._told and name not in self._closed:
                    children.append(self._item(name))
            found.append(_heading(group.title or "", children))
        return tuple(found)

    def _item(self, name: str, edge: ArgumentEdge | None = None, depth: int = 0) -> OutlineView:
        if name in self._closed:
            return _rest(self._closed[name])
        relation = ""
        if edge is not None:
            relation = f"{RELATIONS[edge.type].word} {self._called(edge.target)}"
            if edge.said:
                relation += f" in {edge.said}"
        hangs = name in self._alone and self._alone[name].near and depth <= _MAX_DEPTH
        if name in self._told or (edge is not None and not hangs):
            return self._reference(name, relation)
        self._told.add(name)
        below = [self._item(one.source, one, depth + 1) for one in self._bearing.get(name, ())]
        if name in self._shared:
            claim = self._shared[name]
            return _claim(claim, relation, [*_tellings(claim), *below])
        return _alone(self._alone[name], relation, below)

    def _called(self, name: str) -> str:
        if name in self._shared:
            return self._shared[name].id
        one = self._alone[name]
        return f"{one.outlet} {one.node.id}"

    def _reference(self, name: str, relation: str) -> OutlineView:
        if name in self._shared:
            anchor = claim_anchor(self._shared[name].id)
        else:
            anchor = sentence_anchor(self._alone[name].article, self._alone[name].node.id)
        return OutlineView(
            anchor=anchor,
            label="",
            relation=relation,
            text=f"see {self._called(name)}",
            reference=True,
        )


def _heading(title: str, children: Sequence[OutlineView]) -> OutlineView:
    return OutlineView(
        anchor=None, label="", relation="", text=title, reference=False, children=tuple(children)
    )


def _claim(claim: SharedClaim, relation: str, children: Sequence[OutlineView]) -> OutlineView:
    node = next(telling.nodes[0] for telling in claim.tellings if telling.nodes)
    facts = [f"differs in {', '.join(claim.differs)}"] if claim.differs else []
    facts += ["contradicted"] if claim.contradicted else []
    brackets = f" ({'; '.join(facts)})" if facts else ""
    return OutlineView(
        anchor=claim_anchor(claim.id),
        label=f"{claim.id}{brackets}",
        relation=relation,
        text=node.text,
        reference=False,
        children=tuple(children),
    )


def _tellings(claim: SharedClaim) -> list[OutlineView]:
    return [
        OutlineView(
            anchor=sentence_anchor(telling.article, telling.nodes[0].id) if telling.nodes else None,
            label="",
            relation="",
            text=telling_words(telling),
            reference=True,
        )
        for telling in claim.tellings
    ]


def _alone(one: Alone, relation: str, children: Sequence[OutlineView]) -> OutlineView:
    node = one.node
    voice = voice_words(node).removesuffix(":") or "own voice"
    words = [
        f"{one.outlet} {node.id}",
        ROLES[node.role].word,
        voice,
        CERTAINTIES[node.certainty].word,
    ]
    return OutlineView(
        anchor=sentence_anchor(one.article, node.id),
        label=" · ".join(words),
        relation=relation,
        text=node.text,
        reference=False,
        children=tuple(children),
    )


def _rest(box: ClosedBox) -> OutlineView:
    return OutlineView(
        anchor=None,
        label="",
        relation="",
        text=f"{box.name}, {box.title}: {box_words(box)}",
        reference=True,
    )
