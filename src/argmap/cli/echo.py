"""What is said on the terminal: results on stdout, everything else on stderr, nothing hostile."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

_T = TypeVar("_T")
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str) -> str:
    """The text with control and direction characters written out, safe for any terminal."""
    return "".join(
        character
        if character == "\n" or unicodedata.category(character) not in _UNSAFE
        else f"\\x{ord(character):02x}"
        if ord(character) < 256
        else f"\\u{ord(character):04x}"
        for character in text
    )


@dataclass
class Outcome:
    """What a command did, for the lines on stdout or the JSON of `--json`."""

    quiet: bool = False
    as_json: bool = False
    written: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    merged: dict[str, list[str]] = field(default_factory=dict)

    def wrote(self, path: Path) -> None:
        """Note a file that was written."""
        self.written.append(str(path))

    def keep(self, path: Path) -> None:
        """Note a person's file that was read and left as it is."""
        self.kept.append(str(path))

    def merge(self, path: Path, lines: list[str]) -> None:
        """Say what became of a person's work in a file that was read anew."""
        self.merged[str(path)] = lines
        for line in lines:
            self.say(f"  {line}")

    def warn(self, sentence: str) -> None:
        """Say a warning on stderr, unless quiet."""
        self.warnings.append(sentence)
        if not self.quiet:
            click.echo(f"Warning: {printable(sentence)}", err=True)

    def fail(self, sentence: str, problems: Sequence[str] = ()) -> None:
        """Say on stderr that one input failed; the others go on."""
        self.failed.append(sentence)
        for problem in problems:
            click.echo(printable(problem), err=True)
        click.echo(f"Error: {printable(sentence)}", err=True)

    def say(self, sentence: str) -> None:
        """Say something on stderr, unless quiet."""
        if not self.quiet:
            click.echo(printable(sentence), err=True)

    def report(self, **more: Any) -> None:
        """Print the result on stdout: the paths that were written, or everything as JSON."""
        if self.as_json:
            value = {
                "written": self.written,
                "kept": self.kept,
                "merged": self.merged,
                "warnings": self.warnings,
                "failed": self.failed,
                **more,
            }
            click.echo(json.dumps(value, ensure_ascii=False, indent=2))
            return
        for path in self.written:
            click.echo(printable(path))


def progress(items: Iterable[_T], label: str, *, quiet: bool, length: int) -> Iterator[_T]:
    """Pass the items through, with a bar on stderr where that is a terminal."""
    if quiet or length < 2 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, length=length, file=sys.stderr) as bar:
        yield from bar
