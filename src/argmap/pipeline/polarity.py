"""Whether a clause says that something is so or that it is not so: negation with its scope."""

from __future__ import annotations

from argmap.lexicons import entries
from argmap.model.labels import Polarity

from .clauses import main_clause
from .phrases import Phrases
from .words import Words

_LISTS = entries("negation")
_PHRASES = Phrases({key: _LISTS[key] for key in ("negator", "subject", "object", "cancelled")})
_FINITE = frozenset(entries("clauses")["finite"])
_COORDINATORS = frozenset({"and", "but", "yet", "so"})
_CORRECTED_BY = frozenset({"but", "rather"})
_RESUMED_BY = frozenset({"it", "they", "this", "that", "these", "those", "he", "she", "we"})
_MAX_CORRECTION = 15  # words between "not" and the "but" that sets it right
_MOST_WORDS = 300  # a sentence that runs on for longer is no sentence; its beginning will do
_SUBJECT_PLACES = 4  # a negative subject stands among the first words of its clause


def polarity(words: Words, within: range, taken: frozenset[int]) -> tuple[Polarity, str]:
    """The polarity of the first main clause in a range of words, and the word that decided.

    Args:
        words: The words of the Doc.
        within: The part that the voice says.
        taken: Words of cues such as "not clear", whose negation is spent.
    """
    if not within:
        return Polarity.POSITIVE, ""
    within = within[:_MOST_WORDS]
    main = main_clause(words, within)
    clause = [place for flag, place in zip(main, within, strict=True) if flag]
    clause = _first_conjunct(words, clause)
    inside = set(clause) - taken
    found = _PHRASES.find_all_in(words, within)
    spent = {p for f in found if f.group == "cancelled" for p in range(f.start, f.end)}
    for one in found:
        if one.group == "cancelled" or one.start not in inside or one.start in spent:
            continue
        if one.group == "subject" and clause.index(one.start) >= _SUBJECT_PLACES:
            continue
        if one.group == "negator" and not _negates_clause(words, one.start, clause, within):
            continue
        return Polarity.NEGATIVE, " ".join(words.text[one.start : one.end])
    return Polarity.POSITIVE, ""


def _first_conjunct(words: Words, clause: list[int]) -> list[int]:
    """The clause up to where a second one is joined on, once a verb has been seen."""
    verb = False
    for number, place in enumerate(clause):
        word = words.lower[place]
        joined = word == ";" or (
            word in _COORDINATORS
            and any(words.lower[later] in _FINITE for later in clause[number + 1 : number + 4])
        )
        contrast = word == "but" and number >= 2 and words.lower[clause[number - 1]] == ","
        if (joined and verb) or contrast:
            return clause[:number]
        verb = verb or word in _FINITE or word.endswith("ed")
    return clause


def _negates_clause(words: Words, place: int, clause: list[int], within: range) -> bool:
    following = words.lower[place + 1] if place + 1 < within.stop else ""
    if words.lower[place] == "not" and following == "to":
        return False
    if following == "to" and words.text[place + 2 : place + 3] and _is_number(words, place + 2):
        return False
    if _is_corrected(words, place, within):
        return False
    before = [number for number in clause if number < place]
    finite = [number for number in before if words.lower[number] in _FINITE]
    return not finite or place - finite[0] <= 3


def _is_number(words: Words, place: int) -> bool:
    """`declined to 3.8 percent`, `declined to about nine`: a fall, no refusal."""
    return any(
        words.text[number][0].isdigit() for number in range(place, min(place + 2, len(words)))
    )


def _is_corrected(words: Words, place: int, within: range) -> bool:
    """`not a lease but a surrender`, `isn't a lease; it's a surrender`: the second part counts."""
    stop = min(within.stop, place + 1 + _MAX_CORRECTION)
    for number in range(place + 1, stop):
        word = words.lower[number]
        if word in _CORRECTED_BY and not _has_subject(words, number + 1, stop):
            return True
        resumed = words.lower[number - 1] in {";", "–", "—", ","} and word in _RESUMED_BY
        if (
            resumed
            and number + 1 < within.stop
            and words.lower[number + 1] in {"is", "'s", "'re", "are"}
        ):
            return words.lower[number + 2 : number + 3] not in (["not"], ["n't"])
    return False


def _has_subject(words: Words, place: int, stop: int) -> bool:
    """Whether a clause of its own follows: `but they did`."""
    return any(words.lower[number] in _FINITE for number in range(place, min(stop, place + 4)))
