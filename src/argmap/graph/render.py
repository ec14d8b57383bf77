"""DOT to SVG, PNG or PDF by Graphviz's program `dot`, and the sentence to say where it fails."""

from __future__ import annotations

import subprocess

from graphviz import CalledProcessError, ExecutableNotFound
from graphviz.backend.dot_command import command
from graphviz.backend.execute import run_check

from argmap.errors import InputError, MissingProgramError, OutputError

FORMATS = ("svg", "png", "pdf")
TIMEOUT = 120.0  # seconds; fifty units take less than one
INSTALL = (
    "The program 'dot', which draws the maps, is not installed; install Graphviz: `apt-get install"
    " graphviz` (Debian, Ubuntu), `dnf install graphviz` (Fedora), `brew install graphviz` (macOS)"
    " or `winget install graphviz` (Windows)."
)
_SHOWN = 200  # characters of what dot says of a fault


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
    if format not in FORMATS:
        raise InputError(f"{format!r} is no format of a map; use {', '.join(FORMATS)}.")
    try:
        try:
            output = _run(dot, format, timeout)
        except CalledProcessError:  # `dot` may fail to bend an edge round the nodes
            output = _run(dot, format, timeout, "-Gsplines=line")
    except ExecutableNotFound as error:
        raise MissingProgramError(INSTALL) from error
    except CalledProcessError as error:
        raise OutputError(f"Graphviz could not draw the map: {_said(error)}.") from error
    except subprocess.TimeoutExpired as error:
        raise OutputError(
            f"Graphviz did not finish the map within {timeout:g} seconds; draw fewer nodes with"
            " --focus or --roles, or write the DOT text with --format dot."
        ) from error
    except OSError as error:
        raise OutputError(f"The program 'dot' cannot be run: {error.strerror}.") from error
    if not output:
        raise OutputError("Graphviz drew nothing and said nothing; is it installed completely?")
    return output


def _run(dot: str, format: str, timeout: float, *options: str) -> bytes:
    done = run_check(
        [*command("dot", format), *options],
        input=dot.encode("utf-8"),
        capture_output=True,
        quiet=True,
        timeout=timeout,
    )
    return bytes(done.stdout)


def _said(error: CalledProcessError) -> str:
    """The first line of what `dot` wrote on its fault, or how it ended."""
    lines = (error.stderr or b"").decode("utf-8", "replace").splitlines()
    said = next((line.strip() for line in lines if line.strip()), "")
    said = "".join(char if char.isprintable() else "\ufffd" for char in said)
    if not said:
        return f"it ended with status {error.returncode}"
    return said[:_SHOWN].rstrip(".")
