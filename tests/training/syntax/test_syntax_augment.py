"""Variants change how a sentence is written and nothing of what is said about its words."""

from pathlib import Path
from random import Random

import pytest
from training.syntax.chunks import batches, cut
from training.syntax.corpus import Sentence, read_treebank

from training.syntax import augment


def sentences(data: Path) -> list[Sentence]:
    """All sentences of the invented treebank."""
    articles = read_treebank(data / "ud-ewt" / "train.conllu")
    return [sentence for article in articles for sentence in article.sentences]


def is_whole(sentence: Sentence) -> bool:
    """Whether every layer has one label a word, and every head is a word."""
    size = len(sentence.words)
    tree = sentence.tree
    columns = [sentence.spaces, tree.pos, tree.morphs, tree.lemmas, tree.heads, tree.deps]
    return all(len(column) == size for column in columns) and all(
        0 <= head < size for head in tree.heads
    )


@pytest.mark.parametrize("change", [augment.curly, augment.straight, augment.dashed, augment.upper])
def test_variants_keep_words_and_labels_together(change, data: Path) -> None:
    """A variant has as many words as before and the same labels."""
    for sentence in sentences(data):
        other = change(sentence, Random(1))
        assert is_whole(other)
        assert other.tree == sentence.tree


def test_a_final_stop_goes_with_its_labels(data: Path) -> None:
    """Without the full stop each layer is one label shorter."""
    for sentence in sentences(data):
        other = augment.unstopped(sentence, Random(1))
        assert is_whole(other)
        assert other.words == sentence.words[:-1]


def test_quotation_marks_become_curly_in_pairs(data: Path) -> None:
    """The first mark opens, the second closes."""
    quoted = sentences(data)[1]
    assert augment.curly(quoted, Random(1)).text == "“Fares fell” -- she laughed."
    assert augment.straight(augment.curly(quoted, Random(1)), Random(1)) == quoted


def test_a_headline_has_capitals_and_the_same_labels(data: Path) -> None:
    """Every word but the small ones begins with a capital."""
    headline = augment.titled(sentences(data)[0], Random(3))
    assert headline.text.startswith("The Harbor Board Does")
    assert is_whole(headline)


def test_datelines_are_whole_sentences() -> None:
    """Each made-up dateline has a tree with one root, and ends with a dash."""
    random = Random(5)
    for _ in range(50):
        line = augment.dateline(random)
        assert is_whole(line)
        assert line.tree.deps.count("ROOT") == 1
        assert line.words[-1] in {"—", "–", "--", "-"}


def test_chunks_hold_every_sentence_once(data: Path) -> None:
    """Chunks run through an article in order; nothing is lost and nothing comes twice."""
    article = read_treebank(data / "ud-ewt" / "train.conllu")[0]
    chunks = list(cut(article, Random(2), most_words=5))
    assert [len(chosen) for chosen, _ in chunks] == [1, 1]
    assert all(len(chosen) == len(breaks) for chosen, breaks in chunks)


def test_the_same_seed_gives_the_same_batches(data: Path) -> None:
    """An epoch can be drawn again."""
    articles = read_treebank(data / "ud-ewt" / "train.conllu")
    drawn = [list(batches(articles, "7-0", words=10)) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert drawn[0] != list(batches(articles, "7-1", words=10))
