"""Text cut where marks begin and end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.document import AnnotatedDocument, Span
from argmap.report.runs import runs

from . import invented

TEXT = "The quiet sale of a river and a bridge"


def span(number: int, start: int, end: int, layer: str = "loaded") -> Span:
    """A span over part of the text."""
    label = {"loaded": "loaded_word", "framing": "label", "hedge": "hedge"}[layer]
    return Span(
        id=f"x{number}",
        layer=layer,
        label=label,
        start=start,
        end=end,
        text=TEXT[start:end],
        voice="author",
        stance_to_frame="uses" if layer == "framing" else None,
    )


def article(document: AnnotatedDocument) -> AnnotatedDocument:
    """The document with another text."""
    return document.model_copy(update={"text": TEXT})


def test_overlapping_spans_are_split_at_their_boundaries(
    documents: list[AnnotatedDocument],
) -> None:
    """Two spans that overlap make three pieces, the middle one under both."""
    found = runs(article(documents[0]), 0, 20, [span(1, 4, 14, "framing"), span(2, 10, 20)])
    assert [(run.text, run.layers) for run in found] == [
        ("The ", ()),
        ("quiet ", ("framing",)),
        ("sale", ("framing", "loaded")),
        (" of a ", ("loaded",)),
    ]
    assert [len(run.opens) for run in found] == [0, 1, 1, 0]


def test_a_span_from_before_is_opened_again(documents: list[AnnotatedDocument]) -> None:
    """A reader who comes upon the rest of a span learns what it is."""
    found = runs(article(documents[0]), 10, 20, [span(1, 4, 30)])
    assert [(run.text, len(run.opens)) for run in found] == [("sale of a ", 1)]


def test_a_mark_says_device_voice_and_stance(documents: list[AnnotatedDocument]) -> None:
    """The accessible name of a framing span says whose it is and what is done with it."""
    document = documents[0]
    (frame,) = [item for item in document.spans if item.layer == "framing"]
    (run,) = runs(document, frame.start, frame.end, [frame])
    assert run.title == ("framing: a name for the situation, attributed to Odile Marsh, reported")


@given(st.lists(st.tuples(st.integers(0, 37), st.integers(1, 38)), max_size=8))
def test_the_pieces_are_the_text(pairs: list[tuple[int, int]]) -> None:
    """However spans lie, the pieces joined are the text, and each is under its own spans only."""
    spans = [span(number, start, end) for number, (start, end) in enumerate(pairs) if start < end]
    found = runs(article(invented.summary()), 0, len(TEXT), spans)
    assert "".join(run.text for run in found) == TEXT
    position = 0
    for run in found:
        over = [s for s in spans if s.start < position + len(run.text) and s.end > position]
        assert len(run.marks) == len(over)
        position += len(run.text)
