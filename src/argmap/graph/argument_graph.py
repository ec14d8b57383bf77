"""The argument of one article as plain data: nodes, edges between them, and groups of nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    FrameStance,
    Polarity,
    RelationType,
    Role,
    SpanLabel,
    Voice,
)

from .groups import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameMark:
    """A framing span inside a node's text: the phrase, the device, and what is done with it."""

    text: str
    device: SpanLabel
    stance: FrameStance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentNode:
    """One segment of the article.

    `speakers` names whose assertion it is, the outermost first; it is empty where the author's own.
    `loose` means that no relation of it is drawn.
    """

    id: str
    text: str
    role: Role
    claim_type: ClaimType | None
    evidence_type: EvidenceType | None
    voice: Voice
    speakers: tuple[str, ...]
    certainty: Certainty
    polarity: Polarity
    frames: tuple[FrameMark, ...] = ()
    section: str | None = None
    main: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentEdge:
    """A relation between two nodes; `target` of an undercut is the id of the edge that it cuts.

    One that leads to or from a closed box stands for `count` relations. `said` names who draws it,
    where a map shows several articles.
    """

    id: str
    source: str
    target: str
    type: RelationType
    cue: str | None = None
    count: int = 1
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedBox:
    """A group that is drawn as one box: what is in it, in numbers.

    `segments` are the ids of what it hides, `inner` how many relations hold between those, `page`
    the page that shows them.
    """

    id: str
    name: str
    title: str
    segments: tuple[str, ...]
    roles: tuple[tuple[Role, int], ...]
    speakers: int
    inner: int
    page: int | None = None


@dataclass(frozen=True, kw_only=True)
class ArgumentGraph:
    """Everything that the map and the outline of one article show.

    `nodes` and `edges` are in document order. `groups` partition the nodes, the main claim and the
    closed boxes included. `hidden` counts the segments that the options or the focus leave out.
    A page shows a part of a large article: `page` is its number and how many there are, `others`
    are nodes of other pages that its own bear on, or that bear on those, and `pages` tells where
    they stand.
    """

    article: str
    title: str | None
    outlet: str | None
    by: str
    nodes: tuple[ArgumentNode, ...]
    edges: tuple[ArgumentEdge, ...]
    groups: tuple[Group, ...]
    main_claim: str | None
    hidden: int = 0
    focus: str | None = None
    hops: int | None = None
    closed: tuple[ClosedBox, ...] = ()
    others: tuple[ArgumentNode, ...] = ()
    page: tuple[int, int] | None = None
    pages: Mapping[str, int] = field(default_factory=dict)

    def node(self, identifier: str) -> ArgumentNode | None:
        """The node of this map with this id, or `None`."""
        return self._nodes.get(identifier)

    def other(self, identifier: str) -> ArgumentNode | None:
        """The node of another page with this id, or `None`."""
        return self._others.get(identifier)

    def box(self, identifier: str) -> ClosedBox | None:
        """The closed box with this id, or `None`."""
        return self._boxes.get(identifier)

    def edge(self, identifier: str) -> ArgumentEdge | None:
        """The edge with this id, or `None`."""
        return self._edges.get(identifier)

    @cached_property
    def _nodes(self) -> dict[str, ArgumentNode]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _others(self) -> dict[str, ArgumentNode]:
        return {node.id: node for node in self.others}

    @cached_property
    def _boxes(self) -> dict[str, ClosedBox]:
        return {box.id: box for box in self.closed}

    @cached_property
    def _edges(self) -> dict[str, ArgumentEdge]:
        return {edge.id: edge for edge in self.edges}
