"""A small builder of annotated documents: headings and segments in, offsets and ids out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument

Relation = tuple[str, str, str]


@dataclass(kw_only=True)
class Draft:
    """One segment to be; `says` names the speakers, the outermost first, of an attributed one."""

    text: str
    role: str = "claim"
    says: tuple[str, ...] = ()
    voice: str = ""
    certainty: str = "certain"
    polarity: str = "positive"
    frames: dict[str, str] = field(default_factory=dict)


def say(text: str, role: str = "claim", *says: str, **rest: Any) -> Draft:
    """A segment with its role and its speakers."""
    return Draft(text=text, role=role, says=says, **rest)


def make_document(
    *parts: str | Draft,
    relations: tuple[Relation, ...] = (),
    article: str = "paper",
    title: str | None = "A title",
    outlet: str | None = "The Paper",
) -> AnnotatedDocument:
    """Build a valid document; a plain string is a heading, a relation `(source, type, target)`.

    Segments count from s1, headings among them as boilerplate; relations from r1.
    """
    text = ""
    segments: list[dict[str, Any]] = []
    attributions: list[dict[str, Any]] = []
    speakers: dict[str, dict[str, Any]] = {}
    spans: list[dict[str, Any]] = []
    for part in parts:
        draft = Draft(text=part, role="boilerplate") if isinstance(part, str) else part
        start = len(text)
        text += draft.text + "\n"
        quote = {"start": start, "end": start + len(draft.text), "text": draft.text}
        parent = None
        for name in draft.says:
            speaker = speakers.setdefault(
                name, {"id": f"p{len(speakers) + 1}", "name": name, "kind": "named_org"}
            )
            attribution = {
                "id": f"a{len(attributions) + 1}",
                "content": [quote],
                "speaker": speaker["id"],
                "parent": parent,
                "quote": "indirect",
            }
            attributions.append(attribution)
            parent = attribution["id"]
        voice = draft.voice or ("attributed" if draft.says else "author")
        segments.append(
            {
                "id": f"s{len(segments) + 1}",
                **quote,
                "role": draft.role,
                "claim_type": "fact" if draft.role == "claim" else None,
                "evidence_type": "event" if draft.role == "evidence" else None,
                "voice": voice,
                "attribution": parent,
                "certainty": draft.certainty,
                "polarity": draft.polarity,
            }
        )
        for phrase, stance in draft.frames.items():
            at = start + draft.text.index(phrase)
            spans.append(
                {
                    "id": f"x{len(spans) + 1}",
                    "layer": "framing",
                    "label": "label",
                    "start": at,
                    "end": at + len(phrase),
                    "text": phrase,
                    "voice": voice,
                    "attribution": parent,
                    "stance_to_frame": stance,
                }
            )
    return AnnotatedDocument.model_validate(
        {
            "article": {
                "id": article,
                "title": title,
                "outlet": outlet,
                "sha256": fingerprint(text),
            },
            "text": text,
            "segments": segments,
            "attributions": attributions,
            "sources": list(speakers.values()),
            "spans": spans,
            "relations": [
                {"id": f"r{n}", "source": s, "target": t, "type": kind}
                for n, (s, kind, t) in enumerate(relations, 1)
            ],
            "provenance": {"tool": "hand"},
        }
    )
