"""Agreement on spans, whose bounds each annotator sets freely."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import combinations

from argmap.evaluate.matching import covered, match, tokens
from argmap.evaluate.reader import Offsets
from argmap.model.document import AnnotatedDocument, Span
from argmap.model.labels import LABELS_OF_LAYER, SpanLabel, SpanLayer

from . import literature
from .annotators import SharedArticle
from .coefficient import Coefficient, Item, alpha, raw_agreement, shares
from .gamma import Gamma, Unit
from .layer import LayerAgreement, coded_layer
from .unitizing import Marks, joined, unitized_alpha

WORD = "word or mark of the text"
HALF = 0.5  # of the longer span
_QUESTIONS = {
    SpanLayer.FRAMING: "Which words cast the matter, by which device?",
    SpanLayer.LOADED: "Which words are loaded, and how?",
    SpanLayer.HEDGE: "Which words weaken a statement?",
    SpanLayer.BOOSTER: "Which words strengthen it?",
}
_REPORTED = {
    SpanLayer.FRAMING: (literature.ARTICLES_AND_BLOGS,),
    SpanLayer.LOADED: (literature.BIASED_SENTENCES,),
}
_NAME = "Krippendorff's unitized alpha"


def span_layers(
    articles: Sequence[SharedArticle], names: Sequence[str], gamma: Gamma | None = None
) -> list[LayerAgreement]:
    """Each layer of spans, and what the voice does with the frame where both mark one span."""
    layers = [_span_layer(layer, articles, names, gamma) for layer in SpanLayer]
    return [*layers, _stance_layer(articles, names)]


def _span_layer(
    layer: SpanLayer, articles: Sequence[SharedArticle], names: Sequence[str], gamma: Gamma | None
) -> LayerAgreement:
    silent = [
        name
        for place, name in enumerate(names)
        if not any(_of(article.documents[place], layer) for article in articles)
    ]
    active = [place for place, name in enumerate(names) if name not in silent]
    complete = [
        article
        for article in articles
        if len(active) > 1 and all(article.documents[place] for place in active)
    ]
    units = [tokens(article.text) for article in complete]
    length = sum(map(len, units))
    marks = {
        label: _marks(label, layer, complete, active, units) for label in LABELS_OF_LAYER[layer]
    }
    used = {label: found for label, found in marks.items() if any(found)}
    notes = [
        f"{name} marks none at all: taken as not labelled, not as none found." for name in silent
    ]
    if len(complete) < len(articles) and complete:
        notes.append(f"Counted in {len(complete)} of {len(articles)} articles, which all labelled.")
    coefficients = [_unitized(tuple(used.values()), length, active)]
    if gamma is not None:
        coefficients.append(gamma(_gamma_units(complete, active, layer), len(active)))
    for share, name in ((1.0, "F1, same words"), (HALF, "F1, half of the words")):
        coefficients.append(_f1(layer, complete, active, share, name))
    words = _words_marked(complete, active, layer, units)
    return LayerAgreement(
        str(layer),
        _QUESTIONS[layer],
        WORD,
        tuple(coefficients),
        raw_agreement(words),
        tuple((str(value), share) for value, share in shares(_labels(articles, layer)).items()),
        tuple(
            (names[place], (("words marked", round(_marked(words, at), 4)),))
            for at, place in enumerate(active)
        ),
        tuple((str(label), _unitized((found,), length, active)) for label, found in used.items())
        if len(LABELS_OF_LAYER[layer]) > 1
        else (),
        (),
        _REPORTED.get(layer, ()),
        tuple(notes),
    )


def _unitized(labels: Sequence[Marks], length: int, active: Sequence[int]) -> Coefficient:
    count = sum(len(stretches) for marks in labels for stretches in marks)
    if len(active) < 2:
        who = "nobody marked any" if not active else "only one annotator marked any"
        return Coefficient(_NAME, None, count, who)
    value = unitized_alpha(labels, length) if labels else None
    if value is None:
        return Coefficient(_NAME, None, count, "nothing is marked, or nothing could differ")
    return Coefficient(_NAME, round(value, 4), count)


def _marks(
    label: SpanLabel,
    layer: SpanLayer,
    articles: Sequence[SharedArticle],
    active: Sequence[int],
    units: Sequence[Sequence[Offsets]],
) -> list[list[Offsets]]:
    """Each annotator's stretches of one label, in words; the articles stand one after another."""
    found: list[list[Offsets]] = []
    for place in active:
        stretches: list[Offsets] = []
        before = 0
        for article, words in zip(articles, units, strict=True):
            starts, ends = [word[0] for word in words], [word[1] for word in words]
            own: list[Offsets] = []
            for span in _of(article.documents[place], layer):
                first, after = bisect_right(ends, span.start), bisect_left(starts, span.end)
                if span.label is label and first < after:
                    own.append((before + first, before + after))
            stretches.extend(joined(own))
            before += len(words)
        found.append(stretches)
    return found


