"""Why a segment has its labels: the finished document beside the reasons that its drafts kept.

The document leaves the reasons out, since a person may change a label and its reason would be a
lie from then on. An explanation is therefore always of a fresh reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from argmap.model.article import Article
from argmap.model.document import Attribution, Quote, Segment, Source, Span

from .convert import ids_of, to_document
from .layers import AttributionDraft, SegmentDraft, SpanDraft, reading_of
from .stretches import numbered


@dataclass(frozen=True, slots=True)
class ExplainedLabel:
    """One label of a segment; no value means that there is none, no reason that none was kept.

    A role is followed by its claim or evidence type, a voice by the speaker's name.
    """

    name: str
    value: tuple[str, ...]
    confidence: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ExplainedAttribution:
    """The attribution that a segment stands in, in the words of the article."""

    id: str
    source: str | None
    cue: str | None
    quote: str
    stance: str
    confidence: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class ExplainedSpan:
    """A span that a segment holds, whole or in part."""

    id: str
    layer: str
    label: str
    text: str
    confidence: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A segment by the id that it has in the annotation file, and why it is labelled so."""

    id: str
    text: str
    labels: tuple[ExplainedLabel, ...]
    attribution: ExplainedAttribution | None
    spans: tuple[ExplainedSpan, ...]


def explanations_of(doc: Doc, article: Article) -> tuple[Explanation, ...]:
    """Explain every segment of a Doc that was read to the end, in document order."""
    reading, document = reading_of(doc), to_document(doc, article)
    ids = ids_of(reading)
    segments = dict(zip(ids.segments, reading.segments, strict=True))
    attributions = dict(zip(ids.attributions, reading.attributions, strict=True))
    spans = dict(zip(ids.spans, reading.spans, strict=True))
    sources = {source.id: source for source in document.sources}
    attributed = {part.id: part for part in document.attributions}
    held: list[list[ExplainedSpan]] = [[] for _ in document.segments]
    places = numbered((segment.start, segment.end) for segment in document.segments)
    for span in document.spans:
        for _, _, number in places.touching(span.start, span.end):
            held[number].append(_span(span, spans[span.id]))
    explained = []
    for segment, holds in zip(document.segments, held, strict=True):
        part = attributed[segment.attribution] if segment.attribution else None
        speaker = sources[part.speaker] if part and part.speaker else None
        explained.append(
            Explanation(
                id=segment.id,
                text=segment.text,
                labels=tuple(_labels(segment, segments[segment.id], speaker)),
                attribution=_attribution(part, attributions[part.id]) if part else None,
                spans=tuple(holds),
            )
        )
    return tuple(explained)


def _labels(
    segment: Segment, draft: SegmentDraft, speaker: Source | None
) -> Iterator[ExplainedLabel]:
    """The labels in the order of the file; a segment's confidence is that of its role."""
    kind = segment.claim_type or segment.evidence_type
    tone = segment.tone
    values: dict[str, tuple[str, ...]] = {
        "role": (str(segment.role), *([str(kind)] if kind else [])),
        "voice": (str(segment.voice), *([speaker.name] if speaker else [])),
        "certainty": (str(segment.certainty),),
        "polarity": (str(segment.polarity),),
        "tone": (f"polarity {tone.polarity}", f"subjectivity {tone.subjectivity}") if tone else (),
        "tone_towards": tuple(f"{one.target} {one.value:+d}" for one in segment.tone_towards),
        "frames": tuple(map(str, segment.frames)),
    }
    for name, value in values.items():
        confidence = segment.confidence if name == "role" else None
        yield ExplainedLabel(name, value, confidence, draft.reasons.get(name) or None)


def _attribution(part: Attribution, draft: AttributionDraft) -> ExplainedAttribution:
    return ExplainedAttribution(
        id=part.id,
        source=_text(part.source),
        cue=_text(part.cue),
        quote=str(part.quote),
        stance=str(part.stance),
        confidence=part.confidence,
        reason=draft.reason or None,
    )


def _span(span: Span, draft: SpanDraft) -> ExplainedSpan:
    return ExplainedSpan(
        id=span.id,
        layer=str(span.layer),
        label=str(span.label),
        text=span.text,
        confidence=span.confidence,
        reason=draft.reason or None,
    )


def _text(quote: Quote | None) -> str | None:
    return quote.text if quote else None
