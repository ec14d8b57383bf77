"""The words by which a voice holds back or insists: hedges and boosters among the words of a Doc.

Kept apart are words that only look like it: May the month, might the noun, "could not" of past
ability, "would" of reported speech, "about" without a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.lexicons import entries
from argmap.model.labels import Certainty

from .phrases import Found, Phrases, longest
from .words import Words

_HEDGES = entries("hedges")
_BOOSTERS = entries("boosters")
_PHRASES = Phrases(
    {
        **{
            group: _HEDGES[group]
            for group in (
                *("modal", "would", "must", "probable", "possible"),
                *("uncommitted", "local", "approximator"),
            )
        },
        "booster": _BOOSTERS["booster"],
    }
)
_LEVELS = {
    "modal": Certainty.POSSIBLE,
    "would": Certainty.PROBABLE,
    "must": Certainty.PROBABLE,
    "probable": Certainty.PROBABLE,
    "possible": Certainty.POSSIBLE,
    "uncommitted": Certainty.UNCOMMITTED,
}
_SETS = {name: frozenset(_HEDGES[name]) for name in _HEDGES if name not in _LEVELS}
_CANCELLED = frozenset(_BOOSTERS["cancelled_by"])
_DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "any")
)
_ATTRIBUTIVE = frozenset(("likely", "unlikely", "uncertain", "doubtful", "unconfirmed"))
_NOT_HEDGED = frozenset(("as", "not", "n't", "make", "makes", "made", "making", "if", "everything"))
_BEFORE_KIND = frozenset(
    ("the", "that", "this", "what", "same", "any", "every", "no", "each", "one")
)
_PLAN_REACH = 9  # words before "would" in which the plan that is its subject stands
_CONCEDED_REACH = 5
_ENDS = frozenset({".", ";", ":", "?", "!", "if", "and", "but", "that", "because"})
_PARTS_OF_NUMBER = frozenset(
    ("third", "half", "quarter", "dozen", "hundred", "thousand", "million")
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by its words; `level` is `None` where it bears on a phrase only, or is a booster."""

    start: int
    end: int
    group: str
    level: Certainty | None

    @property
    def booster(self) -> bool:
        """Whether the cue insists instead of holding back."""
        return self.group == "booster"


def find_cues(words: Words, names: frozenset[int], backshifted: frozenset[int]) -> list[Cue]:
    """All cues in order.

    Args:
        words: The words of the Doc.
        names: Numbers of words that are part of a name.
        backshifted: Numbers of words in reported speech after a verb in the past, where "would"
            stands for "will".
    """
    cues = []
    for found in longest(_PHRASES.find_all(words)):
        if not _holds(words, found, names, backshifted):
            continue
        level = _LEVELS.get(found.group)
        if level is not None and _is_attributive(words, found):
            level = None
        cues.append(Cue(found.start, found.end, found.group, level))
    return cues


def _holds(words: Words, found: Found, names: frozenset[int], backshifted: frozenset[int]) -> bool:
    if found.group == "modal":
        if _is_conceded(words, found.start):
            return False
        return _MODALS[words.lower[found.start]](words, found.start, names)
    if found.group == "would":
        return (
            found.start not in backshifted
            and _next(words, found) not in _SETS["backshift_free"]
            and not _is_of_plan(words, found.start)
            and not _is_refusal(words, found.start)
            and not _is_need_or_past(words, found.end)
        )
    if found.group == "approximator":
        return _counts(words, found)
    if found.group == "local" and words.lower[found.end - 1] == "of":
        return _previous(words, found.start) not in _BEFORE_KIND
    if found.group == "booster":
        before = words.lower[max(0, found.start - 2) : found.start]
        return _CANCELLED.isdisjoint(before)
    if words.lower[found.start : found.end] == ["likely"] and _next(words, found) == "voters":
        return False
    if words.lower[found.start] in {"possible", "probable"}:
        return _previous(words, found.start) not in _NOT_HEDGED
    return True


