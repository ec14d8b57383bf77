"""Explanations: the reasons of the drafts beside the ids and values of the document."""

from __future__ import annotations

import spacy

from argmap.model.article import Article
from argmap.model.labels import (
    ClaimType,
    Frame,
    Quotation,
    Role,
    SourceKind,
    SpanLabel,
    SpanLayer,
    Voice,
)
from argmap.pipeline import annotate, build, explain
from argmap.pipeline.explanation import ExplainedAttribution, ExplainedSpan, explanations_of
from argmap.pipeline.layers import (
    AttributionDraft,
    SegmentDraft,
    SourceDraft,
    SpanDraft,
    reading_of,
)

TEXT = "Reed said no. Lind may say yes."
ARTICLE = Article(id="two", text=TEXT)
STORY = """Harbor board weighs higher fares

Fares on the Orla ferry may double next spring, the harbor board said on Monday.

"We have no money left for the boats," said Mira Tolland, who chairs it.

This is a sad, terrible toll wall.
"""


def test_reasons_stand_beside_the_ids_of_the_document() -> None:
    """Drafts in any order are paired with the ids that their places in the text give."""
    doc = spacy.blank("en")(TEXT)
    reading = reading_of(doc)
    second = SegmentDraft(14, 31, role=Role.CLAIM, claim_type=ClaimType.FACT, confidence=0.777)
    second.frames, second.tone = (Frame.ECONOMIC, Frame.OTHER), (-0.5, 1.0, (("no", -0.5, 1.0),))
    second.reasons = {"role": "a rule", "frames": "economic: yes", "tone": ""}
    first = SegmentDraft(0, 13, voice=Voice.ATTRIBUTED, attribution=1, reasons={"voice": "say"})
    reading.segments = [second, first]
    reading.attributions = [
        AttributionDraft([(28, 30)], (14, 18), (23, 26), reason="not asked for"),
        AttributionDraft(
            [(10, 12)], (0, 4), (5, 9), Quotation.DIRECT, speaker=0, confidence=0.8, reason="say"
        ),
    ]
    reading.sources = [SourceDraft("Ana Reed", SourceKind.NAMED_PERSON, mentions=[(0, 4)])]
    reading.spans = [
        SpanDraft(19, 22, SpanLayer.HEDGE, SpanLabel.HEDGE, reason="modal: may"),
        SpanDraft(10, 18, SpanLayer.LOADED, SpanLabel.LABELING),
    ]
    one, two = explanations_of(doc, ARTICLE)
    assert [(e.id, e.text) for e in (one, two)] == [("s1", TEXT[:13]), ("s2", TEXT[14:])]
    assert one.attribution == ExplainedAttribution(
        "a1", "Reed", "said", "direct", "neutral", 0.8, "say"
    )
    assert two.attribution is None
    across = ExplainedSpan("x1", "loaded", "labeling", TEXT[10:18], 0.5, None)
    may = ExplainedSpan("x2", "hedge", "hedge", "may", 0.5, "modal: may")
    assert (one.spans, two.spans) == ((across,), (across, may))
    voice = {label.name: label for label in one.labels}["voice"]
    assert (voice.value, voice.reason) == (("attributed", "Ana Reed"), "say")
    assert [(e.name, e.value, e.confidence, e.reason) for e in two.labels] == [
        ("role", ("claim", "fact"), 0.78, "a rule"),
        ("voice", ("author",), None, None),
        ("certainty", ("certain",), None, None),
        ("polarity", ("positive",), None, None),
        ("tone", ("polarity -0.5", "subjectivity 1.0"), None, None),
        ("tone_towards", (), None, None),
        ("frames", ("economic", "other"), None, "economic: yes"),
    ]


def test_an_explanation_is_of_what_annotate_says() -> None:
    """Ids, texts and values are those of the document, and deciding words are named."""
    nlp, article = build(), Article(id="fares", text=STORY)
    document, explanations = annotate(nlp, article), explain(nlp, article)
    assert [(e.id, e.text) for e in explanations] == [(s.id, s.text) for s in document.segments]
    for segment, explanation in zip(document.segments, explanations, strict=True):
        values = {label.name: label.value for label in explanation.labels}
        assert values["role"][0] == segment.role
        assert values["voice"][0] == segment.voice
        assert values["frames"] == segment.frames
        assert (explanation.attribution and explanation.attribution.id) == segment.attribution
    spans = {span.id for explanation in explanations for span in explanation.spans}
    assert spans == {span.id for span in document.spans}
    (tone,) = [label for label in explanations[-1].labels if label.name == "tone"]
    assert tone.reason == "sad, terrible"


def test_nothing_read_explains_nothing() -> None:
    """A text without a segment has no explanation."""
    assert explanations_of(spacy.blank("en")(TEXT), ARTICLE) == ()
