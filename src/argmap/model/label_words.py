"""Labels and items in words, as they stand in a record: equal words are equal labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from .document import Attribution, Quote, Relation, Segment, Source, Span


def role(segment: Segment) -> str:
    """A role with its type, such as `claim (fact)`."""
    kind = segment.claim_type or segment.evidence_type
    return f"{segment.role} ({kind})" if kind else str(segment.role)


def voice(item: Segment | Span, attribution: str | None) -> str:
    """A voice with the attribution that it hangs on, by its id in the file that is made."""
    return f"{item.voice} ({attribution})" if attribution else str(item.voice)


def frames(segment: Segment) -> str:
    """The frames in the alphabet's order; their order in the file says nothing."""
    return ", ".join(sorted(map(str, segment.frames))) or "none"


def tone(segment: Segment) -> str:
    """The tones towards targets, without those of 0."""
    said = sorted(
        f"{entry.target} {entry.value:+d}" for entry in segment.tone_towards if entry.value
    )
    return ", ".join(said) or "none"


def quote(item: Quote | Segment | Span | None) -> str | None:
    """A quote with its place."""
    return f"{item.start}-{item.end} “{item.text}”" if item else None


def quotes(items: Iterable[Quote]) -> str:
    """Several quotes with their places."""
    return " + ".join(f"{item.start}-{item.end} “{item.text}”" for item in items)


def span(item: Span) -> str:
    """A span as a whole."""
    return f"{item.layer} {item.label} {quote(item)}"


def attribution(item: Attribution) -> str:
    """An attribution as a whole."""
    source, cue = (quote(part) or "–" for part in (item.source, item.cue))
    return f"{source} · {cue} · {quotes(item.content)}"


def source(item: Source) -> str:
    """A source as a whole."""
    return f"{item.name} ({item.kind}) {quotes(item.mentions[:1])}".rstrip()


def relation(item: Relation, ends: tuple[str, str]) -> str:
    """A relation as a whole, between two ids of the file that is made."""
    return f"{item.type} {ends[0]} → {ends[1]}"


_WAYS: dict[str, Callable[[Any], str | None]] = {
    "role": role,
    "frames": frames,
    "tone_towards": tone,
    "content": lambda item: quotes(item.content),
    "source": lambda item: quote(item.source),
    "cue": lambda item: quote(item.cue),
    "text": quote,
    "voice": lambda item: voice(item, item.attribution),
}


def label(item: Any, name: str) -> str | None:
    """One label of a part; `text` is a span's place, `role` and `voice` go with what they need."""
    if name in _WAYS:
        return _WAYS[name](item)
    value = getattr(item, name)
    return None if value is None else str(value)


def whole(item: Any) -> str:
    """A part as a whole."""
    if isinstance(item, Relation):
        return relation(item, (item.source, item.target))
    if isinstance(item, Attribution):
        return attribution(item)
    if isinstance(item, Source):
        return source(item)
    return span(item) if isinstance(item, Span) else str(quote(item))
