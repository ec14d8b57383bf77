"""`argmap map`, and how often the main job draws."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from argmap.model.files import write_document
from tests.graph.stories import pier
from tests.graph.synthetic import dense_article

from .conftest import Run
from .test_compare import written

pytestmark = pytest.mark.dot


def test_every_format_is_written(folder: Path, run: Run) -> None:
    """One file a format, each of its kind."""
    write_document(pier(), folder / "pier.json")
    result = run("map", "pier.json", *(f"-f{f}" for f in ("svg", "png", "pdf", "dot")))
    assert result.exit_code == 0
    starts = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}
    for format, start in starts.items():
        assert (folder / f"output/paper.{format}").read_bytes().startswith(start)


def test_boxes_are_closed_by_number(folder: Path, run: Run) -> None:
    """A closed section shows its numbers; a number that is none names those that are."""
    write_document(pier(), folder / "pier.json")
    result = run("map", "pier.json", "-f", "dot", "--closed", "2")
    assert result.exit_code == 0
    assert "box 2 · What it costs" in (folder / "output/paper.dot").read_text()
    result = run("map", "pier.json", "--closed", "7")
    assert result.exit_code == 3
    assert "no box '7'" in result.stderr
    assert "2: What it costs" in result.stderr
    run("map", "pier.json", "-f", "dot", "--closed", "all")
    assert "box 1 · A Pier Too Far" in (folder / "output/paper.dot").read_text()


def test_a_large_article_is_an_overview_and_pages(folder: Path, run: Run) -> None:
    """Above the limit there is a page for each part, which the overview's boxes link to."""
    write_document(dense_article(200, 1), folder / "dense.json")
    result = run("map", "dense.json")
    assert result.exit_code == 0
    pages = {name for name in written(folder) if name.startswith("output/dense.pages/")}
    assert pages == {f"output/dense.pages/{n}.svg" for n in range(1, len(pages) + 1)}
    assert len(pages) > 3
    assert 'href="dense.pages/2.svg"' in (folder / "output/dense.svg").read_text()
    result = run("map", "dense.json", "-o", "whole", "--limit", "0", "-f", "dot")
    assert result.stdout.split() == ["whole/dense.dot"]


def test_a_story_map_of_several_articles(folder: Path, run: Run) -> None:
    """One map of all, and no other; of one article there is none."""
    result = run("map", "--story", "islander.txt", "wire.txt", "-q")
    assert result.exit_code == 0
    assert {name for name in written(folder) if name.startswith("output")} == {"output/story.svg"}
    picture = (folder / "output/story.svg").read_text()
    assert "The Islander" in picture
    assert "Orla Wire" in picture
    result = run("map", "--story", "wire.txt")
    assert result.exit_code == 3
    assert "two articles" in result.stderr


def test_an_article_called_story_keeps_its_map(folder: Path, run: Run) -> None:
    """The story map gives way to an article of its name."""
    (folder / "wire.txt").rename(folder / "Story.txt")
    result = run("compare", "islander.txt", "Story.txt", "-q")
    assert result.exit_code == 0
    assert {"output/Story.svg", "output/story-2.svg"} <= written(folder)


def test_each_map_is_drawn_once(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file and the page are made of one picture: three runs of `dot` for two articles."""
    real = shutil.which("dot")
    (folder / "bin").mkdir()
    program = folder / "bin/dot"
    program.write_text(f'#!/bin/sh\necho run >> "{folder}/runs"\nexec "{real}" "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}/bin{os.pathsep}{os.environ['PATH']}")
    assert run("compare", "islander.txt", "wire.txt", "-q").exit_code == 0
    assert (folder / "runs").read_text().split() == ["run"] * 3
    page = (folder / "output/compare.html").read_text()
    assert page.count('class="argmap-map"') == 3
    assert "How to read this map" in (folder / "output/wire.svg").read_text()
    assert "How to read this map" not in page


def test_without_graphviz_the_story_s_text_is_kept(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No `dot`: the story's DOT text stands, and the status is 4."""
    monkeypatch.setenv("PATH", str(folder))
    result = run("map", "--story", "islander.txt", "wire.txt")
    assert result.exit_code == 4
    assert (folder / "output/story.dot").read_text().startswith("digraph")
