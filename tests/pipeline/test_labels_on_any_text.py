"""The labelling components on hostile text: no crash, and spans that lie in the text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.pipeline.boilerplate import mark_boilerplate
from argmap.pipeline.certainty import mark_certainty
from argmap.pipeline.frames import mark_frames
from argmap.pipeline.framing import mark_framing
from argmap.pipeline.genre import mark_genre
from argmap.pipeline.layers import reading_of
from argmap.pipeline.relations import mark_relations
from argmap.pipeline.roles import mark_roles
from argmap.pipeline.tone import mark_tone

from .hand_built import hand_built

COMPONENTS = (
    *(mark_boilerplate, mark_certainty, mark_framing, mark_tone),
    *(mark_genre, mark_roles, mark_frames, mark_relations),
)
CUES = (
    *("may", "not", "never", "so-called", "new", "Cold", "War", "isn't", "it's", "but", "because"),
    *("if", "who", "that", "is", "another", "Vietnam", "moment", "axis", "of", "anti-X", "bloc"),
    *("about", "40", "percent", "according", "to", "Q:", "Photo:", "gate", "-", "’", '"', "“", "”"),
    *(",", ";", ".", "?", "!", "\t", "😀", "e\N{COMBINING ACUTE ACCENT}", "漢字", "\u200fשלום"),
)
WORDS = st.sampled_from(CUES)
MARKS = str.maketrans("", "", "[]<>{}()")


def _check(text: str) -> None:
    doc = hand_built(text)
    for component in COMPONENTS:
        component(doc)
    reading = reading_of(doc)
    for span in reading.spans:
        assert 0 <= span.start < span.end <= len(doc.text)
        assert doc.text[span.start : span.end].strip()
    for start, end in reading.boilerplate:
        assert 0 <= start < end <= len(doc.text)
    for relation in reading.relations:
        assert relation.source != relation.target
        assert max(relation.source, relation.target) < len(reading.segments)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, max_size=25).map(" ".join), max_size=5).map("\n".join))
def test_piles_of_cue_words(text: str) -> None:
    """Cue words in any order crash nothing."""
    _check(text.translate(MARKS))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    """Any Unicode text crashes nothing."""
    _check(text.translate(MARKS))
