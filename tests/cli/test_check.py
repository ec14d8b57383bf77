"""`argmap check`, `schema`, `map` and the help."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli import COMMANDS, main

from .conftest import Run


def test_sound_files_are_said_to_be_sound(folder: Path, run: Run) -> None:
    """A file that argmap wrote passes its own check."""
    run("annotate", "wire.txt", "islander.txt")
    result = run("check", "annotations/wire.json", "annotations/islander.json")
    assert result.exit_code == 0
    assert result.stderr.count("no problem found") == 2


def test_an_article_is_annotated_first(folder: Path, run: Run) -> None:
    """Where an annotation file may stand, an article may; a missing one is a sentence."""
    result = run("check", "wire.txt", "-a", "labels")
    assert result.exit_code == 0
    assert "labels/wire.json: no problem found." in result.stderr
    assert run("check", "missing.txt").exit_code == 3


def test_every_error_is_shown_with_its_place(folder: Path, run: Run) -> None:
    """All faults of all files are listed; the status is 3."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    for segment in value["segments"]:
        segment["role"] = "reprot"
        segment["certainty"] = "sure"
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    result = run("check", "annotations/wire.json", "annotations/missing.json")
    assert result.exit_code == 3
    assert result.stderr.count(".role: ") == len(value["segments"])
    assert result.stderr.count(".certainty: ") == len(value["segments"])
    assert "annotations/wire.json:" in result.stderr
    assert "missing.json" in result.stderr


def test_each_fault_names_line_column_and_what_was_meant(folder: Path, run: Run) -> None:
    """A wrong label, key and id: each with its place for a program, and the nearest right one."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    value["segments"][0]["role"] = "bakground"
    value["segments"][1]["certainity"] = value["segments"][1].pop("certainty")
    value["attributions"][0]["speaker"] = "p1x"
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    faults = json.loads(run("check", "--json", str(path)).stdout)["faults"][str(path)]
    messages = {fault["path"]: fault for fault in faults}
    lines = path.read_text().split("\n")
    for where, meant in (
        ("$.segments[0].role", "background"),
        ("$.segments[1].certainity", "certainty"),
        ("$.attributions[0].speaker", "p1"),
    ):
        fault = messages[where]
        assert fault["message"].endswith(f"did you mean {meant!r}?")
        key = where.rsplit(".", 1)[1]
        assert fault["around"] == lines[fault["line"] - 1].strip()
        assert fault["around"].startswith(f'"{key}": ')
        assert fault["column"] == lines[fault["line"] - 1].index(": ") + 3


def test_fix_moves_a_label_to_its_quote(folder: Path, run: Run) -> None:
    """After an insertion in the text every quote is found again and each move is said."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    cue = value["attributions"][0]["cue"]
    cue["start"], cue["end"] = cue["start"] + 3, cue["end"] + 3
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    assert run("check", "annotations/wire.json").exit_code == 3
    result = run("check", "--fix", "annotations/wire.json")
    assert result.exit_code == 0
    assert "moved from" in result.stderr
    assert run("check", "annotations/wire.json").exit_code == 0


def test_fix_finds_a_quote_with_other_words_and_says_how_alike(folder: Path, run: Run) -> None:
    """A slip in a quote is mended from the article; one that is like nothing is left and said."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    whole = value["segments"][1]["text"]
    value["segments"][1]["text"] = whole.replace("ferry", "fery")
    value["attributions"][0]["cue"]["text"] = "shouted"
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    result = run("check", "--fix", str(path))
    assert "of 100 alike" in result.stderr
    assert "the article does not hold this quote" in result.stderr
    mended = json.loads(path.read_text())
    assert mended["segments"][1]["text"] == whole
    assert mended["attributions"][0]["cue"]["text"] == "shouted"


def broken(folder: Path) -> Path:
    """The report's annotation file with one voice mistyped."""
    path = folder / "annotations/wire.json"
    text = path.read_text()
    assert '"voice": "author"' in text
    path.write_text(text.replace('"voice": "author"', '"voice": "auther"', 1))
    return path


def test_the_lines_around_an_error_are_shown(folder: Path, run: Run) -> None:
    """Below each error its line stands with carets, and the nearest known value is offered."""
    run("annotate", "wire.txt")
    path = broken(folder)
    number = next(n for n, line in enumerate(path.read_text().splitlines(), 1) if "auther" in line)
    result = run("check", "annotations/wire.json")
    lines = result.stderr.splitlines()
    assert lines[0].startswith(f"annotations/wire.json:{number}:16: $.segments[")
    assert lines[0].endswith("; did you mean 'author'?")
    assert lines[2] == f'    {number} |       "voice": "auther",'
    assert lines[3].strip(" |") == "^" * len('"auther"')
    assert lines[3].index("^") == lines[2].index('"auther"')


