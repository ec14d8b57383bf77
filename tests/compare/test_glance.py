"""The figures of an outlet's card."""

from __future__ import annotations

import pytest

from argmap.compare.glance import glance

from .made import Said, article


def test_shares_are_of_the_words_outside_boilerplate() -> None:
    """Roles, voices and hedges by words."""
    found = glance(
        article(
            "one",
            Said("One two three four.", role="claim", certainty="possible"),
            Said("One two three.", role="evidence", by="Rask"),
            Said("One.", role="background"),
            Said("Share this page with all your friends now.", role="boilerplate"),
        )
    )
    assert (found.words, found.segments) == (8, 3)
    assert found.roles == {
        "report": 0,
        "background": 0.125,
        "evidence": 0.375,
        "claim": 0.5,
        "framing": 0,
    }
    assert found.voices == {"author": 0.625, "attributed": 0.375, "mixed": 0}
    assert found.hedged == 0.5


def test_tone_is_the_mean_by_voice_and_null_where_no_word_matched() -> None:
    """Weighted by words, with the words that gave it, strongest first."""
    found = glance(
        article(
            "one",
            Said("Bad water here now.", tone=(-0.6, "bad")),
            Said("Good water.", tone=(0.3, "good")),
            Said("Water.", by="Rask"),
        )
    )
    assert found.tone["author"] == pytest.approx(-0.3)
    assert found.tone["attributed"] is None
    assert found.tone_words["author"] == (("bad", -0.6), ("good", 0.3))
    assert found.tone_words["attributed"] == ()


def test_a_word_without_a_tone_counts_in_the_mean_and_is_not_listed() -> None:
    """It was scored, and says nothing for or against."""
    found = glance(
        article(
            "one", Said("Bad water.", tone=(-0.6, "bad")), Said("Wet water.", tone=(0.0, "wet"))
        )
    )
    assert found.tone["author"] == pytest.approx(-0.3)
    assert found.tone_words["author"] == (("bad", -0.6),)


def test_loaded_words_are_counted_by_thousand() -> None:
    """Each place counts; the words are listed once."""
    found = glance(
        article(
            "one",
            Said("A brutal end.", loaded=("brutal",)),
            Said("A Brutal start, a shameful one.", loaded=("Brutal", "shameful")),
        )
    )
    assert found.loaded_per_thousand == pytest.approx(333.3)
    assert found.loaded_words == ("brutal", "shameful")


def test_the_anonymous_share_is_of_attributed_words() -> None:
    """Unnamed persons and unnamed groups of people."""
    found = glance(
        article(
            "one",
            Said("One two three.", by="officials", kind="collective"),
            Said("One two.", by="a clerk", kind="anonymous"),
            Said("One two three four five.", by="Rask"),
            Said("One two three."),
        )
    )
    assert found.anonymous == 0.5


def test_an_article_without_words_has_no_shares() -> None:
    """Nothing is divided by nothing."""
    found = glance(article("empty"))
    assert (found.words, found.segments, found.hedged, found.anonymous) == (0, 0, 0, 0)
    assert set(found.tone.values()) == {None}
