"""The texts: every sentence with its labels, where it stands in the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from argmap.model.document import AnnotatedDocument, Segment, Span
from argmap.model.labels import Certainty, Polarity, Role, Voice
from argmap.model.structure import Block, blocks

from . import figures
from .hand_labels import HandLabel, hand_labels
from .places import by_stretch
from .runs import Run, runs
from .story import Story, claim_anchor, hand_anchor, node_anchor, sentence_anchor
from .view_claims import ClaimsView
from .view_outlets import OutletView
from .voices import VoiceView, voice_of
from .wording import ROLE_LETTERS, role_name

_LONGEST_NAME = 34  # characters of a speaker's name before a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLink:
    """The row of the table of claims that a sentence stands in."""

    anchor: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLabel:
    """All labels of a segment: the letter before it, and the same in words.

    `by_hand` is the first of those that a person touched, `hand_words` all of them in words.
    """

    letter: str
    words: str
    voice: VoiceView
    speaks: str | None
    node: str | None
    claims: tuple[ClaimLink, ...]
    by_hand: str | None
    hand_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A segment in its paragraph; `label` is `None` where it goes on from the paragraph before.

    A stretch that no segment covers has neither role nor label.
    """

    anchor: str | None
    role: str | None
    voice: str | None
    certainty: str | None
    label: SentenceLabel | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph or a heading of the article."""

    heading: bool
    fragments: tuple[Fragment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """One article, to be read with its labels."""

    outlet: OutletView
    paragraphs: tuple[Paragraph, ...]
    length: str

    @property
    def by_hand(self) -> bool:
        """Whether a person touched a label of it."""
        fragments = (part for paragraph in self.paragraphs for part in paragraph.fragments)
        return any(part.label is not None and part.label.by_hand for part in fragments)


def text_views(
    story: Story,
    outlets: tuple[OutletView, ...],
    claims: ClaimsView,
    nodes: Mapping[str, frozenset[str]],
) -> tuple[TextView, ...]:
    """The texts in the order of the page's columns.

    Args:
        nodes: by article, the segments that its map shows; others get no link to it.
    """
    numbers = {row.anchor: row.number for row in claims.rows}
    links: dict[tuple[str, str], list[ClaimLink]] = {}
    for group in story.comparison.groups:
        number = numbers.get(claim_anchor(group.id))
        if number is None:
            continue
        for member in group.members:
            for segment in member.segments:
                link = ClaimLink(anchor=claim_anchor(group.id), number=number)
                links.setdefault((member.article, segment), []).append(link)
    found = []
    for outlet, document, article in zip(outlets, story.documents, story.articles, strict=True):
        labels = _Labels(document, nodes.get(outlet.id, frozenset()), links)
        found.append(
            TextView(
                outlet=outlet,
                paragraphs=tuple(_paragraphs(document, labels)),
                length=figures.count(article.glance.words, "word"),
            )
        )
    return tuple(found)


class _Labels:
    """The labels of one article's segments; a speaker is named once in a run of sentences."""

    def __init__(
        self,
        document: AnnotatedDocument,
        nodes: frozenset[str],
        links: Mapping[tuple[str, str], Sequence[ClaimLink]],
    ) -> None:
        self._document = document
        self._article = document.article.id
        self._nodes = nodes
        self._links = links
        self._hand: dict[str, list[HandLabel]] = {}
        for label in hand_labels(document):
            if label.segment:
                self._hand.setdefault(label.segment, []).append(label)

    def of(self, segment: Segment, before: Segment | None) -> SentenceLabel:
        voice = voice_of(self._document, segment)
        speaks = None
        if segment.voice is not Voice.AUTHOR and segment.role is not Role.BOILERPLATE:
            same = before is not None and (before.voice, before.attribution) == (
                segment.voice,
                segment.attribution,
            )
            same = same or (before is not None and voice_of(self._document, before) == voice)
            speaks = "" if same else _short(voice.name or "quoted words")
        hand = self._hand.get(segment.id, [])
        return SentenceLabel(
            letter=ROLE_LETTERS[segment.role],
            words=_words(segment, voice),
            voice=voice,
            speaks=speaks,
            node=node_anchor(self._article, segment.id) if segment.id in self._nodes else None,
            claims=tuple(self._links.get((self._article, segment.id), ())),
            by_hand=hand_anchor(self._article, hand[0].number) if hand else None,
            hand_words="; ".join(label.words for label in hand),
        )


def _short(name: str) -> str:
    """A speaker's name as it stands before a sentence; the label has the whole of it."""
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: name.rfind(' ', 0, _LONGEST_NAME) + 1].strip() or name[:_LONGEST_NAME]}…"


def _words(segment: Segment, voice: VoiceView) -> str:
    parts = [role_name(segment.role, segment.claim_type, segment.evidence_type)]
    if segment.role is not Role.BOILERPLATE:
        parts.append(voice.words)
        if segment.certainty is not Certainty.CERTAIN:
            parts.append(segment.certainty.value)
        if segment.polarity is Polarity.NEGATIVE:
            parts.append("negated")
        if segment.tone:
            parts.append(f"tone {figures.tone(segment.tone.polarity)}")
        parts.extend(f"{frame.value.replace('_', ' ')} frame" for frame in segment.frames)
    return ", ".join(parts)


def _paragraphs(document: AnnotatedDocument, labels: _Labels) -> list[Paragraph]:
    found = blocks(document.text)
    spans = sorted(document.spans, key=lambda span: (span.start, -span.end, span.id))
    return [
        Paragraph(
            heading=block.heading,
            fragments=tuple(_fragments(document, block, inside, near, labels)),
        )
        for block, inside, near in zip(
            found, by_stretch(found, document.segments), by_stretch(found, spans), strict=True
        )
    ]


def _fragments(
    document: AnnotatedDocument,
    block: Block,
    segments: Sequence[Segment],
    spans: Sequence[Span],
    labels: _Labels,
) -> list[Fragment]:
    found: list[Fragment] = []
    position = block.start
    before: Segment | None = None
    for segment in segments:
        start, end = max(segment.start, block.start), min(segment.end, block.end)
        if start > position:
            found.append(_bare(document, position, start))
        begins = segment.start >= block.start
        found.append(
            Fragment(
                anchor=sentence_anchor(document.article.id, segment.id) if begins else None,
                role=segment.role.value,
                voice=segment.voice.value,
                certainty=segment.certainty.value,
                label=labels.of(segment, before) if begins else None,
                runs=runs(document, start, end, spans),
            )
        )
        position, before = end, segment
    if position < block.end:
        found.append(_bare(document, position, block.end))
    return found


def _bare(document: AnnotatedDocument, start: int, end: int) -> Fragment:
    text = document.text[start:end]
    return Fragment(
        anchor=None,
        role=None,
        voice=None,
        certainty=None,
        label=None,
        runs=(Run(text=text),),
    )
