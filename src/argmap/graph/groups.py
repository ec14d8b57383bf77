"""Nodes that belong together on the map: by section of the article, by voice, or all in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.labels import Role, SpanLayer, Voice
from argmap.model.structure import sections

from .voices import UNNAMED

AUTHOR_TITLE = "The author"
OTHERS_TITLE = "Other voices"
MIN_HEARD = 3  # a voice with fewer segments stands among the other voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading and the ids of the nodes under it, in document order; `None` for no heading."""

    title: str | None
    nodes: tuple[str, ...]


def group_segments(
    document: AnnotatedDocument, segments: Sequence[Segment], by: str
) -> list[Group]:
    """Put segments into groups by `section`, by `voice`, or into one (`none`); none is empty.

    Voices with few segments share a last group, since each node names its voice.
    """
    if not segments:
        return []
    if by == "section":
        return _by_section(document, segments)
    if by == "voice":
        return _by_voice(document, segments)
    return [Group(title=None, nodes=tuple(s.id for s in segments))]


def box_titles(document: AnnotatedDocument) -> set[str]:
    """The ids of segments that a map by section shows as the title of a box already.

    A heading that takes part in a relation or carries a framing device says more than where a
    section begins, and is not among them.
    """
    telling = {end for relation in document.relations for end in (relation.source, relation.target)}
    devices = [span for span in document.spans if span.layer is SpanLayer.FRAMING]
    headings = [s.heading for s in sections(document.text) if s.heading and s.paragraphs]
    starts = [heading.start for heading in headings]
    found = set()
    for segment in document.segments:
        if segment.role is Role.BOILERPLATE:
            continue
        place = bisect_right(starts, segment.start) - 1
        if place < 0 or segment.end > headings[place].end or segment.id in telling:
            continue
        if not any(span.start < segment.end and segment.start < span.end for span in devices):
            found.add(segment.id)
    return found


def _by_section(document: AnnotatedDocument, segments: Sequence[Segment]) -> list[Group]:
    found = sections(document.text)
    starts = [section.start for section in found]
    members: dict[int, list[str]] = {}
    for segment in segments:
        members.setdefault(max(bisect_right(starts, segment.start) - 1, 0), []).append(segment.id)
    groups = []
    for number, ids in sorted(members.items()):
        heading = found[number].heading if number < len(found) else None
        title = document.text[heading.start : heading.end] if heading else None
        groups.append(Group(title=title, nodes=tuple(ids)))
    return groups


def _by_voice(document: AnnotatedDocument, segments: Sequence[Segment]) -> list[Group]:
    members: dict[str | None, list[str]] = {None: []}
    for segment in segments:
        members.setdefault(_speaker(document, segment), []).append(segment.id)
    groups = [Group(title=AUTHOR_TITLE, nodes=tuple(members.pop(None)))]
    others: list[str] = []
    for speaker, ids in members.items():
        if len(ids) < MIN_HEARD and len(members) > 1:
            others.extend(ids)
            continue
        source = document.source(speaker)
        groups.append(Group(title=source.name if source else speaker, nodes=tuple(ids)))
    order = {segment.id: place for place, segment in enumerate(segments)}
    groups.append(Group(title=OTHERS_TITLE, nodes=tuple(sorted(others, key=order.__getitem__))))
    return [group for group in groups if group.nodes]


def _speaker(document: AnnotatedDocument, segment: Segment) -> str | None:
    """What tells a segment's voice from others: the source's id, else its name; the author: None.

    A sentence of the author with words of another in it stays with the author.
    """
    if segment.voice is not Voice.ATTRIBUTED:
        return None
    attribution = document.attribution(segment.attribution)
    if attribution is None:
        return UNNAMED
    if attribution.speaker:
        return attribution.speaker
    return attribution.source.text if attribution.source else UNNAMED
