"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

_Command = Callable[..., Any]

articles = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")


def folders(*, output: bool) -> Callable[[_Command], _Command]:
    """`-a/--annotations` and, where the command draws, `-o/--output`."""

    def decorate(command: _Command) -> _Command:
        if output:
            command = click.option(
                "-o",
                "--output",
                type=click.Path(file_okay=True, path_type=Path),
                default=Path("output"),
                show_default=True,
                help="Folder for maps and pages.",
            )(command)
        return click.option(
            "-a",
            "--annotations",
            type=click.Path(file_okay=True, path_type=Path),
            default=Path("annotations"),
            show_default=True,
            help="Folder for annotation files.",
        )(command)

    return decorate


def talk(command: _Command) -> _Command:
    """`-q/--quiet` and `--json`."""
    command = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(
        command
    )
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)
