"""The comparison of several articles: the classes behind `compare.json`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from .document import ArticleId, Identifier, Part, Quote, Score
from .labels import AlignmentKind, Dimension, FrameStance, SourceKind, Voice


class CheckKind(StrEnum):
    """What is asked of an argument, in the order in which it is told."""

    CIRCULAR = "circular_support"
    UNSUPPORTED_MAIN = "main_claim_without_evidence"
    UNSUPPORTED = "claim_without_support"
    ANONYMOUS = "anonymous_evidence_only"
    ONE_VOICE = "evidence_of_one_voice"
    ONE_SIDED = "one_sided"


class Glance(Part):
    """The figures of one outlet's card; every share is of the words outside boilerplate, 0 to 1."""

    words: int
    segments: int
    roles: dict[str, Score]
    """Share of words by role, boilerplate left out."""
    voices: dict[str, Score]
    """Share of words by voice."""
    hedged: Score
    """Share of words in segments whose certainty is probable, possible or uncommitted."""
    loaded_per_thousand: float
    loaded_words: tuple[str, ...] = ()
    anonymous: Score
    """Share of the attributed words whose source is anonymous or unnamed collective."""
    tone: dict[str, float | None]
    """Mean TextBlob polarity by voice, weighted by words; null where no word matched."""
    tone_words: dict[str, tuple[tuple[str, float], ...]]
    """The words behind each tone, strongest first."""


class ComparedArticle(Part):
    """One article of the story."""

    id: ArticleId
    outlet: str
    annotation: str | None = None
    glance: Glance


class Member(Part):
    """Where one outlet tells the claim."""

    article: ArticleId
    segments: tuple[Identifier, ...] = Field(min_length=1)


class Change(Part):
    """What changes in a claim from one outlet to another."""

    from_: ArticleId = Field(alias="from")
    to: ArticleId
    kind: AlignmentKind
    dimension: Dimension | None = None
    detail: dict[str, Any] = Field(default_factory=dict)


class ClaimGroup(Part):
    """Segments that tell the same claim; `not_found` becomes `absent` only when a person looked."""

    id: Identifier
    members: Annotated[tuple[Member, ...], Field(min_length=1)]
    not_found: tuple[ArticleId, ...] = ()
    absent: tuple[ArticleId, ...] = ()
    changes: tuple[Change, ...] = ()
    confidence: Score | None = None


class FrameUse(Part):
    """One place where a frame phrase stands, and who owns it there."""

    article: ArticleId
    span: Identifier
    owner: str | None
    """Name of the source; `null` for the author, and for a source that nobody names."""
    via: str | None = None
    """Where one source speaks inside another: those around the owner, the nearest first."""
    voice: Voice
    stance_to_frame: FrameStance


class PlainUse(Quote):
    """A place where a phrase stands in an article that has no label there."""

    article: ArticleId


class FramePhrase(Part):
    """A naming phrase or another device, by outlet."""

    phrase: str
    device: str
    variants: tuple[str, ...] = ()
    uses: tuple[FrameUse, ...] = ()
    unlabelled: tuple[PlainUse, ...] = ()
    """Where the words stand and no span says who owns them; those articles are not `not_found`."""
    not_found: tuple[ArticleId, ...] = ()


class HeardIn(Part):
    """How much one source is heard in one article."""

    source: Identifier
    words: int


class CastMember(Part):
    """One speaker of the story."""

    name: str
    kind: SourceKind
    articles: dict[str, HeardIn]


class Derivation(Part):
    """An article that retells another, and what became of the claims, as ids of groups."""

    from_: ArticleId = Field(alias="from")
    to: ArticleId
    confidence: Score
    reason: str
    kept: tuple[Identifier, ...] = ()
    dropped: tuple[Identifier, ...] = ()
    """Claims of the article that is retold which the retelling has nowhere."""
    hardened: tuple[Identifier, ...] = ()
    """Kept and stronger: more certain, a source dropped, a number made plain, and the like."""
    softened: tuple[Identifier, ...] = ()
    turned: tuple[Identifier, ...] = ()
    """Kept, and contradicted."""
    added: tuple[Identifier, ...] = ()
    """Claims of the retelling which the article that is retold has nowhere."""


class Question(Part):
    """What a teacher would ask of one article's argument, and the segments that are meant."""

    article: ArticleId
    check: CheckKind
    message: str
    segments: tuple[Identifier, ...] = ()


class ComparisonProvenance(Part):
    """What made the comparison."""

    tool: str
    similarity: str | None
    """The model that read the words; `null` where segments were compared by shared words alone."""


class Comparison(Part):
    """Everything that the page shows beside the annotation files that it names."""

    format: Literal["argmap-comparison"] = "argmap-comparison"
    version: Literal[1] = 1
    articles: tuple[ComparedArticle, ...]
    groups: tuple[ClaimGroup, ...] = ()
    frames: tuple[FramePhrase, ...] = ()
    sources: tuple[CastMember, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    questions: tuple[Question, ...] = ()
    provenance: ComparisonProvenance | None = None
