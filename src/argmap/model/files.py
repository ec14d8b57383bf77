"""Reading and writing the JSON files: every fault at once, never half a file."""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel

from argmap.errors import AnnotationError, InputError, OutputError

from .checks import Problem, check_integrity
from .comparison import Comparison
from .document import FORMAT, VERSION, AnnotatedDocument
from .faults import load_strictly, placed, schema_problems
from .places import Lines, repeated_keys
from .upgrades import upgrade

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # a system without it, such as Windows
    fcntl = None


def read_document(path: Path) -> AnnotatedDocument:
    """Read and check one annotation file.

    Raises InputError where the file cannot be read, and AnnotationError, which holds every problem
    with its place, where it is not a valid annotation file.
    """
    return loads_document(read_text(path), name=str(path))


def loads_document(text: str, *, name: str) -> AnnotatedDocument:
    """Parse and check the JSON text of one annotation file; `name` is used in messages."""
    value = parse(text, name=name)
    _check_header(value, name)
    value = upgrade(value)
    problems = validate(value)
    if problems:
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        message = f"{name} has {count}; correct the places named."
        raise AnnotationError(message, *placed(name, text, problems))
    return load_strictly(AnnotatedDocument, value)


def validate(value: Any) -> list[Problem]:
    """Every problem of a parsed annotation file, in the order of the file's parts."""
    found = schema_problems(AnnotatedDocument, value)
    return found + check_integrity(value)


def parse(text: str, *, name: str) -> Any:
    """Parse JSON, refusing what JSON does not know (NaN, a key twice in one object)."""
    repeated = False

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal repeated
        found = dict(pairs)
        repeated |= len(found) < len(pairs)
        return found

    try:
        value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=members)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        said = f"{place}: not valid JSON ({error.msg}); correct it there."
        excerpt = Lines(text).excerpt(error.pos, error.pos + 1)
        raise AnnotationError(said, excerpts=(excerpt,)) from None
    except (_NotJson, RecursionError) as error:
        deep = isinstance(error, RecursionError)
        what = "it is nested too deeply" if deep else str(error)
        raise AnnotationError(f"{name}: not valid JSON: {what}; correct it.") from None
    if repeated:
        raise _repetition(text, name)
    return value


def _repetition(text: str, name: str) -> AnnotationError:
    lines = Lines(text)
    said, around = [], []
    for key, offset in repeated_keys(text):
        line, column = lines.line_and_column(offset)
        said.append(f"{name}:{line}:{column}: the key {key!r} stands twice in one object")
        around.append(lines.excerpt(offset, offset + len(key) + 2))
    message = f"{name}: not valid JSON: a key stands twice in one object; remove one of the two."
    return AnnotationError(message, tuple(said), excerpts=tuple(around))


def dumps(model: BaseModel) -> str:
    """The JSON text of a document or comparison: fixed key order, indent 2, a final newline."""
    return as_text(as_value(model))


def as_value(model: BaseModel) -> dict[str, Any]:
    """A document or comparison as the JSON value that its file holds."""
    return model.model_dump(mode="json", by_alias=True)


def as_text(value: Any) -> str:
    """The JSON text of a value as all our files are written."""
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def write_document(document: AnnotatedDocument, path: Path) -> None:
    """Write one annotation file, whole or not at all; raises OutputError."""
    write_text(path, dumps(document))


def write_comparison(comparison: Comparison, path: Path) -> None:
    """Write the comparison's file, whole or not at all; raises OutputError."""
    write_text(path, dumps(comparison))


def read_comparison(path: Path) -> Comparison:
    """Read the comparison's file; raises InputError or AnnotationError."""
    text = read_text(path)
    value = parse(text, name=str(path))
    problems = schema_problems(Comparison, value)
    if problems:
        message = f"{path} is not a valid comparison."
        raise AnnotationError(message, *placed(str(path), text, problems))
    return load_strictly(Comparison, value)


def write_text(path: Path, text: str) -> None:
    """Write a text file atomically as UTF-8: the old file or the new one, never a part of it."""
    write_bytes(path, text.encode("utf-8", "surrogatepass"))


def replace_text(path: Path, text: str, *, expected: str | None) -> None:
    """Write a text file atomically if it still holds what was read (`None`: there was no file).

    Raises InputError where another program changed it meanwhile, and OutputError. Two processes
    that both call this never overwrite each other: the folder is locked from check to rename.
    """
    write_bytes(path, text.encode("utf-8", "surrogatepass"), check=lambda: _require(path, expected))


def _require(path: Path, expected: str | None) -> None:
    present = read_text(path) if path.exists() else None
    if present != expected:
        raise InputError(
            f"{path} was changed by another program while argmap was at work and is kept as it is;"
            " run the command again."
        )


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Hold a folder against other processes that lock it, where the system can."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_bytes(path: Path, content: bytes, *, check: Callable[[], None] | None = None) -> None:
    """Write a file atomically: to a temporary one beside it, flushed, then renamed over it.

    The folder is locked meanwhile. `check` is called last before the rename and may raise. What a
    writer who was killed left behind is swept away by the next. Where a link is named, the file
    that it leads to is written. Raises OutputError; a file that is read-only stays as it is.
    """
    path = Path(os.path.realpath(path)) if path.is_symlink() else path
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path.parent):
            if not is_writable(path):
                raise PermissionError(errno.EACCES, "it is read-only")
            prefix = f".{path.name[:80]}."
            _sweep(path.parent, prefix)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=".new")
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(temporary, _mode(path))
            if check:
                check()
            os.replace(temporary, path)
            temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"{path} cannot be written ({reason}); choose another folder or make it writable."
        ) from None
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def is_writable(path: Path) -> bool:
    """Whether a file may be replaced; one that nobody has a right to write is nobody's to change.

    A rename asks for no right on the file itself, and the superuser has every right.
    """
    if not path.exists():
        return True
    some_right = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return bool(some_right) and os.access(path, os.W_OK)


def _sweep(folder: Path, prefix: str) -> None:
    left = re.compile(re.escape(prefix) + r"[a-z0-9_]{8}\.new")
    for name in os.listdir(folder):
        if left.fullmatch(name):
            (folder / name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def read_text(path: Path) -> str:
    """Read a UTF-8 text file; raises InputError or, where it is not UTF-8, AnnotationError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise AnnotationError(
            f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8."
        ) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path} cannot be read ({reason}); check the path.") from None


def _check_header(value: Any, name: str) -> None:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise AnnotationError(
            f'{name} is not an annotation file: it lacks "format": "{FORMAT}"; give an article or a'
            " file that argmap annotate wrote."
        )
    version = value.get("version")
    if isinstance(version, int) and version > VERSION:
        raise AnnotationError(
            f"{name} has version {version}, and this argmap reads up to {VERSION}; install a newer"
            " argmap."
        )


class _NotJson(ValueError):
    pass


def _refuse_constant(name: str) -> None:
    raise _NotJson(f"{name} is no JSON number")
