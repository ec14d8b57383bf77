"""`argmap evaluate` on invented texts in the formats of the data sets."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.cli import evaluate as command
from argmap.evaluate import DATASETS

from ..evaluate.invented import MAKERS
from .conftest import Run


def test_json_has_the_promised_shape(folder: Path, run: Run) -> None:
    """The five keys come first, in order, and nothing else is on stdout."""
    MAKERS["polnear"](folder / "test")
    result = run("evaluate", "polnear", "test", "--json")
    assert result.exit_code == 0
    value = json.loads(result.stdout)
    assert list(value)[:5] == ["dataset", "n", "metrics", "baselines", "seconds"]
    assert value["dataset"] == "polnear"
    assert value["n"] == 1
    assert list(value["metrics"]) == list(DATASETS["polnear"].metrics)
    assert value["metrics"]["source_token_f1"] > 0
    assert value["crashed"] == []


def test_the_table_names_metric_baseline_and_interval(folder: Path, run: Run) -> None:
    """People see each figure beside its baseline."""
    MAKERS["babe"](folder / "babe")
    result = run("evaluate", "babe", "babe")
    assert result.exit_code == 0
    assert "2 texts of 2 articles" in result.stdout
    assert "macro_f1" in result.stdout
    assert "commonest label" in result.stdout


@pytest.mark.parametrize("name", sorted(set(DATASETS) - {"ud", "ner", "sts"}))
def test_every_data_set_is_answered_without_a_crash(name: str, folder: Path, run: Run) -> None:
    """The pipeline reads the invented texts of each set that it can answer."""
    MAKERS[name](folder / "set")
    result = run("evaluate", name, "set", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["crashed"] == []


def test_paths_that_hold_nothing_are_said_in_one_sentence(folder: Path, run: Run) -> None:
    """A missing path and one without labels have status 3, an unknown data set status 2."""
    missing = run("evaluate", "polnear", "nowhere")
    assert missing.exit_code == 3
    assert missing.stderr.startswith("Error: nowhere is not there")
    empty = run("evaluate", "polnear", ".")
    assert empty.exit_code == 3
    assert "no labelled text" in empty.stderr
    assert run("evaluate", "polenar", ".").exit_code == 2


def test_a_figure_without_a_floor_is_not_passed(folder: Path, run: Run) -> None:
    """With --floors, data that nothing is pinned for ends in an error."""
    MAKERS["checkthat-subj"](folder / "set")
    result = run("evaluate", "checkthat-subj", "set", "--floors")
    assert result.exit_code == 3
    assert "No floors are pinned" in result.stderr


def test_a_figure_below_its_floor_fails(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table is printed, the shortfall is said, the status is 1."""
    MAKERS["checkthat-subj"](folder / "set")
    monkeypatch.setattr(command, "read_pins", list)
    monkeypatch.setattr(command, "shortfalls", lambda result, pins: ["macro_f1 is too low."])
    result = run("evaluate", "checkthat-subj", "set", "--floors")
    assert result.exit_code == 1
    assert "macro_f1" in result.stdout
    assert result.stderr == "Error: macro_f1 is too low.\n"


def test_crashes_are_named_and_cannot_write_to_the_terminal(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text at which the pipeline fails stands in the table by its name, control signs shown."""

    def fail(*_: object) -> None:
        raise ValueError("a\x1b[2Jb")

    monkeypatch.setattr("argmap.cli.reader.ArgmapReader.uncertain", fail)
    MAKERS["wiki-weasel"](folder / "set")
    result = run("evaluate", "wiki-weasel", "set")
    assert result.exit_code == 0
    assert "2 texts crashed and count as missed" in result.stdout
    assert "test/0: ValueError" in result.stdout
    assert "\x1b" not in result.output
