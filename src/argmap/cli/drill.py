"""`argmap drill`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from argmap.evaluate.drill import LAYERS, DrillScore, Miss, asked_layers, misses_of, score
from argmap.guide import rule
from argmap.guide.keys import CHOICES, choose
from argmap.guide.rule import GUIDE
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document
from argmap.story import ANNOTATORS, STORY, annotation_file

from . import options
from .echo import Outcome, printable

_ARTICLES = tuple(Path(name).stem for name in STORY)
_RULES_SHOWN = 5
_SKIP, _QUIT, _HELP = ("s", "-"), "q", "?"


class Stopped(Exception):
    """The learner has had enough, or there is no more input."""


@click.command("drill", short_help="Practise the labels on the bundled story, with a key.")
@click.argument(
    "article", type=click.Choice(_ARTICLES), default="tidemark-wire", metavar="[ARTICLE]"
)
@click.option(
    "--layer",
    "layers",
    type=click.Choice(LAYERS),
    multiple=True,
    help="Ask for this layer only; may be given again.",
)
@click.option("--start", type=click.IntRange(min=1), default=1, help="Begin at this segment.")
@click.option("--units", type=click.IntRange(min=1), help="Stop after so many segments.")
@click.option(
    "--at-end", is_flag=True, help="Compare with the key at the end, not at each segment."
)
@options.talk
def command(
    article: str,
    layers: tuple[str, ...],
    start: int,
    units: int | None,
    at_end: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Label an article of the bundled story segment by segment, and compare with a key.

    ARTICLE is tidemark-wire (a report), harbor-voice (an op-ed) or briefwell (a summary). Give a
    label by its number, its key or its name, several in one line if you like; ? shows the tests,
    s skips a segment, q ends. Each miss is shown with the rule of docs/label-guide.md that decides.

    This project prepared the key, and a second annotation: you are told where that one says what
    you say.

    \b
    argmap drill briefwell
    argmap drill --layer voice --units 20
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    key, second = (read_document(annotation_file(article, name)) for name in ANNOTATORS)
    table = Table(say=not (as_json or quiet))
    answers = table.run(key, second, layers or LAYERS, start - 1, units, show=not at_end)
    found = score(answers, key, second)
    if as_json:
        outcome.report(drill=_as_json(article, found))
        return
    lines = [] if not at_end else [line for miss in found.misses for line in miss_lines(miss, True)]
    click.echo(printable("\n".join(["", *lines, *summary(found)])))


class Table:
    """Asks and listens: questions on stdout, answers from stdin, whether a terminal or a pipe."""

    def __init__(self, *, say: bool) -> None:
        self.say = say
        self.waiting: list[str] = []
        self.terminal = sys.stdin.isatty()

    def run(
        self,
        key: AnnotatedDocument,
        second: AnnotatedDocument,
        layers: tuple[str, ...],
        start: int,
        units: int | None,
        *,
        show: bool,
    ) -> dict[int, dict[str, str]]:
        """Ask about each segment in turn; gives the labels by the segment's place."""
        answers: dict[int, dict[str, str]] = {}
        self.tell(self.opening(key, layers))
        end = len(key.segments) if units is None else min(len(key.segments), start + units)
        try:
            for place in range(start, end):
                self.waiting.clear()
                self.tell(f"\n{place + 1} of {len(key.segments)}\n  {key.segments[place].text}")
                given = self.unit(layers)
                if given is None:
                    continue
                answers[place] = given
                if show:
                    found = misses_of(place, given, key, second)
                    lines = [line for miss in found for line in miss_lines(miss, False)]
                    self.tell("\n".join(lines) if lines else "  as in the key")
        except Stopped:
            pass
        return answers

    def opening(self, key: AnnotatedDocument, layers: tuple[str, ...]) -> str:
        """What is to be done, and with which keys."""
        lines = [
            f"{key.article.title} ({key.article.outlet}). Rules: {GUIDE}. ? tests, s skip, q end."
        ]
        return "\n".join([*lines, *(self.menu(layer) for layer in asked_layers(layers, None))])

    def menu(self, layer: str) -> str:
        """The labels of a layer in one line, by number and key."""
        shown = (f"{n} {c.label} ({c.key})" for n, c in enumerate(CHOICES[layer], start=1))
        return f"  {layer}: {'  '.join(shown)}"

    def unit(self, layers: tuple[str, ...]) -> dict[str, str] | None:
        """The labels of one segment; `None` where it is skipped."""
        given: dict[str, str] = {}
        for layer in self._layers(layers, given):
            label = self.label(layer)
            if label is None:
                return None
            given[layer] = label
        return given

    def _layers(self, layers: tuple[str, ...], given: dict[str, str]) -> Iterator[str]:
        """The layers to ask, the type of a claim or of evidence once the role is known."""
        for layer in layers:
            yield layer
            if layer == "role":
                yield from asked_layers(("role",), given["role"])[1:]

    def label(self, layer: str) -> str | None:
        """Ask until an answer means a label; `None` where the segment is skipped."""
        while True:
            word = self.word(layer)
            if word.casefold() == _QUIT:
                raise Stopped
            if word.casefold() in _SKIP and choose(layer, word) is None:
                return None
            if word == _HELP:
                self.tell("\n".join(f"    {c.key} {c.label}: {c.test}" for c in CHOICES[layer]))
                continue
            found = choose(layer, word)
            if found is not None:
                return found
            self.waiting.clear()
            self.tell(f"  {word!r} is no label here.\n{self.menu(layer)}")

    def word(self, layer: str) -> str:
        """The next word of the input."""
        while not self.waiting:
            if self.say:
                click.echo(f"  {layer}? ", nl=False)
            line = sys.stdin.readline()
            if not line:
                self.tell("")
                raise Stopped
            if not self.terminal:
                self.tell(line.strip())
            self.waiting = line.replace(",", " ").split()
        return self.waiting.pop(0)

    def tell(self, text: str) -> None:
        """Print, unless only the result is wanted."""
        if self.say:
            click.echo(printable(text))


