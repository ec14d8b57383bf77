"""The bundled discourse model holds numbers, classes and a published vocabulary, but no text."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from argmap.models import FOLDER

MODEL = FOLDER / "discourse"
WORDS_IN_A_ROW = re.compile(rb"(?:[A-Za-z]{2,}[ ,;'-]+){4,}[A-Za-z]{2,}")


def test_the_vocabulary_is_pieces_of_words() -> None:
    """No entry has a blank in it: whatever stands there, no sentence does."""
    tokenizer = json.loads((MODEL / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    assert len(vocabulary) == 30_522
    assert not [piece for piece in vocabulary if re.search(r"\s", piece)]


def test_the_description_is_names_and_numbers() -> None:
    """Every string of the description is one word."""

    def strings(value: object) -> list[str]:
        if isinstance(value, dict):
            return [x for key, item in value.items() for x in (key, *strings(item))]
        if isinstance(value, list):
            return [x for item in value for x in strings(item)]
        return [value] if isinstance(value, str) else []

    found = strings(json.loads((MODEL / "model.json").read_text(encoding="utf-8")))
    assert found
    assert not [text for text in found if re.search(r"\s", text)]


@pytest.mark.parametrize("name", ["words", "forms", "heads"])
def test_arrays_hold_numbers(name: str) -> None:
    """Nothing in the arrays could be text."""
    with np.load(MODEL / f"{name}.npz", allow_pickle=False) as stored:
        assert stored.files
        assert {stored[key].dtype.kind for key in stored.files} <= {"f", "i"}


@pytest.mark.parametrize("path", sorted(MODEL.iterdir()), ids=lambda path: path.name)
def test_no_file_holds_words_in_a_row(path: Path) -> None:
    """Nowhere stand five words after each other."""
    assert WORDS_IN_A_ROW.findall(path.read_bytes()) == []
