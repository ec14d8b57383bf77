"""A stretch of text cut where marks begin and end, so that overlapping spans can be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from argmap.model.document import AnnotatedDocument, Span
from argmap.model.labels import SpanLayer

from .voices import voice_of
from .wording import LAYER_NAMES, STANCE_NAMES, device_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one span says of the words that it stands on."""

    layer: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of text under the same marks throughout; `opens` are those that begin with it."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = ()

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers on this piece, each once."""
        return tuple(dict.fromkeys(mark.layer for mark in self.marks))

    @property
    def title(self) -> str:
        """All the marks in words."""
        return "; ".join(mark.name for mark in self.marks)


def runs(
    document: AnnotatedDocument, start: int, end: int, spans: Iterable[Span]
) -> tuple[Run, ...]:
    """Cut `text[start:end]` at the boundaries of the spans that touch it.

    Spans may overlap or stick out at either end; a span that began earlier is opened again, since
    a reader who comes here has not met it.
    """
    touching = [span for span in spans if span.start < end and span.end > start]
    cuts = {start, end}
    for span in touching:
        cuts.update((max(start, span.start), min(end, span.end)))
    edges = sorted(cuts)
    names = {span.id: mark_of(document, span) for span in touching}
    found = []
    for left, right in pairwise(edges):
        covering = [span for span in touching if span.start <= left and span.end >= right]
        opening = [span for span in covering if max(start, span.start) == left]
        found.append(
            Run(
                text=document.text[left:right],
                marks=tuple(names[span.id] for span in covering),
                opens=tuple(names[span.id] for span in opening),
            )
        )
    return tuple(found)


def mark_of(document: AnnotatedDocument, span: Span) -> Mark:
    """A span's layer and its full name: device, whose voice, and what the voice does with it."""
    layer = LAYER_NAMES[span.layer]
    parts = [layer]
    if span.layer in (SpanLayer.FRAMING, SpanLayer.LOADED):
        device = device_name(span.label)
        parts = [layer if device == f"{layer} word" else f"{layer}: {device}"]
        parts.append(voice_of(document, span).words)
        if span.stance_to_frame:
            parts.append(STANCE_NAMES[span.stance_to_frame])
    return Mark(layer=layer, name=", ".join(parts))
