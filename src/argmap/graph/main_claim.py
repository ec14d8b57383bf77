"""Which claim the article's argument leads to; of a report, which event it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import Genre, RelationType, Role, SpanLabel, SpanLayer, Voice
from argmap.model.structure import blocks, sections

MIN_SUPPORT = 2  # segments under a claim; with fewer no claim stands out
OPENING = 3  # blocks in which a report tells its event
NO_THESIS = (Genre.REPORT, Genre.SUMMARY)
_DEVICES = frozenset({SpanLabel.ANTITHESIS, SpanLabel.LABEL, SpanLabel.HISTORICAL_ANALOGY})
_SUPPORT, _TITLED, _FRAMED, _LAST_OF_OPENING = 0.5, 0.5, 0.1, 0.2
_WORD = re.compile(r"[^\W\d_]{4,}")


def find_main_claim(
    document: AnnotatedDocument, segments: Sequence[Segment], relations: Iterable[Relation]
) -> str | None:
    """The id of the claim with the most support under it, or `None` where no claim has enough.

    An author says what the text is for in its first or last section (Stab and Gurevych 2017), so a
    well supported claim in between is no main claim. A claim that itself supports another is not
    the main one, unless all of them do. Support counts for half; the other signs are those of
    `pipeline/thesis.py`: the words of title and subheads, a framing device, the last place of an
    opening paragraph. Between equals the author's own goes first, then the earlier. A report leads
    to no claim but to an event: its main event is what its opening reports, most in the words of
    its title.
    """
    if document.article.genre in NO_THESIS:
        return _main_event(document, segments)
    supports = [r for r in relations if r.type is RelationType.SUPPORTS]
    claims = [s for s in segments if s.role is Role.CLAIM]
    ids = {s.id for s in claims}
    parts = sections(document.text)
    inner = (parts[0].end, parts[-1].start) if parts else (0, 0)
    lower = {r.source for r in supports if r.target in ids}
    below: dict[str, list[str]] = {}
    for relation in supports:
        below.setdefault(relation.target, []).append(relation.source)
    supported = [
        s
        for s in claims
        if len(_all_below(s.id, below)) >= MIN_SUPPORT and not inner[0] <= s.start < inner[1]
    ]
    if not supported:
        return None
    candidates = [s for s in supported if s.id not in lower] or supported
    most = max(len(_all_below(s.id, below)) for s in candidates)
    return max(
        candidates,
        key=lambda s: (
            round(_SUPPORT * len(_all_below(s.id, below)) / most + _signs(document, s), 3),
            s.voice is Voice.AUTHOR,
            -s.start,
        ),
    ).id


def _signs(document: AnnotatedDocument, segment: Segment) -> float:
    """How far a segment looks like what the article is for, apart from what supports it."""
    parts = blocks(document.text)
    headings = [document.text[block.start : block.end] for block in parts if block.heading]
    own = _words(segment.text)
    titled = own & _words(" ".join([document.article.title or "", *headings]))
    framed = any(
        span.layer is SpanLayer.FRAMING
        and span.label in _DEVICES
        and span.voice is not Voice.ATTRIBUTED
        and segment.start <= span.start < segment.end
        for span in document.spans
    )
    home = next((block for block in parts if block.start <= segment.start < block.end), None)
    opening = sections(document.text)[0].end
    behind = [s.start for s in document.segments if s.start > segment.start]
    ends = (
        home is not None and segment.start < opening and min(behind, default=home.end) >= home.end
    )
    return _TITLED * len(titled) / max(1, len(own)) + _FRAMED * framed + _LAST_OF_OPENING * ends


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
