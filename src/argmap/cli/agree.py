"""`argmap agree`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.evaluate.agreement import Agreement, load_gamma, measure_agreement, read_annotators
from argmap.evaluate.agreement.as_json import agreement_as_json
from argmap.evaluate.agreement.coefficient import Coefficient
from argmap.evaluate.agreement.disagreements import said
from argmap.evaluate.agreement.layer import LayerAgreement
from argmap.evaluate.agreement.measure import WORST, Passage
from argmap.guide import rule
from argmap.model.files import write_text

from . import options
from .echo import Outcome, printable
from .inputs import Annotator, labelled

_QUOTE = 160


@click.command("agree", short_help="Measure how far annotators agree, layer by layer.")
@click.argument("annotators", nargs=-1, required=True, metavar="ANNOTATOR...")
@options.folders(output=False)
@click.option("--labels", is_flag=True, help="Show the agreement on each label too.")
@click.option(
    "--worst",
    type=click.IntRange(min=0),
    default=WORST,
    show_default=True,
    help="How many of the passages with most disagreement to show.",
)
@click.option("--gamma", is_flag=True, help="Gamma for spans too (pip install argmap[gamma]).")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), help="Write a page as well."
)
@options.talk
def command(
    annotators: tuple[str, ...],
    annotations: Path,
    labels: bool,
    worst: int,
    gamma: bool,
    page: Path | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """Measure the agreement of two or more annotators on the same articles.

    Each ANNOTATOR is an annotation file, or a folder of them, one file an article; an article is
    annotated first, so that argmap is one of the annotators. Every layer has the coefficient that
    fits it, the share of equal labels and how frequent each label is beside it, and what the
    literature reports for labels of that kind. What cannot be defined is said to be undefined, with
    the reason.

    \b
    argmap agree ana/wire.json ben/wire.json
    argmap agree ana/wire.json wire.txt
    argmap agree ana/ ben/ cem/ --labels --html output/agreement.html
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    measure = load_gamma() if gamma else None
    if measure is not None:
        outcome.say("Gamma is measured against random annotations; this takes a while.")
    annotator = Annotator()
    paths = [labelled(spec, annotations, outcome, annotator) for spec in annotators]
    found = measure_agreement(read_annotators(paths), gamma=measure, worst=worst)
    if page is not None:
        from argmap.report.agreement import render_agreement

        write_text(page, render_agreement(found))
        outcome.wrote(page)
    if as_json:
        outcome.report(agreement=agreement_as_json(found))
        return
    click.echo(printable("\n".join([*head(found), *table(found, labels), *passages(found)])))
    if page is not None:
        outcome.say(f"{page} written.")


def head(found: Agreement) -> list[str]:
    """Who labelled what, and in which unit the labels are compared."""
    segments = ", ".join(f"{name} {count}" for name, count in found.segments)
    several = "articles" if len(found.articles) > 1 else "article"
    return [
        f"Agreement of {', '.join(found.annotators)} on the {several} {', '.join(found.articles)}.",
        f"Segments: {segments}. Labels of segments are compared on {found.pieces} pieces, the"
        " stretches between two neighbouring cuts of anybody.",
        *found.notes,
        "",
    ]


def table(found: Agreement, labels: bool) -> list[str]:
    """One row a coefficient, and below each layer what is needed to read it."""
    rows = [("layer", "coefficient", "value", "95 % interval", "raw", "n")]
    marks: list[list[str]] = [[]]
    for layer in found.layers:
        for place, one in enumerate(layer.coefficients):
            raw = figure(layer.raw) if place == 0 else ""
            name = layer.layer if place == 0 else ""
            rows.append((name, one.name, figure(one.value), between(one), raw, str(one.items)))
            marks.append([])
        marks[-1] = about(layer, labels)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row, below in zip(rows, marks, strict=True):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        lines += ["  ".join(cells).rstrip(), *below]
    return lines


def about(layer: LayerAgreement, labels: bool) -> list[str]:
    """Why a figure is undefined, how frequent the labels are, what others report, and notes."""
    lines = [f"{one.name} is undefined: {one.reason}." for one in layer.coefficients if one.reason]
    if layer.prevalence:
        lines.append("given: " + ", ".join(f"{n} {100 * v:.1f} %" for n, v in layer.prevalence))
    if layer.mixed_up:
        lines.append(
            "apart: " + ", ".join(f"{a} and {b} ({count})" for a, b, count in layer.mixed_up)
        )
    if labels:
        lines += [
            f"  {label}: "
            + (figure(one.value) if one.value is not None else f"undefined ({one.reason})")
            for label, one in layer.per_label
        ]
    lines += [f"others: {one.what}: {one.figure} ({one.source})" for one in layer.reported]
    lines += list(layer.notes)
    return [f"    {line}" for line in lines]


def passages(found: Agreement) -> list[str]:
    """The worst passages: the quote, what each says, and the rule that decides."""
    if not found.worst:
        return [] if found.disagreements else ["", "No disagreement."]
    lines = ["", f"Most disagreement ({found.disagreements} disagreements in all):"]
    for passage in found.worst:
        lines += ["", *_passage(passage)]
    return lines


def _passage(passage: Passage) -> list[str]:
    lines = [f"{passage.article} {passage.start}-{passage.end}: “{short(passage.quote)}”"]
    for one in passage.disagreements:
        values = "; ".join(f"{name}: {short(said(value))}" for name, value in one.values.items())
        whole = one.quote == passage.quote
        lines.append(f"  {one.layer}: {values}" + ("" if whole else f" (“{short(one.quote)}”)"))
        lines.append(f"    {one.rule}: {rule(one.rule).text}")
    return lines


def figure(value: float | None) -> str:
    """A figure with three digits, or that it is not defined."""
    return "undefined" if value is None else f"{value:.3f}"


def between(one: Coefficient) -> str:
    """An interval, or a dash where there is none."""
    return f"{one.interval[0]:.3f} to {one.interval[1]:.3f}" if one.interval else "-"


def short(text: str) -> str:
    """A quote in one line, cut at a limit."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1] + "…"
