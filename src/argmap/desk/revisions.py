"""A file is replaced only while it is what the writer last saw.

A revision is the SHA-256 of a file's bytes. Two writers of argmap take turns by a lock on the
folder; whoever else writes, such as a text editor, is seen by the look at the file just before the
new one is renamed over it.
"""

from __future__ import annotations

import hashlib
import os
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from argmap.errors import ArgmapError, InputError, OutputError
from argmap.model.files import write_bytes

try:
    import fcntl
except ImportError:  # pragma: no cover  Windows: processes are told apart by the revision alone
    fcntl = None  # type: ignore[assignment]

NO_FILE = "none"
_TURN = threading.Lock()


class StaleRevisionError(ArgmapError):
    """The file is not what the writer last saw; nothing was written."""

    def __init__(self, path: Path, current: str) -> None:
        super().__init__(f"{path} was changed by somebody else meanwhile; look at both versions.")
        self.current = current


def revision_of(content: bytes) -> str:
    """The revision of some bytes."""
    return hashlib.sha256(content).hexdigest()


def read_revision(path: Path) -> tuple[bytes, str]:
    """A file's bytes and their revision; raises InputError."""
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path} cannot be read ({reason}); check the path.") from None
    return content, revision_of(content)


def current_revision(path: Path) -> str:
    """The revision of a file now; `NO_FILE` where there is none."""
    return read_revision(path)[1] if path.exists() else NO_FILE


def replace(path: Path, content: bytes, *, expected: str) -> str:
    """Write a file atomically if its revision is `expected`; return the new revision.

    Raises StaleRevisionError where it is another, and OutputError where it cannot be written; the
    file is then as it was.
    """
    with _sole_writer(path.parent):
        _require(path, expected)
        if not is_writable(path):
            raise OutputError(f"{path} is read-only; make it writable, then save again.")
        staged = path.with_name(f".{path.name[:80]}.new")
        try:
            write_bytes(staged, content)
            if path.exists():
                staged.chmod(stat.S_IMODE(path.stat().st_mode))
            _require(path, expected)
            os.replace(staged, path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(f"{path} cannot be written ({reason}); make it writable.") from None
        finally:
            _sweep(staged)
    return revision_of(content)


def is_writable(path: Path) -> bool:
    """Whether a file may be replaced; one without any right to write is nobody's to change."""
    if not path.exists():
        return True
    some_right = stat.S_IMODE(path.stat().st_mode) & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return bool(some_right) and os.access(path, os.W_OK)


def _sweep(staged: Path) -> None:
    """Take away what a writer left who was killed; nobody else writes while we have our turn."""
    for name in os.listdir(staged.parent):
        if name == staged.name or name.startswith(f".{staged.name}."):
            (staged.parent / name).unlink(missing_ok=True)


def _require(path: Path, expected: str) -> None:
    current = current_revision(path)
    if current != expected:
        raise StaleRevisionError(path, current)


@contextmanager
def _sole_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which ends with the process however it ends."""
    with _TURN:
        if fcntl is None:  # pragma: no cover
            yield
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(folder, os.O_RDONLY)
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(f"{folder} cannot be written ({reason}).") from None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
