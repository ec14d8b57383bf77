"""The role of every segment with claim type and evidence type: small rules in the order of trust.

The rules read genre, place, voice, certainty and cue words. The tests behind the values are those
of the label guide; what each rule saw is kept as the segment's reason.

A heading has the role that its words have: one with a verb asserts and is a report or a claim; one
that is a question or carries a framing span without a verb is framing; one that only announces
("What the radars can see", "The role of China") is background.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    Genre,
    Role,
    SourceKind,
    SpanLabel,
    Stance,
)

from .discourse import sentence_offsets
from .layers import Reading, SegmentDraft, reading_of
from .learned_roles import LearnedRole, learned_roles
from .stretches import numbered
from .traits import Traits, traits_of
from .words import words_of

_DEVICES = frozenset(
    {
        SpanLabel.LABEL,
        SpanLabel.METAPHOR,
        SpanLabel.HISTORICAL_ANALOGY,
        SpanLabel.ANTITHESIS,
        SpanLabel.ABSOLUTE,
        SpanLabel.SCARE_QUOTES,
    }
)
_JUDGING = frozenset(
    {
        SpanLabel.LOADED_WORD,
        SpanLabel.LABELING,
        SpanLabel.EXAGGERATION_MINIMISING,
    }
)
_DOCUMENTARY = frozenset({SourceKind.DOCUMENT_OR_DATA})
_ARGUING = frozenset({Genre.OPINION, Genre.ANALYSIS, Genre.SATIRE})
_LIKELY = 0.5  # share of a learned role from which it counts against a rule
_STRONG_SUBJECTIVITY = 0.6
_STRONG_POLARITY = 0.4


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role with its type, how sure the rule is, and what it saw."""

    role: Role
    reason: str
    confidence: float
    claim: ClaimType | None = None
    evidence: EvidenceType | None = None
    shown: bool = False
    """Whether a word shows it, so that nothing that was learned speaks against it."""


_BOILERPLATE = Verdict(Role.BOILERPLATE, "text beside the article's matter", 0.9)


def mark_roles(doc: Doc) -> Doc:
    """Write role, claim type, evidence type and confidence of every segment."""
    reading = reading_of(doc)
    all_traits = traits_of(reading, words_of(doc))
    boilerplate = numbered(reading.boilerplate)
    learned = _learned(doc)
    before: Verdict | None = None
    for segment, traits, seen in zip(reading.segments, all_traits, learned, strict=True):
        if boilerplate.at(segment.start):
            verdict = _BOILERPLATE
        else:
            verdict = _judge(reading, segment, traits, before)
            if seen is not None and not verdict.shown and not segment.heading:
                verdict = _weighed(segment, traits, verdict, seen)
        segment.role = verdict.role
        segment.claim_type = verdict.claim
        segment.evidence_type = verdict.evidence
        segment.confidence = verdict.confidence
        segment.reasons["role"] = verdict.reason
        before = None if segment.heading else verdict
    return doc


def _learned(doc: Doc) -> list[LearnedRole] | list[None]:
    """What the discourse model sees in each segment; nothing where there is no model."""
    reading = reading_of(doc)
    if reading.discourse is None:
        return [None] * len(reading.segments)
    argues = reading.genre in _ARGUING
    return learned_roles(reading.discourse, reading.segments, sentence_offsets(doc), argues=argues)


def _weighed(segment: SegmentDraft, traits: Traits, ruled: Verdict, seen: LearnedRole) -> Verdict:
    """The rule's verdict, or what was learned where that is another and likely enough."""
    if seen.role is None or seen.confidence < _LIKELY:
        return ruled
    if seen.role is ruled.role:
        sure = max(ruled.confidence, seen.confidence)
        kind = ruled.evidence
        if kind is EvidenceType.EVENT and seen.evidence is not None:
            kind = seen.evidence
        return replace(ruled, confidence=sure, evidence=kind)
    reason = f"reads like {seen.name}"
    if seen.role is Role.CLAIM and seen.claim is ClaimType.FACT:
        return _claim(segment, traits, reason, seen.confidence)
    return Verdict(seen.role, reason, seen.confidence, seen.claim, seen.evidence)


def _judge(
    reading: Reading, segment: SegmentDraft, traits: Traits, before: Verdict | None
) -> Verdict:
    argues = reading.genre in _ARGUING
    if segment.heading:
        return _heading(segment, traits, argues=argues)
    if SpanLabel.RHETORICAL_QUESTION in traits.spans and not traits.attributed:
        return Verdict(Role.FRAMING, "a question in the author's voice", 0.7, shown=True)
    if not traits.finite and not traits.past and not traits.present and traits.framed_whole:
        return Verdict(Role.FRAMING, "a framing phrase without a verb", 0.6, shown=True)
    if argues:
        return (
            _opinion_attributed(reading, segment, traits)
            if traits.attributed
            else _opinion(segment, traits, before)
        )
    if traits.attributed:
        return _report_attributed(segment, traits)
    return _report(reading, segment, traits, before)


