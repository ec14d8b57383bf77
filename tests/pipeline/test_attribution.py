"""Attribution on a Doc built by hand, without the components before it."""

from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from argmap.model.labels import Quotation, Stance
from argmap.model.structure import Block
from argmap.pipeline.attribution import mark_attributions
from argmap.pipeline.layers import QuotedText, reading_of
from argmap.pipeline.reporting import FORMS, NOUNS, VERBS


def hand_made() -> Doc:
    """`"It rains," Ona Lind claims.`, with its quotation and its name marked."""
    words = ['"', "It", "rains", ",", '"', "Ona", "Lind", "claims", "."]
    spaces = [False, True, False, False, True, True, True, False, False]
    doc = Doc(Vocab(), words=words, spaces=spaces, sent_starts=[True] + [False] * 8)
    doc.ents = [Span(doc, 5, 7, label="PERSON")]
    reading = reading_of(doc)
    reading.blocks = [Block(0, len(doc.text), heading=False)]
    reading.quoted = [QuotedText(0, 11, (1, 10))]
    return doc


def test_the_layers_of_earlier_components_are_enough() -> None:
    """Quotation, name and sentence give source, cue, content, kind and stance."""
    doc = mark_attributions(hand_made())
    (draft,) = reading_of(doc).attributions
    assert doc.text[slice(*draft.source or (0, 0))] == "Ona Lind"
    assert doc.text[slice(*draft.cue or (0, 0))] == "claims"
    assert [doc.text[slice(*stretch)] for stretch in draft.content] == ['"It rains,"']
    assert (draft.quote, draft.stance) == (Quotation.DIRECT, Stance.DISTANCING)


def test_boilerplate_says_nothing() -> None:
    """An attribution in a stretch of boilerplate is left out."""
    doc = hand_made()
    reading_of(doc).boilerplate = [(0, len(doc.text))]
    assert reading_of(mark_attributions(doc)).attributions == []


def test_every_inflection_of_a_reporting_verb_is_known() -> None:
    """Regular, doubled, irregular forms and particles lead to their verb."""
    for word in ("says", "said", "saying", "claimed", "quipped", "quipping", "wrote", "written"):
        assert word in FORMS
    assert any(form.tail == ("out",) for form in FORMS["pointed"])
    assert VERBS["claim"].stance is Stance.DISTANCING
    assert VERBS["admit"].stance is Stance.EVALUATIVE
    assert VERBS["reveal"].stance is Stance.ENDORSING
    assert "suspicions" in NOUNS
