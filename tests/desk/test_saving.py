"""Saving: single labels, against the revision that the page has seen, whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from argmap.model.files import read_document
from argmap.model.store import AnnotationStore, Owner

from .conftest import Client


def test_a_change_is_in_the_file(client: Client, path: Path, role: dict[str, Any]) -> None:
    """A label is written, the answer is the file's new revision, and the file is a person's."""
    answer = client.save(role)
    assert answer.status_code == 200
    assert answer.json()["revision"] == client.revision()
    assert answer.headers["etag"].strip('"') == client.revision()
    assert read_document(path).segments[0].role == "background"
    assert AnnotationStore(path.parent).owner("ferry") is Owner.PERSON


def test_a_stale_revision_writes_nothing(client: Client, path: Path, role: dict[str, Any]) -> None:
    """The second of two writers is refused and told what the file's revision is."""
    seen = client.revision()
    assert client.save(role, revision=seen).status_code == 200
    kept = path.read_bytes()
    answer = client.save({**role, "now": "claim"}, revision=seen)
    assert answer.status_code == 412
    assert answer.json()["revision"] == client.revision()
    assert path.read_bytes() == kept


def test_a_file_changed_by_an_editor_is_not_overwritten(
    client: Client, path: Path, role: dict[str, Any]
) -> None:
    """A text editor that saved meanwhile wins, even if it changed a blank only."""
    seen = client.revision()
    path.write_bytes(path.read_bytes() + b"\n")
    kept = path.read_bytes()
    assert client.save(role, revision=seen).status_code == 412
    assert path.read_bytes() == kept


def test_a_file_changed_at_the_last_moment_is_not_overwritten(
    client: Client, path: Path, role: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is looked at once more when the new one lies ready beside it."""
    flush = os.fsync

    def slow(handle: int) -> None:
        flush(handle)
        path.write_text("a person's own words", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", slow)
    assert client.save(role).status_code == 412
    assert path.read_text(encoding="utf-8") == "a person's own words"
    assert sorted(p.name for p in path.parent.iterdir()) == [".argmap", "ferry.json"]


def test_a_change_names_its_revision(client: Client, role: dict[str, Any]) -> None:
    """Without If-Match nothing is saved."""
    answer = client.patch(client.at("api/documents/ferry"), json={"changes": [role]})
    assert answer.status_code == 428


def test_a_change_that_finds_another_value_is_refused(client: Client, role: dict[str, Any]) -> None:
    """A page that believes a label to be what it is not has not seen this file."""
    answer = client.save({**role, "was": "claim"})
    assert answer.status_code == 409
    assert "s1.role" in answer.json()["error"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"key": "role", "was": "report", "now": "nonsense"}, "role"),
        ({"key": "role", "was": "report", "now": "claim"}, "needs one"),
        (
            {
                "key": "place",
                "was": {"start": 0, "end": 16, "text": "Ferry Fares Rise"},
                "now": {"start": 0, "end": 5, "text": "Ferry"},
            },
            "no segment",
        ),
        ({"key": "attribution", "was": None, "now": "a99"}, "no attribution"),
        ({"key": None, "was": None, "now": {"id": "s1"}}, ""),
    ],
)
def test_a_file_that_would_not_be_sound_is_not_written(
    client: Client, path: Path, change: dict[str, Any], told: str
) -> None:
    """Unknown labels, a text that no segment holds, references to nothing: the file stays."""
    before = path.read_bytes()
    answer = client.save({"part": "segments", "id": "s1", **change})
    assert answer.status_code in (409, 422)
    assert told in " ".join([answer.json()["error"], *answer.json().get("problems", [])])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"changes": 3}', b'{"changes": [{}]}', b"\xff\xfe", b"[" * 100_000]
)
def test_a_body_that_holds_no_changes_is_refused(client: Client, path: Path, body: bytes) -> None:
    """Whatever else is sent is answered in one sentence."""
    before = path.read_bytes()
    answer = client.patch(
        client.at("api/documents/ferry"),
        headers={"If-Match": client.revision(), "Content-Type": "application/json"},
        content=body,
    )
    assert answer.status_code == 400
    assert answer.json()["error"]
    assert path.read_bytes() == before


def test_a_read_only_file_is_left_alone(client: Client, path: Path, role: dict[str, Any]) -> None:
    """A file that nobody may write is not replaced, though its folder would allow it."""
    path.chmod(0o444)
    before = path.read_bytes()
    answer = client.save(role)
    assert answer.status_code == 507
    assert "read-only" in answer.json()["error"]
    assert path.read_bytes() == before
    assert client.get(client.at("api/documents/ferry")).json()["writable"] is False


def test_a_full_disk_leaves_the_old_file(
    client: Client, path: Path, role: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says why, the file is the old one, and nothing is left beside it."""
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    answer = client.save(role)
    assert answer.status_code == 507
    assert "No space left" in answer.json()["error"]
    assert path.read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == [".argmap", "ferry.json"]
    monkeypatch.undo()
    assert client.save(role).status_code == 200


def test_a_file_that_is_no_annotation_any_more_is_told(client: Client, path: Path) -> None:
    """Edited outside into something else, it is not overwritten, and the page learns why."""
    path.write_text("{", encoding="utf-8")
    answer = client.get(client.at("api/documents/ferry"))
    assert answer.status_code == 422
    assert "not valid JSON" in answer.json()["error"]
    path.unlink()
    assert client.get(client.at("api/documents/ferry")).status_code == 500


def test_the_rights_of_the_file_stay(client: Client, path: Path, role: dict[str, Any]) -> None:
    """The new file has the old one's mode."""
    path.chmod(0o640)
    assert client.save(role).status_code == 200
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path, role: dict[str, Any]) -> None:
    """A symbolic link is followed: the file that it leads to is saved."""
    from argmap.desk import Desk

    link = tmp_path / "link.json"
    link.symlink_to(path)
    assert Client(Desk({"ferry": link})).save(role).status_code == 200
    assert link.is_symlink()
    assert read_document(path).segments[0].role == "background"


