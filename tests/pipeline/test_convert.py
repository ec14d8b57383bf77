"""The finished reading becomes a document with ids in the order of the text."""

from __future__ import annotations

import spacy

from argmap.model.article import Article
from argmap.model.labels import (
    Quotation,
    RelationType,
    SourceKind,
    SpanLabel,
    SpanLayer,
    Voice,
)
from argmap.pipeline.convert import to_document
from argmap.pipeline.layers import (
    AttributionDraft,
    RelationDraft,
    SegmentDraft,
    SourceDraft,
    SpanDraft,
    reading_of,
)

TEXT = "Reed said no. Lind said yes."
ARTICLE = Article(id="two", text=TEXT, outlet="Gazette")


def test_drafts_get_ids_in_document_order_and_keep_their_references() -> None:
    """The order of the lists does not matter, the places in the text do."""
    doc = spacy.blank("en")(TEXT)
    reading = reading_of(doc)
    reading.segments = [
        SegmentDraft(14, 28, voice=Voice.ATTRIBUTED, attribution=0),
        SegmentDraft(0, 13, voice=Voice.ATTRIBUTED, attribution=1, confidence=0.777),
    ]
    reading.attributions = [
        AttributionDraft([(24, 27)], (14, 18), (19, 23), Quotation.INDIRECT, speaker=1),
        AttributionDraft([(10, 12)], (0, 4), (5, 9), Quotation.DIRECT, speaker=0, parent=0),
    ]
    reading.sources = [
        SourceDraft("Reed", SourceKind.NAMED_PERSON, mentions=[(0, 4)]),
        SourceDraft("Lind", SourceKind.NAMED_PERSON, mentions=[(14, 18)]),
    ]
    reading.spans = [SpanDraft(24, 27, SpanLayer.HEDGE, SpanLabel.HEDGE, attribution=0)]
    reading.relations = [
        RelationDraft(1, 0, RelationType.ATTACKS),
        RelationDraft(0, 0, RelationType.UNDERCUTS),
    ]
    document = to_document(doc, ARTICLE)
    assert [(s.id, s.text, s.attribution) for s in document.segments] == [
        ("s1", "Reed said no.", "a1"),
        ("s2", "Lind said yes.", "a2"),
    ]
    assert document.segments[0].confidence == 0.78
    assert [(a.id, a.speaker, a.parent) for a in document.attributions] == [
        ("a1", "p1", "a2"),
        ("a2", "p2", None),
    ]
    assert document.spans[0].attribution == "a2"
    relations = {(r.source, r.target, str(r.type)) for r in document.relations}
    assert relations == {("s1", "s2", "attacks"), ("s2", "r1", "undercuts")}
    assert document.article.outlet == "Gazette"
    assert document.article.sha256 == ARTICLE.sha256


def test_an_empty_reading_is_an_empty_document() -> None:
    """Nothing found is no error."""
    document = to_document(spacy.blank("en")(TEXT), ARTICLE)
    assert document.text == TEXT
    assert document.segments == ()
