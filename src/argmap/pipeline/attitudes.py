"""What the cue of an attribution says of its speaker's certainty: believes, fears, denies."""

from __future__ import annotations

from argmap.lexicons import entries
from argmap.model.labels import Certainty, Polarity

from .layers import AttributionDraft, Offsets
from .phrases import Phrases, word_range
from .words import Words

_LISTS = entries("attitudes")
_ATTITUDES = Phrases({k: v for k, v in _LISTS.items() if k not in {"negation", "thinking", "past"}})
_NEGATION = frozenset(_LISTS["negation"])
_PAST = frozenset(_LISTS["past"])
_NEGATION_REACH = 3  # words before a cue in which "not" turns it


def attitude_of(
    words: Words, attribution: AttributionDraft
) -> tuple[list[tuple[Certainty, str]], Polarity]:
    """How sure the speaker is with the reason for it, and whether the cue turns what he says."""
    if attribution.cue is None:
        return [], Polarity.POSITIVE
    cue = word_range(words, attribution.cue)
    reach = range(max(0, cue.start - _NEGATION_REACH), cue.start)
    first_content = min(start for start, _ in attribution.content)
    negated = any(
        words.lower[place] in _NEGATION and words.start[place] < first_content
        for place in (*reach, *cue)
    )
    text = " ".join(words.text[cue.start : cue.stop])
    told = f"cue of the attribution: {text}"
    groups = {found.group for found in _ATTITUDES.find_all_in(words, cue)}
    if "negative" in groups:
        return [], Polarity.POSITIVE if negated else Polarity.NEGATIVE
    if "doubt" in groups:
        doubted = [] if negated else [(Certainty.PROBABLE, told)]
        return doubted, Polarity.POSITIVE if negated else Polarity.NEGATIVE
    levels = [Certainty(group) for group in groups]
    verdicts = [(level, told) for level in levels]
    if negated and Certainty.PROBABLE in levels:
        return verdicts, Polarity.NEGATIVE
    if negated and not levels:
        return [(Certainty.UNCOMMITTED, f"{told}, denied")], Polarity.POSITIVE
    return verdicts, Polarity.POSITIVE


def is_past(words: Words, cue: Offsets | None) -> bool:
    """Whether a cue is a verb in the past: said, told, believed."""
    if cue is None:
        return False
    return any(
        words.lower[place] in _PAST or words.lower[place].endswith("ed")
        for place in word_range(words, cue)
    )