def _heading(segment: SegmentDraft, traits: Traits, *, argues: bool) -> Verdict:
    if SpanLabel.RHETORICAL_QUESTION in traits.spans:
        return Verdict(Role.FRAMING, "a heading that asks", 0.6)
    if traits.has("announcing") and not traits.has("policy"):
        return Verdict(Role.BACKGROUND, "a heading that announces its topic", 0.5)
    if not traits.finite and not traits.past and not traits.has("heading_verb"):
        if traits.spans & _DEVICES:
            return Verdict(Role.FRAMING, "a heading without a verb that casts the matter", 0.6)
        return Verdict(Role.BACKGROUND, "a heading without a verb", 0.5)
    found = _typed(segment, traits)
    if found is not None:
        return found
    if argues:
        return _claim(segment, traits, "a heading of an argument asserts", 0.55)
    return Verdict(Role.REPORT, "a heading that asserts", 0.55)


def _typed(segment: SegmentDraft, traits: Traits) -> Verdict | None:
    """A claim whose type a cue shows: policy before prediction."""
    if traits.has("policy"):
        reason = f"calls for action: {traits.cues['policy']}"
        return Verdict(Role.CLAIM, reason, 0.72, ClaimType.POLICY, shown=True)
    modal = segment.certainty is Certainty.POSSIBLE and traits.has("prediction_modal")
    if (traits.has("prediction") and not traits.has("scheduled")) or modal:
        cue = traits.cues.get("prediction") or traits.cues["prediction_modal"]
        return Verdict(Role.CLAIM, f"looks ahead: {cue}", 0.74, ClaimType.PREDICTION, shown=True)
    return None


def _typed_in_report(segment: SegmentDraft, traits: Traits) -> Verdict | None:
    """As above; "will" in a report often tells of a plan, which what was learned knows better."""
    found = _typed(segment, traits)
    if found is None or found.claim is not ClaimType.PREDICTION:
        return found
    return replace(found, shown=False)


def _judges(segment: SegmentDraft, traits: Traits) -> str | None:
    """What shows that a segment values: a word of judgement, a loaded span, a strong tone."""
    if traits.has("value"):
        return traits.cues["value"]
    loaded = sorted(traits.spans & _JUDGING)
    if loaded:
        return loaded[0].value
    if segment.tone is None or traits.past > traits.present:
        return None
    polarity, subjectivity, assessed = segment.tone
    if abs(polarity) >= _STRONG_POLARITY and subjectivity >= _STRONG_SUBJECTIVITY:
        return assessed[0][0]
    return None


def _claim(segment: SegmentDraft, traits: Traits, reason: str, confidence: float) -> Verdict:
    """A claim of fact or of value."""
    judged = _judges(segment, traits)
    kind = ClaimType.VALUE if judged else ClaimType.FACT
    return Verdict(
        Role.CLAIM, f"{reason}{f'; judges: {judged}' if judged else ''}", confidence, kind
    )


def _evidence(segment: SegmentDraft, traits: Traits) -> Verdict | None:
    """Evidence that its words show: figures, papers, examples."""
    case = traits.cues.get("example") or traits.cues.get("example_opening")
    if case is not None:
        reason = f"gives a case: {case}"
        return Verdict(Role.EVIDENCE, reason, 0.6, evidence=EvidenceType.ANECDOTE_OR_EXAMPLE)
    if _is_statistic(traits):
        reason = f"gives a figure: {traits.cues['statistic']}"
        return Verdict(Role.EVIDENCE, reason, 0.6, evidence=EvidenceType.STATISTIC)
    if traits.has("study_frame") and traits.has("study"):
        reason = f"points to a source: {traits.cues['study']}"
        return Verdict(Role.EVIDENCE, reason, 0.55, evidence=EvidenceType.STUDY_OR_DOCUMENT)
    return None


