"""The segments that can tell a claim, as the comparison sees them: places and terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.model.document import AnnotatedDocument, Quote, Segment, Span
from argmap.model.labels import Genre, Role, SpanLabel, SpanLayer
from argmap.model.structure import blocks

from .phrases import Key, families, phrase_key
from .terms import Casing, Kind, Term, terms

_NAMING = (SpanLabel.LABEL, SpanLabel.SCARE_QUOTES, SpanLabel.METAPHOR)
_SHORTEST_PHRASE = 2  # stems; a single word is a term of its own already
_BEGIN_WITH_IT = (Genre.REPORT, Genre.SUMMARY)
_OPENING = 2  # passages
_LONG_ENOUGH = 8  # passages of an article that has a beginning
_SOURCE = 0.3  # what a word in the source or the cue counts, of what it counts in the claim


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of one article; `order` counts the segments of its article."""

    article: str
    order: int
    segment: Segment
    terms: tuple[Term, ...]
    """Those of its source and cue too, at a small share: who says it is no part of a claim."""
    said: tuple[str, ...] = ()
    """Its text without its source and cue, in as many pieces as they leave."""
    opening: bool = False
    """One of the first of an article that begins with what happened, as reports do."""

    @property
    def place(self) -> tuple[str, int]:
        """Sorts passages in a way that does not depend on the order of the articles."""
        return self.article, self.order


def passages(documents: Sequence[AnnotatedDocument]) -> list[Passage]:
    """Every segment that can be part of a claim group; boilerplate and headings cannot."""
    casing = Casing.of(document.text for document in documents)
    names = [_names(document) for document in documents]
    family = families(key for found in names for _, key in found)
    told = []
    for document, found in zip(documents, names, strict=True):
        segments = list(tellings(document))
        begins = document.article.genre in _BEGIN_WITH_IT and len(segments) >= _LONG_ENOUGH
        for place, (order, segment) in enumerate(segments):
            frame = _source_and_cue(document, segment)
            terms_of = (
                *_claim_terms(document, segment, casing, frame),
                *_phrases(segment, found, family),
            )
            said = _pieces(document.text, segment, frame)
            opening = begins and place < _OPENING
            told.append(Passage(document.article.id, order, segment, terms_of, said, opening))
    return told


def tellings(document: AnnotatedDocument) -> Iterable[tuple[int, Segment]]:
    """The segments outside boilerplate and headings, with their places in the article."""
    headings = {
        offset
        for block in blocks(document.text)
        if block.heading
        for offset in range(block.start, block.end)
    }
    for order, segment in enumerate(document.segments):
        if segment.role is not Role.BOILERPLATE and segment.start not in headings:
            yield order, segment


def boilerplate(document: AnnotatedDocument) -> list[tuple[int, int]]:
    """Offsets of what is not part of the article's matter."""
    return [(s.start, s.end) for s in document.segments if s.role is Role.BOILERPLATE]


def _names(document: AnnotatedDocument) -> list[tuple[Span, Key]]:
    """The names that an article gives to the situation, with the key of each."""
    found = [
        (span, phrase_key(span.text))
        for span in document.spans
        if span.layer is SpanLayer.FRAMING and span.label in _NAMING
    ]
    return [(span, key) for span, key in found if len(key) >= _SHORTEST_PHRASE]


def _phrases(
    segment: Segment, names: Iterable[tuple[Span, Key]], family: Mapping[Key, Key]
) -> Iterable[Term]:
    """Each name of the situation in a segment as one more term, the same for its variants."""
    for span, key in names:
        if segment.start <= span.start and span.end <= segment.end:
            yield Term(" ".join(family[key]), Kind.PHRASE, span.start, span.end)


def _source_and_cue(document: AnnotatedDocument, segment: Segment) -> list[Quote]:
    found = document.attribution(segment.attribution)
    frame: list[Quote] = []
    while found is not None:
        frame.extend(quote for quote in (found.source, found.cue) if quote)
        found = document.attribution(found.parent)
    return frame


def _claim_terms(
    document: AnnotatedDocument, segment: Segment, casing: Casing, frame: Sequence[Quote]
) -> Iterable[Term]:
    for term in terms(document.text, segment.start, segment.end, casing):
        if any(quote.start <= term.start < quote.end for quote in frame):
            yield replace(term, share=_SOURCE * term.share)
        else:
            yield term


def _pieces(text: str, segment: Segment, frame: Sequence[Quote]) -> tuple[str, ...]:
    """The segment's text between the stretches of a frame, which may overlap or lie outside."""
    pieces = []
    start = segment.start
    for quote in sorted(frame, key=lambda quote: quote.start):
        pieces.append(text[start : min(max(quote.start, start), segment.end)])
        start = max(start, quote.end)
    pieces.append(text[start : segment.end])
    return tuple(piece for piece in pieces if piece)
