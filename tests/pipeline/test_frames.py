"""Generic frames of a segment: strong words decide, thin evidence does not."""

from __future__ import annotations

import pytest

from argmap.model.labels import Frame
from argmap.pipeline.frames import mark_frames
from argmap.pipeline.layers import reading_of

from .hand_built import hand_built


def _frames(text: str) -> tuple[Frame, ...]:
    return reading_of(mark_frames(hand_built(text))).segments[0].frames


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Inflation ate the wages of the dockers.", Frame.ECONOMIC),
        ("It is immoral to sell the only well.", Frame.MORALITY),
        ("The fare discriminates against islanders.", Frame.FAIRNESS),
        ("A judge sent the clerk to prison.", Frame.LAW_CRIME),
        ("Two warships crossed the lagoon at night.", Frame.SECURITY),
        ("The hospital ran out of clean beds.", Frame.HUMAN_IMPACT),
        ("Protesters filled the square.", Frame.IDENTITY_PUBLIC),
        ("The opposition wants an early election.", Frame.POLITICS_STRATEGY),
        ("The treaty was signed by three ambassadors.", Frame.GEOPOLITICS),
    ],
)
def test_frame_of_a_strong_word(text: str, frame: Frame) -> None:
    """One strong word is enough for its frame."""
    assert _frames(text)[0] is frame


@pytest.mark.parametrize("text", ["The cook salted the soup.", "It was a matter of money.", ""])
def test_thin_evidence_gives_none(text: str) -> None:
    """No word, or a single weak one, gives no frame."""
    segments = reading_of(mark_frames(hand_built(text))).segments
    assert all(segment.frames == () for segment in segments)


def test_two_weak_words_decide() -> None:
    """Two different weak words of one frame are enough."""
    assert _frames("The money for the wages is gone.") == (Frame.ECONOMIC,)


def test_at_most_three() -> None:
    """A sentence about everything has no more than three frames."""
    text = (
        "Judges, warships, hospitals, elections, treaties, inflation, racism and immoral prison "
        "sentences, court, navy, nurses, senators, ambassadors, tariffs."
    )
    assert len(_frames(text)) == 3


def test_boilerplate_has_no_frame() -> None:
    """A plug for an economics newsletter does not frame the article."""
    assert _frames("~ Subscribe to our newsletter on inflation and the economy.") == ()