COUNTING = """
import sys
from pathlib import Path
from argmap.desk import Desk
from argmap.desk.changes import Change
from argmap.desk.revisions import StaleRevisionError
path = Path(sys.argv[1])
desk = Desk({"ferry": path})
for _ in range(int(sys.argv[2])):
    while True:
        held = desk.read("ferry")
        title = held.document.article.title
        change = Change(part="article", id="ferry", key="title", was=title, now=str(int(title) + 1))
        try:
            desk.save("ferry", held.revision, [change])
            break
        except StaleRevisionError:
            pass
"""


def test_two_processes_that_save_at_once_lose_nothing(client: Client, path: Path) -> None:
    """Three processes count one number up: each waits its turn or tries again."""
    client.save(
        {"part": "article", "id": "ferry", "key": "title", "was": "Ferry Fares Rise", "now": "0"}
    )
    rounds, writers = 40, 3
    running = [
        subprocess.Popen([sys.executable, "-c", COUNTING, str(path), str(rounds)])
        for _ in range(writers)
    ]
    assert [one.wait(120) for one in running] == [0] * writers
    assert read_document(path).article.title == str(rounds * writers)


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
from argmap.desk import Desk
from argmap.desk.changes import Change
from argmap.model.files import read_document
path, rounds = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(7)

def save_for_ever():
    desk = Desk({"ferry": path})
    while True:
        held = desk.read("ferry")
        title = held.document.article.title
        change = Change(part="article", id="ferry", key="title", was=title, now=str(int(title) + 1))
        desk.save("ferry", held.revision, [change])

last = 0
for _ in range(rounds):
    ready, told = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            save_for_ever()
        finally:
            os._exit(1)
    before = int(read_document(path).article.title)
    end = time.monotonic() + 5
    while int(read_document(path).article.title) == before and time.monotonic() < end:
        pass
    time.sleep(chance.uniform(0, 0.01))
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    now = int(read_document(path).article.title)  # checks that the file is whole and sound
    assert now > last, (now, last)
    last = now
print(last)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs POSIX signals")
def test_killed_at_a_hundred_moments_the_file_is_whole(client: Client, path: Path) -> None:
    """Whoever saves without pause is killed a hundred times: old file or new, never a part."""
    client.save(
        {"part": "article", "id": "ferry", "key": "title", "was": "Ferry Fares Rise", "now": "0"}
    )
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), "100"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 100
