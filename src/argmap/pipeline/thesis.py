"""What an argument is for: the one claim of the author's own that everything else leads to.

An author says it in the first or the last section (Stab, Gurevych 2017), at the end of the opening
more often than within it, in the words of the title and the subheads, and gives it its edge by a
framing device. No sign alone decides; they add up.
"""

from __future__ import annotations

from collections.abc import Sequence

from argmap.discourse.encoder import Numbers
from argmap.model.labels import Role, SpanLabel, SpanLayer, Voice
from argmap.model.structure import sections

from .layers import Reading
from .phrases import word_range
from .restatements import content_words
from .words import Words

_DEVICES = frozenset({SpanLabel.ANTITHESIS, SpanLabel.LABEL, SpanLabel.HISTORICAL_ANALOGY})
_TITLED = 0.5  # what a segment gains of whose words all stand in headings
_FRAMED = 0.1
_LAST_OF_OPENING = 0.2  # 172 of 263 openings of essays with a thesis end with it, 19 begin with it


def find_thesis(
    reading: Reading, words: Words, text: str, places: Sequence[int], types: Numbers
) -> int | None:
    """The place of the thesis among the segments; `None` where the author claims nothing there.

    Args:
        reading: The article with roles, voices and spans.
        words: Its words.
        text: Its text.
        places: The places of the segments that are argued with, in order.
        types: How likely each is a major claim, a claim and a premise, [places, classes].
    """
    parts = sections(text)
    if not parts:
        return None
    first, last = parts[0].end, parts[-1].start
    headed = [s for s in reading.segments if s.heading]
    titles = frozenset[str]().union(
        *(content_words(words, word_range(words, (s.start, s.end))) for s in headed)
    )
    best: tuple[float, int] | None = None
    for number, place in enumerate(places):
        segment = reading.segments[place]
        if segment.role is not Role.CLAIM or segment.voice is Voice.ATTRIBUTED:
            continue
        if first <= segment.start < last:
            continue
        own = content_words(words, word_range(words, (segment.start, segment.end)))
        score = float(types[number, 0]) + _TITLED * len(own & titles) / max(1, len(own))
        score += _FRAMED * _framed(reading, segment.start, segment.end)
        behind = places[number + 1] if number + 1 < len(places) else None
        if segment.start < first and (
            behind is None or reading.segments[behind].start >= _block_end(reading, segment.start)
        ):
            score += _LAST_OF_OPENING
        if best is None or score > best[0]:
            best = score, place
    return best[1] if best is not None else None


def _framed(reading: Reading, start: int, end: int) -> bool:
    return any(
        span.layer is SpanLayer.FRAMING
        and span.label in _DEVICES
        and span.voice is not Voice.ATTRIBUTED
        and start <= span.start < end
        for span in reading.spans
    )


def _block_end(reading: Reading, place: int) -> int:
    return next((block.end for block in reading.blocks if place < block.end), place)
