"""Where a source begins and ends: with the noun phrase that is the subject, whole.

The tagger of the discourse model lets a dateline, a time or the verb before run into a source, or
stops at an adjective.
"""

from __future__ import annotations

from .layers import Offsets
from .passage import Passage
from .subjects import own_subject, phrase
from .voices import words_in
from .word_classes import DASHES, RELATIVES

_BEFORE_A_NOUN = frozenset({"det", "amod", "compound", "nummod", "case"})
_BREAKS = frozenset({",", ";", ":"}) | DASHES
_NEAR, _STEPS = 4, 3


def bounded(passage: Passage, source: Offsets, cue: Offsets, taken: frozenset[int]) -> Offsets:
    """A source from the first word of its phrase to its last noun.

    `taken` are the words of all cues and of its content, which no source grows over.
    """
    words, cue_words = _of_subject(passage, words_in(passage, source)), words_in(passage, cue)
    if not words or not cue_words:
        return source
    first = _first(passage, words, cue_words)
    last = _last(passage, words[-1], taken)
    return passage.offsets(first, last + 1)


def is_no_phrase(passage: Passage, source: Offsets) -> bool:
    """Whether a source opens with a verb that the rest of it hangs on: "seizing on recent"."""
    words = words_in(passage, source)
    if not words or passage.is_name(words[0]):
        return False
    tree = passage.tree
    opens = tree.top(words[0], words[-1] + 1) == words[0]
    single = len(words) == 1 and not passage.lower[words[0]].endswith("ing")
    return opens and tree.classes[words[0]] in {"VERB", "AUX"} and not single


def _of_subject(passage: Passage, words: range) -> range:
    """The subject alone where a source holds its verb too: "the aide pointed to" papers."""
    if not words:
        return words
    tree = passage.tree
    top = tree.top(words[0], words[-1] + 1)
    subject = own_subject(passage, top)
    if tree.classes[top] != "VERB" or subject is None or subject not in words or subject > top:
        return words
    if passage.lower[subject] in RELATIVES:
        return words
    first, last = phrase(passage, subject)
    if passage.lower[min(last, top)] == "and":
        last = top  # "the Post and the Star filed"
    return range(max(first, words[0]), min(last, top))


def _first(passage: Passage, words: range, cue: range) -> int:
    """The first word of the subject's phrase where a verb, comma or dash stands before it."""
    tree = passage.tree
    subject = own_subject(passage, tree.top(cue[0], cue[-1] + 1))
    if subject is None or subject not in words or tree.classes[subject] == "PRON":
        return words[0]
    first = tree.firsts[subject]
    before = range(words[0], first)
    if not before or passage.is_name(before[-1]):
        return words[0]
    strange = any(
        passage.text[number] in _BREAKS
        or (tree.classes[number] in {"VERB", "SCONJ"} and tree.relations[number] != "amod")
        for number in before
    )
    return first if strange else words[0]


def _last(passage: Passage, last: int, taken: frozenset[int]) -> int:
    """The noun that a last article or adjective belongs to."""
    tree = passage.tree
    end = passage.sentence_of(last).last
    for _ in range(_STEPS):
        head = tree.heads[last]
        if (
            tree.relations[last] not in _BEFORE_A_NOUN
            or not last < head < min(end, last + _NEAR + 1)
            or tree.classes[head] not in {"NOUN", "PROPN"}
            or (tree.classes[last] == "PROPN" and tree.classes[head] != "PROPN")
        ):
            break
        if any(n in taken or passage.text[n] in _BREAKS for n in range(last + 1, head + 1)):
            break
        last = head
    return last
