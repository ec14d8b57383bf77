"""The figures that were last measured on public data, as they come with argmap.

`scripts/figures.py` writes them beside the table of docs/evaluation.md; the page shows some.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

FIGURES = Path(__file__).with_name("figures.json")
_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFigure:
    """One score on a public data set, beside what a trivial rule reaches there.

    `data` is the data set's part where several are scored, `rule` the trivial rule in words.
    """

    dataset: str
    metric: str
    value: float
    baseline: float | None = None
    rule: str = ""
    data: str = ""


def read_figures(path: Path = FIGURES) -> list[PublicFigure]:
    """Read the figures, in the order of the table."""
    return [PublicFigure(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]


def write_figures(figures: Sequence[PublicFigure], path: Path = FIGURES) -> None:
    """Write the figures, with three digits."""
    entries = [asdict(_rounded(figure)) for figure in figures]
    text = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8")


def _rounded(figure: PublicFigure) -> PublicFigure:
    baseline = None if figure.baseline is None else round(figure.baseline, _DIGITS)
    return PublicFigure(
        dataset=figure.dataset,
        metric=figure.metric,
        value=round(figure.value, _DIGITS),
        baseline=baseline,
        rule=figure.rule,
        data=figure.data,
    )
