"""Claims that say again what the article said before, in nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.lexicons import entries
from argmap.model.labels import Role

from .inflection import singular
from .layers import Reading
from .phrases import word_range
from .words import Words

_EMPTY = frozenset(entries("connectives")["empty_words"])
_CONTENT_LETTERS = 4
_SAME_SHARE = 0.6  # of the content words of the shorter of two claims that say the same
_SAME_WORDS = 5
_MOST_COMPARED = 400  # claims; beyond, restatements are looked for among the first of them only


def restatements(reading: Reading, words: Words) -> Iterator[tuple[int, int, float]]:
    """Claims that repeat an earlier one in nearly the same words, each the one most like it."""
    contents = [
        (number, content_words(words, word_range(words, (segment.start, segment.end))))
        for number, segment in enumerate(reading.segments)
        if segment.role is Role.CLAIM or (segment.role is Role.REPORT and number < 3)
    ][:_MOST_COMPARED]
    for place, (number, content) in enumerate(contents):
        best = (0.0, -1)
        for earlier, other in contents[:place]:
            shared = len(content & other)
            share = shared / max(1, min(len(content), len(other)))
            if shared >= _SAME_WORDS and share >= _SAME_SHARE and share > best[0]:
                best = (share, earlier)
        if best[1] >= 0:
            yield number, best[1], best[0]


def content_words(words: Words, within: range) -> frozenset[str]:
    """The words of a stretch that carry matter, plurals as singulars."""
    return frozenset(
        singular(word)
        for word in words.lower[within.start : within.stop]
        if len(word) >= _CONTENT_LETTERS and word.isalpha() and word not in _EMPTY
    )
