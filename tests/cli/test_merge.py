"""`argmap merge`: two people's files into one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from argmap.evaluate.adjudication import open_questions
from argmap.guide import RULES
from argmap.model.files import as_text, read_document
from tests.model.annotations import Value, make_annotation, make_text

from .conftest import Run


@pytest.fixture
def base(folder: Path) -> Value:
    """What the machine wrote, beside Ana's file and in its own."""
    random = Random(7)
    value = make_annotation(random, make_text(random, 5))
    for path in ("ana/.argmap/ferry.json", "machine.json", "ana/ferry.json", "ben/ferry.json"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(as_text(value))
    return value


def relabel(path: Path, number: int, certainty: str) -> None:
    """One person's change of one label."""
    value = json.loads(path.read_text())
    value["segments"][number]["certainty"] = certainty
    path.write_text(as_text(value))


def other(base: Value, number: int) -> list[str]:
    """Certainties that the machine did not say."""
    every = ("certain", "probable", "possible")
    return [each for each in every if each != base["segments"][number]["certainty"]]


def test_what_each_changed_is_in_the_merged_file(folder: Path, run: Run, base: Value) -> None:
    """No conflict, status 0; either order gives the same bytes, small beside the base."""
    relabel(folder / "ana/ferry.json", 0, other(base, 0)[0])
    relabel(folder / "ben/ferry.json", 1, other(base, 1)[0])
    assert run("merge", "ana/ferry.json", "ben/ferry.json", "-o", "c.json").exit_code == 0
    run("merge", "ben/ferry.json", "ana/ferry.json", "-o", "d.json")
    assert (folder / "c.json").read_bytes() == (folder / "d.json").read_bytes()
    lines = (folder / "c.json").read_text().splitlines()
    before = (folder / "machine.json").read_text().splitlines()
    assert sum(one != two for one, two in zip(lines, before, strict=True)) == 2


def test_a_conflict_is_listed_and_a_is_taken(folder: Path, run: Run, base: Value) -> None:
    """Both changed one label: status 1, A's value in the file, both values in the message."""
    one, two = other(base, 0)[:2]
    relabel(folder / "ana/ferry.json", 0, one)
    relabel(folder / "ben/ferry.json", 0, two)
    result = run("merge", "ana/ferry.json", "ben/ferry.json", "-o", "c.json", "--json")
    assert result.exit_code == 1
    (line,) = json.loads(result.stdout)["conflicts"]
    assert line.endswith(f"ana says {one}, taken; ben, {two}")
    made = read_document(folder / "c.json")
    assert made.segments[0].certainty == one
    record = made.provenance.labels["s1.certainty"]
    assert (str(record.status), record.was) == ("disputed", {"ana": one, "ben": two})
    assert record.note in {rule.id for rule in RULES}
    assert [question.key for question in open_questions(made)] == ["s1.certainty"]
    listed = run("adjudicate", "ana/ferry.json", "ben/ferry.json", "-o", "c.json").output
    assert "1 to decide" in listed


def test_two_sides_of_one_name_are_refused(folder: Path, run: Run, base: Value) -> None:
    """The file could not say who says what."""
    result = run("merge", "ana/ferry.json", "ben/ferry.json", "-o", "c.json", "--names", "a", "a")
    assert (result.exit_code, (folder / "c.json").exists()) == (3, False)
    assert "--names" in result.output


def test_an_unknown_base_is_one_sentence(folder: Path, run: Run, base: Value) -> None:
    """Without the machine's copy the base must be named; then it works."""
    shutil.rmtree(folder / "ana/.argmap")
    result = run("merge", "ana/ferry.json", "ben/ferry.json", "-o", "c.json")
    assert result.exit_code == 3
    assert "name it with --base" in result.stderr
    assert not (folder / "c.json").exists()
    arguments = ("ana/ferry.json", "ben/ferry.json", "--base", "machine.json", "-o", "c.json")
    assert run("merge", *arguments).exit_code == 0


def test_git_merges_the_labels_of_two_branches(folder: Path, run: Run) -> None:
    """As a driver: what git alone could not join, then a conflict with its two sides."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    driver = f"{sys.executable} -m argmap merge -q %A %B --base %O -o %A --names ours theirs"

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        given = {
            "user.name": "ana",
            "user.email": "ana@localhost",
            "init.defaultBranch": "main",
            "merge.argmap.driver": driver,
        }
        options = [part for key, value in given.items() for part in ("-c", f"{key}={value}")]
        command = ["git", *options, *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    def save(branch: str, **labels: str) -> None:
        git("checkout", "-q", branch)
        path = folder / "annotations/wire.json"
        value = json.loads(path.read_text())
        value["segments"][0].update(labels)
        path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")
        git("commit", "-qam", branch)

    run("annotate", "wire.txt")
    (folder / ".gitattributes").write_text("annotations/*.json merge=argmap\n")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "what the machine said")
    git("branch", "ben")
    save("main", certainty="probable")
    save("ben", polarity="negative")
    git("checkout", "-q", "main")
    done = git("merge", "-m", "both", "ben")
    assert done.returncode == 0, done.stderr
    segment = json.loads((folder / "annotations/wire.json").read_text())["segments"][0]
    assert (segment["certainty"], segment["polarity"]) == ("probable", "negative")
    save("main", certainty="possible")
    save("ben", certainty="uncommitted")
    git("checkout", "-q", "main")
    done = git("merge", "-m", "again", "ben")
    assert done.returncode == 1
    assert "ours says possible, taken; theirs, uncommitted" in done.stdout + done.stderr
    assert run("check", "annotations/wire.json").exit_code == 0
