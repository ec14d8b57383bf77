"""Long runs without blanks are cut, and nothing else is."""

from __future__ import annotations

import pytest
import spacy

from argmap.pipeline.tokenizer import PatientTokenizer

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    "text", ["", "A short text.", "x" * 1000, "(" * 3000 + " end", "a " + "b," * 500 + " c\n"]
)
def test_tokens_add_up_to_the_text(text: str) -> None:
    """No character is lost or added."""
    assert PatientTokenizer(NLP)(text).text == text


def test_plain_text_is_tokenized_as_spacy_does() -> None:
    """The guard does not touch what is not long."""
    text = "Dr. Lind’s boat (the old one) isn't here, see https://gazette.example/boats?id=7."
    assert [t.text for t in PatientTokenizer(NLP)(text)] == [t.text for t in NLP.tokenizer(text)]


def test_a_run_of_brackets_does_not_hang() -> None:
    """Fifty thousand brackets are read, over which spaCy alone would sit for minutes."""
    text = "(" * 50_000
    assert PatientTokenizer(NLP)(text).text == text
