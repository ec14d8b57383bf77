"""From the finished reading of a Doc to the annotated document: ids, order, quotes.

Drafts refer to each other by their places in the reading's lists; here they get their ids, in
document order. Nothing is decided here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spacy.tokens import Doc

from argmap import __version__
from argmap.discourse.model import DISCOURSE_VERSION
from argmap.model.article import Article
from argmap.model.document import (
    AnnotatedDocument,
    ArticleInfo,
    Attribution,
    Models,
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
from .syntax import SYNTAX_VERSION

_DIGITS = 2  # of a confidence; of a tone one more, since single words have scores such as 0.125
_BEHIND_ALL = sys.maxsize  # an offset that no text has
_Item = TypeVar("_Item")
_Key = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Ids:
    """The id of every draft of a reading, by the draft's place in its list."""

    segments: list[str]
    attributions: list[str]
    sources: list[str]
    spans: list[str]
    relations: list[str]


def ids_of(reading: Reading) -> Ids:
    """Number the drafts of a reading in document order, each kind for itself."""
    return Ids(
        segments=_ids("s", reading.segments, lambda item: (item.start, item.end)),
        attributions=_ids("a", reading.attributions, _place_of_attribution),
        sources=_ids("p", reading.sources, lambda item: min(item.mentions, default=(0, 0))),
        spans=_ids("x", reading.spans, lambda item: (item.start, item.end, item.label)),
        relations=_ids("r", reading.relations, lambda item: _place_of_relation(reading, item)),
    )


def to_document(doc: Doc, article: Article) -> AnnotatedDocument:
    """Turn what the components found in `doc` into the annotated document of `article`."""
    return _Conversion(reading_of(doc), article).document()


def _models(reading: Reading) -> Models:
    """The models that read an article; a Doc that no model has seen names none."""
    if reading.discourse is None:
        return Models()
    return Models(syntax=SYNTAX_VERSION, discourse=DISCOURSE_VERSION)


class _Conversion:
    """The reading with the id of every draft, by its place."""

    def __init__(self, reading: Reading, article: Article) -> None:
        self._reading = reading
        self._article = article
        self._ids = ids_of(reading)

    def document(self) -> AnnotatedDocument:
        reading, article, ids = self._reading, self._article, self._ids
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
            segments=_in_order(reading.segments, ids.segments, self._segment),
            attributions=_in_order(reading.attributions, ids.attributions, self._attribution),
            sources=_in_order(reading.sources, ids.sources, self._source),
            spans=_in_order(reading.spans, ids.spans, self._span),
            relations=_in_order(reading.relations, ids.relations, self._relation),
            provenance=Provenance(tool=f"argmap {__version__}", models=_models(reading)),
        )

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
            attribution=_at(self._ids.attributions, draft.attribution),
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
            speaker=_at(self._ids.sources, draft.speaker),
            parent=_at(self._ids.attributions, draft.parent),
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
            attribution=_at(self._ids.attributions, draft.attribution),
            stance_to_frame=draft.stance_to_frame,
            confidence=round(draft.confidence, _DIGITS),
        )

    def _relation(self, draft: RelationDraft, identifier: str) -> Relation:
        ids = self._ids
        targets = ids.relations if draft.type is RelationType.UNDERCUTS else ids.segments
        return Relation(
            id=identifier,
            source=ids.segments[draft.source],
            target=targets[draft.target],
            type=draft.type,
            cue=self._quote(draft.cue) if draft.cue else None,
            confidence=round(draft.confidence, _DIGITS),
        )


def _place_of_relation(reading: Reading, draft: RelationDraft) -> _Key:
    segments = reading.segments
    if draft.type is RelationType.UNDERCUTS:
        return segments[draft.source].start, _BEHIND_ALL, draft.target
    return segments[draft.source].start, segments[draft.target].start


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
