"""Which segments make one sentence, so that a part of it can be quoted with the rest."""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.model.document import AnnotatedDocument, Segment
from argmap.model.structure import blocks

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")


def sentences(document: AnnotatedDocument) -> tuple[tuple[Segment, ...], ...]:
    """The document's segments grouped into sentences, in order.

    A sentence ends with its paragraph or after a full stop, question or exclamation mark.
    """
    ends = [block.end for block in blocks(document.text)]
    found: list[list[Segment]] = []
    block = -1
    for segment in document.segments:
        here = bisect_right(ends, segment.start)
        if not found or here != block or _SENTENCE_END.search(found[-1][-1].text):
            found.append([])
        found[-1].append(segment)
        block = here
    return tuple(tuple(group) for group in found)
