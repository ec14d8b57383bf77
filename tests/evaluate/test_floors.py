"""The gate: a figure below its floor fails, and no floor falls in silence."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from argmap.errors import InputError
from argmap.evaluate import DATASETS, Result, evaluate
from argmap.evaluate.floors import FLOORS, pin, read_pins, shortfalls, write_pins

from .invented import MAKERS
from .readers import Empty, Perfect


@pytest.fixture
def good(tmp_path: Path) -> Result:
    """The result of a reader that knows all."""
    MAKERS["wiki-weasel"](tmp_path)
    dataset = DATASETS["wiki-weasel"]
    return evaluate(dataset, [tmp_path], Perfect(dataset.load(tmp_path)))


@pytest.fixture
def bad(tmp_path: Path, good: Result) -> Result:
    """The result of a reader that finds nothing, on the same data."""
    return evaluate(DATASETS["wiki-weasel"], [tmp_path], Empty())


def test_a_figure_below_its_floor_is_said(good: Result, bad: Result) -> None:
    """What was reached passes; what is worse has a sentence with figure and floor."""
    pins = pin(good, [])
    assert shortfalls(good, pins) == []
    (sentence,) = shortfalls(bad, pins)
    assert "wiki-weasel f1 is 0.0, below its floor 0.995" in sentence


def test_an_undefined_figure_is_below_every_floor(good: Result) -> None:
    """A figure that is gone does not pass."""
    undefined = dataclasses.replace(good, metrics={"f1": None})
    assert shortfalls(undefined, pin(good, []))


def test_a_floor_rises_and_does_not_fall_by_itself(good: Result, bad: Result) -> None:
    """A worse figure is refused; a better one lifts the floor; a little less leaves it."""
    low = pin(dataclasses.replace(good, metrics={"f1": 0.5}), [])
    assert pin(good, low)[0].floors == {"f1": 0.995}
    assert pin(dataclasses.replace(good, metrics={"f1": 0.498}), low) == low
    with pytest.raises(InputError, match="--lower"):
        pin(bad, pin(good, []))


def test_a_lowered_floor_keeps_its_reason(good: Result, bad: Result) -> None:
    """The reason and the old floor stay in the file, through later changes too."""
    pins = pin(bad, pin(good, []), lower="the tokenizer was wrong")
    pins = pin(good, pins)
    (note,) = pins[0].lowered
    assert (note.metric, note.was, note.reason) == ("f1", 0.995, "the tokenizer was wrong")


def test_other_data_has_no_floor(good: Result) -> None:
    """A changed data set or another part cannot pass by the old floors."""
    pins = pin(good, [])
    for change in ({"fingerprint": "0" * 64}, {"part": "held out"}):
        with pytest.raises(InputError, match="No floors are pinned"):
            shortfalls(dataclasses.replace(good, **change), pins)


def test_the_file_comes_back_and_a_floor_changed_by_hand_is_noticed(
    good: Result, tmp_path: Path
) -> None:
    """The seal fits what was written, and nothing else."""
    path = tmp_path / "floors.json"
    pins = pin(good, [])
    write_pins(pins, path)
    assert read_pins(path) == pins
    value = json.loads(path.read_text())
    value[0]["floors"]["f1"] = 0.1
    path.write_text(json.dumps(value))
    with pytest.raises(InputError, match="changed by hand"):
        read_pins(path)


def test_the_committed_floors_are_sound() -> None:
    """Every entry bears its seal and names a data set and figures that exist."""
    for one in read_pins(FLOORS):
        assert set(one.floors) <= set(DATASETS[one.dataset].metrics)
        assert all(0 < least < 1 for least in one.floors.values())
