"""Every disagreement of two annotated documents, with the rule of the guide that decides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from argmap.errors import InputError
from argmap.guide import deciding_rule
from argmap.model.document import AnnotatedDocument, Attribution, Quote, Segment, Source, Span
from argmap.model.labels import Certainty

from .pairing import attribution_pairs, nearest, segment_matches, source_pairs, span_pairs

SEGMENT_FIELDS = ("role", "claim_type", "evidence_type", "voice", "certainty", "polarity")
ATTRIBUTION_FIELDS = ("quote", "stance")
_STEPS = len(Certainty) - 1
_WEIGHT = {"cut": 0.5, "source": 0.25, "cue": 0.25, "content": 0.25, "hedge": 0.5, "booster": 0.5}
_TONE_STEPS = 4
_REASONS = ("because ", "since ", "as ", "for ")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One label on which two or more annotators differ.

    `values` has what each annotator says by name, `None` for not marked; `ids` the id of the item
    in his file. `rule` is the id of the guide's rule. `weight` is 1 for two labels that have
    nothing in common, less where they are near each other or only bounds differ. Offsets count
    code points.
    """

    layer: str
    start: int
    end: int
    quote: str
    values: Mapping[str, Any]
    ids: Mapping[str, str | None]
    rule: str
    weight: float


def disagreements(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str] = ("A", "B")
) -> tuple[Disagreement, ...]:
    """List what differs between two annotations of one text, in the order of the text.

    Raises InputError where the texts differ.
    """
    if one.text != other.text:
        raise InputError(
            f"{names[0]} and {names[1]} hold different texts ({one.article.id} and"
            f" {other.article.id}); compare two annotations of one text."
        )
    if names[0] == names[1]:
        raise InputError(f"Both annotators are called {names[0]}; name them differently.")
    found = [
        *_genre(one, other, names),
        *_cuts(one, other, names),
        *_segments(one, other, names),
        *_attributions(one, other, names),
        *_sources(one, other, names),
        *_spans(one, other, names),
        *_relations(one, other, names),
    ]
    return tuple(sorted(found, key=lambda d: (d.start, d.end)))


