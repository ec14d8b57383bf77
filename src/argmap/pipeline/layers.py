"""What the components of the pipeline write on a spaCy Doc: one `Reading`, in drafts that fill up.

Every component takes the Doc, reads the layers that earlier ones left in `doc._.reading`, and adds
its own. Offsets are half-open code points of `doc.text`, so that a draft survives any change of the
tokenizer. `convert.py` turns the finished reading into an AnnotatedDocument and nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from argmap.discourse.model import DiscourseReading
from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    Frame,
    FrameStance,
    Genre,
    Polarity,
    Quotation,
    RelationType,
    Role,
    SourceKind,
    SpanLabel,
    SpanLayer,
    Stance,
    Voice,
)
from argmap.model.structure import Block

Offsets = tuple[int, int]


@dataclass(slots=True)
class QuotedText:
    """A stretch between quotation marks, the marks included.

    `continued` means that it opens with a mark that no mark before it closed: a quotation that runs
    on over a paragraph's end. `closed` is false where no closing mark was found.
    """

    start: int
    end: int
    inner: Offsets
    continued: bool = False
    closed: bool = True


@dataclass(slots=True)
class AttributionDraft:
    """Who says what; `speaker` and `parent` are places in the reading's lists.

    `asserted` is false where the content is no proposition that the source puts forward but the
    object of an attitude or an aim ("supports the bill", "plans to sell"): the author's own words.
    `in_quote` is true where source and cue themselves stand inside a quotation. `antecedent` is
    what a source such as "who" stands for. `learned` is true where the discourse model found it.
    """

    content: list[Offsets]
    source: Offsets | None = None
    cue: Offsets | None = None
    quote: Quotation = Quotation.INDIRECT
    stance: Stance = Stance.NEUTRAL
    speaker: int | None = None
    parent: int | None = None
    asserted: bool = True
    in_quote: bool = False
    antecedent: Offsets | None = None
    learned: bool = False
    confidence: float = 0.5
    reason: str = ""


@dataclass(slots=True)
class SourceDraft:
    """One speaker with all the mentions found."""

    name: str
    kind: SourceKind
    description: str | None = None
    mentions: list[Offsets] = field(default_factory=list)


@dataclass(slots=True)
class SegmentDraft:
    """A segment that later components fill; `reasons` says which rule or word decided a label."""

    start: int
    end: int
    heading: bool = False
    voice: Voice = Voice.AUTHOR
    attribution: int | None = None
    role: Role = Role.REPORT
    claim_type: ClaimType | None = None
    evidence_type: EvidenceType | None = None
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    tone: tuple[float, float, tuple[tuple[str, float, float], ...]] | None = None
    tone_towards: tuple[tuple[str, int], ...] = ()
    frames: tuple[Frame, ...] = ()
    confidence: float = 0.5
    reasons: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class SpanDraft:
    """A cue, a framing device or a loaded word."""

    start: int
    end: int
    layer: SpanLayer
    label: SpanLabel
    voice: Voice = Voice.AUTHOR
    attribution: int | None = None
    stance_to_frame: FrameStance | None = None
    confidence: float = 0.5
    reason: str = ""


@dataclass(slots=True)
class RelationDraft:
    """How one segment bears on another; `source` and `target` are places in `segments`."""

    source: int
    target: int
    type: RelationType
    cue: Offsets | None = None
    confidence: float = 0.5


@dataclass(slots=True)
class Reading:
    """All layers of one article while it is being read."""

    title: str | None = None
    discourse: DiscourseReading | None = None
    genre: Genre | None = None
    blocks: list[Block] = field(default_factory=list)
    boilerplate: list[Offsets] = field(default_factory=list)
    quoted: list[QuotedText] = field(default_factory=list)
    attributions: list[AttributionDraft] = field(default_factory=list)
    sources: list[SourceDraft] = field(default_factory=list)
    segments: list[SegmentDraft] = field(default_factory=list)
    spans: list[SpanDraft] = field(default_factory=list)
    relations: list[RelationDraft] = field(default_factory=list)


if not Doc.has_extension("reading"):
    Doc.set_extension("reading", default=None)


def reading_of(doc: Doc) -> Reading:
    """The reading that stands on a Doc; a fresh one where there is none yet."""
    if doc._.reading is None:
        doc._.reading = Reading()
    found = doc._.reading
    assert isinstance(found, Reading)
    return found
