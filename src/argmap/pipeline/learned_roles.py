"""Roles as the discourse model sees them: of the sentences of a report, of the units of an op-ed.

The classes of two published schemes (Choubey et al. 2020, Al Khatib et al. 2016) are read in
argmap's terms here, and nowhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.discourse.model import DiscourseReading
from argmap.discourse.tasks import TASKS
from argmap.model.labels import ClaimType, EvidenceType, Role

from .layers import Offsets, SegmentDraft


@dataclass(frozen=True, slots=True)
class LearnedRole:
    """The likeliest class of a segment with its share, in argmap's terms.

    A role of `None` says nothing; `subjective` is how likely the segment is its voice's opinion.
    """

    name: str
    confidence: float
    role: Role | None
    claim: ClaimType | None = None
    evidence: EvidenceType | None = None
    subjective: float = 0.0


_Terms = tuple[Role | None, ClaimType | None, EvidenceType | None]
_OF_NEWS: dict[str, _Terms] = {
    "main": (Role.REPORT, None, None),
    "consequence": (Role.REPORT, None, None),
    "previous": (Role.BACKGROUND, None, None),
    "context": (Role.BACKGROUND, None, None),
    "history": (Role.BACKGROUND, None, None),
    "anecdote": (Role.EVIDENCE, None, EvidenceType.ANECDOTE_OR_EXAMPLE),
    "evaluation": (Role.CLAIM, ClaimType.FACT, None),
    "expectation": (Role.CLAIM, ClaimType.PREDICTION, None),
    "none": (None, None, None),
}
_OF_OPINION: dict[str, _Terms] = {
    "assumption": (Role.CLAIM, ClaimType.FACT, None),
    "anecdote": (Role.EVIDENCE, None, EvidenceType.ANECDOTE_OR_EXAMPLE),
    "testimony": (Role.EVIDENCE, None, EvidenceType.TESTIMONY),
    "statistics": (Role.EVIDENCE, None, EvidenceType.STATISTIC),
    "common-ground": (Role.BACKGROUND, None, None),
    "other": (None, None, None),
}


def learned_roles(
    reading: DiscourseReading,
    segments: Sequence[SegmentDraft],
    sentences: Sequence[Offsets],
    *,
    argues: bool,
) -> list[LearnedRole]:
    """The role of each segment; in a report that of the sentence in which it stands.

    Args:
        reading: The article, as the encoder read it.
        segments: The segments, in order.
        sentences: Where the sentences stand, in order.
        argues: Whether the article is an argument and no report.
    """
    own = [(segment.start, segment.end) for segment in segments]
    if not own:
        return []
    opinion = reading.classes("subjective", own)[:, 1]
    if argues:
        rows = reading.classes("unit", own)
        names, terms = TASKS["unit"].classes, _OF_OPINION
    else:
        starts = [start for start, _ in sentences]
        places = [max(0, bisect_right(starts, start) - 1) for start, _ in own]
        rows = reading.classes("role", sentences)[places]
        names, terms = TASKS["role"].classes, _OF_NEWS
    found = []
    for row, view in zip(rows, opinion, strict=True):
        # argmap's roles fold several classes: what counts is the share of the whole role
        shares: dict[_Terms, float] = {}
        for name, share in zip(names, row, strict=True):
            shares[terms[name]] = shares.get(terms[name], 0.0) + float(share)
        best = max(shares, key=lambda key: shares[key])
        name = max((n for n in names if terms[n] == best), key=lambda n: float(row[names.index(n)]))
        found.append(LearnedRole(name, shares[best], *best, subjective=float(view)))
    return found
