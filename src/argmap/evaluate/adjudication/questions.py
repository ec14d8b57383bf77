"""What people have to decide in a file, and what they have decided, read from its own records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.guide import RULES, deciding_rule
from argmap.model import label_words as words
from argmap.model.document import AnnotatedDocument, LabelRecord, Relation, Span
from argmap.model.label_choices import CUT, split_key, stands
from argmap.model.labels import LabelStatus

_RULES = {rule.id for rule in RULES}
_DECIDED = (LabelStatus.CONFIRMED, LabelStatus.EDITED, LabelStatus.REJECTED)


@dataclass(frozen=True, slots=True)
class Question:
    """One label to decide: its key, its place, what the annotators say, the guide's rule.

    `status` is `disputed` while nobody has decided, else how it was decided, `by` whom.
    """

    key: str
    start: int
    end: int
    quote: str
    values: dict[str, Any]
    rule: str | None
    status: LabelStatus
    by: str | None

    @property
    def is_open(self) -> bool:
        """Whether it is still to decide."""
        return self.status is LabelStatus.DISPUTED


def questions(document: AnnotatedDocument) -> tuple[Question, ...]:
    """All labels on which people differed, decided or not, in the order of the text.

    A disputed label that is no longer what was asked about has been decided by whoever changed it.
    """
    labels = document.provenance.labels
    asked = {key: said for key in labels if (said := _values(labels[key])) is not None}
    places = _places(document) if asked else {}
    found = []
    for key, values in asked.items():
        record = labels[key]
        start, end = places.get(key.split(".")[0], (0, 0))
        rule = record.note if record.note in _RULES else rule_of(document, key, values)
        disputed = record.status is LabelStatus.DISPUTED
        status = record.status
        if disputed and not _untouched(document, key, values):
            status = LabelStatus.EDITED
        found.append(
            Question(key, start, end, document.text[start:end], values, rule, status, record.by)
        )
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def open_questions(document: AnnotatedDocument) -> tuple[Question, ...]:
    """The labels that nobody has decided, in the order of the text."""
    return tuple(question for question in questions(document) if question.is_open)


def decided(document: AnnotatedDocument) -> int:
    """How many labels a person has decided."""
    return sum(record.status in _DECIDED for record in document.provenance.labels.values())


def rule_of(document: AnnotatedDocument, key: str, values: Mapping[str, Any]) -> str | None:
    """The id of the guide's rule that decides between these labels; `None` where there is none."""
    part, item, label = split_key(document, key)
    said = [None if value is None else str(value) for value in values.values()]
    layer: str = label
    labels = [value.partition(" (")[0] if value else None for value in said]
    if not label:
        layer = {"attributions": "attribution", "sources": "kind", "relations": "relation"}.get(
            part, str(item.layer) if isinstance(item, Span) else part
        )
        labels = []
    elif label == "role" and len(set(labels)) == 1 and labels[0] is not None:
        layer = "evidence_type" if labels[0] == "evidence" else "claim_type"
        labels = [value.partition(" (")[2].rstrip(")") if value else None for value in said]
    elif label in ("label", "text") and isinstance(item, Span):
        layer = str(item.layer)
        labels = labels if label == "label" else []
    elif label == "type" and isinstance(item, Relation):
        layer = "relation"
    elif label == "frames":
        sets = [set(value.split(", ")) - {"none"} for value in said if value]
        apart = set().union(*sets) - set(sets[0]).intersection(*sets) if sets else set[str]()
        labels = [*sorted(apart)]
    elif label in (CUT, "source", "cue", "content", "speaker", "parent", "tone_towards"):
        labels = []
    try:
        return deciding_rule(layer, labels).id
    except KeyError:
        return None


def with_rules(document: AnnotatedDocument) -> AnnotatedDocument:
    """A copy in which each disputed label without a note names the rule that decides it."""
    labels = dict(document.provenance.labels)
    for key, record in labels.items():
        values = _values(record)
        if record.status is LabelStatus.DISPUTED and record.note is None and values is not None:
            rule = rule_of(document, key, values)
            labels[key] = record.model_copy(update={"note": rule})
    return document.model_copy(
        update={"provenance": document.provenance.model_copy(update={"labels": labels})}
    )


def _values(record: LabelRecord) -> dict[str, Any] | None:
    """What each of several people says; `None` for a record that is of something else."""
    if record.status is LabelStatus.DISPUTED:
        return record.was if isinstance(record.was, dict) else {}
    was = record.was
    if record.status not in _DECIDED or not isinstance(was, dict) or len(was) < 2:
        return None
    return was if all(isinstance(value, str | None) for value in was.values()) else None


def _untouched(document: AnnotatedDocument, key: str, values: Mapping[str, Any]) -> bool:
    """Whether the label still is what it was when the question was put."""
    _, item, label = split_key(document, key)
    said = list(values.values())
    if not label:
        if item is None:
            return False
        known = words.whole(item)
        return known in said or any(stands(document, key, value) for value in said if value)
    if label == CUT:
        return item is not None  # where it was cut anew, its record says so
    return not said or stands(document, key, said[0])


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
