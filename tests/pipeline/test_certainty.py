"""Certainty, polarity and their cue words, one case a file, and what no case can say."""

from __future__ import annotations

import pytest

from argmap.model.labels import Certainty, Polarity, SpanLayer
from argmap.pipeline.certainty import mark_certainty
from argmap.pipeline.layers import AttributionDraft, reading_of

from .cases import case, names
from .hand_built import hand_built, texts


@pytest.mark.parametrize("name", names("certainty"))
def test_case(name: str) -> None:
    """Every segment has the certainty, polarity and cues that its case expects."""
    marked, expected, genre = case("certainty", name)
    doc = mark_certainty(hand_built(marked, genre))
    found = []
    reading = reading_of(doc)
    for segment in reading.segments:
        line = segment.certainty.value
        line += " negative" if segment.polarity is Polarity.NEGATIVE else ""
        cues = [s for s in reading.spans if segment.start <= s.start < segment.end]
        found.append(line + (f" : {', '.join(texts(doc, cues))}" if cues else ""))
    assert found == expected


def test_spans_have_their_layer_and_owner() -> None:
    """A hedge in a source's words belongs to the source, a booster has its own layer."""
    doc = mark_certainty(
        hand_built("[Ida Voss] <said> {the pier may close}.\nIn fact, it is full.")
    )
    hedge, booster = reading_of(doc).spans
    assert (hedge.layer, hedge.attribution) == (SpanLayer.HEDGE, 0)
    assert (booster.layer, booster.attribution) == (SpanLayer.BOOSTER, None)


def test_boilerplate_has_no_cues() -> None:
    """A disclaimer that says "may" hedges nothing of the article."""
    doc = mark_certainty(hand_built("~ This page may not be copied."))
    assert reading_of(doc).spans == []


def test_author_does_not_answer_for_what_he_reports() -> None:
    """In the author's own segment a hedge of the reported part leaves the author certain."""
    doc = hand_built("Ida Voss told us the pier may close.")
    reading = reading_of(doc)
    start = doc.text.index("the pier")
    reading.attributions.append(AttributionDraft([(start, len(doc.text) - 1)], confidence=0.9))
    mark_certainty(doc)
    assert reading.segments[0].certainty is Certainty.CERTAIN


def test_reason_names_the_cue() -> None:
    """The reason of a certainty is the cue that decided it."""
    doc = mark_certainty(hand_built("The pier may close."))
    assert reading_of(doc).segments[0].reasons["certainty"] == "cue: may"


def test_belief_of_another_that_a_source_passes_on() -> None:
    """What a source tells of a belief is as unsure as the belief, unless the belief is past."""
    doc = hand_built("[Two deputies] <say> {the guard believes the barge may have left}.")
    reading = reading_of(doc)
    cue = doc.text.index("believes")
    content = (cue + len("believes "), len(doc.text) - 1)
    reading.attributions.append(
        AttributionDraft([content], (cue - 10, cue - 1), (cue, cue + len("believes")), parent=0)
    )
    mark_certainty(doc)
    assert reading.segments[0].certainty is Certainty.POSSIBLE


def test_quoted_word_in_a_source_segment_is_the_sources() -> None:
    """A hedge between quotation marks beside an attribution is not the author's."""
    doc = mark_certainty(hand_built("[The port] <says> {the toll stays} and “may rise”."))
    assert [span.attribution for span in reading_of(doc).spans] == [0]
