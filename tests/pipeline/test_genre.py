"""The genre of an article from what its author does."""

from __future__ import annotations

from argmap.model.labels import Genre
from argmap.pipeline.framing import mark_framing
from argmap.pipeline.genre import mark_genre
from argmap.pipeline.layers import reading_of

from .hand_built import hand_built

REPORT = (
    "LINDAU — The port raised its fare on Tuesday, its board said.\n"
    + "[The guild] <said> {the rise came without a warning to any of the boats}.\n" * 6
)
OPINION = (
    "We must not pay this shameful toll.\n"
    + "Of course the board should have asked us, and you know it. Who pays? My boat does.\n" * 6
)
SUMMARY = (
    "The article from Pier Weekly describes how the port raised its fare.\n"
    + "The narrative turns to the guild, which sells its boats to pay the toll every month.\n" * 6
    + "In conclusion, the article notes that the toll stays.\n"
)
ANALYSIS = (
    "The toll reflects a broader shift in the strategic landscape of the lagoon.\n"
    + "Its implications suggest a complex dynamic among the three ports and their trade.\n" * 8
)


def _genre(text: str, known: Genre | None = None) -> Genre | None:
    return reading_of(mark_genre(mark_framing(hand_built(text, known)))).genre


def test_report() -> None:
    """A dateline and much that others say make a report."""
    assert _genre(REPORT) is Genre.REPORT


def test_opinion() -> None:
    """Duty, first person, address and judgement make an opinion."""
    assert _genre(OPINION) is Genre.OPINION


def test_summary() -> None:
    """A text that speaks of the article it sums up is a summary."""
    assert _genre(SUMMARY) is Genre.SUMMARY


def test_analysis() -> None:
    """Interpretation without calls or sources is an analysis."""
    assert _genre(ANALYSIS) is Genre.ANALYSIS


def test_short_text_is_unknown() -> None:
    """A few words do not show a genre."""
    assert _genre("The port raised its fare.") is Genre.UNKNOWN


def test_known_genre_stays() -> None:
    """What the file says is not overruled."""
    assert _genre(OPINION, Genre.SATIRE) is Genre.SATIRE
