"""The argument of one article as plain data: nodes, edges between them, and groups of nodes.

`build_graph` reads an annotated document and nothing else. It invents no relation: a segment that
none was found for stays in the graph as a loose node.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from argmap.errors import InputError
from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    FrameStance,
    Polarity,
    RelationType,
    Role,
    SpanLabel,
    SpanLayer,
    Voice,
)

from .groups import Group, box_titles, group_segments
from .main_claim import find_main_claim
from .voices import voice_names

DEFAULT_ROLES = tuple(role for role in Role if role is not Role.BOILERPLATE)
GROUPINGS = ("section", "voice", "none")


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
    """A relation between two nodes; `target` of an undercut is the id of the edge that it cuts."""

    id: str
    source: str
    target: str
    type: RelationType
    cue: str | None = None


@dataclass(frozen=True, kw_only=True)
class ArgumentGraph:
    """Everything that the map and the outline of one article show.

    `nodes` and `edges` are in document order. `groups` partition the nodes, the main claim
    included. `hidden` counts the segments that the options or the focus leave out.
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

    def node(self, identifier: str) -> ArgumentNode | None:
        """The node with this id, or `None`."""
        return self._nodes.get(identifier)

    def edge(self, identifier: str) -> ArgumentEdge | None:
        """The edge with this id, or `None`."""
        return self._edges.get(identifier)

    @cached_property
    def _nodes(self) -> dict[str, ArgumentNode]:
        return {node.id: node for node in self.nodes}

    @cached_property
    def _edges(self) -> dict[str, ArgumentEdge]:
        return {edge.id: edge for edge in self.edges}


def build_graph(
    document: AnnotatedDocument,
    *,
    by: str = "section",
    roles: Iterable[Role | str] | None = None,
    focus: str | None = None,
    hops: int = 2,
) -> ArgumentGraph:
    """Turn an annotated document into its argument graph.

    Args:
        document: the article with its labels.
        by: what the groups are: `section`, `voice` or `none`.
        roles: the roles to show; by default all but boilerplate.
        focus: id of a segment; only what is within `hops` relations of it is shown.
        hops: how many relations away from the focus are shown.

    Raises:
        InputError: there is no such grouping, role or segment.
    """
    if by not in GROUPINGS:
        raise InputError(f"{by!r} is no grouping of a map; use {', '.join(GROUPINGS)}.")
    shown = _roles(roles)
    titles = box_titles(document) if by == "section" and roles is None and not focus else set()
    segments = [s for s in document.segments if s.role in shown and s.id not in titles]
    total = sum(s.role in shown or s.role in DEFAULT_ROLES for s in document.segments)
    relations = _drawable(document.relations, {s.id for s in segments})
    if focus is not None:
        near = _neighbourhood(_focused(document, segments, focus), relations, max(hops, 0))
        segments = [s for s in segments if s.id in near]
        relations = _drawable(relations, near)
    main = find_main_claim(document, segments, relations)
    tied = {end for r in relations for end in (r.source, r.target)}
    groups = group_segments(document, segments, by)
    sections = {i: g.title for g in group_segments(document, segments, "section") for i in g.nodes}
    nodes = [
        replace(
            _node(document, segment),
            section=sections.get(segment.id),
            main=segment.id == main,
            loose=segment.id not in tied,
        )
        for segment in segments
    ]
    return ArgumentGraph(
        article=document.article.id,
        title=document.article.title,
        outlet=document.article.outlet,
        by=by,
        nodes=tuple(nodes),
        edges=tuple(_edge(relation) for relation in relations),
        groups=tuple(groups),
        main_claim=main,
        hidden=total - len(titles) - len(segments),
        focus=focus,
        hops=hops if focus is not None else None,
    )


def _roles(roles: Iterable[Role | str] | None) -> frozenset[Role]:
    if roles is None:
        return frozenset(DEFAULT_ROLES)
    try:
        return frozenset(Role(role) for role in roles)
    except ValueError as error:
        known = ", ".join(Role)
        raise InputError(f"{str(error).split(' is ')[0]} is no role; use {known}.") from error


def _drawable(relations: Iterable[Relation], shown: set[str]) -> list[Relation]:
    """The relations whose two ends are shown; an undercut needs the relation that it cuts."""
    between = [
        r
        for r in relations
        if r.source in shown
        and (r.type is RelationType.UNDERCUTS or (r.target in shown and r.target != r.source))
    ]
    while True:
        known = {r.id for r in between}
        kept = [
            r
            for r in between
            if r.type is not RelationType.UNDERCUTS or (r.target in known and r.target != r.id)
        ]
        if len(kept) == len(between):
            return kept
        between = kept


def _focused(document: AnnotatedDocument, shown: Sequence[Segment], focus: str) -> str:
    if any(segment.id == focus for segment in shown):
        return focus
    name = document.article.id
    if segment := document.segment(focus):
        raise InputError(
            f"{name}: the segment {focus!r} has the role {segment.role!s}, which this map leaves"
            " out; add that role or choose another segment."
        )
    near = difflib.get_close_matches(focus, [segment.id for segment in shown], n=3, cutoff=0.3)
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    elif shown:
        hint = f"its segments are {shown[0].id} to {shown[-1].id}."
    else:
        hint = "it has no segment to show."
    raise InputError(f"{name}: there is no segment {focus!r} to focus on; {hint}")


def _neighbourhood(focus: str, relations: Sequence[Relation], hops: int) -> set[str]:
    """The segments at most `hops` relations from the focus; an undercut is near both ends."""
    by_id = {relation.id: relation for relation in relations}
    near: dict[str, set[str]] = {}
    for relation in relations:
        for end in _ends(relation, by_id):
            near.setdefault(relation.source, set()).add(end)
            near.setdefault(end, set()).add(relation.source)
    reached, border = {focus}, {focus}
    for _ in range(hops):
        border = {n for i in border for n in near.get(i, ())} - reached
        reached |= border
    return reached


def _ends(relation: Relation, by_id: dict[str, Relation]) -> list[str]:
    """The segments that a relation points at, through the relation that it cuts if it does."""
    seen: set[str] = set()
    ends: list[str] = []
    while relation.type is RelationType.UNDERCUTS and relation.id not in seen:
        seen.add(relation.id)
        relation = by_id[relation.target]
        ends.append(relation.source)
    if relation.type is not RelationType.UNDERCUTS:
        ends.append(relation.target)
    return ends


def _node(document: AnnotatedDocument, segment: Segment) -> ArgumentNode:
    frames = tuple(
        FrameMark(text=span.text, device=span.label, stance=span.stance_to_frame)
        for span in document.spans
        if span.layer is SpanLayer.FRAMING and span.start < segment.end and segment.start < span.end
    )
    return ArgumentNode(
        id=segment.id,
        text=segment.text,
        role=segment.role,
        claim_type=segment.claim_type,
        evidence_type=segment.evidence_type,
        voice=segment.voice,
        speakers=voice_names(document, segment),
        certainty=segment.certainty,
        polarity=segment.polarity,
        frames=frames,
    )


def _edge(relation: Relation) -> ArgumentEdge:
    return ArgumentEdge(
        id=relation.id,
        source=relation.source,
        target=relation.target,
        type=relation.type,
        cue=relation.cue.text if relation.cue else None,
    )
