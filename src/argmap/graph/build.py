"""From an annotated document to its argument graph.

It reads the document and nothing else, and invents no relation: a segment that none was found for
stays in the graph as a loose node.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from argmap.errors import InputError
from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import RelationType, Role, SpanLayer

from .argument_graph import ArgumentEdge, ArgumentGraph, ArgumentNode, FrameMark
from .focus import focused, neighbourhood
from .groups import box_titles, group_segments
from .main_claim import find_main_claim
from .voices import voice_names

DEFAULT_ROLES = tuple(role for role in Role if role is not Role.BOILERPLATE)
GROUPINGS = ("section", "voice", "none")


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
        near = neighbourhood(focused(document, segments, focus), relations, max(hops, 0))
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
