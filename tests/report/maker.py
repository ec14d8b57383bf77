"""Puts annotated documents together from segments written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument


@dataclass
class Seg:
    """A segment to be: its text, its labels, and the phrases in it that are spans."""

    text: str
    role: str = "report"
    kind: str | None = None
    source: str | None = None
    cue: str | None = None
    parent: str | None = None
    voice: str | None = None
    certainty: str = "certain"
    negative: bool = False
    tone: tuple[tuple[str, float], ...] = ()
    frames: tuple[str, ...] = ()
    spans: tuple[tuple[str, str, str], ...] = ()
    """Layer, label and phrase; a framing phrase may carry its stance as `label/stance`."""
    quote: str = "indirect"
    joint: str = " "
    """What follows in the text: a blank, or nothing where the next segment goes on at once."""


@dataclass
class Maker:
    """Puts paragraphs of segments together to an annotated document."""

    article: dict[str, Any]
    speakers: dict[str, str]
    """Name of a source to its kind."""
    text: str = ""
    segments: list[dict[str, Any]] = field(default_factory=list)
    attributions: list[dict[str, Any]] = field(default_factory=list)
    spans: list[dict[str, Any]] = field(default_factory=list)

    def document(
        self, paragraphs: Sequence[str | Sequence[Seg]], relations: Sequence[tuple[str, str, str]]
    ) -> AnnotatedDocument:
        """The document of these paragraphs; a plain string is a heading."""
        for paragraph in paragraphs:
            parts = [Seg(paragraph)] if isinstance(paragraph, str) else paragraph
            for number, part in enumerate(parts):
                self._segment(part)
                self.text += part.joint if number + 1 < len(parts) else ""
            self.text += "\n"
        names = list(self.speakers)
        return AnnotatedDocument.model_validate(
            {
                "article": {**self.article, "sha256": fingerprint(self.text)},
                "text": self.text,
                "segments": tuple(self.segments),
                "attributions": tuple(self.attributions),
                "sources": tuple(
                    {"id": f"p{n}", "name": name, "kind": self.speakers[name]}
                    for n, name in enumerate(names, start=1)
                ),
                "spans": tuple(self.spans),
                "relations": tuple(
                    {"id": f"r{n}", "source": source, "type": kind, "target": target}
                    for n, (source, kind, target) in enumerate(relations, start=1)
                ),
                "provenance": {"tool": "argmap test", "settings": "by hand"},
            }
        )

    def _segment(self, part: Seg) -> None:
        start = len(self.text)
        self.text += part.text
        attribution = self._attribution(part, start) if part.source else None
        voice = part.voice or ("attributed" if part.source else "author")
        self.segments.append(
            {
                "id": f"s{len(self.segments) + 1}",
                "start": start,
                "end": len(self.text),
                "text": part.text,
                "role": part.role,
                "claim_type": part.kind if part.role == "claim" else None,
                "evidence_type": part.kind if part.role == "evidence" else None,
                "voice": voice,
                "attribution": attribution,
                "certainty": part.certainty,
                "polarity": "negative" if part.negative else "positive",
                "tone": self._tone(part),
                "frames": part.frames,
                "confidence": 0.9,
            }
        )
        for layer, label, phrase in part.spans:
            self._span(part, start, layer, label, phrase, voice, attribution)

    def _tone(self, part: Seg) -> dict[str, Any] | None:
        if not part.tone:
            return None
        mean = sum(score for _, score in part.tone) / len(part.tone)
        words = tuple((word, score, 0.5) for word, score in part.tone)
        return {"polarity": mean, "subjectivity": 0.5, "words": words}

    def _attribution(self, part: Seg, start: int) -> str:
        names = list(self.speakers)
        parent = None
        if part.parent:
            parent = self._attribution(Seg(part.text, source=part.parent), start)
        identifier = f"a{len(self.attributions) + 1}"
        cue = None
        if part.cue:
            at = start + part.text.index(part.cue)
            cue = {"start": at, "end": at + len(part.cue), "text": part.cue}
        assert part.source
        self.attributions.append(
            {
                "id": identifier,
                "cue": cue,
                "content": ({"start": start, "end": len(self.text), "text": part.text},),
                "speaker": f"p{names.index(part.source) + 1}",
                "parent": parent,
                "quote": part.quote,
            }
        )
        return identifier

    def _span(
        self,
        part: Seg,
        start: int,
        layer: str,
        label: str,
        phrase: str,
        voice: str,
        attribution: str | None,
    ) -> None:
        label, _, stance = label.partition("/")
        at = start + part.text.index(phrase)
        self.spans.append(
            {
                "id": f"x{len(self.spans) + 1}",
                "layer": layer,
                "label": label,
                "start": at,
                "end": at + len(phrase),
                "text": phrase,
                "voice": "attributed" if voice == "attributed" else "author",
                "attribution": attribution,
                "stance_to_frame": (stance or "uses") if layer == "framing" else None,
            }
        )
