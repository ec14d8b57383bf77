"""Finding and reading the files of a data set, and the fingerprint of what was read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from argmap.errors import InputError
from argmap.model.article import Article

_DATA = {".ann", ".txt", ".json", ".jsonl", ".csv", ".tsv", ".xml", ".conllu"}
_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_MAX_ID = 120


def files_below(path: Path, ending: str) -> list[Path]:
    """All files with an ending below a folder, by name; a file itself.

    Raises InputError where nothing is there, or a file with another ending.
    """
    if path.is_file():
        if not path.name.endswith(ending):
            raise InputError(f"{path} is not a {ending} file; give one, or the folder above it.")
        return [path]
    if not path.is_dir():
        raise InputError(f"{path} is not there; give the folder or file of the data set.")
    return [found for found in sorted(path.rglob(f"*{ending}")) if found.is_file()]


def require(items: list[Any], path: Path, what: str) -> None:
    """Raise InputError where no labelled text was found; `what` says what one looks like."""
    if not items:
        raise InputError(f"{path} holds no labelled text of this data set; it needs {what}.")


def read(path: Path) -> str:
    """The text of a file with its line ends as they are, since offsets count them.

    Raises InputError where it cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be read ({error.strerror}); check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 (byte {error.start}); give the data set as it was published."
        ) from error


def read_json(path: Path) -> Any:
    """The value of a JSON file; raises InputError with the line where it is broken."""
    return _json(read(path), f"{path}")


def read_json_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """The value of every line that is not blank, with the line's number from 0."""
    for number, line in enumerate(read(path).split("\n")):
        if line.strip():
            yield number, _json(line, f"{path}, line {number + 1}")


def read_table(path: Path, *, delimiter: str, quoted: bool, columns: set[str]) -> list[Any]:
    """The rows of a table as dictionaries; an empty list where it lacks one of the columns.

    Raises InputError where a row has too few fields.
    """
    rows = csv.DictReader(
        read(path).splitlines(keepends=True),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
    )
    if not columns <= set(rows.fieldnames or ()):
        return []
    found = []
    for row in rows:
        if any(row[column] is None for column in columns):
            raise InputError(f"{path}, line {rows.line_num}, has too few fields; get it anew.")
        found.append(row)
    return found


def name_of(path: Path, root: Path) -> str:
    """How a file is called in reports: its path below what was given, without the ending."""
    below = path.relative_to(root) if path != root else Path(path.name)
    return below.with_suffix("").as_posix()


def article_of(name: str, text: str, *, title: str | None = None) -> Article:
    """An article to be read, its id made safe for an annotation file."""
    safe = _UNSAFE.sub("-", name).lstrip(".-")[-_MAX_ID:].lstrip(".-")
    return Article(id=safe or "text", text=text, title=title)


def fingerprint(paths: list[Path]) -> str:
    """SHA-256 over the names and contents of all data files at or below some paths.

    A file counts by its own name, so the same files have one fingerprint from whatever folder above
    them it is taken.
    """
    files = {file.resolve() for path in paths for file in files_below(path, "")}
    lines = sorted(
        f"{file.name}\t{sha256(file.read_bytes()).hexdigest()}"
        for file in files
        if file.suffix in _DATA or len(files) == 1
    )
    return sha256("\n".join(lines).encode("utf-8")).hexdigest()


def _json(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{place}: not valid JSON ({error.msg}, line {error.lineno}); get the file anew."
        ) from error
