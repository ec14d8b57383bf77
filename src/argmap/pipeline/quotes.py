"""Quotation marks matched into stretches of quoted text, over sentence and paragraph ends.

Double marks count wherever they stand; single ones only where they cannot be apostrophes. A
quotation ends with its paragraph at the latest, unless the next paragraph opens with a mark again:
then each paragraph holds a stretch of its own, the first not closed, the next one continued.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from argmap.model.structure import Block

from .layers import QuotedText, reading_of

_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'
_DOUBLE = re.compile(r"[“”„«»\"]|``|''")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[“\"—–:])|^)[‘'](?=[^\s\W])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[“])[’'](?!\w)")
_ELIDED = re.compile(
    r"[‘'’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n\b|round\b)", re.IGNORECASE
)
_MAX_RUNNING = 3  # blocks
_MAX_SINGLE = 400  # characters of a quotation in single marks
_BEFORE_OPENING = " \t\n\xa0([{—–-/‘'“…"
_SENTENCE_END = re.compile(r"[.!?…][)\]]?(?=\s+[A-Z“\"‘(]|\s*$)")


def mark_quotes(doc: Doc) -> Doc:
    """Write `reading.quoted`, outer quotations and those inside them, by where they start."""
    reading = reading_of(doc)
    reading.quoted = quotations(doc.text, reading.blocks)
    return doc


def quotations(text: str, blocks: Sequence[Block]) -> list[QuotedText]:
    """All quoted stretches of a text, cut at the ends of its blocks, in order of their starts."""
    found: list[QuotedText] = []
    running = False
    ahead = 0  # blocks through which a quotation runs without new marks
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        start = block.start
        if ahead:
            ahead -= 1
            part = _running(text, block, last=not ahead)
            found.append(part)
            start = part.end
        rest = Block(start, block.end, block.heading)
        later = _closed_later(text, blocks, number) if not ahead else 0
        double = list(_double(text, rest, following, continued=running, runs_on=later > 0))
        if double and not double[-1].closed and later:
            ahead = later
        running = bool(double) and not double[-1].closed and _opens(text, following)
        found += double
        found += _single(text, rest, double)
    return sorted(found, key=lambda quoted: (quoted.start, -quoted.end))


def _closed_later(text: str, blocks: Sequence[Block], number: int) -> int:
    """How many of the next blocks a quotation runs through, to a curly mark that none opened."""
    for ahead, block in enumerate(blocks[number + 1 : number + 1 + _MAX_RUNNING], start=1):
        if mark := _DOUBLE.search(text, block.start, block.end):
            ends = mark.group() in _EITHER and mark.end() == block.end
            return ahead if mark.group() in _CLOSING or ends else 0
    return 0


def _running(text: str, block: Block, *, last: bool) -> QuotedText:
    """The part of a quotation that a block holds which has no opening mark of its own."""
    mark = _DOUBLE.search(text, block.start, block.end) if last else None
    end = mark.end() if mark else block.end
    return QuotedText(
        block.start, end, (block.start, mark.start() if mark else end), True, mark is not None
    )


def _opens(text: str, block: Block | None) -> bool:
    return block is not None and not block.heading and text[block.start] in _OPENING + _EITHER


def _double(
    text: str, block: Block, following: Block | None, *, continued: bool, runs_on: bool
) -> Iterator[QuotedText]:
    """Stretches between double marks; a second opening mark ends the stretch before it."""
    opened: re.Match[str] | None = None
    carried = continued
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        opening = _is_opening(text, mark, block, is_open=opened is not None)
        if opened is None:
            if opening:
                opened = mark
            continue
        if opening:
            yield _stretch(text, opened, mark.start(), None, continued=carried)
            opened, carried = mark, False
        else:
            yield _stretch(text, opened, mark.end(), mark, continued=carried)
            opened, carried = None, False
    if opened is not None:
        end = block.end
        if not runs_on and not _opens(text, following) and opened.start() != block.start:
            stop = _SENTENCE_END.search(text, opened.end(), block.end)
            end = stop.end() if stop else block.end
        yield _stretch(text, opened, end, None, continued=carried)


def _stretch(
    text: str, opened: re.Match[str], end: int, closing: re.Match[str] | None, *, continued: bool
) -> QuotedText:
    end = opened.end() + len(text[opened.end() : end].rstrip())
    inner_end = closing.start() if closing else end
    return QuotedText(
        start=opened.start(),
        end=end,
        inner=(opened.end(), max(inner_end, opened.end())),
        continued=continued,
        closed=closing is not None,
    )


def _is_opening(text: str, mark: re.Match[str], block: Block, *, is_open: bool) -> bool:
    if mark.group() in _OPENING or mark.group() == "``":
        return True
    if mark.group() in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    may_open = (before in _BEFORE_OPENING or before.isspace()) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or not after.isalnum())
    if may_open != may_close:
        return may_open
    return not is_open


def _single(text: str, block: Block, outer: Sequence[QuotedText]) -> Iterator[QuotedText]:
    """Stretches between single marks, inside double ones or on their own."""
    position = block.start
    while opened := _SINGLE_OPEN.search(text, position, block.end):
        position = opened.end()
        if _ELIDED.match(text, opened.start()):
            continue
        limit = min(
            block.end, opened.end() + _MAX_SINGLE, _end_around(opened.start(), outer, block)
        )
        closing = _closing(text, opened.end(), limit)
        if closing is None:
            continue
        position = closing.end()
        yield QuotedText(opened.start(), closing.end(), (opened.end(), closing.start()))


def _end_around(position: int, outer: Sequence[QuotedText], block: Block) -> int:
    """Where the outer quotation ends in which a place lies, or the next one begins."""
    number = bisect_right(outer, position, key=lambda quoted: quoted.start)
    if number and position < outer[number - 1].end:
        return outer[number - 1].inner[1]
    return outer[number].start if number < len(outer) else block.end


def _closing(text: str, start: int, limit: int) -> re.Match[str] | None:
    """The closing single mark: after a stop or comma, else the first that is no plural's."""
    plural: re.Match[str] | None = None
    for mark in _SINGLE_CLOSE.finditer(text, start, limit):
        if text[mark.start() - 1] in "sS" and text[mark.end() : mark.end() + 1].isspace():
            plural = plural or mark
            continue
        return mark
    return plural
