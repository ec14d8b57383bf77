"""`argmap edit` as a program: address, end and errors; and corrections that outlive a run."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from argmap.cli import main
from argmap.desk import listen
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document
from argmap.story import story_files

from .conftest import Open

EDIT = [sys.executable, "-m", "argmap", "edit", "--no-browser"]


@pytest.fixture
def running(path: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The editor as a process of its own, with the address that it printed."""
    process = subprocess.Popen(
        [*EDIT, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    yield process, process.stdout.readline().strip()
    if process.poll() is None:
        process.kill()
    process.wait()


def test_it_prints_an_address_and_ends_cleanly(
    running: tuple[subprocess.Popen[str], str],
) -> None:
    """One line on stdout; the page is there; Ctrl-C ends it with status 0 and no traceback."""
    process, address = running
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", address)
    with urllib.request.urlopen(address) as answer:
        assert b"<!doctype html>" in answer.read()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address[: address.index("/", 8) + 1])
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out == ""
    assert "Traceback" not in err
    assert "Stopped." in err


def test_nobody_else_on_the_network_reaches_it(
    running: tuple[subprocess.Popen[str], str],
) -> None:
    """At another address of this machine nothing listens."""
    port = int(running[1].split(":")[2].split("/")[0])
    for address in ("127.0.0.2", "::1"):
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            with socket.socket(family, socket.SOCK_STREAM) as other:
                assert other.connect_ex((address, port)) != 0
        except OSError:  # the machine has no such address
            continue


def test_two_runs_have_two_tokens(path: Path) -> None:
    """The token is random: nobody guesses it from an earlier run."""
    found = set()
    for _ in range(2):
        process = subprocess.Popen([*EDIT, "-q", str(path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        found.add(process.stdout.readline().strip().split("/")[3])
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert len(found) == 2


def test_a_port_that_is_taken_is_said(path: Path) -> None:
    """One sentence with the remedy, status 3."""
    taken = listen(0)
    try:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["edit", "--no-browser", "--port", port, str(path)])
    finally:
        taken.close()
    assert result.exit_code == 3
    assert f"Port {port}" in result.output
    assert "--port" in result.output


def test_a_file_that_is_not_sound_is_not_opened(path: Path) -> None:
    """All its problems are told with their places, as `argmap check` tells them."""
    value = json.loads(path.read_text(encoding="utf-8"))
    value["segments"][0]["role"] = "opinion"
    path.write_text(json.dumps(value, indent=2), encoding="utf-8")
    result = CliRunner().invoke(main, ["edit", "--no-browser", str(path)])
    assert result.exit_code == 3
    assert "$.segments[0].role" in result.output
    assert CliRunner().invoke(main, ["edit", "--no-browser", "nothing.json"]).exit_code == 3


@pytest.mark.browser
def test_corrections_outlive_the_next_run(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bundled report is read, corrected in the editor, and read again: all corrections stand.

    Labels, a new cut, a span, a relation, the cast, a note, what was confirmed: the file is the
    same after `annotate` and after `compare`, and the page of the comparison shows the labels. All
    of it is there too when other models read the article, and when the article was changed.
    """
    monkeypatch.chdir(tmp_path)
    run = CliRunner()
    articles = [str(path) for path in story_files()]
    assert run.invoke(main, ["compare", *articles], catch_exceptions=False).exit_code == 0
    path = tmp_path / "annotations" / "tidemark-wire.json"
    machine = read_document(path)
    target = next(s for s in machine.segments if s.role == "report" and s.voice == "author")
    desk = open_desk(path)
    page = desk.page
    desk.go(target.id)
    desk.press("1", "t", "c", "c", "p", "q", "n")
    page.keyboard.type("Corrected by hand.")
    desk.press("Escape", "ArrowRight", "Shift+ArrowRight", "x")
    page.keyboard.press("Escape")
    desk.press("r", "ArrowDown", "Enter", "Escape")
    desk.go(target.id)
    desk.press("Enter")
    desk.panel("Cast")
    page.locator(".cast button").first.click()
    page.get_by_role("textbox", name="Name").fill("A Source Renamed")
    desk.go(target.id)
    last = machine.segments[-1]
    desk.go(last.id)
    desk.press("ArrowRight", "ArrowRight", "s")
    desk.saved()
    corrected = path.read_bytes()
    require_corrections(read_document(path), target.id, len(machine.segments))

    for command in ("annotate", "compare"):
        result = run.invoke(main, [command, *articles], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        assert path.read_bytes() == corrected
    comparison = (tmp_path / "output" / "compare.html").read_text(encoding="utf-8")
    assert "A Source Renamed" in comparison
    again = open_desk(path)
    expect(again.page.locator(f"#seg-{target.id} .tag")).to_have_text("C ✓ ✎")

    other_models(path)
    assert run.invoke(main, ["annotate", *articles], catch_exceptions=False).exit_code == 0
    models = read_document(path).provenance.models
    assert models == machine.provenance.models
    require_corrections(read_document(path), target.id, len(machine.segments))

    changed = tmp_path / "tidemark-wire.txt"
    (article,) = (one for one in story_files() if one.stem == "tidemark-wire")
    front, title, rest = article.read_text(encoding="utf-8").split("\n\n", 2)
    first = "The ministry had said nothing of it for a week, two officials said."
    changed.write_text(f"{front}\n\n{title}\n\n{first}\n\n{rest}", encoding="utf-8")
    assert run.invoke(main, ["annotate", str(changed)], catch_exceptions=False).exit_code == 0
    after = read_document(path)
    assert first in after.text
    (moved,) = (segment for segment in after.segments if segment.text == target.text)
    more = sum(segment.text in first for segment in after.segments)
    require_corrections(after, moved.id, len(machine.segments) + more)


def other_models(path: Path) -> None:
    """Make the file and the machine's copy of it those of a model that read something else."""
    for each in (path, path.parent / ".argmap" / path.name):
        value = json.loads(each.read_text(encoding="utf-8"))
        value["provenance"]["models"]["discourse"] = "discourse 0.0.1 (sha256 0000)"
        value["segments"][-2]["certainty"] = "uncommitted"
        each.write_text(json.dumps(value, indent=2, ensure_ascii=False), encoding="utf-8")


def require_corrections(document: AnnotatedDocument, identifier: str, segments: int) -> None:
    """What the person did in the editor is in the document."""
    found = document.segment(identifier)
    assert found is not None
    assert (found.role, found.voice, found.polarity) == ("claim", "attributed", "negative")
    assert found.certainty != "certain"
    assert document.attribution(found.attribution) is not None
    record = document.provenance.labels[identifier]
    assert (record.status, record.note) == ("confirmed", "Corrected by hand.")
    assert len(document.segments) == segments + 1
    assert "A Source Renamed" in [source.name for source in document.sources]
    assert any(r.source == identifier and r.confidence is None for r in document.relations)
    assert any(span.confidence is None for span in document.spans)


def test_the_help_names_it() -> None:
    """`argmap --help` lists the editor, `argmap edit --help` shows how it is used."""
    assert "edit" in CliRunner().invoke(main, ["--help"]).output
    text = CliRunner().invoke(main, ["edit", "--help"]).output
    assert "--no-browser" in text
    assert "Ctrl-C" in text
