"""Whose voice a segment or span stands in, in words that name the source and the cue."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.document import AnnotatedDocument, Attribution, Segment, Span
from argmap.model.labels import Voice

from .wording import VOICE_NAMES

UNNAMED = "somebody who is not named"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """A voice: `words` is the whole of it, `name` the short form beside a sentence."""

    kind: str
    words: str
    name: str | None
    cue: str | None


def voice_of(document: AnnotatedDocument, item: Segment | Span) -> VoiceView:
    """Say whose assertion a segment or span is, with its cue.

    A chain of sources reads from the innermost outwards: `attributed to the ministry via Vask`.
    """
    found = document.attribution(item.attribution)
    if item.voice is Voice.AUTHOR:
        return VoiceView(kind="author", words=VOICE_NAMES[Voice.AUTHOR], name=None, cue=None)
    chain = _chain(document, found)
    cue = found.cue.text if found and found.cue else None
    name = " via ".join(chain) if chain else UNNAMED
    if item.voice is Voice.MIXED:
        words = VOICE_NAMES[Voice.MIXED] + (f" ({name})" if found else "")
        return VoiceView(kind="mixed", words=words, name=name if found else None, cue=cue)
    return VoiceView(kind="attributed", words=f"attributed to {name}", name=name, cue=cue)


def _chain(document: AnnotatedDocument, found: Attribution | None) -> list[str]:
    names: list[str] = []
    seen: set[str] = set()
    while found and found.id not in seen:
        seen.add(found.id)
        name = _speaker(document, found)
        if not names or names[-1] != name:
            names.append(name)
        found = document.attribution(found.parent)
    return names


def _speaker(document: AnnotatedDocument, attribution: Attribution) -> str:
    source = document.source(attribution.speaker)
    if source:
        return source.name
    return attribution.source.text if attribution.source else UNNAMED
