"""Signs of what an argument is for."""

from __future__ import annotations

import pytest

from argmap.model.labels import ClaimType, Quotation
from argmap.model.thesis_signs import author_says, find_ends, thesis_signs

TITLE = frozenset({"ferry", "winter", "timetable"})


def _signs(own: set[str], **changed: object) -> float:
    given = {
        "claim_type": None,
        "at_an_end": False,
        "last_of_opening": False,
        "framed": False,
        **changed,
    }
    return thesis_signs(own, TITLE, **given)  # type: ignore[arg-type]


def test_likeness_to_the_title_counts_both_ways() -> None:
    """A scrap of the title, and a sentence about everything, are less like it than its content."""
    full = _signs({"ferry", "winter", "timetable", "needs"})
    assert full > _signs({"ferry"})
    assert full > _signs({"ferry", "winter", "timetable", *(f"word{n}" for n in range(20))})


@pytest.mark.parametrize(
    "sign",
    [
        {"claim_type": ClaimType.POLICY},
        {"at_an_end": True},
        {"last_of_opening": True},
        {"framed": True},
    ],
)
def test_each_sign_adds_up(sign: dict[str, object]) -> None:
    """A call, an end of the text and a device each make a thesis likelier."""
    assert _signs({"boat"}, **sign) > _signs({"boat"}, claim_type=ClaimType.FACT)


def test_ends_of_a_text_without_subheads() -> None:
    """The first and the last fifth of the paragraphs, at least one."""
    lines = [f"Paragraph number {n} says something about the ferry." for n in range(10)]
    text = "\n\n".join(lines)
    ends = find_ends(text)
    inside = [n for n, line in enumerate(lines) if ends.has(text.index(line))]
    assert inside == [0, 1, 8, 9]
    assert not ends.headed


def test_ends_of_a_text_with_subheads_and_of_none() -> None:
    """The first and the last section; a text without paragraphs has no middle."""
    parts = [f"Part {n}\n\nA longer paragraph that stands under the subhead {n}." for n in "ABC"]
    text = "\n\n".join(parts)
    ends = find_ends(text)
    assert ends.headed
    assert [ends.has(text.index(f"subhead {n}")) for n in "ABC"] == [True, False, True]
    assert find_ends("").has(0)


@pytest.mark.parametrize(
    ("source", "quote", "within", "own"),
    [
        ("I", Quotation.INDIRECT, False, True),
        ("We", Quotation.INDIRECT, False, True),
        ("I", Quotation.DIRECT, False, False),
        ("I", Quotation.INDIRECT, True, False),
        ("the board", Quotation.INDIRECT, False, False),
        (None, Quotation.INDIRECT, False, False),
    ],
)
def test_i_believe_is_the_author(
    source: str | None, quote: Quotation, within: bool, own: bool
) -> None:
    """Only outside quotations, and where nobody else reports it."""
    assert author_says(source, quote, within_another=within) is own
