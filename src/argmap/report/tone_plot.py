"""The geometry of a tone plot: paragraphs from left to right, tone from bottom to top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model.labels import Voice

from . import figures

WIDTH, HEIGHT = 440, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 50, 8, 12, 132
_STRIP_TOP, _STRIP = 148, 20  # the strip of loaded words below the plot
_MAX_LOADED = 4  # bars are full at this many words in a paragraph
_OFFSETS = {Voice.AUTHOR: -1, Voice.MIXED: 0, Voice.ATTRIBUTED: 1}
_MAX_OFFSET = 7.0  # from the middle of a paragraph, so that its voices do not cover each other
_MARK = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The tone of one voice in one paragraph; `None` where it has no tone word."""

    paragraph: int
    voice: Voice
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotMark:
    """One mark: a shape for the voice, a stem to the zero line, a title."""

    voice: str
    x: str
    y: str
    zero: str
    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotBar:
    """The loaded words of one paragraph, as a bar in the strip below."""

    x: str
    y: str
    width: str
    height: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotTick:
    """A labelled place on an axis."""

    at: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """Everything to draw, in units of the view box."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    strip: int
    marks: tuple[PlotMark, ...]
    bars: tuple[PlotBar, ...]
    across: tuple[PlotTick, ...]
    upward: tuple[PlotTick, ...]
    summary: str


def draw(readings: Sequence[Reading], loaded: Sequence[int], *, reach: float, name: str) -> Plot:
    """Lay out one outlet's plot.

    Args:
        readings: the tone of each voice in each paragraph that it speaks in.
        loaded: how many loaded words each paragraph has.
        reach: the strongest tone of any outlet, so that all plots share one scale.
        name: the outlet, for the summary.
    """
    top = 1.0 if reach > 0.5 else 0.5
    step = (WIDTH - _LEFT - _RIGHT) / max(1, len(loaded))
    zero = _height(0, top)
    marks = []
    for reading in readings:
        x = _LEFT + (reading.paragraph - 0.5) * step
        x += _OFFSETS[reading.voice] * min(_MAX_OFFSET, 0.2 * step)
        if reading.value is not None:
            y = _height(reading.value, top)
            marks.append(
                PlotMark(
                    voice=str(reading.voice),
                    x=_unit(x),
                    y=_unit(y),
                    zero=_unit(zero),
                    path=_shape(reading.voice, x, y),
                    title=f"paragraph {reading.paragraph}, {reading.voice}:"
                    f" {figures.tone(reading.value)}",
                )
            )
    bars = []
    for number, words in enumerate(loaded, start=1):
        if words:
            height = _STRIP * min(words, _MAX_LOADED) / _MAX_LOADED
            width = min(10.0, step * 0.6)
            bars.append(
                PlotBar(
                    x=_unit(_LEFT + (number - 0.5) * step - width / 2),
                    y=_unit(_STRIP_TOP + _STRIP - height),
                    width=_unit(width),
                    height=_unit(height),
                    title=f"paragraph {number}: {figures.count(words, 'loaded word')}",
                )
            )
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        top=_TOP,
        bottom=_BOTTOM,
        strip=_STRIP_TOP + _STRIP,
        marks=tuple(marks),
        bars=tuple(bars),
        across=_across(len(loaded), step),
        upward=tuple(
            PlotTick(at=_unit(_height(value, top)), label=figures.tone(value) if value else "0")
            for value in (top, 0.0, -top)
        ),
        summary=_summary(name, readings, loaded),
    )


def _height(value: float, top: float) -> float:
    middle = (_TOP + _BOTTOM) / 2
    return middle - value / top * (_BOTTOM - _TOP) / 2


def _shape(voice: Voice, x: float, y: float) -> str:
    """A disc for the outlet's own voice, a square for mixed, a lozenge for attributed."""
    m = _MARK
    if voice is Voice.AUTHOR:
        arc = f"a{m:g} {m:g} 0 1 0"
        return f"M{_unit(x - m)} {_unit(y)}{arc} {2 * m:g} 0{arc} {-2 * m:g} 0z"
    if voice is Voice.MIXED:
        return f"M{_unit(x - m)} {_unit(y - m)}h{2 * m:g}v{2 * m:g}h{-2 * m:g}z"
    m *= 1.25
    return f"M{_unit(x)} {_unit(y - m)}l{m:g} {m:g}l{-m:g} {m:g}l{-m:g} {-m:g}z"


def _across(paragraphs: int, step: float) -> tuple[PlotTick, ...]:
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if paragraphs / n <= 12)
    numbers = [n for n in range(1, paragraphs + 1) if n == 1 or n % every == 0]
    return tuple(
        PlotTick(at=_unit(_LEFT + (number - 0.5) * step), label=str(number)) for number in numbers
    )


def _summary(name: str, readings: Sequence[Reading], loaded: Sequence[int]) -> str:
    toned = {reading.paragraph for reading in readings if reading.value is not None}
    words = sum(loaded)
    where = sum(1 for number in loaded if number)
    return (
        f"{name}: tone by paragraph. {len(toned)} of {figures.count(len(loaded), 'paragraph')}"
        f" have tone words; {figures.count(words, 'loaded word')} in"
        f" {figures.count(where, 'paragraph')}. The table below gives every figure."
    )


def _unit(value: float) -> str:
    if not math.isfinite(value):
        return "0"
    return f"{value:.1f}".removesuffix(".0")
