"""Attributions of rules and those of the model, made into one list, on a text without a model."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from argmap.model.labels import Quotation, Stance
from argmap.model.structure import Block
from argmap.pipeline.attribution import attributions
from argmap.pipeline.layers import AttributionDraft, Offsets, reading_of
from argmap.pipeline.learned_attribution import LearnedAttribution
from argmap.pipeline.merged_attribution import merged
from argmap.pipeline.names import mark_names
from argmap.pipeline.passage import passage_of
from argmap.pipeline.quotes import mark_quotes

TEXT = (
    "Ona Lind insists that the dam is old and weak. Reports are circulating that it leaks. "
    "The board is keen to sell it."
)


def doc() -> Doc:
    """The text with what the rules read of it."""
    made = spacy.blank("en").make_doc(TEXT)
    for token in made:
        token.is_sent_start = token.i == 0 or made[token.i - 1].text == "."
    reading_of(made).blocks = [Block(0, len(TEXT), heading=False)]
    return mark_quotes(mark_names(made))


def place(words: str) -> Offsets:
    """Where some words stand."""
    start = TEXT.index(words)
    return start, start + len(words)


def learned(
    cue: str, source: str | None, content: str, confidence: float = 0.9
) -> LearnedAttribution:
    """An attribution of the model by its words."""
    return LearnedAttribution(
        place(cue), place(source) if source else None, (place(content),), confidence
    )


def joined(*found: LearnedAttribution) -> list[AttributionDraft]:
    """The rules' attributions of the text with those of the model."""
    passage = passage_of(doc())
    return merged(passage, attributions(passage), found)


def texts(draft: AttributionDraft) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and content as they stand in the text."""
    source, cue = (TEXT[slice(*part)] if part else None for part in (draft.source, draft.cue))
    return source, cue, [TEXT[slice(*piece)] for piece in draft.content]


def test_the_model_draws_the_edges_and_the_rule_keeps_the_stance() -> None:
    """Found by both, an attribution has the model's content and the rule's reading."""
    (first, *_) = joined(learned("insists", "Ona Lind", "that the dam is old"))
    assert texts(first) == ("Ona Lind", "insists", ["that the dam is old"])
    assert first.stance is Stance.DISTANCING
    assert first.asserted
    assert first.reason.startswith("insist")


def test_what_the_model_alone_is_sure_of_is_kept() -> None:
    """A cue that no list knows is one by the model's word; what nobody says stays the author's."""
    content = "that it leaks"
    (_, found) = joined(learned("Reports are circulating", None, content))
    assert texts(found) == (None, "Reports are circulating", [content])
    assert not found.asserted
    assert found.quote is Quotation.INDIRECT
    assert "circulating" in found.reason


def test_what_the_model_alone_doubts_is_left_out() -> None:
    """A guess of the model without a rule beside it is none."""
    found = joined(learned("Reports are circulating", None, "that it leaks", 0.05))
    assert [texts(draft)[1] for draft in found] == ["insists"]


def test_an_aim_is_not_put_forward_as_so() -> None:
    """An infinitive is what somebody wants, not what somebody says is so."""
    found = joined(learned("is keen", "The board", "to sell it"))
    assert [draft.asserted for draft in found] == [True, False]


def test_without_a_model_the_rules_stand() -> None:
    """What a rule is sure of and the model overlooks is kept."""
    assert [texts(draft)[:2] for draft in joined()] == [("Ona Lind", "insists")]


def test_content_keeps_to_the_paragraph_of_its_cue() -> None:
    """What runs on into another paragraph without marks is not said by the speaker before it."""
    both = TEXT[TEXT.index("that the dam") : TEXT.index(" it leaks")]
    made = doc()
    end = TEXT.index("Reports")
    reading_of(made).blocks = [Block(0, end, heading=False), Block(end, len(TEXT), heading=False)]
    passage = passage_of(made)
    (draft,) = merged(passage, [], [learned("insists", "Ona Lind", both)])
    assert texts(draft)[2] == ["that the dam is old and weak."]


def test_a_source_does_not_begin_in_the_heading_above() -> None:
    """Of a source that runs over a line's end only the part in its own paragraph speaks."""
    made = doc()
    start = TEXT.index("Reports")
    reading_of(made).blocks = [
        Block(0, start, heading=True),
        Block(start, len(TEXT), heading=False),
    ]
    (draft,) = merged(
        passage_of(made), [], [learned("are circulating", "weak. Reports", "that it leaks")]
    )
    assert texts(draft)[0] == "Reports"
