"""Which claim the article's argument leads to; of a report, which event it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import Genre, RelationType, Role, SpanLayer, Voice
from argmap.model.structure import blocks
from argmap.model.thesis_signs import DEVICES, Ends, author_says, find_ends, thesis_signs

MIN_SUPPORT = 2  # segments under a claim; with fewer no claim stands out
OPENING = 3  # blocks in which a report tells its event
NO_THESIS = (Genre.REPORT, Genre.SUMMARY)
_SUPPORT = 0.25  # what the claim with the most segments under it gains
_WORD = re.compile(r"[^\W\d_]{4,}")


def find_main_claim(
    document: AnnotatedDocument, segments: Sequence[Segment], relations: Iterable[Relation]
) -> str | None:
    """The id of the claim with the most support under it, or `None` where no claim has enough.

    An author says what the text is for in its first or last section (Stab and Gurevych 2017), so a
    well supported claim in between is no main claim where there are sections. The author's own
    claims go before those of others, one that supports no other claim before one that does, and
    what the author goes on to speak against last. Among those, support and the signs of
    `argmap.model.thesis_signs` add up. Between equals the author's own goes first, then the
    earlier. A report leads to no claim but to an event: its main event is what its opening
    reports, most in the words of its title.
    """
    if document.article.genre in NO_THESIS:
        return _main_event(document, segments)
    relations = list(relations)
    supports = [r for r in relations if r.type is RelationType.SUPPORTS]
    own = {s.id for s in segments if _is_authors(document, s)}
    answered = {r.target for r in relations if r.type is RelationType.ATTACKS and r.source in own}
    claims = [s for s in segments if s.role is Role.CLAIM]
    ids = {s.id for s in claims}
    ends = find_ends(document.text)
    lower = {r.source for r in supports if r.target in ids}
    below: dict[str, list[str]] = {}
    for relation in supports:
        below.setdefault(relation.target, []).append(relation.source)
    support = {s.id: len(_all_below(s.id, below)) for s in claims}
    supported = [s for s in claims if support[s.id] and (ends.has(s.start) or not ends.headed)]
    if max((support[s.id] for s in supported), default=0) < MIN_SUPPORT:
        return None
    candidates = [s for s in supported if _is_authors(document, s)] or supported
    candidates = [s for s in candidates if s.id not in lower] or candidates
    candidates = [s for s in candidates if s.id not in answered] or candidates
    most = max(support[s.id] for s in candidates)
    signs = _signs(document, candidates, ends)
    return max(
        candidates,
        key=lambda s: (
            round(_SUPPORT * support[s.id] / most + signs[s.id], 3),
            s.voice is Voice.AUTHOR,
            -s.start,
        ),
    ).id


def _signs(
    document: AnnotatedDocument, candidates: Sequence[Segment], ends: Ends
) -> dict[str, float]:
    """How far each segment looks like what the article is for, apart from what supports it."""
    text = document.text
    headings = [text[block.start : block.end] for block in blocks(text) if block.heading]
    titles = _words(" ".join([document.article.title or "", *headings]))
    framed = [
        span.start
        for span in document.spans
        if span.layer is SpanLayer.FRAMING
        and span.label in DEVICES
        and span.voice is not Voice.ATTRIBUTED
    ]
    opening = max((s.start for s in document.segments if s.start < ends.opening), default=-1)
    return {
        s.id: thesis_signs(
            _words(s.text),
            titles,
            claim_type=s.claim_type,
            at_an_end=ends.has(s.start),
            last_of_opening=ends.headed and s.start == opening,
            framed=any(s.start <= place < s.end for place in framed),
        )
        for s in candidates
    }


def _is_authors(document: AnnotatedDocument, segment: Segment) -> bool:
    """Whether the author claims it: in their own voice, mixed, or by "I believe that"."""
    said = document.attribution(segment.attribution)
    if segment.voice is not Voice.ATTRIBUTED or said is None:
        return segment.voice is not Voice.ATTRIBUTED
    source = said.source.text if said.source else None
    return author_says(source, said.quote, within_another=said.parent is not None)


def _main_event(document: AnnotatedDocument, segments: Sequence[Segment]) -> str | None:
    """What the first blocks report, or else the lead; a headline only names the event."""
    opening = [block for block in blocks(document.text) if not block.heading][:OPENING]
    if not opening:
        return None
    title = _words(document.article.title or "")
    told = [
        s
        for s in segments
        if s.role is Role.REPORT and any(b.start <= s.start < b.end for b in opening)
    ]
    lead = opening[0]
    told = told or [
        s for s in segments if s.role is Role.BACKGROUND and lead.start <= s.start < lead.end
    ]
    best = max(told, key=lambda s: (len(title & _words(s.text)), -s.start), default=None)
    return best.id if best is not None else None


def _all_below(top: str, below: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [top]
    while waiting:
        for lower in below.get(waiting.pop(), ()):
            if lower not in reached and lower != top:
                reached.add(lower)
                waiting.append(lower)
    return reached


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
