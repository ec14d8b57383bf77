"""What a file still leaves to decide, read from its own records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.guide import RULES
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import LabelStatus

_RULES = {rule.id for rule in RULES}


@dataclass(frozen=True, slots=True)
class Question:
    """One label to decide: its key, its place, what the annotators say, the guide's rule."""

    key: str
    start: int
    end: int
    quote: str
    values: dict[str, Any]
    rule: str | None


def open_questions(document: AnnotatedDocument) -> tuple[Question, ...]:
    """The disputed labels of a document, in the order of the text."""
    places = _places(document)
    found = []
    for key, record in document.provenance.labels.items():
        if record.status is not LabelStatus.DISPUTED:
            continue
        start, end = places.get(key.split(".")[0], (0, 0))
        values = record.was if isinstance(record.was, dict) else {}
        rule = record.note if record.note in _RULES else None
        found.append(Question(key, start, end, document.text[start:end], values, rule))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def decided(document: AnnotatedDocument) -> int:
    """How many labels a person has decided."""
    done = (LabelStatus.CONFIRMED, LabelStatus.EDITED, LabelStatus.REJECTED)
    return sum(record.status in done for record in document.provenance.labels.values())


def _places(document: AnnotatedDocument) -> dict[str, tuple[int, int]]:
    places = {segment.id: (segment.start, segment.end) for segment in document.segments}
    places.update({span.id: (span.start, span.end) for span in document.spans})
    for item in document.attributions:
        quotes = [q for q in (item.source, item.cue, *item.content) if q]
        places[item.id] = (min(q.start for q in quotes), max(q.end for q in quotes))
    for source in document.sources:
        if source.mentions:
            places[source.id] = (source.mentions[0].start, source.mentions[0].end)
    for relation in document.relations:
        places[relation.id] = places.get(relation.source, (0, 0))
    return places
