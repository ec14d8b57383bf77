"""The script that writes the table of the page about evaluation."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from argmap.errors import InputError
from argmap.evaluate import DATASETS

from .invented import MAKERS
from .readers import Empty, Perfect

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("figures", ROOT / "scripts" / "figures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["figures"] = module
    spec.loader.exec_module(module)
    return module


def test_every_data_set_has_a_row_with_all_its_metrics(figures: ModuleType) -> None:
    """Nothing that can be measured is left out of the table."""
    assert {row.dataset for row in figures.ROWS} == set(DATASETS)
    for row in figures.ROWS:
        assert set(row.targets) == set(DATASETS[row.dataset].metrics)


def test_a_row_shows_figure_interval_baseline_and_target(
    figures: ModuleType, tmp_path: Path
) -> None:
    """One line a metric; what others reach is said once."""
    MAKERS["polnear"](tmp_path / "polnear" / "dev")
    (row,) = [row for row in figures.ROWS if row.dataset == "polnear"]
    reader = Perfect(DATASETS["polnear"].load(tmp_path))
    lines = figures.lines_of(row, figures.measured(row, tmp_path, reader, None))
    assert len(lines) == 5
    assert "**1.000**" in lines[0]
    assert "Citron" in lines[0]
    assert "Citron" not in lines[1]
    assert "| 0.92 |" in lines[2]


def test_data_that_is_not_there_is_said(figures: ModuleType, tmp_path: Path) -> None:
    """A missing data set leaves a row without figures, not a broken page."""
    for row in figures.ROWS:
        result = figures.measured(row, tmp_path, Empty(), None)
        assert "not there" in result.reason
        assert len(figures.lines_of(row, result)) == len(row.targets)


def test_only_what_stands_between_the_marks_is_written_anew(figures: ModuleType) -> None:
    """The hand-written part of the page stays, and writing twice changes nothing."""
    written = f"# Title\n\n{figures.BEGIN}\nold\n{figures.END}\n\nBehind.\n"
    once = figures.page(written, ["| row |"], ["a note"])
    assert once.startswith("# Title\n")
    assert once.endswith("Behind.\n")
    assert "old" not in once
    assert "| row |" in once
    assert figures.page(once, ["| row |"], ["a note"]) == once
    with pytest.raises(InputError, match="marks"):
        figures.page("# Title\n", [], [])


def test_the_committed_pages_have_their_marks(figures: ModuleType) -> None:
    """The script finds its place in both pages as they stand."""
    for path in (figures.PAGE, figures.CARD):
        page = path.read_text(encoding="utf-8")
        assert page.count(figures.BEGIN) == page.count(figures.END) == 1
