"""Frame phrases across outlets: where each stands, and who owns it there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.model.comparison import FramePhrase, FrameUse, PlainUse
from argmap.model.document import AnnotatedDocument, Span
from argmap.model.labels import FrameStance, Role, SpanLabel, SpanLayer

from .attribution import chain, innermost, source_name
from .stems import stem
from .word_lists import word_list

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d+")
_NAMING = (SpanLabel.LABEL, SpanLabel.SCARE_QUOTES, SpanLabel.METAPHOR, SpanLabel.LABELING)
_LONGEST_NAME = 6  # stems; a longer phrase has no variants
_MARKS = "\"'“”‘’«»„‟‹›.,;:!? \n\t"
_OPENERS = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "of"})
_RANKS = {label: rank for rank, label in enumerate(_NAMING)}

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """One framing span in one article, with the key of its phrase."""

    document: AnnotatedDocument
    span: Span
    key: Key


def frame_phrases(documents: Sequence[AnnotatedDocument]) -> list[FramePhrase]:
    """The framing spans of all articles by phrase, those of most outlets first.

    Case, inflection, quotation marks and a determiner make no other phrase; `anti-X bloc` and
    `anti-Y bloc` are variants of one. Where a phrase stands in an article without a label there, it
    is quoted as such (`unlabelled`), since nobody has yet said who owns it.
    """
    places = [place for document in documents for place in _places(document)]
    groups = _groups(places)
    found = [_phrase(documents, group) for group in groups]
    found.sort(key=lambda item: (-len({use.article for use in item.uses}), *_rank(item)))
    return found


def _rank(phrase: FramePhrase) -> tuple[int, int]:
    label = SpanLabel(phrase.device)
    return (_RANKS.get(label, len(_RANKS)), -len(phrase.uses))


def _places(document: AnnotatedDocument) -> Iterator[_Place]:
    """The framing spans outside boilerplate; of two at one place the naming one."""
    taken: list[tuple[int, int]] = []
    spans = [span for span in document.spans if span.layer is SpanLayer.FRAMING]
    for span in sorted(spans, key=lambda s: (_RANKS.get(s.label, len(_RANKS)), s.start, -s.end)):
        inside = any(low <= span.start and span.end <= high for low, high in taken)
        around = span.label in _NAMING and any(
            span.start <= low and high <= span.end for low, high in taken
        )
        if inside or around or _boilerplate(document, span.start):
            continue
        taken.append((span.start, span.end))
        key = _key(span.text)
        if key:
            yield _Place(document, span, key)


def _key(text: str) -> Key:
    """Stems of a phrase, without quotation marks and opening determiners."""
    words = [match.group().casefold().replace(".", "") for match in _TOKEN.finditer(text)]
    while len(words) > 1 and words[0] in _OPENERS:
        words = words[1:]
    return tuple(stem(word) for word in words if word != "s")


def _groups(places: Sequence[_Place]) -> list[list[_Place]]:
    keys = list(dict.fromkeys(place.key for place in places))
    naming = {place.key for place in places if place.span.label in _NAMING}
    home: dict[Key, list[Key]] = {}
    for key in sorted(keys, key=lambda item: (len(item), item)):
        partner = next(
            (
                known
                for known in home
                if key in naming
                and known in naming
                and home[known][0] == known
                and _variants(known, key)
            ),
            None,
        )
        cluster = home[partner] if partner else []
        cluster.append(key)
        home[key] = cluster
    groups: dict[int, list[_Place]] = {}
    order = {document: number for number, document in enumerate(_ordered(places))}
    for place in sorted(places, key=lambda p: (order[p.document.article.id], p.span.start)):
        groups.setdefault(id(home[place.key]), []).append(place)
    return list(groups.values())


def _ordered(places: Sequence[_Place]) -> list[str]:
    return list(dict.fromkeys(place.document.article.id for place in places))


def _variants(short: Key, long: Key) -> bool:
    """Whether one phrase holds the other, or both differ in their describing words alone."""
    if max(len(short), len(long)) > _LONGEST_NAME:
        return False
    if len(short) >= 2 and any(
        long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)
    ):
        return True
    general = set(map(stem, word_list("function_words"))) | set(map(stem, ("new", "rising")))
    modifiers = (set(short[:-1]) & set(long[:-1])) - general
    return len(short) >= 3 and len(long) >= 3 and short[-1] == long[-1] and bool(modifiers)


def _phrase(documents: Sequence[AnnotatedDocument], group: Sequence[_Place]) -> FramePhrase:
    texts = Counter(_clean(place.span.text) for place in group)
    phrase = min(texts, key=lambda text: (-texts[text], len(text), text))
    device = min(
        (place.span.label for place in group), key=lambda label: _RANKS.get(label, len(_RANKS))
    )
    uses = tuple(_use(place) for place in group)
    plain = tuple(_plain_uses(documents, group)) if device in _NAMING else ()
    found = {use.article for use in uses} | {use.article for use in plain}
    variants = dict.fromkeys(_clean(place.span.text) for place in group)
    return FramePhrase(
        phrase=phrase,
        device=device.value,
        variants=tuple(text for text in variants if text.casefold() != phrase.casefold()),
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
        article=document.article.id,
        span=span.id,
        owner=source_name(document, attribution) if attribution else None,
        via=", ".join(names) or None,
        voice=span.voice,
        stance_to_frame=span.stance_to_frame or FrameStance.USES,
    )


def _plain_uses(
    documents: Sequence[AnnotatedDocument], group: Sequence[_Place]
) -> Iterator[PlainUse]:
    keys = sorted({place.key for place in group if len(place.key) >= 2})
    labelled: Mapping[str, list[tuple[int, int]]] = {}
    for place in group:
        stretch = (place.span.start, place.span.end)
        labelled = {
            **labelled,
            place.document.article.id: [*labelled.get(place.document.article.id, []), stretch],
        }
    for document in documents:
        taken = list(labelled.get(document.article.id, []))
        for start, end in _occurrences(document, keys):
            overlaps = any(low < end and start < high for low, high in taken)
            if not overlaps and not _boilerplate(document, start):
                taken.append((start, end))
                yield PlainUse(
                    article=document.article.id, start=start, end=end, text=document.text[start:end]
                )


def _occurrences(document: AnnotatedDocument, keys: Sequence[Key]) -> Iterator[tuple[int, int]]:
    tokens = [(m.start(), m.end()) for m in _TOKEN.finditer(document.text)]
    stems = [stem(document.text[a:b].casefold().replace(".", "")) for a, b in tokens]
    for key in keys:
        size = len(key)
        for place in range(len(stems) - size + 1):
            if stems[place] == key[0] and tuple(stems[place : place + size]) == key:
                yield tokens[place][0], tokens[place + size - 1][1]


def _boilerplate(document: AnnotatedDocument, start: int) -> bool:
    return any(
        segment.start <= start < segment.end and segment.role is Role.BOILERPLATE
        for segment in document.segments
    )


def _clean(text: str) -> str:
    words = " ".join(text.split()).strip(_MARKS).split(" ")
    if len(words) > 1 and words[0].casefold() in _OPENERS:
        words = words[1:]
    return " ".join(words)
