"""The labels that people touched: what each says now, what it was, who stands behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.model.document import (
    AnnotatedDocument,
    Attribution,
    LabelRecord,
    Part,
    Relation,
    Segment,
    Span,
)
from argmap.model.labels import LabelStatus

from .places import segment_at

_WHOLE = "whole"
_WORDS = {
    LabelStatus.AUTO: "left as argmap has it",
    LabelStatus.CONFIRMED: "confirmed",
    LabelStatus.EDITED: "set",
    LabelStatus.REJECTED: "refused",
    LabelStatus.DISPUTED: "disputed between two annotators",
}
_FIELDS = {
    "claim_type": "type of claim",
    "evidence_type": "type of evidence",
    "stance_to_frame": "stance to the frame",
    "tone_towards": "tone towards a target",
    "place": "borders",
    _WHOLE: "all labels",
}
_LONGEST = 80  # characters of a value that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class HandLabel:
    """One label that a person touched.

    `number` is its place in the list, `segment` the segment that it is about, where there is one;
    `now` and `was` are empty where the record does not say.
    """

    number: int
    key: str
    segment: str | None
    field: str
    done: str
    by: str | None
    now: str
    was: str
    note: str | None

    @property
    def words(self) -> str:
        """All but the note in one phrase: `certainty: certain, set by ana; it was possible`."""
        if self.done == _WORDS[LabelStatus.DISPUTED]:
            return f"{self.field} {self.done}{f' ({self.was})' if self.was else ''}"
        words = f"{self.field} {self.done}"
        if self.now:
            words = f"{self.field}: {self.now}, {self.done}"
        if self.by:
            words += f" by {self.by}"
        return f"{words}; it was {self.was}" if self.was else words


def hand_labels(document: AnnotatedDocument) -> tuple[HandLabel, ...]:
    """What `provenance.labels` says, in the order of the file; what nobody touched is left out."""
    parts: dict[str, Part] = {}
    for layer in (document.segments, document.spans, document.attributions, document.relations):
        parts.update({part.id: part for part in layer})
    parts.update({source.id: source for source in document.sources})
    touched = [
        (key, record)
        for key, record in document.provenance.labels.items()
        if record.status is not LabelStatus.AUTO
    ]
    return tuple(
        _label(document, parts, number, key, record)
        for number, (key, record) in enumerate(touched, start=1)
    )


def _label(
    document: AnnotatedDocument,
    parts: Mapping[str, Part],
    number: int,
    key: str,
    record: LabelRecord,
) -> HandLabel:
    identifier, _, field = key.partition(".")
    part = parts.get(identifier)
    value = getattr(part, field, None) if field else None
    told = field or _WHOLE
    return HandLabel(
        number=number,
        key=key,
        segment=_home(document, part),
        field=_FIELDS.get(told) or told.replace("_", " "),
        done=_WORDS[record.status],
        by=record.by,
        now=_shown(value),
        was=_shown(record.was),
        note=record.note,
    )


def _home(document: AnnotatedDocument, part: Part | None) -> str | None:
    """The segment that a part is, stands in, or begins in."""
    if isinstance(part, Segment):
        return part.id
    if isinstance(part, Relation):
        return part.source if document.segment(part.source) else None
    if isinstance(part, Span):
        start = part.start
    elif isinstance(part, Attribution):
        start = part.content[0].start
    else:
        return None
    found = segment_at(document.segments, start)
    return found.id if found else None


def _shown(value: Any) -> str:
    """A value in a few words, as the file has it."""
    text = " ".join(_plain(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _plain(value: Any) -> str:
    if value in (None, "", (), [], {}):
        return ""
    if isinstance(value, Part):
        value = value.model_dump(mode="json", by_alias=True)
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        return f"“{value['text']}”"
    if isinstance(value, dict) and isinstance(value.get("target"), str):
        return f"{value['target']} {_plain(value.get('value'))}"
    if isinstance(value, dict) and all(isinstance(one, str | None) for one in value.values()):
        return ", ".join(f"{key}: {one or 'none'}" for key, one in value.items())
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