def miss_lines(miss: Miss, quote: bool) -> list[str]:
    """One miss: what was said, what the key says, and the rule."""
    lines = [f"{miss.unit} “{miss.quote}”"] if quote else []
    shared = " (the second annotation says what you say)" if miss.shared else ""
    lines.append(f"  {miss.layer}: you {miss.given}, key {miss.key}{shared}")
    lines.append(f"    {miss.rule}: {rule(miss.rule).text}")
    return lines


def summary(found: DrillScore) -> list[str]:
    """How far the labels are the key's, layer by layer, and which rules to read again."""
    if not found.units:
        return ["Nothing was labelled."]
    lines = [f"{found.units} segment{'s' * (found.units != 1)} labelled."]
    for layer in found.layers:
        if not layer.asked:
            continue
        one = layer.alpha
        said = f"{one.value:.2f}" if one.value is not None else f"undefined ({one.reason})"
        lines.append(f"  {layer.layer}: {layer.right} of {layer.asked} as in the key, alpha {said}")
    shared = sum(miss.shared for miss in found.misses)
    if found.misses:
        lines.append(
            f"{len(found.misses)} misses, {shared} of them shared by the second annotation."
        )
        lines.append("Rules to read again:")
        lines += [
            f"  {name} ({count}): {rule(name).text}" for name, count in found.rules[:_RULES_SHOWN]
        ]
    return lines


def _as_json(article: str, found: DrillScore) -> dict[str, Any]:
    return {
        "article": article,
        "units": found.units,
        "layers": {
            layer.layer: {
                "right": layer.right,
                "asked": layer.asked,
                "alpha": layer.alpha.value,
                "undefined": layer.alpha.reason,
            }
            for layer in found.layers
        },
        "misses": [
            {
                "unit": miss.unit,
                "quote": miss.quote,
                "layer": miss.layer,
                "given": miss.given,
                "key": miss.key,
                "rule": miss.rule,
                "shared": miss.shared,
            }
            for miss in found.misses
        ],
        "rules": dict(found.rules),
    }
