"""Names as the discourse model finds them, on the tokens of a Doc, in the classes of the rules."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from argmap.discourse.model import DiscourseReading

LABELS = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "NORP": "NORP",
    "Facility": "MISC",
    "Product": "MISC",
    "Misc": "MISC",
}
"""The class of the rules for each that was learned; dates and sums of money are no names here."""
_SURE = 0.5


def learned_names(doc: Doc, reading: DiscourseReading) -> list[Span]:
    """The names of a Doc; a possessive's mark is no part of one."""
    found = []
    for name in reading.stretches("names"):
        if name.label not in LABELS or name.confidence < _SURE:
            continue
        span = doc.char_span(name.start, name.end, LABELS[name.label], alignment_mode="contract")
        if span is not None and any(token.text[:1].isupper() for token in span):
            found.append(span)
    return found
