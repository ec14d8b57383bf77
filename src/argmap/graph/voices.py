"""Whose words a segment is, as names that a reader of the map sees."""

from __future__ import annotations

from argmap.model.document import AnnotatedDocument, Attribution, Segment
from argmap.model.labels import Voice

UNNAMED = "unnamed source"


def voice_names(document: AnnotatedDocument, segment: Segment) -> tuple[str, ...]:
    """The speakers of a segment, the outermost first; none where the voice is the author's own.

    A speaker who is reported by another stands behind that one: `("Lee", "Pyongyang")`.
    """
    if segment.voice is Voice.AUTHOR:
        return ()
    names: list[str] = []
    seen: set[str] = set()
    attribution = document.attribution(segment.attribution)
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        names.append(speaker_name(document, attribution))
        attribution = document.attribution(attribution.parent)
    if not names:
        return (UNNAMED,) if segment.voice is Voice.ATTRIBUTED else ()
    return tuple(reversed(names))


def speaker_name(document: AnnotatedDocument, attribution: Attribution) -> str:
    """The name of an attribution's source as the cast has it, else as the article has it."""
    if source := document.source(attribution.speaker):
        return source.name
    return attribution.source.text if attribution.source else UNNAMED
