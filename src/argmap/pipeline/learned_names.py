"""Names as the discourse model finds them, on the tokens of a Doc, in the classes of the rules."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from argmap.discourse.model import DiscourseReading
from argmap.discourse.names import names_in

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


def learned_names(doc: Doc, reading: DiscourseReading) -> list[Span]:
    """The names of a Doc; a possessive's mark is no part of one."""
    found = []
    for name in names_in(reading):
        if name.label not in LABELS:
            continue
        span = doc.char_span(name.start, name.end, LABELS[name.label], alignment_mode="contract")
        if span is not None and any(token.text[:1].isupper() for token in span):
            found.append(span)
    return found
