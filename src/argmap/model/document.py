"""The annotated document: the classes behind one annotation file.

Everything that draws, compares, exports or scores reads these classes and nothing else. Offsets
are half-open and count Unicode code points of `text`. The order of the fields is the order of the
keys in the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    Frame,
    FrameStance,
    Genre,
    LabelStatus,
    Polarity,
    Quotation,
    RelationType,
    Role,
    SourceKind,
    SpanLabel,
    SpanLayer,
    Stance,
    Voice,
)

FORMAT = "argmap"
VERSION = 1  # 1: labels v1
SCHEMA_NAME = ".argmap/annotation-1.schema.json"  # relative to the annotation file
MAX_FRAMES = 3

Offset = Annotated[int, Field(ge=0, strict=True)]
Score = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$", max_length=40)]
ArticleId = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$", max_length=120)]


class Part(BaseModel):
    """Anything that stands in a file: unknown keys are errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=False, validate_by_name=True
    )


class Quote(Part):
    """A stretch of the article with its text, so that a person can move it by editing the text."""

    start: Offset
    end: Offset
    text: str


class ArticleInfo(Part):
    """What is known of the article; `sha256` is the fingerprint of its text."""

    id: ArticleId
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    genre: Genre = Genre.UNKNOWN
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Tone(Part):
    """TextBlob's score of a segment, -1 to 1 and 0 to 1, with the words that gave it."""

    polarity: Annotated[float, Field(ge=-1, le=1, allow_inf_nan=False)]
    subjectivity: Score
    words: tuple[tuple[str, float, float], ...] = Field(min_length=1)


class ToneTowards(Part):
    """How a segment speaks of a named target, from -2 to +2."""

    target: Annotated[str, Field(min_length=1)]
    value: Annotated[int, Field(ge=-2, le=2, strict=True)]


class Segment(Part):
    """A sentence, or a clause of one where its role or its voice changes."""

    id: Identifier
    start: Offset
    end: Offset
    text: str
    role: Role
    claim_type: ClaimType | None = None
    evidence_type: EvidenceType | None = None
    voice: Voice
    attribution: Identifier | None = None
    certainty: Certainty
    polarity: Polarity = Polarity.POSITIVE
    tone: Tone | None = None
    tone_towards: tuple[ToneTowards, ...] = ()
    frames: Annotated[tuple[Frame, ...], Field(max_length=MAX_FRAMES)] = ()
    confidence: Score | None = None


class Attribution(Part):
    """Who says what: source, cue and content (PolNeAR); sources nest through `parent`."""

    id: Identifier
    source: Quote | None = None
    cue: Quote | None = None
    content: Annotated[tuple[Quote, ...], Field(min_length=1)]
    speaker: Identifier | None = None
    parent: Identifier | None = None
    quote: Quotation
    stance: Stance = Stance.NEUTRAL
    confidence: Score | None = None


class Source(Part):
    """One speaker of the article, with all the mentions that were found."""

    id: Identifier
    name: Annotated[str, Field(min_length=1)]
    kind: SourceKind
    description: str | None = None
    mentions: tuple[Quote, ...] = ()


class Span(Part):
    """The shortest stretch that carries an effect; spans may overlap."""

    id: Identifier
    layer: SpanLayer
    label: SpanLabel
    start: Offset
    end: Offset
    text: str
    voice: Voice
    attribution: Identifier | None = None
    stance_to_frame: FrameStance | None = None
    confidence: Score | None = None


class Relation(Part):
    """How one segment bears on another; an undercut's target is a relation."""

    id: Identifier
    source: Identifier
    target: Identifier
    type: RelationType
    cue: Quote | None = None
    confidence: Score | None = None


class LabelRecord(Part):
    """Who stands behind one label and what it was before."""

    status: LabelStatus
    by: str | None = None
    was: Any = None
    note: str | None = None


class Models(Part):
    """Name and version of the models that were used; `null` where rules alone decided."""

    syntax: str | None = None
    discourse: str | None = None


class Provenance(Part):
    """Where the labels come from; `labels` has a key such as `s5.role` for what people touched."""

    tool: str
    models: Models = Models()
    settings: str | None = None
    labels: dict[str, LabelRecord] = Field(default_factory=dict)


class AnnotatedDocument(Part):
    """One article with all its labels: the content of one annotation file."""

    schema_name: str = Field(default=SCHEMA_NAME, alias="$schema")
    format: Literal["argmap"] = "argmap"
    version: Literal[1] = 1
    article: ArticleInfo
    text: str
    segments: tuple[Segment, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    provenance: Provenance

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> AnnotatedDocument:
        """A copy with other values in some fields; its lookups are made anew."""
        copied = super().model_copy(update=update, deep=deep)
        for name in ("_attributions", "_sources", "_segments"):
            copied.__dict__.pop(name, None)
        return copied

    def attribution(self, identifier: str | None) -> Attribution | None:
        """The attribution with this id, or `None`."""
        return self._attributions.get(identifier or "")

    def source(self, identifier: str | None) -> Source | None:
        """The source with this id, or `None`."""
        return self._sources.get(identifier or "")

    def segment(self, identifier: str | None) -> Segment | None:
        """The segment with this id, or `None`."""
        return self._segments.get(identifier or "")

    def speaker_of(self, item: Segment | Span) -> Source | None:
        """The source whose assertion a segment or span is; `None` for the author's own."""
        found = self.attribution(item.attribution)
        return self.source(found.speaker) if found else None

    @cached_property
    def _attributions(self) -> dict[str, Attribution]:
        return {item.id: item for item in self.attributions}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {item.id: item for item in self.sources}

    @cached_property
    def _segments(self) -> dict[str, Segment]:
        return {item.id: item for item in self.segments}
