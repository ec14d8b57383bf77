"""The cases of sentences, attributions and segments: a text and what is read in it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from argmap.pipeline import build

from .cases import case, names
from .notation import attribution_lines, segment_lines, sentence_lines

NOTATIONS = {
    "sentences": sentence_lines,
    "attribution": attribution_lines,
    "segments": segment_lines,
}
CASES = [(component, name) for component in NOTATIONS for name in names(component)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The whole pipeline, built once."""
    return build()


@pytest.mark.parametrize(("component", "name"), CASES, ids=[f"{c}-{n}" for c, n in CASES])
def test_case_is_read_as_its_file_says(nlp: Language, component: str, name: str) -> None:
    """The text of a case gives the lines below its mark, and the same when it is read again."""
    text, expected, _ = case(component, name)
    assert NOTATIONS[component](nlp(text)) == expected
    assert NOTATIONS[component](nlp(text)) == expected


def test_no_folder_of_cases_is_lost() -> None:
    """Each of the three components has its cases."""
    assert all(len(names(component)) >= 10 for component in NOTATIONS)
