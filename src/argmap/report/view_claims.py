"""Claims: who tells what, in whose voice, how surely, and what changes on the way."""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.comparison import ClaimGroup, Member
from argmap.model.document import AnnotatedDocument, Segment, Span
from argmap.model.labels import AlignmentKind, Polarity, SpanLayer

from .changes import ChangeView, change_views
from .figures import percent
from .hand_labels import HandLabel, hand_labels
from .places import by_stretch
from .runs import Run, runs
from .sentences import sentences
from .story import Story, claim_anchor, sentence_anchor
from .view_outlets import OutletView
from .voices import VoiceView, voice_of

_VOICED = ("voice", "attribution", "certainty", "polarity", "all labels", "borders")
"""The labels of a segment that a cell shows; who touched them is said there."""
_CUES = (SpanLayer.HEDGE, SpanLayer.BOOSTER)
DOUBTFUL = 0.6
"""Confidence of a group below which six in ten are right (docs/evaluation.md)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a quoted sentence; the rest of the sentence is not `told`."""

    runs: tuple[Run, ...]
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingLabel:
    """Whose voice tells a part of a sentence, and how surely; `by_hand` which a person touched."""

    voice: VoiceView
    certainty: str
    negative: bool
    by_hand: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence in which an outlet tells a claim; a label for each voice and certainty in it."""

    anchor: str
    pieces: tuple[Piece, ...]
    labels: tuple[TellingLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCell:
    """What one outlet makes of a claim; without a telling, `missing` says how it lacks it."""

    outlet: OutletView
    tellings: tuple[Telling, ...]
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim across the outlets.

    `differs` names labels that the outlets have otherwise where no change was found: their
    sentences share too little of the claim for the one to be called the other's change. `doubtful`
    says how sure it is that they tell one claim, where that is not very sure.
    """

    anchor: str
    number: int
    cells: tuple[ClaimCell, ...]
    changes: tuple[ChangeView, ...]
    differs: tuple[str, ...]
    drift: bool
    contradicts: bool
    doubtful: str | None
    told_by: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """How the outlets that do not tell it lack it, such as `not found in A, B`."""
        lacking: dict[str, list[str]] = {}
        for cell in self.cells:
            if not cell.tellings:
                lacking.setdefault(cell.missing, []).append(cell.outlet.name)
        return tuple(f"{how} in {', '.join(names)}" for how, names in lacking.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIn:
    """The claims that one outlet alone tells."""

    outlet: OutletView
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView:
    """The shared claims, those that change first, and the claims of one outlet alone."""

    rows: tuple[ClaimRow, ...]
    only: tuple[OnlyIn, ...]

    @property
    def drifting(self) -> int:
        """How many shared claims change between outlets."""
        return sum(row.drift for row in self.rows)

    @property
    def contradicted(self) -> int:
        """How many shared claims one outlet contradicts."""
        return sum(row.contradicts for row in self.rows)


def claims_view(story: Story, outlets: tuple[OutletView, ...]) -> ClaimsView:
    """The claims that change on the way first, then those told alike, then those of one outlet.

    Within the first two those that are surely one claim come before those that are perhaps none.
    Else the order is the comparison's.
    """
    teller = _Teller(story)
    shared = [group for group in story.comparison.groups if len(group.members) > 1]
    rows = [
        _row(story, teller, outlets, group, number)
        for number, group in enumerate(sorted(shared, key=_urgency), start=1)
    ]
    return ClaimsView(rows=tuple(rows), only=_only(story, teller, outlets))


def _urgency(group: ClaimGroup) -> tuple[bool, bool]:
    return not _kinds(group), _is_doubtful(group)


def _is_doubtful(group: ClaimGroup) -> bool:
    return group.confidence is not None and group.confidence < DOUBTFUL


def _kinds(group: ClaimGroup) -> set[AlignmentKind]:
    """What happens to a claim between its outlets, `same` left out."""
    return {change.kind for change in group.changes} - {AlignmentKind.SAME}


def _row(
    story: Story,
    teller: _Teller,
    outlets: tuple[OutletView, ...],
    group: ClaimGroup,
    number: int,
) -> ClaimRow:
    members = {member.article: member for member in group.members}
    cells = []
    for outlet in outlets:
        member = members.get(outlet.id)
        cells.append(
            ClaimCell(
                outlet=outlet,
                tellings=teller.tellings(member) if member else (),
                missing="absent: a person has looked" if outlet.id in group.absent else "not found",
            )
        )
    kinds = _kinds(group)
    changes = change_views(story, group.changes)
    return ClaimRow(
        anchor=claim_anchor(group.id),
        number=number,
        cells=tuple(cells),
        changes=changes,
        differs=() if changes else _differing(cells),
        drift=bool(kinds),
        contradicts=AlignmentKind.CONTRADICTS in kinds,
        doubtful=percent(group.confidence or 0.0) if _is_doubtful(group) else None,
        told_by=tuple(outlet.id for outlet in outlets if outlet.id in members),
    )


def _differing(cells: list[ClaimCell]) -> tuple[str, ...]:
    """Which labels the outlets that tell a claim do not all have alike."""
    told = [[label for one in cell.tellings for label in one.labels] for cell in cells]
    voices = {frozenset(label.voice.kind for label in labels) for labels in told if labels}
    sure = {frozenset(label.certainty for label in labels) for labels in told if labels}
    return tuple(
        name for name, values in (("voice", voices), ("certainty", sure)) if len(values) > 1
    )


def _only(story: Story, teller: _Teller, outlets: tuple[OutletView, ...]) -> tuple[OnlyIn, ...]:
    found: dict[str, list[Telling]] = {}
    for group in story.comparison.groups:
        if len(group.members) == 1:
            member = group.members[0]
            found.setdefault(member.article, []).extend(teller.tellings(member))
    return tuple(
        OnlyIn(outlet=outlet, tellings=tuple(found[outlet.id]))
        for outlet in outlets
        if outlet.id in found
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """Of each segment of an article the cues of certainty, and the labels that people touched."""

    cues: dict[str, list[Span]]
    hand: dict[str, list[HandLabel]]


class _Teller:
    """Turns the segments of a group's member into quoted sentences."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._sentences: dict[str, dict[str, tuple[Segment, ...]]] = {}
        self._near: dict[str, _Beside] = {}

    def tellings(self, member: Member) -> tuple[Telling, ...]:
        document = self._story.document(member.article)
        told = {item: self._story.segment(member.article, item) for item in member.segments}
        by_sentence: dict[str, tuple[Segment, ...]] = {}
        for identifier in told:
            sentence = self._sentence_of(document, identifier)
            by_sentence.setdefault(sentence[0].id, sentence)
        in_order = sorted(by_sentence.values(), key=lambda sentence: sentence[0].start)
        return tuple(
            _telling(document, sentence, told, self._beside(document)) for sentence in in_order
        )

    def _sentence_of(self, document: AnnotatedDocument, identifier: str) -> tuple[Segment, ...]:
        article = document.article.id
        if article not in self._sentences:
            self._sentences[article] = {
                segment.id: sentence for sentence in sentences(document) for segment in sentence
            }
        return self._sentences[article][identifier]

    def _beside(self, document: AnnotatedDocument) -> _Beside:
        article = document.article.id
        if article not in self._near:
            cues = [span for span in document.spans if span.layer in _CUES]
            near = by_stretch(document.segments, cues)
            hand: dict[str, list[HandLabel]] = {}
            for label in hand_labels(document):
                if label.segment and label.field in _VOICED:
                    hand.setdefault(label.segment, []).append(label)
            self._near[article] = _Beside(
                cues={one.id: found for one, found in zip(document.segments, near, strict=True)},
                hand=hand,
            )
        return self._near[article]


def _telling(
    document: AnnotatedDocument,
    sentence: tuple[Segment, ...],
    told: dict[str, Segment],
    beside: _Beside,
) -> Telling:
    pieces = []
    for number, segment in enumerate(sentence):
        following = sentence[number + 1].start if number + 1 < len(sentence) else segment.end
        is_told = segment.id in told
        cues = beside.cues[segment.id] if is_told else ()
        pieces.append(Piece(runs=runs(document, segment.start, following, cues), told=is_told))
    parts = [segment for segment in sentence if segment.id in told]
    labels = [
        TellingLabel(
            voice=voice_of(document, segment),
            certainty=segment.certainty.value,
            negative=segment.polarity is Polarity.NEGATIVE,
            by_hand=tuple(label.words for label in beside.hand.get(segment.id, ())),
        )
        for segment in parts
    ]
    return Telling(
        anchor=sentence_anchor(document.article.id, parts[0].id),
        pieces=tuple(pieces),
        labels=tuple(dict.fromkeys(labels)),
    )
