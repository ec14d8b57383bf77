"""Word lists: every one has an origin, words have their forms, phrases are found as words."""

from __future__ import annotations

from importlib import resources

import pytest
import spacy

from argmap.lexicons import LexiconError, load
from argmap.pipeline.inflection import expand, noun_forms, singular, verb_forms
from argmap.pipeline.phrases import Phrases, word_range
from argmap.pipeline.words import words_of

NAMES = sorted(
    file.name.removesuffix(".json")
    for file in (resources.files("argmap") / "lexicons").iterdir()
    if file.name.endswith(".json")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_lexicon_says_where_it_is_from(name: str) -> None:
    """Source, licence and version head every list."""
    found = load(name)
    assert all(isinstance(found[key], str) and found[key] for key in ("source", "licence"))
    assert found["version"]
    assert found["entries"]


@pytest.mark.parametrize("name", ["no_such_list", "../errors", "Hedges"])
def test_unknown_lexicon(name: str) -> None:
    """A name that is no list is an error that says so."""
    with pytest.raises(LexiconError, match="exicon"):
        load(name)


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("seem", ("seem", "seems", "seemed", "seeming")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("admit", ("admit", "admits", "admitted", "admitting")),
        ("believe", ("believe", "believes", "believed", "believing")),
        ("reach", ("reach", "reaches", "reached", "reaching")),
        ("play", ("play", "plays", "played", "playing")),
        ("think", ("think", "thinks", "thought", "thinking")),
    ],
)
def test_verb_forms(base: str, forms: tuple[str, ...]) -> None:
    """Regular verbs follow the spelling rules, irregular ones their list."""
    assert verb_forms(base) == forms


@pytest.mark.parametrize(
    ("base", "plural"),
    [("bloc", "blocs"), ("ally", "allies"), ("clash", "clashes"), ("axis", "axes")],
)
def test_noun_forms(base: str, plural: str) -> None:
    """A noun and its plural, and back from the regular plural."""
    assert noun_forms(base) == (base, plural)
    if base != "axis":
        assert singular(plural) == base


def test_expand() -> None:
    """Marks stand for forms, bars for choices, everything else for itself."""
    assert expand("is|are not") == ["is not", "are not"]
    assert expand("hint/v at")[:2] == ["hint at", "hints at"]
    assert expand("plain words") == ["plain words"]


def test_phrases_are_found_over_line_ends_and_with_any_apostrophe() -> None:
    """Case, curly apostrophes and a line end inside a phrase do not hide it."""
    doc = spacy.blank("en").make_doc("It isn’t\nClear who the guild\nMEMBER was.")
    words = words_of(doc)
    phrases = Phrases({"unclear": ["n't clear"], "body": ["guild member/n"]})
    assert [(f.group, words.lower[f.start]) for f in phrases.find(words)] == [
        ("unclear", "n't"),
        ("body", "guild"),
    ]


def test_longest_phrase_wins() -> None:
    """Of overlapping phrases the longest stays."""
    words = words_of(spacy.blank("en").make_doc("not a new cold war"))
    found = Phrases({"short": ["cold war"], "long": ["new cold war"]}).find(words)
    assert [f.group for f in found] == ["long"]


def test_word_range() -> None:
    """A stretch of the text is the words that begin in it."""
    words = words_of(spacy.blank("en").make_doc("one two three"))
    assert list(word_range(words, (4, 13))) == [1, 2]
