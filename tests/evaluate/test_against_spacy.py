"""Figures of trees and classes are those of spaCy's own scorer."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path

import pytest
import spacy
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from argmap.evaluate import DATASETS
from argmap.evaluate.counts import total
from argmap.evaluate.reader import Token

from .invented import MAKERS

TREE = [("The", 1, "det"), ("pier", 2, "nsubj"), ("shut", 2, "root"), ("on", 4, "case")]
TREE += [("Monday", 2, "obl"), (".", 2, "punct")]


def sentences(count: int) -> str:
    """A CoNLL-U file of one document with a tree as often as wanted."""
    lines = ["# newdoc id = wire"]
    for _ in range(count):
        for number, (word, head, relation) in enumerate(TREE):
            above = 0 if relation == "root" else head + 1
            lines.append(f"{number + 1}\t{word}\t_\tNOUN\t_\t_\t{above}\t{relation}\t_\t_")
        lines.append("")
    return "\n".join(lines) + "\n"


def perturbed(tokens: tuple[Token, ...], chance: random.Random) -> list[Token]:
    """A parse in which some classes, heads and relations are wrong, without a circle."""
    found = []
    for token in tokens:
        changes: dict[str, object] = {}
        if chance.random() < 0.2:
            changes["upos"] = "VERB"
        if chance.random() < 0.2:
            changes["head"] = tokens[token.head].head
        if chance.random() < 0.2:
            changes["deprel"] = "punct" if chance.random() < 0.3 else "dep"
        found.append(dataclasses.replace(token, **changes))
    return found


def as_doc(vocab: spacy.Vocab, text: str, tokens: list[Token]) -> Doc:
    """The same parse as a spaCy Doc."""
    return Doc(
        vocab,
        words=[text[token.start : token.end] for token in tokens],
        pos=[token.upos for token in tokens],
        heads=[token.head for token in tokens],
        deps=[token.deprel for token in tokens],
    )


@pytest.mark.parametrize("seed", range(5))
def test_classes_and_trees_are_scored_as_spacy_scores_them(seed: int, tmp_path: Path) -> None:
    """Punctuation is left out of LAS on both sides, and the figures agree to the last digit."""
    path = tmp_path / "test.conllu"
    path.write_text(sentences(40), encoding="utf-8")
    dataset = DATASETS["ud"]
    (gold,) = dataset.load(path)
    said = perturbed(gold.tokens, random.Random(seed))
    vocab = spacy.blank("en").vocab
    example = Example(as_doc(vocab, gold.text, said), as_doc(vocab, gold.text, list(gold.tokens)))
    classes = Scorer.score_token_attr([example], "pos", getter=lambda token, _: token.pos_)
    trees = Scorer.score_deps(
        [example], "dep", getter=lambda token, _: token.dep_, ignore_labels=("punct",)
    )
    counts = total([dataset.count(gold, said)])
    assert dataset.metrics["upos_acc"](counts) == pytest.approx(classes["pos_acc"])
    assert dataset.metrics["las"](counts) == pytest.approx(trees["dep_las"])


def test_a_word_cut_elsewhere_is_wrong(tmp_path: Path) -> None:
    """A tokenizer that joins two words loses both, with all that hangs on them."""
    dataset = DATASETS["ud"]
    gold, _ = dataset.load(MAKERS["ud"](tmp_path))
    first, second, *rest = gold.tokens
    joined = [
        dataclasses.replace(first, end=second.end, head=1),
        *(dataclasses.replace(token, head=token.head - 1) for token in rest),
    ]
    counts = dataset.count(gold, joined)
    assert counts["upos", "hits"] == 5
    assert counts["upos", "gold"] == 7
    assert dataset.metrics["sents_f1"](counts) == 1
