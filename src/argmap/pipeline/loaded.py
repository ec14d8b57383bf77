"""Loaded language: words of judgement, names that put down, overstatement, presupposition, doubt.

The kinds follow the bias types of BABE (Spinde et al. 2021), the words are argmap's own. A word
counts only as a word: not inside a name, and "claimed" not in "claimed responsibility".
"""

from __future__ import annotations

from argmap.lexicons import entries
from argmap.model.labels import SpanLabel

from .devices import Device, Text
from .phrases import Found, Phrases

_LISTS = entries("loaded")
_LABELS = (
    SpanLabel.LOADED_WORD,
    SpanLabel.LABELING,
    SpanLabel.EXAGGERATION_MINIMISING,
    SpanLabel.PRESUPPOSITION,
    SpanLabel.DOUBT_CASTING,
)
_PHRASES = Phrases({label.value: _LISTS[label.value] for label in _LABELS})
_NOT_AFTER = frozenset(_LISTS["doubt_not_before"])
_NOT_BEFORE = frozenset(_LISTS["doubt_not_after"])
_BEFORE_NOUN = frozenset(_LISTS["claim_noun_after"])
_CONFIDENCE = {
    # the share of sentences with such a word that BABE's experts found biased (its training part)
    SpanLabel.LOADED_WORD: 0.85,
    SpanLabel.LABELING: 0.85,
    SpanLabel.EXAGGERATION_MINIMISING: 0.7,
    SpanLabel.PRESUPPOSITION: 0.75,
    SpanLabel.DOUBT_CASTING: 0.7,
}


def find_loaded(text: Text, names: frozenset[int]) -> list[Device]:
    """All loaded words and phrases of an article's matter; `names` are the words of names."""
    return [
        Device(
            found.start,
            found.end,
            SpanLabel(found.group),
            _CONFIDENCE[SpanLabel(found.group)],
            f"{found.group}: {text.phrase(found.start, found.end)}",
        )
        for found in _PHRASES.find(text.words)
        if not _is_spent(text, found, names)
    ]


def _is_spent(text: Text, found: Found, names: frozenset[int]) -> bool:
    words = text.words
    if found.start in names or text.in_boilerplate(found.start) or _is_name(text, found):
        return True
    if words.lower[found.start - 1 : found.start] in (["not"], ["n't"]):
        return True
    if found.group != SpanLabel.DOUBT_CASTING or not words.lower[found.start].startswith("claim"):
        return False
    before = words.lower[found.start - 1] if found.start else ""
    after = words.lower[found.end] if found.end < len(words) else ""
    noun = words.lower[found.start] in {"claim", "claims"} and (
        before in _BEFORE_NOUN or after in {"of", "for", "against", "from", "by"}
    )
    return noun or before in _NOT_AFTER or after in _NOT_BEFORE


def _is_name(text: Text, found: Found) -> bool:
    """A single capitalised word beside another one, away from headings: a surname or a title."""
    words = text.words
    if found.end - found.start > 1 or not words.text[found.start].istitle():
        return False
    if text.in_heading(found.start):
        return False
    before = words.text[found.start - 1] if found.start else "."
    after = words.text[found.end] if found.end < len(words) else "."
    return before[:1].isupper() or (after[:1].isupper() and before[:1].isalpha())