def _opinion(segment: SegmentDraft, traits: Traits, before: Verdict | None) -> Verdict:
    found = _evidence(segment, traits)
    typed = _typed(segment, traits)
    if typed is not None and (found is None or typed.claim is ClaimType.POLICY):
        return typed
    if found is not None:
        return found
    judged = _judges(segment, traits)
    narrates = traits.past > traits.present and not judged and not traits.has("interpretation")
    if narrates and traits.first_block and traits.has("event_time"):
        return Verdict(
            Role.REPORT, f"the news that is argued about: {traits.cues['event_time']}", 0.55
        )
    if narrates and (traits.year or traits.number or traits.has("event_time", "background")):
        if traits.first_person:
            kind = EvidenceType.ANECDOTE_OR_EXAMPLE
            return Verdict(Role.EVIDENCE, "tells what the author saw", 0.5, evidence=kind)
        return Verdict(Role.EVIDENCE, "a happening told as fact", 0.5, evidence=EvidenceType.EVENT)
    return _claim(segment, traits, "the author of an argument asserts", 0.75)


def _opinion_attributed(reading: Reading, segment: SegmentDraft, traits: Traits) -> Verdict:
    stance = Stance.NEUTRAL
    if segment.attribution is not None:
        stance = reading.attributions[segment.attribution].stance
    if stance is Stance.DISTANCING or (
        segment.certainty is not Certainty.CERTAIN and traits.source_kind not in _DOCUMENTARY
    ):
        typed = _typed(segment, traits)
        if typed is not None:
            return typed
        return _claim(segment, traits, "what another is said to claim", 0.5)
    if traits.source_kind in _DOCUMENTARY or traits.has("study_frame"):
        kind = EvidenceType.STATISTIC if _is_statistic(traits) else EvidenceType.STUDY_OR_DOCUMENT
        return Verdict(Role.EVIDENCE, "an argument leans on a document", 0.6, evidence=kind)
    typed = _typed(segment, traits)
    if typed is not None:
        return typed
    return Verdict(
        Role.EVIDENCE, "an argument calls a witness", 0.55, evidence=EvidenceType.TESTIMONY
    )


def _is_statistic(traits: Traits) -> bool:
    return traits.digit and traits.has("statistic")


def _report_attributed(segment: SegmentDraft, traits: Traits) -> Verdict:
    hedged = segment.certainty is not Certainty.CERTAIN
    if traits.first_block or (traits.lead and not hedged):
        reason = "what was said, in the lead"
        return Verdict(Role.REPORT, reason, 0.7, shown=traits.first_block)
    typed = _typed_in_report(segment, traits)
    if typed is not None:
        return typed
    found = _evidence(segment, traits)
    if traits.source_kind in _DOCUMENTARY and found is None:
        kind = EvidenceType.STUDY_OR_DOCUMENT
        found = Verdict(Role.EVIDENCE, "stands in a document", 0.55, evidence=kind)
    if found is not None and not hedged:
        return found
    judged = _judges(segment, traits)
    happening = traits.past > traits.present and not judged and not hedged
    if happening and traits.early and not traits.quoted and traits.has("event_time"):
        return Verdict(Role.REPORT, f"happened: {traits.cues['event_time']}", 0.55)
    if happening and traits.first_person and traits.quoted:
        kind = EvidenceType.TESTIMONY
        return Verdict(Role.EVIDENCE, "a witness tells what happened", 0.5, evidence=kind)
    if happening and (traits.year or (not traits.quoted and traits.has("background"))):
        return Verdict(Role.BACKGROUND, "an earlier happening", 0.5)
    return _claim(segment, traits, "what a source holds", 0.67)


def _report(
    reading: Reading, segment: SegmentDraft, traits: Traits, before: Verdict | None
) -> Verdict:
    hedged = segment.certainty is not Certainty.CERTAIN
    if traits.first_block and not hedged:
        return Verdict(Role.REPORT, "the lead", 0.7, shown=True)
    typed = _typed_in_report(segment, traits)
    if typed is not None and (hedged or traits.has("policy") or traits.past <= traits.present):
        return typed
    found = _evidence(segment, traits)
    if found is not None and (before is not None and before.role is Role.CLAIM):
        return found
    if hedged:
        return _claim(segment, traits, "the author hedges", 0.55)
    if traits.has("value") and traits.past < traits.present:
        return _claim(segment, traits, "the author judges", 0.55)
    if traits.lead or (traits.early and traits.has("event_time") and traits.past):
        return Verdict(Role.REPORT, "the news itself, by place or day", 0.4)
    if traits.spans & _JUDGING and traits.past <= traits.present:
        return _claim(segment, traits, "the author judges", 0.55)
    if traits.first_person:
        return _claim(segment, traits, "the author speaks for himself", 0.8)
    if traits.has("interpretation") and traits.past <= traits.present:
        reason = f"the author explains: {traits.cues['interpretation']}"
        return _claim(segment, traits, reason, 0.45)
    if reading.genre is Genre.SUMMARY:
        return Verdict(Role.REPORT, "what the summed-up article reports", 0.5)
    return Verdict(Role.BACKGROUND, "circumstances after the lead", 0.65)
