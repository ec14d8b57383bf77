"""Which attribution, source, span or segment of one annotator is which of another's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from argmap.evaluate.matching import assign, overlap
from argmap.evaluate.reader import Offsets
from argmap.model.document import AnnotatedDocument, Attribution, Quote, Segment, Source, Span

_T = TypeVar("_T")
Pair = tuple[_T | None, _T | None]
HALF = 0.5
_STRETCH = 512  # characters


def paired(
    ones: Sequence[_T],
    others: Sequence[_T],
    shared: Callable[[_T, _T], float],
    near: Callable[[_T], Iterable[Hashable]],
) -> list[Pair[_T]]:
    """All items of both sides, paired one to one by what they share, the rest with `None`.

    Only items that have one of their `near` keys in common are compared, so that a long article
    takes no longer for each item than a short one. In the order of `ones`, then of `others`.
    """
    by_key: dict[Hashable, list[int]] = {}
    for place, other in enumerate(others):
        for key in near(other):
            by_key.setdefault(key, []).append(place)
    choices = []
    for one in ones:
        places = sorted({place for key in near(one) for place in by_key.get(key, ())})
        ranked = sorted(
            ((shared(one, others[place]), place) for place in places),
            key=lambda found: (-found[0], found[1]),
        )
        choices.append([place for amount, place in ranked if amount > 0])
    given = dict(assign(choices))
    taken = set(given.values())
    found: list[Pair[_T]] = [
        (one, others[given[place]] if place in given else None) for place, one in enumerate(ones)
    ]
    return found + [(None, other) for place, other in enumerate(others) if place not in taken]


def _stretches(quotes: Iterable[Quote | Span]) -> Iterator[int]:
    """The numbered stretches of the text that some quotes touch."""
    for quote in quotes:
        yield from range(quote.start // _STRETCH, quote.end // _STRETCH + 1)


def attribution_pairs(one: AnnotatedDocument, other: AnnotatedDocument) -> list[Pair[Attribution]]:
    """Attributions of one content, with one cue or one source where both are there."""
    return paired(
        one.attributions, other.attributions, shared_words, lambda item: _stretches(item.content)
    )


def shared_words(one: Attribution, other: Attribution) -> float:
    """The characters that two attributions' contents share; 0 where cue and source both differ."""
    content = sum(overlap(bounds(a), bounds(b)) for a in one.content for b in other.content)
    if not content:
        return 0.0
    handles = [(one.cue, other.cue), (one.source, other.source)]
    both = [(a, b) for a, b in handles if a and b]
    close = sum(overlap(bounds(a), bounds(b)) > 0 for a, b in both)
    if both and not close:
        return 0.0
    return content + 10_000 * close  # the same handle goes before a longer content


def source_pairs(one: AnnotatedDocument, other: AnnotatedDocument) -> list[Pair[Source]]:
    """Sources that are mentioned at the same places; without mentions, by their name."""
    return paired(
        one.sources,
        other.sources,
        _shared_mentions,
        lambda item: [item.name.casefold(), *_stretches(item.mentions)],
    )


def _shared_mentions(one: Source, other: Source) -> float:
    shared = sum(overlap(bounds(a), bounds(b)) for a in one.mentions for b in other.mentions)
    return shared + (one.name.casefold() == other.name.casefold())


def span_pairs(one: AnnotatedDocument, other: AnnotatedDocument) -> list[Pair[Span]]:
    """Spans of one layer that share half of the longer, those with one label first."""

    def shared(a: Span, b: Span) -> float:
        amount = overlap((a.start, a.end), (b.start, b.end))
        if a.layer is not b.layer or amount < HALF * max(a.end - a.start, b.end - b.start):
            return 0.0
        return amount + 10_000 * (a.label is b.label)

    return paired(one.spans, other.spans, shared, lambda item: _stretches([item]))


def segment_matches(
    one: AnnotatedDocument, other: AnnotatedDocument
) -> list[tuple[Segment, Segment]]:
    """Segments that share half of the longer, one to one: each is the other's nearest."""
    found = []
    for a in one.segments:
        b = nearest(a, other.segments)
        if b is None or nearest(b, one.segments) is not a:
            continue
        longer = max(a.end - a.start, b.end - b.start)
        if overlap((a.start, a.end), (b.start, b.end)) >= HALF * longer:
            found.append((a, b))
    return found


def nearest(segment: Segment, others: Sequence[Segment]) -> Segment | None:
    """The segment, of others in the text's order, that shares most; the first of equals."""
    best, most = None, 0
    place = max(0, bisect_right(others, segment.start, key=lambda o: o.start) - 1)
    while place < len(others) and others[place].start < segment.end:
        shared = overlap((segment.start, segment.end), (others[place].start, others[place].end))
        if shared > most:
            best, most = others[place], shared
        place += 1
    return best


def bounds(quote: Quote) -> Offsets:
    """A quote's offsets."""
    return quote.start, quote.end
