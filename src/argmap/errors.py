"""The errors that argmap raises on purpose, each with the exit status of the command line.

A message is one sentence: which file, which place in it, what is wrong, and what to do.
"""

from __future__ import annotations


class ArgmapError(Exception):
    """Something that the user can mend; `str(error)` is the sentence to show."""

    exit_status = 3


class InputError(ArgmapError):
    """An article or another input cannot be read."""


class AnnotationError(ArgmapError):
    """An annotation file is not valid; holds every problem that was found, not the first only.

    `problems` are lines for a person; `faults` say the same for a program: `line` and `column` from
    1, `path`, `message`, and `around`, the line of the file. `excerpts` has for each problem the
    lines of the file around it, with carets below the place.
    """

    def __init__(
        self,
        message: str,
        problems: tuple[str, ...] = (),
        faults: tuple[dict[str, str | int], ...] = (),
        excerpts: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.problems = problems
        self.faults = faults
        self.excerpts = excerpts


class OutputError(ArgmapError):
    """A result cannot be written where the user wants it."""


class MissingProgramError(ArgmapError):
    """A program or a model that the work needs is not installed; the message says how to get it."""

    exit_status = 4
