"""DOT to SVG, PNG or PDF by Graphviz's program `dot`, and the sentence to say where it fails."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from threading import Lock, Timer

from graphviz.backend.dot_command import command

from argmap.errors import InputError, MissingProgramError, OutputError

from .styles import FONT, MEASURED_FONT

FORMATS = ("svg", "png", "pdf")
TIMEOUT = 120.0  # seconds; fifty units take less than one
INSTALL = (
    "The program 'dot', which draws the maps, is not installed; install Graphviz: `apt-get install"
    " graphviz` (Debian, Ubuntu), `dnf install graphviz` (Fedora), `brew install graphviz` (macOS)"
    " or `winget install graphviz` (Windows)."
)
MAPS_A_RUN = 3  # with fewer the start of one more `dot` takes longer than it saves
_SHOWN = 200  # characters of what dot says of a fault


_NOTHING = "Graphviz drew nothing and said nothing; is it installed completely?"
_PAGE_IN_ID = re.compile(rb'<g id="(page\d+,\d+_)')
_ONE_PICTURE = b"<?xml "  # how each SVG begins, and nothing in it does


def render(dot: str, format: str, *, timeout: float = TIMEOUT) -> bytes:
    """Draw DOT text as `svg`, `png` or `pdf` and return the file's bytes.

    Args:
        dot: what `to_dot` wrote.
        format: one of `FORMATS`.
        timeout: seconds after which the drawing is given up.

    Raises:
        InputError: there is no such format.
        MissingProgramError: `dot` is not installed.
        OutputError: `dot` failed, or took too long.
    """
    return render_each([dot], format, timeout=timeout)[0]


def render_each(
    dots: Iterable[str], format: str, *, timeout: float = TIMEOUT, processes: int = 1
) -> list[bytes]:
    """Draw several texts, in their order; see `render`.

    SVG is drawn by a few runs of `dot`, which begin before the first text is asked for, so that the
    texts of an iterator are written while `dot` starts and draws those before. In SVG `dot` only
    measures text, which takes it longest where it has to choose among families: it gets the name
    of one, and the picture the names of all.
    """
    if format not in FORMATS:
        raise InputError(f"{format!r} is no format of a map; use {', '.join(FORMATS)}.")
    if format != "svg":
        drawn = [_run([dot], format, timeout) for dot in dots]
        if not all(drawn):
            raise OutputError(_NOTHING)
        return drawn
    shared = _Shared(dots)
    if processes == 1:
        found = shared.draw(timeout)
    else:
        with ThreadPoolExecutor(processes) as pool:
            runs = [pool.submit(shared.draw, timeout) for _ in range(processes)]
            found = [picture for run in runs for picture in run.result()]
    if next(shared.dots, None) is not None:
        raise OutputError("Graphviz ended before it had drawn all maps, and said nothing.")
    return [picture for _, picture in sorted(found)]


def _own_ids(picture: bytes) -> bytes:
    """The picture with the ids of its text; `dot` numbers those of all but the first of a run."""
    found = _PAGE_IN_ID.search(picture)
    if found is None:
        return picture
    for before in (b'id="', b'id="a_'):
        picture = picture.replace(before + found[1], before)
    return picture


def runs_for(count: int) -> int:
    """How many runs of `dot` side by side draw so many maps soonest: one for a few, a processor."""
    return min(os.cpu_count() or 1, -(-count // MAPS_A_RUN))


class _Shared:
    """Texts that several runs of `dot` share: each takes the next when it has room for it."""

    def __init__(self, dots: Iterable[str]) -> None:
        self.dots = enumerate(dots)
        self.lock = Lock()

    def draw(self, timeout: float) -> list[tuple[int, bytes]]:
        """Draw some of the texts as SVG, each with its place."""
        places: list[int] = []

        def texts() -> Iterator[str]:
            while True:
                with self.lock:
                    place, dot = next(self.dots, (-1, ""))
                if place < 0:
                    return
                places.append(place)
                yield dot.replace(f'fontname="{FONT}"', f'fontname="{MEASURED_FONT}"')

        output = _run(texts(), "svg", timeout)
        if not output and places:
            raise OutputError(_NOTHING)
        output = output.replace(
            f'font-family="{MEASURED_FONT}"'.encode(), f'font-family="{FONT}"'.encode()
        )
        pictures = [_ONE_PICTURE + _own_ids(part) for part in output.split(_ONE_PICTURE)[1:]]
        if len(pictures) != len(places):
            raise OutputError(f"Graphviz drew {len(pictures)} of {len(places)} maps.")
        return list(zip(places, pictures, strict=True))


def _run(dots: Iterable[str], format: str, timeout: float) -> bytes:
    """What one run of `dot` writes for some texts."""
    late: list[bool] = []
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as faults:
        try:
            process = subprocess.Popen(
                command("dot", format), stdin=subprocess.PIPE, stdout=output, stderr=faults
            )
        except FileNotFoundError as error:
            raise MissingProgramError(INSTALL) from error
        except OSError as error:
            raise OutputError(f"The program 'dot' cannot be run: {error.strerror}.") from error
        with process, _stopped_after(timeout, process, late):
            assert process.stdin is not None
            with suppress(BrokenPipeError):  # it ended early, and will have said why
                try:
                    for dot in dots:
                        process.stdin.write(dot.encode("utf-8"))
                finally:
                    with suppress(BrokenPipeError):  # of what was still held back
                        process.stdin.close()
            status = process.wait()
        if late:
            raise OutputError(
                f"Graphviz did not finish the map within {timeout:g} seconds; draw fewer nodes with"
                " --focus or --roles, or write the DOT text with --format dot."
            )
        output.seek(0)
        faults.seek(0)
        if status:
            said = _said(faults.read(), status)
            raise OutputError(f"Graphviz could not draw the map: {said}.")
        drawn = output.read()
    return drawn


@contextmanager
def _stopped_after(
    timeout: float, process: subprocess.Popen[bytes], late: list[bool]
) -> Iterator[None]:
    """End the process after so many seconds, and note it, and also where this side fails."""

    def stop() -> None:
        late.append(True)
        process.kill()

    timer = Timer(timeout, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except BaseException:
        process.kill()
        raise
    finally:
        timer.cancel()


def _said(faults: bytes, status: int) -> str:
    """The first line of what `dot` wrote on its fault, or how it ended."""
    lines = faults.decode("utf-8", "replace").splitlines()
    said = next((line.strip() for line in lines if line.strip()), "")
    said = "".join(char if char.isprintable() else "\ufffd" for char in said)
    return said[:_SHOWN].rstrip(".") if said else f"it ended with status {status}"
