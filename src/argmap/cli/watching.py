"""Waiting until one of some files was saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

INTERVAL = 0.2
"""Seconds between two looks at the files."""

_Look = tuple[int, int, int] | None


def saved(
    paths: Sequence[Path], *, wait: Callable[[float], None] = time.sleep
) -> Iterator[list[Path]]:
    """The files that were saved since the last time, again and again, as they stand still.

    A file that is being written, or is away while an editor replaces it, is left until two looks at
    it are the same. What is saved after this call counts. Ends with whatever `wait` raises.
    """
    return _rounds(paths, {path: _look(path) for path in paths}, wait)


def _rounds(
    paths: Sequence[Path], known: dict[Path, _Look], wait: Callable[[float], None]
) -> Iterator[list[Path]]:
    before = dict(known)
    while True:
        wait(INTERVAL)
        now = {path: _look(path) for path in paths}
        settled = [
            path
            for path in paths
            if now[path] is not None and now[path] == before[path] and now[path] != known[path]
        ]
        before = now
        if settled:
            known.update((path, now[path]) for path in settled)
            yield settled


def _look(path: Path) -> _Look:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
