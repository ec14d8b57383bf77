"""Saving under bad luck: killed, disk full, read-only, two at once."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.errors import InputError, OutputError
from argmap.model.files import replace_text, write_text

KILLER = """
import os, signal, sys, time
from pathlib import Path
from random import Random
from argmap.model.files import write_text
path, random = Path(sys.argv[1]), Random(1)
texts = ["old line\\n" * 20_000, "new and longer line\\n" * 20_000]
write_text(path, texts[0])
seen, left = [], 0
for _ in range(100):
    child = os.fork()
    if not child:
        while True:
            for text in texts:
                write_text(path, text)
    time.sleep(random.random() / 50)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    seen.append(texts.index(path.read_text()) if path.read_text() in texts else "torn")
    left += len(os.listdir(path.parent)) > 1
write_text(path, texts[0])
assert left, "no kill hit the middle of a save"
assert os.listdir(path.parent) == [path.name]
print(*seen)
"""
ADDER = """
import sys
from pathlib import Path
from argmap.errors import InputError
from argmap.model.files import read_text, replace_text
path = Path(sys.argv[1])
for number in range(40):
    while True:
        text = read_text(path)
        try:
            replace_text(path, text + sys.argv[2] + "\\n", expected=text)
            break
        except InputError:
            continue
"""


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    """SIGKILL at a hundred random moments: one of the two texts, whole; the next save sweeps."""
    path = tmp_path / "file.json"
    command = [sys.executable, "-c", KILLER, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seen = done.stdout.split()
    assert len(seen) == 100
    assert set(seen) == {"0", "1"}


def test_two_processes_never_overwrite_each_other(tmp_path: Path) -> None:
    """Each adds forty lines to one file at the same time: all eighty are there."""
    path = tmp_path / "file.txt"
    path.write_text("")
    running = [subprocess.Popen([sys.executable, "-c", ADDER, str(path), name]) for name in "ab"]
    assert [process.wait() for process in running] == [0, 0]
    lines = path.read_text().split()
    assert (lines.count("a"), lines.count("b")) == (40, 40)


def test_a_full_disk_is_one_sentence_and_the_old_file_stays(tmp_path: Path) -> None:
    """No room for the new file: said so, the old one whole, nothing left beside it."""
    path = tmp_path / "file.json"
    write_text(path, "old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OutputError, match=r"file\.json cannot be written \(File too large\)"):
            write_text(path, "new" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_read_only_file_is_one_sentence(tmp_path: Path) -> None:
    """A file that its owner protected is not renamed away, not even by root."""
    path = tmp_path / "file.json"
    write_text(path, "old")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="it is read-only"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_since_it_was_read_is_kept(tmp_path: Path) -> None:
    """Changed, gone or come: each is said, and what stands there stays."""
    path = tmp_path / "file.json"
    with pytest.raises(InputError, match="changed by another program"):
        replace_text(path, "new", expected="old")
    path.write_text("other")
    for expected in ("old", None):
        with pytest.raises(InputError, match="changed by another program"):
            replace_text(path, "new", expected=expected)
    assert path.read_text() == "other"
    replace_text(path, "new", expected="other")
    assert path.read_text() == "new"


@pytest.mark.parametrize("step", ["fdopen", "fsync", "chmod", "replace"])
def test_a_disk_that_fills_at_any_step_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Nothing half-written stays, not even a temporary file."""
    path = tmp_path / "file.json"
    write_text(path, "old")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        write_text(path, "new")
    monkeypatch.undo()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_leads_to_the_file_that_is_written(tmp_path: Path) -> None:
    """The link stays a link, and what it names is written, with the rights that it had."""
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "a.json", tmp_path / "a.json"
    write_text(real, "old")
    real.chmod(0o600)
    link.symlink_to(real)
    write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o600
