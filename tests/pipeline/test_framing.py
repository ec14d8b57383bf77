"""Framing and loaded spans with their owners, one case a file."""

from __future__ import annotations

import pytest

from argmap.model.labels import LABELS_OF_LAYER, SpanLabel, Voice
from argmap.pipeline.framing import mark_framing
from argmap.pipeline.layers import AttributionDraft, reading_of

from .cases import case, names
from .hand_built import hand_built


@pytest.mark.parametrize("name", names("framing"))
def test_case(name: str) -> None:
    """The spans are the ones that the case expects, each with label, voice and stance."""
    marked, expected, genre = case("framing", name)
    doc = mark_framing(hand_built(marked, genre))
    found = [
        " | ".join(
            (
                span.label.value,
                doc.text[span.start : span.end],
                span.voice.value,
                span.stance_to_frame.value if span.stance_to_frame else "-",
            )
        )
        for span in reading_of(doc).spans
    ]
    assert found == expected


def test_labels_stand_in_their_layer() -> None:
    """Every span's label belongs to the span's layer."""
    text = "This isn’t a toll; it’s a shameful ransom. Is it a new Cold War? It must never end."
    doc = mark_framing(hand_built(text))
    spans = reading_of(doc).spans
    assert {span.label for span in spans} >= {SpanLabel.ANTITHESIS, SpanLabel.LOADED_WORD}
    assert all(span.label in LABELS_OF_LAYER[span.layer] for span in spans)


def test_innermost_attribution_owns_a_name() -> None:
    """A name that a source reports of another belongs to the inner one."""
    doc = hand_built("[Ida Voss] <says> {the port calls this a new Cold War}.")
    reading = reading_of(doc)
    start = doc.text.index("this a new")
    inner = AttributionDraft([(start, len(doc.text) - 1)], parent=0, confidence=0.9)
    reading.attributions.append(inner)
    mark_framing(doc)
    assert [(s.voice, s.attribution) for s in reading.spans] == [(Voice.ATTRIBUTED, 1)]


def test_unsure_attribution_owns_nothing_in_the_authors_segment() -> None:
    """In a segment that is the author's own, a weak attribution does not count."""
    doc = hand_built("The maps signal a new Cold War.")
    reading = reading_of(doc)
    start = doc.text.index("a new")
    reading.attributions.append(AttributionDraft([(start, len(doc.text) - 1)], confidence=0.5))
    mark_framing(doc)
    assert reading.spans[0].voice is Voice.AUTHOR
