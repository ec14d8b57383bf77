"""The closed label sets of argmap, version 1, with the test that an annotator applies."""

from __future__ import annotations

from enum import StrEnum


class Genre(StrEnum):
    """What kind of text an article is."""

    REPORT = "report"
    OPINION = "opinion"
    ANALYSIS = "analysis"
    SUMMARY = "summary"
    SATIRE = "satire"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """What a segment does in its article; the first that fits."""

    BOILERPLATE = "boilerplate"
    """Not part of the article's matter: credit, disclaimer, call to comment, page furniture."""
    REPORT = "report"
    """Says what just happened or was just said."""
    BACKGROUND = "background"
    """Earlier events, standing circumstances, history, who somebody is."""
    EVIDENCE = "evidence"
    """Offered to make another segment believable; has an evidence type."""
    CLAIM = "claim"
    """Somebody could reasonably ask "why?"; has a claim type."""
    FRAMING = "framing"
    """Casts the matter, with no separable proposition."""


class ClaimType(StrEnum):
    """What a claim says of the world (after the CDCP scheme and news discourse expectation)."""

    FACT = "fact"
    VALUE = "value"
    POLICY = "policy"
    PREDICTION = "prediction"


class EvidenceType(StrEnum):
    """What a piece of evidence is made of (after Al-Khatib 2016 and Rinott 2015)."""

    STATISTIC = "statistic"
    STUDY_OR_DOCUMENT = "study_or_document"
    TESTIMONY = "testimony"
    ANECDOTE_OR_EXAMPLE = "anecdote_or_example"
    EVENT = "event"


class Voice(StrEnum):
    """Whose assertion a segment is."""

    AUTHOR = "author"
    ATTRIBUTED = "attributed"
    MIXED = "mixed"
    """The author's sentence with scare quotes or a partial quotation."""


class Certainty(StrEnum):
    """How sure the voice that speaks is (FactBank CT, PR, PS and U)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"


class Polarity(StrEnum):
    """Whether the segment says that something is so or is not so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Frame(StrEnum):
    """Nine generic frames and the rest; folds of Boydstun's fifteen policy frames."""

    ECONOMIC = "economic"
    MORALITY = "morality"
    FAIRNESS = "fairness"
    LAW_CRIME = "law_crime"
    SECURITY = "security"
    HUMAN_IMPACT = "human_impact"
    IDENTITY_PUBLIC = "identity_public"
    POLITICS_STRATEGY = "politics_strategy"
    GEOPOLITICS = "geopolitics"
    OTHER = "other"


class Quotation(StrEnum):
    """How the content of an attribution is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the cue of an attribution does to what it reports."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    EVALUATIVE = "evaluative"


class SourceKind(StrEnum):
    """What kind of speaker a source is."""

    NAMED_PERSON = "named_person"
    NAMED_ORG = "named_org"
    DOCUMENT_OR_DATA = "document_or_data"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"


class SpanLayer(StrEnum):
    """Which question a span answers."""

    FRAMING = "framing"
    LOADED = "loaded"
    HEDGE = "hedge"
    BOOSTER = "booster"


class SpanLabel(StrEnum):
    """The device that a span is; each belongs to one layer."""

    LABEL = "label"
    """A name given to the situation."""
    METAPHOR = "metaphor"
    HISTORICAL_ANALOGY = "historical_analogy"
    ANTITHESIS = "antithesis"
    RHETORICAL_QUESTION = "rhetorical_question"
    ABSOLUTE = "absolute"
    SCARE_QUOTES = "scare_quotes"
    LOADED_WORD = "loaded_word"
    LABELING = "labeling"
    EXAGGERATION_MINIMISING = "exaggeration_minimising"
    PRESUPPOSITION = "presupposition"
    DOUBT_CASTING = "doubt_casting"
    HEDGE = "hedge"
    BOOSTER = "booster"


LABELS_OF_LAYER: dict[SpanLayer, tuple[SpanLabel, ...]] = {
    SpanLayer.FRAMING: (
        SpanLabel.LABEL,
        SpanLabel.METAPHOR,
        SpanLabel.HISTORICAL_ANALOGY,
        SpanLabel.ANTITHESIS,
        SpanLabel.RHETORICAL_QUESTION,
        SpanLabel.ABSOLUTE,
        SpanLabel.SCARE_QUOTES,
    ),
    SpanLayer.LOADED: (
        SpanLabel.LOADED_WORD,
        SpanLabel.LABELING,
        SpanLabel.EXAGGERATION_MINIMISING,
        SpanLabel.PRESUPPOSITION,
        SpanLabel.DOUBT_CASTING,
    ),
    SpanLayer.HEDGE: (SpanLabel.HEDGE,),
    SpanLayer.BOOSTER: (SpanLabel.BOOSTER,),
}


class FrameStance(StrEnum):
    """What a voice does with a frame: the heart of frame ownership."""

    USES = "uses"
    REPORTS = "reports"
    REJECTS = "rejects"


class RelationType(StrEnum):
    """How one segment bears on another inside an article."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"
    """Its target is a relation."""
    RESTATES = "restates"
    ELABORATES = "elaborates"


class LabelStatus(StrEnum):
    """Who stands behind a label."""

    AUTO = "auto"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"
    DISPUTED = "disputed"
    """Two annotators differ, and nobody has decided yet."""


class AlignmentKind(StrEnum):
    """How a claim of one article stands to the same claim in another."""

    SAME = "same"
    STRONGER = "stronger"
    WEAKER = "weaker"
    CONTRADICTS = "contradicts"


class Dimension(StrEnum):
    """In what respect a claim is stronger, weaker or contrary in another article."""

    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    SCOPE = "scope"
    NUMBER = "number"
    INTENSITY = "intensity"
    CAUSALITY = "causality"
