"""Names and what they name."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Span

from argmap.pipeline.blocks import mark_blocks
from argmap.pipeline.names import mark_names
from argmap.pipeline.sentences import mark_sentences

NLP = spacy.blank("en")


def names(text: str) -> list[tuple[str, str]]:
    """The names of a text with their labels."""
    doc = mark_names(mark_sentences(mark_blocks(NLP.make_doc(text))))
    return [(name.text, name.label_) for name in doc.ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met President Ona Lind there.", [("President Ona Lind", "PERSON")]),
        ("We met Gerrit van der Aa there.", [("Gerrit van der Aa", "MISC")]),
        ("They asked Lee Su-min, a researcher.", [("Lee Su-min", "PERSON")]),
        ("He left the University of Calder.", [("University of Calder", "ORG")]),
        ("The money went to Norland's office.", [("Norland", "MISC")]),
        ("The money went to Norland's ministry.", [("Norland", "LOC")]),
        ("The Norlan fleet left Norla at noon.", [("Norlan", "MISC"), ("Norla", "LOC")]),
        (
            "They asked the Calder Growers' Association about it today.",
            [("Calder Growers' Association", "ORG")],
        ),
        ("It came from France and the French press.", [("France", "LOC"), ("French", "NORP")]),
        ("The grid of the NEA failed.", [("NEA", "ORG")]),
        ("J. R. Marsh wrote a letter.", [("J. R. Marsh", "PERSON")]),
        ("Nobody came on Monday in March.", []),
        ("He said so. They did not.", []),
    ],
)
def test_names_and_labels(text: str, expected: list[tuple[str, str]]) -> None:
    """Titles, particles, hyphens, heads, peoples, short names; no days, no pronouns."""
    assert names(text) == expected


def test_a_first_word_is_a_name_only_where_the_text_shows_it() -> None:
    """`Water` opens a sentence; `Voss` stands inside another one too."""
    found = names("Water rose. Voss left. The water met Voss.")
    assert [name for name, _ in found] == ["Voss", "Voss"]


def test_names_that_a_model_found_are_kept() -> None:
    """A trained component in front of this one has the last word."""
    doc = mark_sentences(mark_blocks(NLP.make_doc("We met Ona Lind there.")))
    doc.ents = [Span(doc, 2, 4, label="PERSON")]
    assert [name.text for name in mark_names(doc).ents] == ["Ona Lind"]
