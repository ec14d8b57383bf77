"""The words of labels that people touched."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.model.document import AnnotatedDocument, LabelRecord, ToneTowards
from argmap.report.hand_labels import hand_labels


@pytest.mark.parametrize(
    ("key", "was", "words"),
    [
        ("a1.content", [{"start": 0, "end": 4, "text": "that"}], "it was “that”"),
        ("p1.mentions", [{"start": 0, "end": 1, "text": "a"}] * 2, "it was “a”, “a”"),
        ("s1.tone_towards", [{"target": "the pier", "value": -2}], "it was the pier -2"),
        ("s1.tone_towards", [{"target": "<b>", "value": "x"}, 3], "it was <b> x, 3"),
        ("s1.frames", ["economic", "morality"], "it was economic, morality"),
    ],
)
def test_lists_are_told_in_words(
    documents: list[AnnotatedDocument], key: str, was: Any, words: str
) -> None:
    """Quotes as quotes, tones with their target, and never as the program holds them."""
    document = documents[0]
    tone = (ToneTowards(target="the council", value=1),)
    first = document.segments[0].model_copy(update={"tone_towards": tone})
    record = LabelRecord.model_validate({"status": "edited", "was": was})
    made = document.model_copy(
        update={
            "segments": (first, *document.segments[1:]),
            "provenance": document.provenance.model_copy(update={"labels": {key: record}}),
        }
    )
    (label,) = hand_labels(made)
    assert label.words.endswith(words)
    assert not {"[", "{", "="} & set(label.words)
