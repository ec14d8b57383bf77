"""Which claim the article's argument leads to; of a report, which event it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import Genre, RelationType, Role, Voice
from argmap.model.structure import blocks, sections

MIN_SUPPORT = 2  # segments under a claim; with fewer no claim stands out
OPENING = 3  # blocks in which a report tells its event
NO_THESIS = (Genre.REPORT, Genre.SUMMARY)
_WORD = re.compile(r"[^\W\d_]{4,}")


def find_main_claim(
    document: AnnotatedDocument, segments: Sequence[Segment], relations: Iterable[Relation]
) -> str | None:
    """The id of the claim with the most support under it, or `None` where no claim has enough.

    An author says what the text is for in its first or last section (Stab and Gurevych 2017), so a
    well supported claim in between is no main claim. A claim that itself supports another is not
    the main one, unless all of them do. Between equals the author's own goes first, then the one
    with more words of the title, then the earlier. A report leads to no claim but to an event: its
    main event is what its opening reports, most in the words of its title.
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
    title = _words(document.article.title or "")
    return max(
        candidates,
        key=lambda s: (
            len(_all_below(s.id, below)),
            s.voice is Voice.AUTHOR,
            len(title & _words(s.text)),
            -s.start,
        ),
    ).id


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