def _genre(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    a, b = one.article.genre, other.article.genre
    if a != b:
        yield _made("genre", (0, 0), one.text, names, (a, b), (None, None), (a, b))


def _cuts(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    for start, end in blocks_cut_otherwise(one, other):
        parts = tuple(
            tuple(s.text for s in document.segments if start <= s.start < end)
            for document in (one, other)
        )
        labels = cut_labels(*parts)
        yield _made("cut", (start, end), one.text, names, parts, (None, None), labels)


def cut_labels(ones: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """What two ways to cut a stretch turn on: `because` where it is a reason clause."""
    apart = {text.casefold() for text in set(ones) ^ set(others)}
    return ("because",) if any(text.startswith(_REASONS) for text in apart) else ()


def blocks_cut_otherwise(one: AnnotatedDocument, other: AnnotatedDocument) -> list[tuple[int, int]]:
    """The stretches between two shared cuts in which the two cut differently, no end blanks."""
    ones, others = ({s.start for s in d.segments} for d in (one, other))
    shared = [*sorted(ones & others), len(one.text)]
    found = []
    for start, end in pairwise(shared):
        if {at for at in ones ^ others if start < at < end}:
            found.append((start, start + len(one.text[start:end].rstrip())))
    return found


def segment_pairs(
    one: AnnotatedDocument, other: AnnotatedDocument
) -> list[tuple[Segment, Segment]]:
    """Each segment of either side with the one of the other that it shares most with."""
    found: dict[tuple[str, str], tuple[Segment, Segment]] = {}
    for segment in one.segments:
        if near := nearest(segment, other.segments):
            found[segment.id, near.id] = (segment, near)
    for segment in other.segments:
        if near := nearest(segment, one.segments):
            found.setdefault((near.id, segment.id), (near, segment))
    return list(found.values())


def _segments(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    framed = all(any(s.frames for s in d.segments) for d in (one, other))
    toned = all(any(s.tone_towards for s in d.segments) for d in (one, other))
    for a, b in segment_pairs(one, other):
        place = (max(a.start, b.start), min(a.end, b.end))
        ids = (a.id, b.id)
        for name in SEGMENT_FIELDS:
            x, y = getattr(a, name), getattr(b, name)
            if x == y or (name.endswith("_type") and a.role != b.role):
                continue
            yield _made(name, place, one.text, names, (x, y), ids, (x, y), _distance(name, x, y))
        if framed and set(a.frames) != set(b.frames):
            x, y = (tuple(sorted(map(str, s.frames))) for s in (a, b))
            apart = set(x) ^ set(y)
            weight = len(apart) / len({*x, *y})
            yield _made("frames", place, one.text, names, (x, y), ids, sorted(apart), weight)
        if toned:
            yield from _tones(a, b, place, one.text, names)


def _tones(
    a: Segment, b: Segment, place: tuple[int, int], text: str, names: tuple[str, str]
) -> Iterator[Disagreement]:
    x, y = ({entry.target: entry.value for entry in s.tone_towards} for s in (a, b))
    for target in sorted({*x, *y}):
        one, other = x.get(target, 0), y.get(target, 0)
        if one != other:
            said = (f"{target} {one:+d}", f"{target} {other:+d}")
            weight = abs(one - other) / _TONE_STEPS
            yield _made("tone_towards", place, text, names, said, (a.id, b.id), (), weight)


def _distance(name: str, x: Any, y: Any) -> float:
    if name != "certainty":
        return 1.0
    order = list(Certainty)
    return abs(order.index(x) - order.index(y)) / _STEPS


def _attributions(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    if not (one.attributions and other.attributions):
        return
    for a, b in attribution_pairs(one, other):
        ids = (a.id if a else None, b.id if b else None)
        if a is None or b is None:
            item = a or b
            assert item is not None
            said = tuple(describe_attribution(x) if x else None for x in (a, b))
            yield _made("attribution", _extent(item), one.text, names, said, ids, ())
            continue
        for name in ("source", "cue"):
            x, y = getattr(a, name), getattr(b, name)
            if x != y:
                place = _hull([q for q in (x, y) if q])
                texts = tuple(q.text if q else None for q in (x, y))
                yield _made(name, place, one.text, names, texts, ids, ())
        if a.content != b.content:
            texts = tuple(" … ".join(q.text for q in item.content) for item in (a, b))
            place = _hull([*a.content, *b.content])
            yield _made("content", place, one.text, names, texts, ids, ())
        for name in ATTRIBUTION_FIELDS:
            x, y = getattr(a, name), getattr(b, name)
            if x != y:
                yield _made(name, _extent(a), one.text, names, (x, y), ids, (x, y), 0.5)
        if (a.parent is None) != (b.parent is None):
            x, y = (describe_parent(d, i) for d, i in ((one, a), (other, b)))
            yield _made("parent", _extent(a), one.text, names, (x, y), ids, (), 0.5)


def _sources(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    for a, b in source_pairs(one, other):
        if a is None or b is None or a.kind == b.kind:
            continue
        place = _mention(a) or _mention(b) or (0, 0)
        yield _made(
            "kind", place, one.text, names, (a.kind, b.kind), (a.id, b.id), (a.kind, b.kind), 0.5
        )


def _spans(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    both = {s.layer for s in one.spans} & {s.layer for s in other.spans}
    for a, b in span_pairs(one, other):
        item = a or b
        assert item is not None
        if item.layer not in both:
            continue
        ids = (a.id if a else None, b.id if b else None)
        place = _hull([span for span in (a, b) if span])
        layer = str(item.layer)
        if a is None or b is None:
            values = tuple(x.label if x else None for x in (a, b))
            yield _made(layer, place, one.text, names, values, ids, values)
            continue
        if a.label != b.label:
            values = (a.label, b.label)
            yield _made(layer, place, one.text, names, values, ids, values)
        elif (a.start, a.end) != (b.start, b.end):
            yield _bounds(layer, place, one.text, names, (a, b))
        if a.stance_to_frame != b.stance_to_frame:
            stances = (a.stance_to_frame, b.stance_to_frame)
            yield _made("stance_to_frame", place, one.text, names, stances, ids, stances, 0.5)


def _bounds(
    layer: str, place: tuple[int, int], text: str, names: tuple[str, str], pair: tuple[Span, Span]
) -> Disagreement:
    return Disagreement(
        layer,
        *place,
        text[place[0] : place[1]],
        {name: span.text for name, span in zip(names, pair, strict=True)},
        {name: span.id for name, span in zip(names, pair, strict=True)},
        "span-shortest" if layer in ("framing", "loaded") else deciding_rule(layer, ()).id,
        0.25,
    )


def _relations(
    one: AnnotatedDocument, other: AnnotatedDocument, names: tuple[str, str]
) -> Iterator[Disagreement]:
    if not (one.relations and other.relations):
        return
    same = {b.id: a.id for a, b in segment_matches(one, other)}
    theirs = {
        (same.get(r.source, f"?{r.source}"), same.get(r.target, f"?{r.target}")): r
        for r in other.relations
    }
    ours = {(r.source, r.target): r for r in one.relations}
    for edge in {**ours, **theirs}:
        a, b = ours.get(edge), theirs.get(edge)
        values = tuple(r.type if r else None for r in (a, b))
        if a and b and a.type == b.type:
            continue
        document, relation = (one, a) if a else (other, b)
        assert relation is not None
        ends = [document.segment(end) for end in (relation.source, relation.target)]
        quotes = [s for s in ends if s is not None]
        if not quotes:
            continue  # an undercut of a relation that has no place of its own
        ids = (a.id if a else None, b.id if b else None)
        yield Disagreement(
            "relation",
            quotes[0].start,
            quotes[0].end,
            " → ".join(s.text for s in quotes),
            dict(zip(names, values, strict=True)),
            dict(zip(names, ids, strict=True)),
            deciding_rule("relation", values).id,
            0.5,
        )


def _made(
    layer: str,
    place: tuple[int, int],
    text: str,
    names: tuple[str, str],
    values: Sequence[Any],
    ids: tuple[str | None, str | None],
    labels: Sequence[Any],
    weight: float | None = None,
) -> Disagreement:
    rule = deciding_rule(layer, [None if label is None else str(label) for label in labels])
    if weight is None:
        weight = _WEIGHT.get(layer, 1.0)
    return Disagreement(
        layer,
        *place,
        text[place[0] : place[1]],
        dict(zip(names, values, strict=True)),
        dict(zip(names, ids, strict=True)),
        rule.id,
        round(weight, 3),
    )


def said(value: Any) -> str:
    """What an annotator says, in words; `None` is not marked, an empty set none."""
    if value is None:
        return "not marked"
    if isinstance(value, tuple):
        return " | ".join(map(str, value)) or "none"
    return str(value)


def describe_attribution(item: Attribution) -> str:
    """An attribution as source, cue and content in one line."""
    source = item.source.text if item.source else "–"
    cue = item.cue.text if item.cue else "–"
    return f"{source} · {cue} · {' … '.join(quote.text for quote in item.content)}"


def describe_parent(document: AnnotatedDocument, item: Attribution) -> str | None:
    """The outer voice of an attribution, `None` where it stands in the author's own words."""
    parent = document.attribution(item.parent)
    return describe_attribution(parent) if parent else None


def _extent(item: Attribution) -> tuple[int, int]:
    return _hull([q for q in (item.source, item.cue, *item.content) if q])


def _mention(source: Source) -> tuple[int, int] | None:
    return (source.mentions[0].start, source.mentions[0].end) if source.mentions else None


def _hull(quotes: Sequence[Quote | Span]) -> tuple[int, int]:
    return min(q.start for q in quotes), max(q.end for q in quotes)
