"""Figures count things at their characters, and intervals come from drawing articles."""

from pathlib import Path

import spacy
from training.syntax.corpus import read_treebank
from training.syntax.examples import reference
from training.syntax.intervals import count, with_intervals


def test_a_doc_agrees_with_itself(data: Path) -> None:
    """Every figure of a Doc against itself is one."""
    article = read_treebank(data / "ud-ewt" / "train.conllu")[0]
    doc = reference(spacy.blank("en"), article.sentences, ["", "\n\n"])
    counts = count(doc, doc)
    assert {"las_f1", "upos_f1", "lemma_f1", "sents_f1", "words_f1"} <= counts.keys()
    assert all(right == ours == theirs for right, ours, theirs in counts.values())


def test_a_wrong_head_counts_once(data: Path) -> None:
    """One other head takes one word from the trees and nothing from the classes."""
    article = read_treebank(data / "ud-ewt" / "train.conllu")[0]
    nlp = spacy.blank("en")
    gold = reference(nlp, article.sentences[:1], [""])
    other = reference(nlp, article.sentences[:1], [""])
    other[1].head = other[5]
    counts = count(gold, other)
    assert counts["las_f1"] == (5, 6, 6)
    assert counts["upos_f1"] == (7, 7, 7)


def test_intervals_hold_the_figure_and_repeat() -> None:
    """The figure lies inside its interval; the same articles give the same interval."""
    articles = [{"las_f1": (right, 10, 10)} for right in (5, 8, 9, 10, 7, 6)]
    found = with_intervals(articles)
    assert found["las_f1"]["value"] == 0.75
    assert found["las_f1"]["low"] < 0.75 < found["las_f1"]["high"]
    assert found == with_intervals(articles)
