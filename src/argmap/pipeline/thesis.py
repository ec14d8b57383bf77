"""What an argument is for: the one claim of the author's own that everything else leads to.

The discourse model says how likely each claim is one; the signs of `argmap.model.thesis_signs` are
added to that.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from argmap.discourse.encoder import Numbers
from argmap.model.labels import Role, SpanLayer, Voice
from argmap.model.thesis_signs import DEVICES, author_says, find_ends, thesis_signs

from .layers import Reading, SegmentDraft
from .phrases import word_range
from .restatements import content_words
from .words import Words

_MODEL = 0.5  # what a segment gains that the model takes for a major claim


def find_thesis(
    reading: Reading,
    words: Words,
    text: str,
    places: Sequence[int],
    types: Numbers,
    attacked: Set[int] = frozenset(),
) -> int | None:
    """The place of the thesis among the segments; `None` where the author claims nothing there.

    Args:
        reading: The article with roles, voices and spans.
        words: Its words.
        text: Its text.
        places: The places of the segments that are argued with, in order.
        types: How likely each is a major claim, a claim and a premise, [places, classes].
        attacked: Places of what the text goes on to speak against: no author's thesis.
    """
    ends = find_ends(text)
    headed = [s for s in reading.segments if s.heading]
    titles = frozenset[str]().union(
        *(content_words(words, word_range(words, (s.start, s.end))) for s in headed)
    )
    best: tuple[float, int] | None = None
    for number, place in enumerate(places):
        segment = reading.segments[place]
        if segment.role is not Role.CLAIM or place in attacked:
            continue
        if not is_authors(reading, text, segment):
            continue
        at_an_end = ends.has(segment.start)
        if ends.headed and not at_an_end:
            continue
        behind = places[number + 1] if number + 1 < len(places) else None
        score = _MODEL * float(types[number, 0]) + thesis_signs(
            content_words(words, word_range(words, (segment.start, segment.end))),
            titles,
            claim_type=segment.claim_type,
            at_an_end=at_an_end,
            last_of_opening=ends.headed
            and segment.start < ends.opening
            and (behind is None or reading.segments[behind].start >= ends.opening),
            framed=_framed(reading, segment.start, segment.end),
        )
        if best is None or score > best[0]:
            best = score, place
    return best[1] if best is not None else None


def is_authors(reading: Reading, text: str, segment: SegmentDraft) -> bool:
    """Whether the author claims it: in their own voice, mixed, or by "I believe that"."""
    if segment.voice is not Voice.ATTRIBUTED:
        return True
    if segment.attribution is None:
        return False
    draft = reading.attributions[segment.attribution]
    source = text[slice(*draft.source)] if draft.source else None
    return author_says(
        source, draft.quote, within_another=draft.parent is not None or draft.in_quote
    )


def _framed(reading: Reading, start: int, end: int) -> bool:
    return any(
        span.layer is SpanLayer.FRAMING
        and span.label in DEVICES
        and span.voice is not Voice.ATTRIBUTED
        and start <= span.start < end
        for span in reading.spans
    )