def _is_attributive(words: Words, found: Found) -> bool:
    return (
        words.lower[found.end - 1] in _ATTRIBUTIVE
        and _previous(words, found.start) in _DETERMINERS
        and found.end < len(words)
        and words.text[found.end].isalpha()
    )


def _is_of_plan(words: Words, place: int) -> bool:
    """What a bill or a plan would do is what stands in it: nobody is unsure of that."""
    before = words.lower[max(0, place - _PLAN_REACH) : place]
    subject = before[max((n + 1 for n, word in enumerate(before) if word in _ENDS), default=0) :]
    return any(word in _SETS["plans"] for word in subject)


def _is_refusal(words: Words, place: int) -> bool:
    """`she would not say`: a refusal that was made, no guess."""
    following = words.lower[place + 1 : place + 3]
    negated = following[:1] in (["not"], ["n't"])
    return negated and following[-1] in _SETS["refused"]


def _is_need_or_past(words: Words, following: int) -> bool:
    """`would have to pay`, `would need to`: needed; `would have paid`: did not come about."""
    nearest = words.lower[following : following + 2]
    if nearest in (["have", "to"], ["need", "to"]):
        return True
    return nearest[:1] == ["have"] and nearest[-1].endswith(("ed", "en", "been"))


def _is_conceded(words: Words, place: int) -> bool:
    """`whoever it may be`, `before it could leave`, `as fast as they could`: no doubt is told."""
    before = words.lower[max(0, place - _CONCEDED_REACH) : place]
    near = before[-2:]
    return (
        any(word in _SETS["conceding"] for word in before)
        or (bool(near[:1]) and near[0] == "before")
        or (len(before) > 2 and before[-2] == "as" and "as" in before[:-2])
    )


def _is_may(words: Words, place: int, names: frozenset[int]) -> bool:
    following = words.text[place + 1] if place + 1 < len(words) else ""
    if words.text[place] == "may":
        return not following[:1].isdigit()
    if place in names or _previous(words, place) in _SETS["months_before"]:
        return False
    # In a title every word has a capital letter; elsewhere May is the month or a name.
    return words.text[place] == "MAY" or (place > 0 and following.isalpha() and following.istitle())


def _is_might(words: Words, place: int, names: frozenset[int]) -> bool:
    following = words.lower[place + 1] if place + 1 < len(words) else "."
    noun = _previous(words, place) in _SETS["might_noun_before"]
    return not noun and following[:1].isalpha() and following not in {"of", "and", "to"}


def _is_could(words: Words, place: int, names: frozenset[int]) -> bool:
    if _previous(words, place) in _SETS["could_free_before"]:
        return False
    following = place + 1
    negated = following < len(words) and words.lower[following] in {"not", "n't"}
    verb = words.lower[following + negated] if following + negated < len(words) else ""
    if negated:
        return verb in {"be", "have"} and words.lower[following + 2 : following + 3] != ["able"]
    return verb not in _SETS["perception"]


_MODALS = {"may": _is_may, "might": _is_might, "could": _is_could}


def _counts(words: Words, found: Found) -> bool:
    if words.lower[found.start : found.end] == ["or", "so"]:
        return found.start > 0 and words.text[found.start - 1][:1].isalnum()
    after = _next(words, found)
    if words.lower[found.start] == "up" and _previous(words, found.start).endswith("ed"):
        return False  # "ticked up to 7.6 percent"
    if after[:1].isdigit():
        return True
    if after in {"a", "one"}:
        second = words.lower[found.end + 1] if found.end + 1 < len(words) else ""
        return second.rstrip("s") in _PARTS_OF_NUMBER
    return after in _SETS["number_words"]


def _previous(words: Words, place: int) -> str:
    return words.lower[place - 1] if place else ""


def _next(words: Words, found: Found) -> str:
    return words.lower[found.end] if found.end < len(words) else ""
