"""Training can be stopped and taken up again, and what is written can be read and run."""

from pathlib import Path

import numpy
import pytest
from spacy.language import Language
from training.syntax.measure import dev_examples, scores
from training.syntax.train import prepared, rate_at, train, training_articles

from training.syntax import assemble, checkpoint, pipeline


@pytest.fixture(autouse=True)
def _narrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the networks small, and let rare labels of the toy corpus count."""
    text = pipeline.CONFIG.read_text(encoding="utf-8")
    for wide, narrow in (
        ("width = 128", "width = 8"),
        ("rows = [5000, 1000, 4000, 2500, 50]", "rows = [50, 50, 50, 50, 50]"),
        ("min_action_freq = 20", "min_action_freq = 1"),
        ("min_tree_freq = 3", "min_tree_freq = 1"),
    ):
        assert wide in text
        text = text.replace(wide, narrow)
    (tmp_path / "config.cfg").write_text(text, encoding="utf-8")
    monkeypatch.setattr(pipeline, "CONFIG", tmp_path / "config.cfg")


def weights(nlp: Language) -> list[numpy.ndarray]:
    """All parameters of a pipeline, in a fixed order."""
    return [
        node.get_param(name)
        for _, node in checkpoint.nodes(nlp)
        for name in node.param_names
        if node.has_param(name)
    ]


def trained(data: Path, vectors: Path, out: Path, *, steps: int) -> None:
    """Train on the toy corpus."""
    articles = training_articles(data)
    train(prepared(vectors, articles), articles, out, steps=steps, words=20)


def test_a_stopped_run_ends_as_an_unbroken_one(data: Path, vectors: Path) -> None:
    """Stopped after three updates and taken up in a new pipeline, all weights are the same."""
    articles = training_articles(data)
    ended = []
    for name, stops in (("whole", (6,)), ("broken", (3, 6))):
        for stop in stops:
            nlp = prepared(vectors, articles)
            train(nlp, articles, data / name, steps=6, words=20, stop_at=stop)
        ended.append(weights(nlp))
    assert all(numpy.array_equal(*pair) for pair in zip(*ended, strict=True))


def test_the_model_is_the_same_after_writing_and_reading(
    data: Path, vectors: Path, tmp_path: Path
) -> None:
    """The shipped folder gives the same answers as the pipeline that was written."""
    trained(data, vectors, tmp_path, steps=8)
    nlp = assemble.emptied(tmp_path, vectors)
    assemble.write(nlp, vectors, tmp_path / "model")
    text = "The board laughed. Mara Quist left Port Orla."
    assert assemble.read(tmp_path / "model")(text).to_json() == nlp(text).to_json()


def test_no_word_of_the_training_text_is_shipped(data: Path, vectors: Path, tmp_path: Path) -> None:
    """Words of the treebank that no label needs are nowhere in the shipped folder."""
    trained(data, vectors, tmp_path, steps=2)
    assemble.write(assemble.emptied(tmp_path, vectors), vectors, tmp_path / "model")
    shipped = b"".join(
        path.read_bytes() for path in sorted((tmp_path / "model").rglob("*")) if path.is_file()
    )
    for word in (b"harbor", b"laughed", b"Fares"):
        assert word not in shipped


def test_every_figure_is_measured(data: Path, vectors: Path) -> None:
    """Each component has its figures, between nought and one."""
    nlp = prepared(vectors, training_articles(data))
    for examples in dev_examples(nlp, data).values():
        found = scores(nlp, examples)
        assert found.pop("n") > 0
        assert {"upos_acc", "las", "sents_f1", "lemma_acc"} <= found.keys()
        assert all(0 <= figure <= 1 for figure in found.values())


def test_the_learning_rate_goes_up_and_then_down() -> None:
    """It is highest at the end of the warm-up and next to nothing at the end."""
    rates = [rate_at(step, 2000) for step in range(2000)]
    assert rates[0] < rates[100] < max(rates)
    assert rates[-1] < max(rates) / 1000
