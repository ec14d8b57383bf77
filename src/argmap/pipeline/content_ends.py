"""Where a content ends: at the end of a phrase of the tree, not in the middle of one.

What the tagger of the discourse model marks can stop at "to transform the United States" though
"economy" follows, or go on to a bare ", who". Judged by the tree, a last word that leans on a word
behind it is carried on to that word, or, right behind a comma, left out.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from .layers import Offsets
from .passage import Passage
from .voices import words_in
from .word_classes import DASHES

_LEANING = frozenset(
    {
        *("det", "amod", "compound", "nummod", "nmod:poss", "case", "cc", "mark", "aux"),
        *("aux:pass", "cop", "det:predet", "cc:preconj", "nmod:desc", "advmod", "goeswith"),
        *("nsubj", "nsubj:pass", "flat"),
    }
)
_GOING_ON = frozenset({"ccomp", "obl", "acl:relcl"})  # chosen on the development part of PolNeAR
_BREAKS = frozenset({",", ";", ":", "(", ")"})
_NEAR = 4  # words that a head may stand behind the word that leans on it
_STEPS = 4
_TAIL = 3  # words behind a comma that are dropped where they lean on what is not there


def whole_content(passage: Passage, content: Offsets, taken: AbstractSet[int]) -> Offsets:
    """A stretch of content with its last phrase whole.

    Args:
        passage: The article.
        content: Offsets of the stretch.
        taken: The words of source and cue, which no content grows over.
    """
    words = words_in(passage, content)
    if not words:
        return content
    last = words[-1]
    if not _leans(passage, last):
        end = _with_rest(passage, words, taken)
    else:
        end = _before_tail(passage, words) or _carried_on(passage, last, taken)
    return content if end == last else (content[0], passage.words.end[end])


def _leans(passage: Passage, number: int) -> bool:
    """Whether a word belongs to one behind it in its sentence."""
    tree = passage.tree
    last = passage.sentence_of(number).last
    return tree.relations[number] in _LEANING and number < tree.heads[number] < last


def _breaks(passage: Passage, number: int) -> bool:
    """Whether a word is a comma or the like; a hyphen inside a word is none."""
    dash = passage.text[number] in DASHES and passage.words.spaced[number]
    return dash or passage.text[number] in _BREAKS


def _before_tail(passage: Passage, words: range) -> int | None:
    """The last word before a comma with a bare ", who" or ", at" behind it."""
    for number in range(words[-1], max(words[0] + 1, words[-1] - _TAIL), -1):
        if _breaks(passage, number) and not _leans(passage, number - 1):
            return number - 1
    return None


def _carried_on(passage: Passage, last: int, taken: AbstractSet[int]) -> int:
    """The head that a last word leans on, and that head's; behind a verb what it takes."""
    tree = passage.tree
    steps = 0
    while steps < _STEPS and _leans(passage, last):
        head = tree.heads[last]
        if head - last > _NEAR or not _is_free(passage, last, head, taken):
            break
        last, steps = head, steps + 1
    if steps and tree.classes[last] in {"VERB", "AUX"}:
        while last < tree.lasts[last] and _is_free(passage, last, last + 1, taken):
            last += 1
    return last


def _with_rest(passage: Passage, words: range, taken: AbstractSet[int]) -> int:
    """The end of the clauses and adjuncts that hang in the content and follow at once."""
    tree, last = passage.tree, words[-1]
    top = tree.top(words[0], last + 1)
    while last < tree.lasts[top]:
        first = last + 1
        hanging = first
        while tree.heads[hanging] > last and tree.heads[hanging] != hanging:
            hanging = tree.heads[hanging]
        end = tree.lasts[hanging]
        if (
            tree.relations[hanging] not in _GOING_ON
            or tree.firsts[hanging] < first
            or tree.heads[hanging] < words[0]
            or not _is_free(passage, last, end, taken)
        ):
            break
        last = end
    return last


def _is_free(passage: Passage, last: int, end: int, taken: AbstractSet[int]) -> bool:
    """Whether the words behind `last` up to `end` are one run: no comma, quotation mark or cue."""
    level = passage.quote_at[last]
    return all(
        not _breaks(passage, number) and passage.quote_at[number] == level and number not in taken
        for number in range(last + 1, end + 1)
    )
