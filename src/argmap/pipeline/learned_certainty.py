"""How certain the discourse model takes the main predicate of a stretch to be, from -3 to +3.

The scale is that of White et al. 2016: certainly not, open, certainly.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from argmap.discourse.model import DiscourseReading

from .layers import Offsets

_PREDICATES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})


def learned_certainty(
    doc: Doc, reading: DiscourseReading, stretches: Sequence[Offsets]
) -> list[tuple[str, float] | None]:
    """The main predicate of each stretch with its value; `None` where there is none."""
    predicates = [predicate_of(doc, stretch) for stretch in stretches]
    asked = [(token.idx, token.idx + len(token)) for token in predicates if token is not None]
    values = iter(reading.numbers("certainty", asked))
    return [None if token is None else (token.text, next(values)) for token in predicates]


def predicate_of(doc: Doc, stretch: Offsets) -> Token | None:
    """The word on which all others of a stretch hang, a verb before other words."""
    span = doc.char_span(*stretch, alignment_mode="contract")
    if span is None:
        return None
    tops = [token for token in span if _is_top(token, span) and token.pos_ in _PREDICATES]
    verbs = [token for token in tops if token.pos_ == "VERB"]
    return next(iter(verbs or tops), None)


def _is_top(token: Token, span: Span) -> bool:
    return token.head == token or not span.start <= token.head.i < span.end
