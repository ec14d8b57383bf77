"""Annotated documents made by hand: sentences in, a valid document out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from argmap.model.article import fingerprint
from argmap.model.checks import check_integrity
from argmap.model.document import AnnotatedDocument


@dataclass
class Said:
    """One segment: its text and what is not the default; `by` names the source of its content."""

    text: str
    by: str | None = None
    kind: str = "named_person"
    inside: str | None = None
    role: str = "report"
    certainty: str = "certain"
    polarity: str = "positive"
    tone: tuple[float, str] | None = None
    hedges: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    frames: tuple[tuple[str, str, str], ...] = ()
    """Text, device and stance of each framing span."""
    voice: str | None = None
    new_paragraph: bool = False


@dataclass
class Draft:
    """The JSON value of a document while it grows."""

    text: str = ""
    segments: list[dict[str, Any]] = field(default_factory=list)
    attributions: list[dict[str, Any]] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)
    spans: list[dict[str, Any]] = field(default_factory=list)

    def speaker(self, name: str, kind: str) -> str:
        """Id of the source of that name, made where it is new."""
        for source in self.sources:
            if source["name"] == name:
                return str(source["id"])
        identifier = f"p{len(self.sources) + 1}"
        self.sources.append({"id": identifier, "name": name, "kind": kind})
        return identifier

    def attribution(self, said: Said, start: int) -> str | None:
        """Id of the attribution of a segment, the outer one made too where there is one."""
        if said.by is None:
            return None
        outer = None
        if said.inside:
            outer = self._attribution(said, start, said.inside, None)
        return self._attribution(said, start, said.by, outer)

    def _attribution(self, said: Said, start: int, name: str, parent: str | None) -> str:
        identifier = f"a{len(self.attributions) + 1}"
        place = said.text.find(name)
        source = None
        if place >= 0:
            source = {"start": start + place, "end": start + place + len(name), "text": name}
        self.attributions.append(
            {
                "id": identifier,
                "source": source,
                "content": [{"start": start, "end": start + len(said.text), "text": said.text}],
                "speaker": self.speaker(name, said.kind),
                "parent": parent,
                "quote": "indirect",
            }
        )
        return identifier

    def add(self, said: Said) -> None:
        """Put one segment at the end of the text."""
        if self.text:
            self.text += "\n" if said.new_paragraph else " "
        start = len(self.text)
        self.text += said.text
        attribution = self.attribution(said, start)
        tone = None
        if said.tone:
            polarity, word = said.tone
            tone = {"polarity": polarity, "subjectivity": 0.5, "words": [[word, polarity, 0.5]]}
        voice = said.voice or ("attributed" if attribution else "author")
        self.segments.append(
            {
                "id": f"s{len(self.segments) + 1}",
                "start": start,
                "end": len(self.text),
                "text": said.text,
                "role": said.role,
                "claim_type": "fact" if said.role == "claim" else None,
                "evidence_type": "event" if said.role == "evidence" else None,
                "voice": voice,
                "attribution": attribution,
                "certainty": said.certainty,
                "polarity": said.polarity,
                "tone": tone,
            }
        )
        for text in said.hedges:
            self.span(said, start, text, "hedge", "hedge", voice, attribution)
        for text in said.loaded:
            self.span(said, start, text, "loaded", "loaded_word", voice, attribution)
        for text, device, stance in said.frames:
            self.span(said, start, text, "framing", device, voice, attribution, stance)

    def span(
        self,
        said: Said,
        start: int,
        text: str,
        layer: str,
        label: str,
        voice: str,
        attribution: str | None,
        stance: str | None = None,
    ) -> None:
        """Label the first place of some words in a segment."""
        place = start + said.text.index(text)
        self.spans.append(
            {
                "id": f"x{len(self.spans) + 1}",
                "layer": layer,
                "label": label,
                "start": place,
                "end": place + len(text),
                "text": text,
                "voice": voice,
                "attribution": attribution,
                "stance_to_frame": stance,
            }
        )


def article(identifier: str, *told: Said | str, **info: Any) -> AnnotatedDocument:
    """A document of these segments in this order; `info` is outlet, title, genre, published."""
    draft = Draft()
    for said in told:
        draft.add(said if isinstance(said, Said) else Said(said))
    value = {
        "format": "argmap",
        "version": 1,
        "article": {"id": identifier, "sha256": fingerprint(draft.text), **info},
        "text": draft.text,
        "segments": draft.segments,
        "attributions": draft.attributions,
        "sources": draft.sources,
        "spans": draft.spans,
        "provenance": {"tool": "made by hand"},
    }
    problems = check_integrity(value)
    assert not problems, problems
    return AnnotatedDocument.model_validate(value)
