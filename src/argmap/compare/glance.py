"""The figures of one outlet's card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.model.comparison import Glance
from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.labels import Certainty, Role, SourceKind, SpanLayer, Voice

from .passages import boilerplate
from .words import word_count

_UNNAMED = (SourceKind.ANONYMOUS, SourceKind.COLLECTIVE)
_SHARE_DIGITS = 4
_MOST_TONE_WORDS = 50


def glance(document: AnnotatedDocument) -> Glance:
    """Count an article; every share is of words outside boilerplate, 0 where there are none."""
    told = [segment for segment in document.segments if segment.role is not Role.BOILERPLATE]
    sizes = {segment.id: word_count(segment.text) for segment in told}
    total = sum(sizes.values())

    def share(segments: Iterable[Segment]) -> float:
        return _share(sum(sizes[segment.id] for segment in segments), total)

    attributed = [segment for segment in told if segment.voice is Voice.ATTRIBUTED]
    unnamed = [segment for segment in attributed if _is_unnamed(document, segment)]
    loaded = _loaded(document)
    return Glance(
        words=total,
        segments=len(told),
        roles={
            role.value: share(segment for segment in told if segment.role is role)
            for role in Role
            if role is not Role.BOILERPLATE
        },
        voices={
            voice.value: share(segment for segment in told if segment.voice is voice)
            for voice in Voice
        },
        hedged=share(segment for segment in told if segment.certainty is not Certainty.CERTAIN),
        loaded_per_thousand=round(1000 * len(loaded) / total, 1) if total else 0.0,
        loaded_words=tuple(dict.fromkeys(loaded)),
        anonymous=_share(
            sum(sizes[segment.id] for segment in unnamed),
            sum(sizes[segment.id] for segment in attributed),
        ),
        tone={voice.value: _tone(told, voice, sizes) for voice in Voice},
        tone_words={voice.value: _tone_words(told, voice) for voice in Voice},
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, _SHARE_DIGITS) if whole else 0.0


def _is_unnamed(document: AnnotatedDocument, segment: Segment) -> bool:
    speaker = document.speaker_of(segment)
    return speaker is None or speaker.kind in _UNNAMED


def _loaded(document: AnnotatedDocument) -> list[str]:
    """The loaded words in text order, in small letters; of spans in one another the longest."""
    found = []
    end = 0
    furniture = boilerplate(document)
    spans = [span for span in document.spans if span.layer is SpanLayer.LOADED]
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > end and not any(low <= span.start < high for low, high in furniture):
            found.append(" ".join(span.text.split()).casefold())
            end = span.end
    return found


def _tone(told: Iterable[Segment], voice: Voice, sizes: Mapping[str, int]) -> float | None:
    scored = [
        (segment.tone.polarity, sizes[segment.id])
        for segment in told
        if segment.voice is voice and segment.tone
    ]
    weight = sum(size for _, size in scored)
    if not weight:
        return None
    return round(sum(polarity * size for polarity, size in scored) / weight, 3)


def _tone_words(told: Iterable[Segment], voice: Voice) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for segment in told:
        if segment.voice is voice and segment.tone:
            for word, polarity, _ in segment.tone.words:
                if abs(polarity) > abs(found.get(word, 0.0)):
                    found[word] = polarity
    ranked = sorted(found.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(ranked[:_MOST_TONE_WORDS])
