"""The syntax model in the pipeline: trees on sentences that rules have set."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from argmap.pipeline import syntax
from argmap.pipeline.syntax import SyntaxReader, load_syntax

SENTENCE = ["Ona", "Lind", "closed", "the", "old", "bridge", "."]


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    """The vocabulary that the Docs and the model share."""
    return spacy.blank("en").vocab


@pytest.fixture(scope="module")
def reader(vocab: Vocab) -> SyntaxReader:
    """The component."""
    return SyntaxReader(load_syntax(vocab=vocab))


def doc_of(vocab: Vocab, times: int, *, cut: bool = True) -> Doc:
    """The sentence so many times; without `cut` all of it counts as one."""
    starts = [number == 0 for number in range(len(SENTENCE))]
    if not cut:
        return Doc(vocab, SENTENCE * times, sent_starts=[True, *[False] * (7 * times - 1)])
    return Doc(vocab, SENTENCE * times, sent_starts=starts * times)


def test_sentences_stay_as_they_are(vocab: Vocab, reader: SyntaxReader) -> None:
    """The model neither cuts nor joins what the rules have told apart."""
    assert len(list(reader(doc_of(vocab, 3)).sents)) == 3
    assert len(list(reader(doc_of(vocab, 3, cut=False)).sents)) == 1


def test_no_head_lies_in_another_sentence(vocab: Vocab, reader: SyntaxReader) -> None:
    """Every sentence is a tree of its own, with its verb at the root."""
    for sentence in reader(doc_of(vocab, 4)).sents:
        assert sentence.root.text == "closed"
        assert all(token.head.sent == sentence for token in sentence)


def test_a_long_article_is_read_in_runs(
    vocab: Vocab, reader: SyntaxReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run ends with a sentence, and what lies behind it hangs together as well."""
    monkeypatch.setattr(syntax, "_RUN", 10)
    doc = reader(doc_of(vocab, 9))
    assert [sentence.root.text for sentence in doc.sents] == ["closed"] * 9
    assert all(token.head.sent == token.sent and token.pos_ for token in doc)


def test_an_empty_doc_stays_empty(vocab: Vocab, reader: SyntaxReader) -> None:
    """Nothing is made of nothing."""
    assert len(reader(Doc(vocab))) == 0
