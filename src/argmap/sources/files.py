"""The bytes of a file or of a stream, and one clear sentence where there are none."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import BinaryIO

from argmap.errors import InputError

from .spec import shown


def read_file(path: str, *, max_bytes: int) -> bytes:
    """Read a file whole.

    Raises:
        InputError: there is no such file, it is a folder, it may not be read, or it is too large.
    """
    name = shown(path)
    try:
        if Path(path).is_dir():
            raise InputError(f"{name} is a folder, not an article; name the files in it.")
        with open(path, "rb") as stream:
            return read_stream(stream, name=name, max_bytes=max_bytes)
    except (FileNotFoundError, NotADirectoryError):
        raise InputError(f"{name} does not exist{_remedy(Path(path))}") from None
    except PermissionError:
        raise InputError(f"{name} may not be read; give yourself permission to read it.") from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise InputError(f"{name} cannot be read ({reason}); check the path.") from None
    except ValueError:  # a NUL in the path
        raise InputError(f"{name} is not a possible path; check its spelling.") from None


def read_stream(stream: BinaryIO, *, name: str, max_bytes: int) -> bytes:
    """Read a stream whole.

    Raises:
        InputError: it holds more than `max_bytes`.
    """
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise too_large(name, max_bytes)
    return data


def too_large(name: str, max_bytes: int) -> InputError:
    """The error for an input of more bytes than one article may have."""
    return InputError(
        f"{name} is larger than {max_bytes / 1e6:g} MB, which no single article is; "
        "give one article a file."
    )


def _remedy(path: Path) -> str:
    """The end of the sentence on a missing file: a neighbor with a similar name, if any."""
    try:
        neighbors = sorted(entry.name for entry in path.parent.iterdir())
    except OSError:
        return f" (there is no folder {shown(str(path.parent))}); check the path."
    close = get_close_matches(path.name, neighbors, n=1)
    if not close:
        return "; check the path."
    return f"; did you mean {shown(str(path.parent / close[0]))}?"
