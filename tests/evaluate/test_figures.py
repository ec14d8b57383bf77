"""The script that writes the table of the page about evaluation."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from argmap.errors import InputError
from argmap.evaluate import DATASETS
from argmap.models.figures import PublicFigure, read_figures, write_figures

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


def test_the_figures_of_the_page_are_those_of_the_table(figures: ModuleType) -> None:
    """`figures.json`, which comes with argmap, and the table of docs/evaluation.md say the same."""
    table = figures.PAGE.read_text(encoding="utf-8")
    table = table.split(figures.BEGIN)[1].split(figures.END)[0]
    told: list[tuple[str, str, float]] = []
    name = ""
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) > 3 and cells[3].startswith("**"):
            name = cells[0].removesuffix(" †") or name
            told.append((name, cells[1].strip("`"), float(cells[3].strip("*"))))
    known = [(one.data or one.dataset, one.metric, one.value) for one in read_figures()]
    assert known == told


def test_figures_are_written_and_read_with_three_digits(tmp_path: Path) -> None:
    """What was measured comes back, rounded as the table rounds it."""
    path = tmp_path / "figures.json"
    figure = PublicFigure(dataset="babe", metric="word_f1", value=0.47449, rule="every “word”")
    write_figures([figure], path)
    assert read_figures(path) == [replace(figure, value=0.474)]


def test_the_row_of_a_result_gives_its_figures(figures: ModuleType, tmp_path: Path) -> None:
    """Each metric with what the trivial rule reaches, and the rule in words."""
    MAKERS["polnear"](tmp_path / "polnear" / "dev")
    (row,) = [row for row in figures.ROWS if row.dataset == "polnear"]
    reader = Perfect(DATASETS["polnear"].load(tmp_path))
    found = figures.figures_of(row, figures.measured(row, tmp_path, reader, None))
    assert [one.metric for one in found] == list(row.targets)
    assert {one.value for one in found} == {1.0}
    assert found[0].rule == DATASETS["polnear"].baseline_names[found[0].metric]
