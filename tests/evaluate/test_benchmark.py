"""A run: what is right counts as right, a crash counts as a miss and is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from training.discourse.split import is_dev

from argmap.errors import InputError, MissingProgramError
from argmap.evaluate import DATASETS, evaluate
from argmap.evaluate.held_out import is_held_out

from .invented import MAKERS, put
from .readers import Broken, Empty, Perfect

NAMES = list(DATASETS)
FOUND = {  # metrics of things to be found: nothing said is 0
    "polnear": ("source_token_f1", "cue_token_f1", "content_token_f1", "content_exact_f1"),
    "basil": ("lexical_sentence_f1",),
    "babe": ("word_f1",),
    "news-discourse": ("speech_f1",),
    "semeval2023-frames": ("micro_f1", "genre_macro_f1"),
    "wiki-weasel": ("f1",),
    "aaec": ("span_f1_50", "relation_f1"),
    "ud": ("upos_acc", "las", "sents_f1"),
    "ner": ("ents_f1",),
    "webis-editorials": ("macro_f1", "weighted_f1"),
}


def scored(name: str, root: Path, reader: Any, **options: Any) -> Any:
    """The result of a reader on the invented texts of a data set."""
    MAKERS[name](root)
    return evaluate(DATASETS[name], [root], reader, **options)


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_that_knows_the_gold_is_right_throughout(name: str, tmp_path: Path) -> None:
    """Every figure of a perfect reader is 1."""
    MAKERS[name](tmp_path)
    result = scored(name, tmp_path, Perfect(DATASETS[name].load(tmp_path)))
    assert not result.crashed
    assert result.metrics == dict.fromkeys(DATASETS[name].metrics, 1.0)


@pytest.mark.parametrize("name", FOUND)
def test_a_reader_that_finds_nothing_gets_nothing(name: str, tmp_path: Path) -> None:
    """What was to be found and was not is 0, not undefined and not left out."""
    result = scored(name, tmp_path, Empty())
    assert not result.crashed
    for metric in FOUND[name]:
        assert result.metrics[metric] == 0, metric


@pytest.mark.parametrize("name", NAMES)
def test_a_crash_is_a_miss_and_is_named(name: str, tmp_path: Path) -> None:
    """A reader that always fails has no figure above 0, and every text is named."""
    result = scored(name, tmp_path, Broken())
    assert [crash.id for crash in result.crashed] == [
        item.id for item in DATASETS[name].load(tmp_path)
    ]
    assert "broke" in result.crashed[0].error
    for metric, value in result.metrics.items():
        assert value is not None, metric
        assert value <= 0, metric


def test_one_crash_among_others_lowers_the_figure(tmp_path: Path) -> None:
    """The crashed text stays in the denominator."""
    MAKERS["checkthat-subj"](tmp_path)
    items = DATASETS["checkthat-subj"].load(tmp_path)

    class Half(Perfect):
        """Fails at the first sentence."""

        def subjective(self, sentence: str) -> bool:
            """Fail, or know."""
            if sentence == items[0].text:
                raise ZeroDivisionError("the pier")
            return super().subjective(sentence)

    result = scored("checkthat-subj", tmp_path, Half(items))
    assert [crash.error for crash in result.crashed] == ["ZeroDivisionError: the pier"]
    assert result.metrics == {"macro_f1": 0.5}


def test_an_answer_of_the_wrong_length_is_a_crash(tmp_path: Path) -> None:
    """A reader that leaves a unit out is not scored on the rest."""

    class Short(Perfect):
        """Forgets the last unit."""

        def unit_types(self, article: Any, units: Any) -> list[str]:
            """All but one."""
            return super().unit_types(article, units)[:-1]

    MAKERS["webis-editorials"](tmp_path)
    items = DATASETS["webis-editorials"].load(tmp_path)
    result = scored("webis-editorials", tmp_path, Short(items))
    assert len(result.crashed) == 1
    assert result.metrics["macro_f1"] == 0


def test_a_missing_model_ends_the_run(tmp_path: Path) -> None:
    """What cannot be answered at all is no crash: the run stops with the sentence."""

    class Without(Empty):
        """Has no syntax model."""

        def parse(self, text: str) -> Any:
            """Refuse."""
            raise MissingProgramError("Trees need the syntax model.")

    with pytest.raises(MissingProgramError, match="syntax model"):
        scored("ud", tmp_path, Without())


@pytest.mark.parametrize("name", NAMES)
def test_every_metric_has_a_baseline_of_the_same_run(name: str, tmp_path: Path) -> None:
    """Each figure has a trivial one beside it, with its name; the JSON begins as scripts expect."""
    result = scored(name, tmp_path, Empty())
    assert list(result.baselines) == list(result.metrics) == list(result.baseline_names)
    value = json.loads(json.dumps(result.as_json()))
    assert list(value)[:5] == ["dataset", "n", "metrics", "baselines", "seconds"]
    assert value["n"] == len(DATASETS[name].load(tmp_path))
    assert list(value["intervals"]) == list(value["metrics"])


def test_limit_takes_the_first_articles_by_name(tmp_path: Path) -> None:
    """Texts of one article stay together."""
    MAKERS["newsmtsc"](tmp_path)
    items = DATASETS["newsmtsc"].load(tmp_path)
    result = evaluate(DATASETS["newsmtsc"], [tmp_path], Perfect(items), limit=1)
    assert (result.n, result.articles) == (1, 1)
    assert result.part == "all, first 1 articles"


def test_held_out_articles_are_those_that_training_leaves_out() -> None:
    """Both sides cut by the same rule, so nothing is measured on what was trained on."""
    names = [f"article-{n}" for n in range(400)]
    ours = [is_held_out("babe", name) for name in names]
    assert ours == [is_dev("babe", name) for name in names]
    assert 0.1 < sum(ours) / len(ours) < 0.2


def test_held_out_that_leaves_nothing_is_said(tmp_path: Path) -> None:
    """No article left is an error, not an empty table."""
    MAKERS["aaec"](tmp_path)
    assert not is_held_out("aaec", "essay001")
    with pytest.raises(InputError, match="held-out"):
        evaluate(DATASETS["aaec"], [tmp_path], Empty(), held_out=True)


def test_the_fingerprint_knows_names_and_contents(tmp_path: Path) -> None:
    """The same files from another folder have it; a changed letter or name has not."""
    MAKERS["sts"](tmp_path / "a")
    MAKERS["sts"](tmp_path / "b" / "deeper")
    perfect = Perfect(DATASETS["sts"].load(tmp_path / "a"))

    def fingerprint(path: str) -> str:
        return evaluate(DATASETS["sts"], [tmp_path / path], perfect).fingerprint

    first = fingerprint("a")
    put(tmp_path / "b" / "README.md", "a note")
    assert fingerprint("b") == first
    put(tmp_path / "b" / "deeper" / "images.test.tsv", "3\tA dog\tA cat\n")
    assert fingerprint("b") != first
    (tmp_path / "a" / "images.test.tsv").rename(tmp_path / "a" / "pictures.tsv")
    assert fingerprint("a") != first
