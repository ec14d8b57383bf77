"""The readers give the words, spaces and labels that stand in the files."""

from pathlib import Path

import spacy
from training.syntax.corpus import OPEN_GENRES, read_treebank
from training.syntax.examples import example


def test_text_is_rebuilt_from_words_and_spaces(data: Path) -> None:
    """Each sentence's words and spaces give the text that the treebank states."""
    path = data / "ud-ewt" / "train.conllu"
    stated = [
        line.removeprefix("# text = ")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.startswith("# text = ")
    ]
    read = [sentence.text for article in read_treebank(path) for sentence in article.sentences]
    assert read == stated


def test_only_the_genres_asked_for_are_read(data: Path) -> None:
    """A document of a genre that is not free is left out."""
    articles = read_treebank(data / "ud-gum" / "train.conllu", OPEN_GENRES)
    assert [article.id for article in articles] == ["GUM_news_ferry"]


def test_heads_point_inside_the_sentence_and_roots_at_themselves(data: Path) -> None:
    """A head is the index of a word; the root of a sentence is its own head."""
    first = read_treebank(data / "ud-ewt" / "train.conllu")[0].sentences[0]
    assert first.tree.heads == (2, 2, 5, 5, 5, 5, 5)
    assert first.tree.deps[5] == "ROOT"


def test_examples_are_tokenized_by_spacy_and_aligned(data: Path) -> None:
    """The tokenizer's tokens get the treebank's labels, also beside a line break."""
    article = read_treebank(data / "ud-ewt" / "train.conllu")[0]
    one = example(spacy.blank("en"), article.sentences, ["", "\n\n"])
    assert one.predicted.text.count("\n\n") == 1
    tags = one.get_aligned("POS", as_string=True)
    assert dict(zip((t.text for t in one.predicted), tags, strict=True))["\n\n"] == "SPACE"
    assert dict(zip((t.text for t in one.predicted), tags, strict=True))["laughed"] == "VERB"
    starts = one.get_aligned_sent_starts()
    assert [t.text for t, start in zip(one.predicted, starts, strict=True) if start == 1] == [
        "The",
        '"',
    ]
