"""Names as the discourse model finds them, on the tokens of a Doc, in the classes of the rules."""

from __future__ import annotations

from itertools import pairwise

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
_DASHES = frozenset({"--", "---", "–", "—"})


def learned_names(doc: Doc, reading: DiscourseReading) -> list[Span]:
    """The names of a Doc; a possessive's mark is no part of one, and a dash stands between two."""
    found = []
    for name in names_in(reading):
        if name.label not in LABELS:
            continue
        span = doc.char_span(name.start, name.end, LABELS[name.label], alignment_mode="contract")
        for part in [] if span is None else _at_dashes(span):
            if any(token.text[:1].isupper() for token in part):
                found.append(part)
    return found


def _at_dashes(span: Span) -> list[Span]:
    """The parts of a name that was read across dashes: `Orlan -- Brask's driver -- was told`."""
    edges = [span.start - 1, *(token.i for token in span if token.text in _DASHES), span.end]
    return [
        Span(span.doc, before + 1, after, label=span.label_)
        for before, after in pairwise(edges)
        if after > before + 1
    ]
