"""The bundled syntax model is whole, and holds labels and letters but no text."""

import re
from pathlib import Path

import pytest
import srsly
from training.syntax.assemble import read

import argmap.models

MODEL = Path(next(iter(argmap.models.__path__))) / "syntax"
WORDS_IN_A_ROW = re.compile(rb"(?:[A-Za-z]{2,}[ ,;'-]+){4,}[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def nlp():
    """The bundled pipeline."""
    return read(MODEL)


def test_letters_of_the_lemmatizer_are_no_text() -> None:
    """Each entry is a piece of a word: short and without blanks."""
    letters = srsly.read_json(MODEL / "strings.json")
    assert letters
    assert all(len(piece) <= 24 and not re.search(r"\s", piece) for piece in letters)


def test_no_file_holds_words_in_a_row() -> None:
    """Nowhere in the folder stand five words after each other, but in its own description."""
    for path in sorted(path for path in MODEL.rglob("*") if path.is_file()):
        found = WORDS_IN_A_ROW.findall(path.read_bytes())
        if path.name == "meta.json":
            found = [
                run for run in found if run not in path.read_bytes().split(b'"description":')[1]
            ]
        assert found == [], path


def test_the_vocabulary_starts_without_words_of_the_training_text(nlp) -> None:
    """A fresh vocabulary knows labels, letters and spaCy's own exceptions, and no run of words."""
    assert not [string for string in nlp.vocab.strings if len(string.split()) > 2]


def test_an_invented_report_is_read(nlp) -> None:
    """Classes, trees, lemmas and sentence ends come out of plain news prose."""
    doc = nlp("Mayor Anna Berg told reporters in Chicago that fares rose. The board disagreed.")
    assert [sentence.root.lemma_ for sentence in doc.sents] == ["tell", "disagree"]
    assert next(token for token in doc if token.dep_ == "nsubj").head.lemma_ == "tell"
    assert [token.pos_ for token in doc[-3:]] == ["NOUN", "VERB", "PUNCT"]


def test_the_same_text_gives_the_same_answer(nlp) -> None:
    """Two runs over one text agree in every label."""
    text = "SEOUL — “Ferries won’t sail,” said Mara Quist of the Orla Line.\n\nFares Rise Again"
    assert nlp(text).to_json() == nlp(text).to_json()
