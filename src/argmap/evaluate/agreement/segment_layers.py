"""Agreement on the labels of segments, and on where segments are cut."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import pairwise

from argmap.evaluate.matching import tokens
from argmap.model.document import Segment
from argmap.model.labels import Certainty, Frame, Role
from argmap.model.structure import blocks

from . import literature
from .annotators import SharedArticle
from .coefficient import NOMINAL, ORDINAL, Item, Scale, alpha, masi
from .layer import LayerAgreement, coded_layer
from .units import Piece

PIECE = "piece; where all cut alike, a segment"
_TONES = tuple(range(-2, 3))
_QUESTIONS = {
    "role": "What is it doing?",
    "claim_type": "What kind of claim, where both say claim?",
    "evidence_type": "What kind of evidence, where both say evidence?",
    "voice": "Whose assertion is it?",
    "certainty": "How sure is that voice?",
    "polarity": "Is it said to be so, or not so?",
}
_REPORTED = {
    "role": (literature.EDITORIALS, literature.NEWS_CLAIMS, literature.ESSAYS),
    "certainty": (literature.FACTUALITY,),
}

Value = Callable[[Segment], Hashable | None]


def segment_layers(
    articles: Sequence[SharedArticle], found: Sequence[Piece], names: Sequence[str]
) -> list[LayerAgreement]:
    """Every layer of the segments, in the guide's order; intervals are over whole blocks."""
    layers = [cut_layer(articles, names)]
    for name, question in _QUESTIONS.items():
        items = _items(found, _value(name))
        scale = ORDINAL if name == "certainty" else NOMINAL
        domain = tuple(Certainty) if name == "certainty" else None
        figure = alpha(items, scale=scale, domain=domain, blocks=[piece.block for piece in found])
        layers.append(
            coded_layer(
                name, question, PIECE, items, names, figure, reported=_REPORTED.get(name, ())
            )
        )
    return [*layers, frames_layer(found, names), tone_layer(found, names)]


def frames_layer(found: Sequence[Piece], names: Sequence[str]) -> LayerAgreement:
    """Sets of frames as wholes, and each frame alone as given or not."""
    own = [
        _gives(found, place, lambda segment: bool(segment.frames)) for place in range(len(names))
    ]
    sets = [
        [
            frozenset(map(str, segment.frames)) if segment and given else None
            for segment, given in zip(piece.segments, own, strict=True)
        ]
        for piece in found
    ]
    seen = sorted({value for item in sets for value in item if value is not None}, key=sorted)
    scale = masi(seen) if seen else Scale("Krippendorff's alpha with MASI distance")
    figure = alpha(sets, scale=scale, domain=seen, blocks=[piece.block for piece in found])
    layer = coded_layer(
        "frames",
        "In what light?",
        PIECE,
        sets,
        names,
        figure,
        each_label=False,
        reported=(literature.FRAMES,),
        notes=_silent(names, own, "frame"),
    )
    single = {
        str(frame): [[None if value is None else frame in value for value in item] for item in sets]
        for frame in Frame
    }
    return LayerAgreement(
        layer.layer,
        layer.question,
        layer.unit,
        layer.coefficients,
        layer.raw,
        _frame_shares(sets),
        tuple(
            (name, _frame_shares([(item[place],) for item in sets]))
            for place, name in enumerate(names)
            if own[place]
        ),
        tuple(
            (name, alpha(items))
            for name, items in single.items()
            if any(value for item in items for value in item)
        ),
        layer.mixed_up,
        layer.reported,
        layer.notes,
    )


def tone_layer(found: Sequence[Piece], names: Sequence[str]) -> LayerAgreement:
    """Tone towards each target that anybody names in an article; no entry means 0."""
    own = [
        _gives(found, place, lambda segment: bool(segment.tone_towards))
        for place in range(len(names))
    ]
    targets: dict[int, set[str]] = {}
    for piece in found:
        for segment in piece.segments:
            if segment:
                named = {_plain(entry.target) for entry in segment.tone_towards}
                targets.setdefault(piece.article, set()).update(named)
    items: list[Item] = []
    places: list[int] = []
    for piece in found:
        for target in sorted(targets.get(piece.article, ())):
            items.append(
                [
                    _tone(segment, target) if segment and given else None
                    for segment, given in zip(piece.segments, own, strict=True)
                ]
            )
            places.append(piece.block)
    return coded_layer(
        "tone_towards",
        "Do its words speak well or ill of a target?",
        "piece and target that anybody names in the article; no entry counts as 0",
        items,
        names,
        alpha(items, scale=ORDINAL, domain=_TONES, blocks=places),
        each_label=False,
        reported=(literature.TARGET_SENTIMENT,),
        notes=_silent(names, own, "tone towards a target"),
    )


def cut_layer(articles: Sequence[SharedArticle], names: Sequence[str]) -> LayerAgreement:
    """Where segments begin, at each gap between two words of one paragraph."""
    items: list[Item] = []
    alike = every = 0
    for article in articles:
        starts = [
            None if document is None else {segment.start for segment in document.segments}
            for document in article.documents
        ]
        present = [found for found in starts if found is not None]
        alike += len(set.intersection(*present))
        every += len(set.union(*present))
        for block in blocks(article.text):
            words = tokens(article.text[block.start : block.end])
            for before, after in pairwise(words):
                gap = range(block.start + before[1], block.start + after[0] + 1)
                items.append(
                    [None if found is None else any(at in found for at in gap) for found in starts]
                )
    return coded_layer(
        "cut",
        "Where does a segment begin?",
        "gap between two words of one paragraph",
        items,
        names,
        alpha(items),
        notes=(f"{alike} of {every} beginnings of segments are the same for all.",),
    )


def _items(found: Sequence[Piece], value: Value) -> list[Item]:
    return [
        [None if segment is None else value(segment) for segment in piece.segments]
        for piece in found
    ]


def _value(name: str) -> Value:
    if name == "claim_type":
        return lambda segment: segment.claim_type if segment.role is Role.CLAIM else None
    if name == "evidence_type":
        return lambda segment: segment.evidence_type if segment.role is Role.EVIDENCE else None
    return lambda segment: getattr(segment, name)


def _gives(found: Sequence[Piece], place: int, has: Callable[[Segment], bool]) -> bool:
    return any(segment and has(segment) for segment in (piece.segments[place] for piece in found))


def _silent(names: Sequence[str], own: Sequence[bool], what: str) -> tuple[str, ...]:
    return tuple(
        f"{name} gives no {what} at all: taken as not labelled, not as none found."
        for name, given in zip(names, own, strict=True)
        if not given
    )


def _frame_shares(sets: Sequence[Item]) -> tuple[tuple[str, float], ...]:
    """The share of labelled pieces that have each frame."""
    given = [value for item in sets for value in item if isinstance(value, frozenset)]
    counted = {str(frame): sum(frame in value for value in given) for frame in Frame}
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple((name, round(count / len(given), 4)) for name, count in ordered if count)


def _tone(segment: Segment, target: str) -> int:
    return next((e.value for e in segment.tone_towards if _plain(e.target) == target), 0)


def _plain(target: str) -> str:
    """A target's name without its article and capitals, so that “The board” is “the board”."""
    return " ".join(target.casefold().split()).removeprefix("the ")