def _f1(
    layer: SpanLayer,
    articles: Sequence[SharedArticle],
    active: Sequence[int],
    share: float,
    name: str,
) -> Coefficient:
    """F1 of one annotator's labelled spans against another's, one to one, over all pairs."""
    hits = count = 0
    for article in articles:
        for one, other in combinations(active, 2):
            a, b = (_of(article.documents[place], layer) for place in (one, other))
            hits += len(matched(a, b, share=share))
            count += len(a) + len(b)
    if not count:
        return Coefficient(name, None, 0, "nobody marked any")
    return Coefficient(name, round(2 * hits / count, 4), count)


def matched(
    ones: Sequence[Span], others: Sequence[Span], *, share: float
) -> list[tuple[Span, Span]]:
    """Spans of one layer and label that overlap by a share of the longer, one to one."""
    found = []
    for label in sorted({span.label for span in ones}):
        a = [span for span in ones if span.label is label]
        b = [span for span in others if span.label is label]
        places = match([(s.start, s.end) for s in a], [(s.start, s.end) for s in b], share=share)
        found += [(a[left], b[right]) for left, right in places]
    return found


def _stance_layer(articles: Sequence[SharedArticle], names: Sequence[str]) -> LayerAgreement:
    items: list[Item] = []
    for article in articles:
        for one, other in combinations(range(len(names)), 2):
            a, b = (_of(article.documents[place], SpanLayer.FRAMING) for place in (one, other))
            for left, right in matched(a, b, share=HALF):
                item: list[str | None] = [None] * len(names)
                item[one], item[other] = left.stance_to_frame, right.stance_to_frame
                items.append(item)
    return coded_layer(
        "stance_to_frame",
        "What does the voice do with the frame?",
        "framing span that two annotators mark under one label with half of its words",
        items,
        names,
        alpha(items),
    )


def _of(document: AnnotatedDocument | None, layer: SpanLayer) -> list[Span]:
    return [span for span in document.spans if span.layer is layer] if document else []


def _words_marked(
    articles: Sequence[SharedArticle],
    active: Sequence[int],
    layer: SpanLayer,
    units: Sequence[Sequence[Offsets]],
) -> list[list[bool]]:
    rows: list[list[bool]] = []
    for article, words in zip(articles, units, strict=True):
        inside = [
            covered(words, [(s.start, s.end) for s in _of(article.documents[place], layer)])
            for place in active
        ]
        rows += [[number in found for found in inside] for number in range(len(words))]
    return rows


def _marked(words: Sequence[Sequence[bool]], place: int) -> float:
    return sum(row[place] for row in words) / len(words) if words else 0.0


def _labels(articles: Sequence[SharedArticle], layer: SpanLayer) -> list[Item]:
    return [
        (span.label,)
        for article in articles
        for document in article.documents
        for span in _of(document, layer)
    ]


def _gamma_units(
    articles: Sequence[SharedArticle], active: Sequence[int], layer: SpanLayer
) -> list[Unit]:
    found: list[Unit] = []
    before = 0
    for article in articles:
        for at, place in enumerate(active):
            found += [
                Unit(at, before + span.start, before + span.end, str(span.label))
                for span in _of(article.documents[place], layer)
            ]
        before += len(article.text) + 1
    return found
