"""Boilerplate goes, matter stays: notices, credits, calls, plugs, pointers, captions, furniture."""

from __future__ import annotations

import pytest

from argmap.pipeline.boilerplate import mark_boilerplate
from argmap.pipeline.layers import reading_of

from .hand_built import hand_built

BODY = "The port raised its fare.\nThe guild protested.\nThe vote took nine hours.\n"
MIDDLE = "Nobody left early.\nThe pier was full.\nRain fell.\n"


def _found(marked: str) -> list[str]:
    doc = mark_boilerplate(hand_built(marked))
    return [doc.text[start:end] for start, end in reading_of(doc).boilerplate]


@pytest.mark.parametrize(
    "line",
    [
        "Disclaimer: Nothing on this page is advice. We check what we can.",
        "© 2024 Pier Press. All rights reserved.",
        "This article was originally published in Pier Weekly.",
        "Reposting this text needs written permission.",
        "Ada Lind contributed to this report from Lindau.",
        "Additional reporting by Ada Lind",
        "Ada Lind writes about boats for The Pier.",
        "Share your thoughts in the comments below!",
        "Follow her on Twitter.",
        "Sign up for our newsletter and get the tide in your inbox.",
        "Read more: Nine boats that never came back",
        "READ MORE:",
        "See also: The toll that ate a town",
        "For more on the toll, see our map of the harbor.",
        "Advertisement",
        "• Article",
        "5 min read",
        "October 9, 2024",
        "Updated: Oct. 9, 2024 at 4:15 p.m.",
        "3 hours ago",
        "(Photo: Ada Lind)",
        "The pier at dawn. (Ada Lind/Getty Images)",
        "REUTERS/Ada Lind",
        "Image caption The pier at dawn",
        "Correction: A previous version of this text gave the wrong fare.",
        "Editor's note: This story has been updated.",
        "* * *",
        "https://pier.example/toll",
        "The opinions expressed are the author's own.",
    ],
)
def test_line_of_boilerplate(line: str) -> None:
    """A notice, credit, call, plug, pointer, caption or piece of furniture is found whole."""
    assert _found(BODY + MIDDLE + line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The copyright law of 1911 angered printers.",
        "The senator asked voters to share the cost of the bridge.",
        "Subscribers left the paper in May.",
        "The ministry posted the report on its site on Monday.",
        "Photos of the flood show the pier under water.",
        "She contributed to the fund every year.",
        "The article says the toll will rise.",
        "Who pays for all this?",
        "Read the room, she told the board.",
        "In October 2024 the pier closed.",
        "The views of the guild matter to the board.",
        "He is a former pilot who lives in Lindau.",
        "Contact between the two ports has ended.",
        "Advertisement of the post began in June.",
    ],
)
def test_line_of_matter(line: str) -> None:
    """A sentence that only shares words with boilerplate stays, also at the end."""
    assert _found(BODY + line + "\n" + MIDDLE) == []
    assert _found(BODY + MIDDLE + line) == []


def test_question_before_a_call_belongs_to_it() -> None:
    """The question that leads readers to the comments is part of the call."""
    line = "Is the toll fair? Leave a comment below."
    assert _found(BODY + line) == [line] or " ".join(_found(BODY + line)) == line


def test_question_to_readers_in_the_paragraph_before() -> None:
    """A one-line paragraph that asks "you" goes with the call after it."""
    found = _found(BODY + "Would you pay the toll?\nTell us in the comments.")
    assert found == ["Would you pay the toll?", "Tell us in the comments."]


def test_question_in_the_argument_stays() -> None:
    """A question that closes an argument is matter though a call follows in its own paragraph."""
    found = _found(BODY + "Who will pay for this? Not the port.\nLeave a comment below.")
    assert found == ["Leave a comment below."]


def test_sentence_in_a_mixed_paragraph() -> None:
    """Where a paragraph mixes matter and a pointer, the sentence goes alone."""
    found = _found(BODY + "The toll must end. For further analysis, see our map of the harbor.")
    assert found == ["For further analysis, see our map of the harbor."]


def test_place_helps_a_weak_sign() -> None:
    """A byline counts near the beginning, not in the middle of the matter."""
    assert _found("By Ada Lind\n" + BODY) == ["By Ada Lind"]
    long = BODY + MIDDLE
    assert _found(long + "By Ada Lind\n" + long) == []


def test_empty_text() -> None:
    """A text without blocks has no boilerplate."""
    assert _found("") == []