def test_broken_json_is_shown_too(folder: Path, run: Run) -> None:
    """A missing comma has its place and its lines."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    path.write_text(path.read_text().replace('"version": 1,', '"version": 1', 1))
    result = run("check", "annotations/wire.json")
    assert result.exit_code == 3
    assert "    4 |   " in result.stderr
    assert "annotations/wire.json:5:3: not valid JSON" in result.stderr


def test_fix_follows_a_text_that_changed(folder: Path, run: Run) -> None:
    """A sentence put into the text moves every label behind it; nothing else is touched."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    value["text"] = value["text"].replace("\n\n", "\n\n\n", 1)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    result = run("check", "--fix", "annotations/wire.json")
    assert result.exit_code == 0, result.stderr
    again = json.loads(path.read_text())
    labels = [[item["role"] for item in one["segments"]] for one in (value, again)]
    assert labels[0] == labels[1]
    assert again["segments"][1]["start"] == value["segments"][1]["start"] + 1


def test_fix_never_overwrites_what_was_saved_meanwhile(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text editor that saves while the quotes are sought wins."""
    from argmap.cli import check

    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    value = json.loads(path.read_text())
    value["attributions"][0]["cue"]["start"] += 1
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False))
    seek = check.reanchor

    def meanwhile(*arguments: object, **more: object) -> object:
        path.write_text("somebody else's")
        return seek(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "reanchor", meanwhile)
    result = run("check", "--fix", "annotations/wire.json")
    assert result.exit_code == 3
    assert "changed by another program" in result.stderr
    assert path.read_text() == "somebody else's"


def test_watch_checks_each_time_a_file_is_saved_and_ends_cleanly(folder: Path, run: Run) -> None:
    """A half-written file is said and outlived; Ctrl-C ends with status 0 and no traceback."""
    run("annotate", "wire.txt")
    path = folder / "annotations/wire.json"
    whole = path.read_bytes()
    watcher = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "--watch", "annotations/wire.json"],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert watcher.stderr

    def until(part: str) -> str:
        assert watcher.stderr
        for line in watcher.stderr:
            if part in line:
                return line
        raise AssertionError(f"the watcher ended before it said {part!r}")

    try:
        until("no problem found")
        until("Watching; Ctrl-C")
        path.write_bytes(whole[:2000])
        until("not valid JSON")
        path.unlink()
        broken_text = whole.replace(b'"voice": "author"', b'"voice": "auther"', 1)
        path.write_bytes(broken_text)
        until("did you mean 'author'?")
        path.write_bytes(whole)
        until("no problem found")
        until("Watching; Ctrl-C")
        watcher.send_signal(signal.SIGINT)
        assert "Stopped watching." in until("Stopped")
        assert watcher.wait(timeout=60) == 0
        assert watcher.stderr.read() == ""
    finally:
        watcher.kill()
        watcher.wait()
        watcher.stderr.close()


def test_watch_is_for_people(folder: Path, run: Run) -> None:
    """JSON has an end, watching has none."""
    assert run("check", "--watch", "--json", "wire.json").exit_code == 2


def test_the_schema_is_printed(run: Run) -> None:
    """`argmap schema` prints JSON."""
    assert json.loads(run("schema").stdout)["title"].startswith("argmap annotation")


@pytest.mark.dot
def test_maps_come_in_every_format(folder: Path, run: Run) -> None:
    """svg, png, pdf and dot are written beside each other."""
    formats = [part for name in ("svg", "png", "pdf", "dot") for part in ("--format", name)]
    result = run("map", "wire.txt", *formats, "--by", "voice")
    assert result.exit_code == 0
    heads = {"svg": b"<", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}
    for ending, head in heads.items():
        assert (folder / f"output/wire.{ending}").read_bytes().lstrip().startswith(head)


def test_a_wrong_focus_or_role_is_one_sentence(folder: Path, run: Run) -> None:
    """What does not exist is named, with what does."""
    assert run("map", "wire.txt", "--focus", "s999").exit_code == 3
    result = run("map", "wire.txt", "--roles", "claims")
    assert result.exit_code == 2
    assert "evidence" in result.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    """Nobody has to guess how to call a command."""
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert f"argmap {name}" in result.output


def test_argument_asks_a_teachers_questions(folder: Path, run: Run) -> None:
    """`--argument` tells what is asked of a sound file, in words and as JSON."""
    source = Path(__file__).parents[2] / "annotations" / "harbor-voice.json"
    path = folder / "voice.json"
    path.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    told = run("check", "--argument", str(path))
    assert told.exit_code == 0
    assert "claimed in the author's own voice" in told.stderr
    answer = json.loads(run("check", "--argument", "--json", str(path)).stdout)
    kinds = {finding["kind"] for finding in answer["argument"][str(path)]}
    assert "claim_without_support" in kinds
