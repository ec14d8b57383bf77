"""Frame phrases across outlets: where each stands, and who owns it there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.model.comparison import FramePhrase, FrameUse, PlainUse
from argmap.model.document import AnnotatedDocument, Span
from argmap.model.labels import FrameStance, SpanLabel, SpanLayer

from .attribution import chain, innermost, source_name
from .passages import boilerplate
from .phrases import Key, Occurrences, clean, families, phrase_key

_NAMING = (SpanLabel.LABEL, SpanLabel.SCARE_QUOTES, SpanLabel.METAPHOR)
_RANKS = {label: rank for rank, label in enumerate(_NAMING)}
_SHORTEST_PLAIN = 2  # stems; one word alone is a frame only where somebody labelled it


@dataclass(frozen=True, slots=True)
class _Place:
    """One framing span in one article, with the key of its phrase."""

    document: AnnotatedDocument
    span: Span
    key: Key

    @property
    def article(self) -> str:
        return self.document.article.id


def frame_phrases(documents: Sequence[AnnotatedDocument]) -> list[FramePhrase]:
    """The framing spans of all articles by phrase, those of most outlets first.

    Case, inflection, quotation marks and a determiner make no other phrase; `anti-X bloc` and
    `anti-Y bloc` are variants of one. Where a phrase stands in an article without a label there, it
    is quoted as such (`unlabelled`), since nobody has yet said who owns it.
    """
    places = [place for document in documents for place in _places(document)]
    texts = {document.article.id: Occurrences(document) for document in documents if places}
    found = [_phrase(documents, texts, group) for group in _groups(places)]
    found.sort(key=lambda item: (-len({use.article for use in item.uses}), *_rank(item)))
    return found


def _rank(phrase: FramePhrase) -> tuple[int, int]:
    return _RANKS.get(SpanLabel(phrase.device), len(_RANKS)), -len(phrase.uses)


def _places(document: AnnotatedDocument) -> Iterator[_Place]:
    """The framing spans outside boilerplate; of two at one place the naming one."""
    taken: list[tuple[int, int]] = boilerplate(document)
    spans = [span for span in document.spans if span.layer is SpanLayer.FRAMING]
    for span in sorted(spans, key=lambda s: (_RANKS.get(s.label, len(_RANKS)), s.start, -s.end)):
        inside = any(low <= span.start and span.end <= high for low, high in taken)
        around = span.label in _RANKS and any(
            span.start <= low and high <= span.end for low, high in taken
        )
        key = phrase_key(span.text)
        if key and not inside and not around:
            taken.append((span.start, span.end))
            yield _Place(document, span, key)


def _groups(places: Sequence[_Place]) -> list[list[_Place]]:
    """Places by phrase and its variants, in the order in which the articles are given."""
    family = families(place.key for place in places if place.span.label in _RANKS)
    order = {
        article: number for number, article in enumerate(dict.fromkeys(p.article for p in places))
    }
    groups: dict[Key, list[_Place]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (order[p.article], p.span.start)):
        groups[family.get(place.key, place.key)].append(place)
    return list(groups.values())


def _phrase(
    documents: Sequence[AnnotatedDocument],
    texts: Mapping[str, Occurrences],
    group: Sequence[_Place],
) -> FramePhrase:
    wordings = Counter(clean(place.span.text) for place in group)
    phrase = min(wordings, key=lambda text: (-wordings[text], len(text), text))
    device = min(
        (place.span.label for place in group), key=lambda label: _RANKS.get(label, len(_RANKS))
    )
    uses = tuple(_use(place) for place in group)
    plain = tuple(_plain_uses(documents, texts, group)) if device in _RANKS else ()
    found = {use.article for use in uses} | {use.article for use in plain}
    return FramePhrase(
        phrase=phrase,
        device=device.value,
        variants=tuple(text for text in wordings if text.casefold() != phrase.casefold()),
        uses=uses,
        unlabelled=plain,
        not_found=tuple(d.article.id for d in documents if d.article.id not in found),
    )


def _use(place: _Place) -> FrameUse:
    document, span = place.document, place.span
    attribution = document.attribution(span.attribution)
    if attribution:
        attribution = innermost(document, attribution, span.start, span.end)
    names = chain(document, attribution) if attribution else []
    return FrameUse(
        article=place.article,
        span=span.id,
        owner=source_name(document, attribution) if attribution else None,
        via=", ".join(names) or None,
        voice=span.voice,
        stance_to_frame=span.stance_to_frame or FrameStance.USES,
    )


def _plain_uses(
    documents: Sequence[AnnotatedDocument],
    texts: Mapping[str, Occurrences],
    group: Sequence[_Place],
) -> Iterator[PlainUse]:
    """Where the words of a phrase stand outside every span of it."""
    keys = sorted({place.key for place in group if len(place.key) >= _SHORTEST_PLAIN})
    for document in documents:
        article = document.article.id
        taken = [(p.span.start, p.span.end) for p in group if p.article == article]
        taken.extend(boilerplate(document))
        for key in keys:
            for start, end in texts[article].of(key):
                if not any(low < end and start < high for low, high in taken):
                    taken.append((start, end))
                    quoted = document.text[start:end]
                    yield PlainUse(article=article, start=start, end=end, text=quoted)
