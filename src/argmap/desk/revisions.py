"""A file is replaced only while it is what the writer last saw: a revision is its SHA-256."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

from argmap.errors import ArgmapError, InputError, OutputError
from argmap.model.files import is_writable, write_bytes

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

    The last look at the file is when the new one lies ready beside it, with the folder locked.
    Raises StaleRevisionError where its revision is another, and OutputError where it cannot be
    written; the file is then as it was.
    """
    if not is_writable(path):
        raise OutputError(f"{path} is read-only; make it writable, then save again.")
    with _TURN:  # so that threads of one process do not all lay the same file ready
        write_bytes(path, content, check=lambda: _require(path, expected))
    return revision_of(content)


def _require(path: Path, expected: str) -> None:
    current = current_revision(path)
    if current != expected:
        raise StaleRevisionError(path, current)
