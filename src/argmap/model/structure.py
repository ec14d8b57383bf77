"""Paragraphs, headings and sections: what the line ends of a text say, settled in this one place.

The annotated document stores no paragraphs, since they can be computed from its text. The pipeline
cuts sentences inside them, maps cluster by section, the page plots tone by paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_][\w'’.&-]*")
_FINAL = re.compile(r"[.!?;,…][\"'”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_FULL_STOP = re.compile(r"(?<![A-Z])[.;,…][\"'”’)\]]*$")
_CREDIT_OR_ITEM = re.compile(r"^\s*(?:[•*–—-]\s|\d+[.)]\s)")
_TITLE_CASE_SHARE = 0.6  # of the words of four letters or more, in a heading that is a question
_MAX_HEADING_WORDS = 16
_MAX_HEADING_CHARS = 130
_MIN_WRAPPED_CHARS, _MAX_WRAPPED_CHARS = 45, 100  # lines of a text wrapped by hand at a column
_SMALL_WORDS = 4  # shorter words are often lower case in a title


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading: half-open code-point offsets, without blanks at either end."""

    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (`None` before the first one) and the paragraphs under it."""

    heading: Block | None
    paragraphs: tuple[Block, ...]

    @property
    def start(self) -> int:
        """Where the section begins."""
        return self.heading.start if self.heading else self.paragraphs[0].start

    @property
    def end(self) -> int:
        """Where the section ends."""
        return self.paragraphs[-1].end if self.paragraphs else self.start


def blocks(text: str) -> list[Block]:
    """Cut a text into paragraphs and headings, in order; every non-blank character is in one.

    A paragraph is a line that is not blank, or several of them where the text was wrapped by hand
    at a column. A heading is a short line without a final full stop that has a longer paragraph
    after it; a question or an exclamation counts only in title case.
    """
    lines = [line for group in _groups(text) for line in group]
    found = []
    for number, (start, end) in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        found.append(Block(start, end, _is_heading(text[start:end], following, first=number == 0)))
    return found


def sections(text: str) -> list[Section]:
    """Group a text's blocks by heading; consecutive headings each open a section of their own."""
    found: list[Section] = []
    heading: Block | None = None
    paragraphs: list[Block] = []
    for block in blocks(text):
        if not block.heading:
            paragraphs.append(block)
            continue
        if heading or paragraphs:
            found.append(Section(heading, tuple(paragraphs)))
        heading, paragraphs = block, []
    if heading or paragraphs:
        found.append(Section(heading, tuple(paragraphs)))
    return found


def _groups(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines without a blank one between them; a hand-wrapped run is joined to one line."""
    run: list[tuple[int, int]] = []
    for line in _lines(text):
        if run and text.count("\n", run[-1][1], line[0]) > 1:
            yield _joined(text, run)
            run = []
        run.append(line)
    if run:
        yield _joined(text, run)


def _joined(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    wrapped = run[:-1]
    if not wrapped or max(end - start for start, end in run) > _MAX_WRAPPED_CHARS:
        return run
    open_ends = sum(
        end - start >= _MIN_WRAPPED_CHARS and not _SENTENCE_END.search(text[start:end])
        for start, end in wrapped
    )
    if open_ends <= len(wrapped) / 2:
        return run
    return [(run[0][0], run[-1][1])]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def _is_heading(line: str, following: tuple[int, int] | None, *, first: bool) -> bool:
    if following is None or len(line) > _MAX_HEADING_CHARS or _CREDIT_OR_ITEM.match(line):
        return False
    words = _WORD.findall(line)
    if not words or len(words) > _MAX_HEADING_WORDS or line[0] in '"“‘«(':
        return False
    if _FULL_STOP.search(line) or line.endswith(":"):
        return False
    longer = following[1] - following[0] > len(line)
    if not longer and not first:
        return False
    return not _FINAL.search(line) or _is_title_case(words)


def _is_title_case(words: list[str]) -> bool:
    weighty = [word for word in words if len(word) >= _SMALL_WORDS]
    if len(weighty) < 2:
        return False
    return sum(word[0].isupper() for word in weighty) >= _TITLE_CASE_SHARE * len(weighty)
