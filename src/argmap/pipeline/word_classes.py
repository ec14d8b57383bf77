"""The closed word classes of English, as sets of lower-case words."""

from __future__ import annotations

from argmap.lexicons import entries

_CLASSES = entries("word_classes")


def _words(name: str) -> frozenset[str]:
    return frozenset(_CLASSES[name])


DETERMINERS = _words("determiners")
SUBJECT_PRONOUNS = _words("subject_pronouns")
OBJECT_PRONOUNS = _words("object_pronouns")
PREPOSITIONS = _words("prepositions")
AUXILIARIES = _words("auxiliaries")
SUBORDINATORS = _words("subordinators")
RELATIVES = _words("relatives")
CONJUNCTIONS = _words("conjunctions")
DAYS = _words("weekdays_and_months")
TIME_WORDS = _words("time_words")
ADDRESSEES = _words("addressees")
OCCASIONS = _words("places_of_saying")
ADVERBS = _words("adverbs")
NOT_ADVERBS = _words("ly_words_that_are_no_adverbs")
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'s", "'re", "'m"})
WH = frozenset({"what", "how", "why", "where", "when", "who", "whether", "if", "which", "whom"})
OPENING_MARKS = frozenset({"“", "‘", "``", "„", "«"})
CLOSING_MARKS = frozenset({"”", "’", "''", "»"})
STRAIGHT_MARKS = frozenset({'"', "'"})
QUOTE_MARKS = OPENING_MARKS | CLOSING_MARKS | STRAIGHT_MARKS
DASHES = frozenset({"-", "–", "—", "--", "―"})
STOPS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!?", "!!", "??"})
PUNCTUATION = (
    QUOTE_MARKS | DASHES | STOPS | frozenset({",", ";", ":", "(", ")", "[", "]", "/", "•"})
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb that can stand between subject and verb."""
    return word in ADVERBS or (
        len(word) > 4 and word.endswith("ly") and word not in NOT_ADVERBS and word.isalpha()
    )


def function_word(word: str) -> bool:
    """Whether a lower-case word can be no noun, verb or name."""
    return (
        word in DETERMINERS
        or word in PREPOSITIONS
        or word in AUXILIARIES
        or word in SUBORDINATORS
        or word in CONJUNCTIONS
        or word in RELATIVES
    )
