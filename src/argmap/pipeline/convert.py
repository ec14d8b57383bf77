"""From the finished reading of a Doc to the annotated document: ids, order, quotes.

Drafts refer to each other by their places in the reading's lists; here they get their ids, in
document order. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from spacy.tokens import Doc

from argmap import __version__
from argmap.model.article import Article
from argmap.model.document import (
    AnnotatedDocument,
    ArticleInfo,
    Attribution,
    Provenance,
    Quote,
    Relation,
    Segment,
    Source,
    Span,
    Tone,
    ToneTowards,
)
from argmap.model.labels import Genre, RelationType

from .layers import (
    AttributionDraft,
    Offsets,
    Reading,
    RelationDraft,
    SegmentDraft,
    SourceDraft,
    SpanDraft,
    reading_of,
)

_DIGITS = 2  # of a confidence; of a tone one more, since single words have scores such as 0.125
_Item = TypeVar("_Item")
_Key = tuple[int | str, ...]


def to_document(doc: Doc, article: Article) -> AnnotatedDocument:
    """Turn what the components found in `doc` into the annotated document of `article`."""
    return _Conversion(reading_of(doc), article).document()


class _Conversion:
    """The reading with the id of every draft, by its place."""

    def __init__(self, reading: Reading, article: Article) -> None:
        self._reading = reading
        self._article = article
        self._segments = _ids("s", reading.segments, lambda item: (item.start, item.end))
        self._attributions = _ids("a", reading.attributions, _place_of_attribution)
        self._sources = _ids("p", reading.sources, lambda item: min(item.mentions, default=(0, 0)))
        self._spans = _ids("x", reading.spans, lambda item: (item.start, item.end, item.label))
        self._relations = _ids("r", reading.relations, self._place_of_relation)

    def document(self) -> AnnotatedDocument:
        reading, article = self._reading, self._article
        return AnnotatedDocument(
            article=ArticleInfo(
                id=article.id,
                title=article.title,
                outlet=article.outlet,
                author=article.author,
                published=article.published,
                url=article.url,
                language=article.language,
                genre=article.genre or reading.genre or Genre.UNKNOWN,
                sha256=article.sha256,
            ),
            text=article.text,
            segments=_in_order(reading.segments, self._segments, self._segment),
            attributions=_in_order(reading.attributions, self._attributions, self._attribution),
            sources=_in_order(reading.sources, self._sources, self._source),
            spans=_in_order(reading.spans, self._spans, self._span),
            relations=_in_order(reading.relations, self._relations, self._relation),
            provenance=Provenance(tool=f"argmap {__version__}"),
        )

    def _place_of_relation(self, draft: RelationDraft) -> _Key:
        segments = self._reading.segments
        if draft.type is RelationType.UNDERCUTS:
            return segments[draft.source].start, len(self._article.text), draft.target
        return segments[draft.source].start, segments[draft.target].start

    def _quote(self, offsets: Offsets) -> Quote:
        start, end = offsets
        return Quote(start=start, end=end, text=self._article.text[start:end])

    def _segment(self, draft: SegmentDraft, identifier: str) -> Segment:
        tone = None
        if draft.tone is not None:
            polarity, subjectivity, words = draft.tone
            tone = Tone(
                polarity=round(polarity, _DIGITS + 1),
                subjectivity=round(subjectivity, _DIGITS + 1),
                words=words,
            )
        return Segment(
            id=identifier,
            start=draft.start,
            end=draft.end,
            text=self._article.text[draft.start : draft.end],
            role=draft.role,
            claim_type=draft.claim_type,
            evidence_type=draft.evidence_type,
            voice=draft.voice,
            attribution=_at(self._attributions, draft.attribution),
            certainty=draft.certainty,
            polarity=draft.polarity,
            tone=tone,
            tone_towards=tuple(
                ToneTowards(target=target, value=value) for target, value in draft.tone_towards
            ),
            frames=draft.frames,
            confidence=round(draft.confidence, _DIGITS),
        )

    def _attribution(self, draft: AttributionDraft, identifier: str) -> Attribution:
        return Attribution(
            id=identifier,
            source=self._quote(draft.source) if draft.source else None,
            cue=self._quote(draft.cue) if draft.cue else None,
            content=tuple(self._quote(offsets) for offsets in draft.content),
            speaker=_at(self._sources, draft.speaker),
            parent=_at(self._attributions, draft.parent),
            quote=draft.quote,
            stance=draft.stance,
            confidence=round(draft.confidence, _DIGITS),
        )

    def _source(self, draft: SourceDraft, identifier: str) -> Source:
        return Source(
            id=identifier,
            name=draft.name,
            kind=draft.kind,
            description=draft.description,
            mentions=tuple(self._quote(offsets) for offsets in sorted(draft.mentions)),
        )

    def _span(self, draft: SpanDraft, identifier: str) -> Span:
        return Span(
            id=identifier,
            layer=draft.layer,
            label=draft.label,
            start=draft.start,
            end=draft.end,
            text=self._article.text[draft.start : draft.end],
            voice=draft.voice,
            attribution=_at(self._attributions, draft.attribution),
            stance_to_frame=draft.stance_to_frame,
            confidence=round(draft.confidence, _DIGITS),
        )

    def _relation(self, draft: RelationDraft, identifier: str) -> Relation:
        targets = self._relations if draft.type is RelationType.UNDERCUTS else self._segments
        return Relation(
            id=identifier,
            source=self._segments[draft.source],
            target=targets[draft.target],
            type=draft.type,
            cue=self._quote(draft.cue) if draft.cue else None,
            confidence=round(draft.confidence, _DIGITS),
        )


def _place_of_attribution(draft: AttributionDraft) -> _Key:
    stretches = [*draft.content, *(part for part in (draft.source, draft.cue) if part)]
    start, end = min(stretches)
    return (start, end, *(draft.cue or ()))


def _ids(prefix: str, drafts: Sequence[_Item], place: Callable[[_Item], _Key]) -> list[str]:
    """The id of each draft, by its place in the list, counted in document order."""
    order = sorted(range(len(drafts)), key=lambda number: (place(drafts[number]), number))
    ids = [""] * len(drafts)
    for count, number in enumerate(order, start=1):
        ids[number] = f"{prefix}{count}"
    return ids


_Made = TypeVar("_Made")


def _in_order(
    drafts: Sequence[_Item], ids: Sequence[str], make: Callable[[_Item, str], _Made]
) -> tuple[_Made, ...]:
    """The drafts made into parts of the document, in the order of their ids."""
    pairs = sorted(zip(ids, drafts, strict=True), key=lambda pair: int(pair[0][1:]))
    return tuple(make(draft, identifier) for identifier, draft in pairs)


def _at(ids: Sequence[str], place: int | None) -> str | None:
    return None if place is None else ids[place]
