"""Running the command line in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main

Run = Callable[..., Result]

OPINION = """---
title: A Wall Made of Fares
outlet: The Islander
genre: opinion
---
A Wall Made of Fares

This isn't a fare reform; it's a new toll wall. The harbor board must withdraw it, because islanders
have no other road. Critics say the plan may cost each family 900 crowns a year.
"""

REPORT = """---
title: Harbor board weighs higher fares
outlet: Orla Wire
genre: report
---
Harbor board weighs higher fares

ORLA BAY — Fares on the Orla ferry may double next spring, the harbor board said on Monday.

"We have no money left for the boats," said Mira Tolland, who chairs it. "So fares have to rise."

According to the board, the plan may cost each family about 900 crowns a year.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with two short articles in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "islander.txt").write_text(OPINION, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run argmap in that folder; nothing but an expected exit may leave it."""

    def call(*arguments: str, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, list(arguments), input=stdin, catch_exceptions=False)
        assert "Traceback" not in result.output
        return result

    return call
