"""Tone and loaded language: by paragraph and voice, with the words behind every figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model.document import AnnotatedDocument, Segment, Span
from argmap.model.labels import Role, SpanLayer, Voice
from argmap.model.structure import blocks

from . import figures
from .places import by_stretch, segment_at
from .story import Story, sentence_anchor
from .tone_plot import Plot, Reading, draw
from .view_outlets import OutletView
from .voices import voice_of
from .wording import VOICE_NAMES, device_name

VOICES = (Voice.AUTHOR, Voice.MIXED, Voice.ATTRIBUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneCell:
    """The tone of one voice in one paragraph; `heard` is false where the voice is silent there."""

    heard: bool
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneRow:
    """One paragraph: its tone by voice, and its loaded words."""

    number: int
    anchor: str
    cells: tuple[ToneCell, ...]
    loaded: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedItem:
    """A loaded span: its words, the device, whose voice, and where it stands."""

    text: str
    device: str
    voice: str
    anchor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneView:
    """The plot of one outlet, the same as a table, and its loaded words."""

    outlet: OutletView
    plot: Plot
    voices: tuple[str, ...]
    rows: tuple[ToneRow, ...]
    loaded: tuple[LoadedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    number: int
    segments: tuple[Segment, ...]
    loaded: tuple[Span, ...]


def tone_views(story: Story, outlets: tuple[OutletView, ...]) -> tuple[ToneView, ...]:
    """The plots in the order of the page's columns, all on one scale."""
    paragraphs = [_paragraphs(document) for document in story.documents]
    readings = [_readings(found) for found in paragraphs]
    reach = max((abs(r.value) for one in readings for r in one if r.value is not None), default=0)
    return tuple(
        ToneView(
            outlet=outlet,
            plot=draw(one, [len(p.loaded) for p in found], reach=reach, name=outlet.name),
            voices=tuple(VOICE_NAMES[voice] for voice in VOICES),
            rows=tuple(_row(document, paragraph) for paragraph in found),
            loaded=_loaded(document),
        )
        for outlet, document, found, one in zip(
            outlets, story.documents, paragraphs, readings, strict=True
        )
    )


def mean_tone(segments: Sequence[Segment]) -> float | None:
    """The mean polarity of the segments that have a tone, weighted by their words."""
    toned = [
        (segment.tone.polarity, len(segment.text.split())) for segment in segments if segment.tone
    ]
    weight = sum(words for _, words in toned)
    return sum(value * words for value, words in toned) / weight if weight else None


def _paragraphs(document: AnnotatedDocument) -> list[_Paragraph]:
    """The paragraphs of the article's matter, counted as a reader counts them."""
    found: list[_Paragraph] = []
    all_blocks = blocks(document.text)
    loaded = [span for span in document.spans if span.layer is SpanLayer.LOADED]
    for block, segments, spans in zip(
        all_blocks,
        by_stretch(all_blocks, document.segments),
        by_stretch(all_blocks, loaded),
        strict=True,
    ):
        told = tuple(
            segment
            for segment in segments
            if segment.start >= block.start and segment.role is not Role.BOILERPLATE
        )
        if told and not block.heading:
            inside = tuple(span for span in spans if span.start >= block.start)
            found.append(_Paragraph(number=len(found) + 1, segments=told, loaded=inside))
    return found


def _readings(paragraphs: list[_Paragraph]) -> list[Reading]:
    found = []
    for paragraph in paragraphs:
        for voice in VOICES:
            spoken = [segment for segment in paragraph.segments if segment.voice is voice]
            if spoken:
                found.append(
                    Reading(paragraph=paragraph.number, voice=voice, value=mean_tone(spoken))
                )
    return found


def _row(document: AnnotatedDocument, paragraph: _Paragraph) -> ToneRow:
    cells = []
    for voice in VOICES:
        spoken = [segment for segment in paragraph.segments if segment.voice is voice]
        words = [
            f"{word} {figures.tone(score)}"
            for segment in spoken
            if segment.tone
            for word, score, _ in segment.tone.words
            if score
        ]
        cells.append(
            ToneCell(
                heard=bool(spoken),
                value=figures.tone(mean_tone(spoken)) if spoken else "–",
                words=tuple(words),
            )
        )
    return ToneRow(
        number=paragraph.number,
        anchor=sentence_anchor(document.article.id, paragraph.segments[0].id),
        cells=tuple(cells),
        loaded=tuple(span.text for span in paragraph.loaded),
    )


def _loaded(document: AnnotatedDocument) -> tuple[LoadedItem, ...]:
    found = []
    for span in document.spans:
        if span.layer is SpanLayer.LOADED:
            home = segment_at(document.segments, span.start)
            found.append(
                LoadedItem(
                    text=span.text,
                    device=device_name(span.label),
                    voice=voice_of(document, span).words,
                    anchor=sentence_anchor(document.article.id, home.id) if home else None,
                )
            )
    return tuple(found)
