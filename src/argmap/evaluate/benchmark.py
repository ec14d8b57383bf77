"""Scores a reader on a data set: metrics, trivial baselines, intervals, crashes as misses."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from argmap.errors import InputError, MissingProgramError

from .bootstrap import intervals
from .counts import Counts, total
from .dataset import DataSet
from .held_out import is_held_out
from .labelled_files import fingerprint
from .metrics import breakdown
from .reader import Reader

_log = logging.getLogger(__name__)
_DIGITS = 4
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash:
    """A text at which the reader failed; all that people labelled in it counts as missed."""

    id: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one run measured; a figure that is not defined is `None`."""

    dataset: str
    n: int
    metrics: dict[str, float | None]
    baselines: dict[str, float | None]
    seconds: float
    articles: int
    intervals: dict[str, Interval | None]
    baseline_names: dict[str, str]
    crashed: tuple[Crash, ...]
    fingerprint: str
    part: str
    details: dict[str, dict[str, float | None]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The result for `--json`; the five keys that scripts rely on come first."""
        return {
            "dataset": self.dataset,
            "n": self.n,
            "metrics": self.metrics,
            "baselines": self.baselines,
            "seconds": self.seconds,
            "articles": self.articles,
            "intervals": {k: list(v) if v else None for k, v in self.intervals.items()},
            "baseline_names": self.baseline_names,
            "crashed": [{"id": crash.id, "error": crash.error} for crash in self.crashed],
            "fingerprint": self.fingerprint,
            "part": self.part,
            "details": self.details,
        }


def evaluate(
    dataset: DataSet[Any, Any],
    paths: Sequence[Path],
    reader: Reader,
    *,
    limit: int | None = None,
    held_out: bool = False,
    progress: Callable[[Sequence[Any]], Iterable[Any]] = iter,
) -> Result:
    """Score a reader on all labelled texts at or below some paths.

    Args:
        dataset: What is scored and how.
        paths: Folders or files of that data set.
        reader: The system under test.
        limit: Only so many articles, the first by name.
        held_out: Only the articles that no model is trained on.
        progress: Passes the texts through, to show how far the run is.

    Raises InputError where there is nothing to score, and MissingProgramError where the reader
    needs something that is not installed. Any other error of the reader is a crash: it is named in
    the result, and the text counts as missed.
    """
    items = select(dataset, paths, limit=limit, held_out=held_out)
    begun = time.perf_counter()
    counts, crashed = _asked(dataset, items, reader, progress)
    seconds = time.perf_counter() - begun
    by_article = _by_article(items, counts)
    summed = total(by_article)
    return Result(
        dataset=dataset.name,
        n=len(items),
        metrics=_figures(dataset, summed),
        baselines=baselines(dataset, items),
        seconds=round(seconds, 2),
        articles=len(by_article),
        intervals=intervals(by_article, dataset.metrics),
        baseline_names=dict(dataset.baseline_names),
        crashed=crashed,
        fingerprint=fingerprint(list(paths)),
        part=_part(limit, held_out),
        details=breakdown(summed),
    )


def baselines(dataset: DataSet[Any, Any], items: Sequence[Any]) -> dict[str, float | None]:
    """What a trivial rule reaches on some labelled texts."""
    guess = dataset.baseline(items)
    return _figures(dataset, total([dataset.count(item, guess(item)) for item in items]))


def select(
    dataset: DataSet[Any, Any], paths: Sequence[Path], *, limit: int | None, held_out: bool
) -> list[Any]:
    """The labelled texts to score, in order of their articles' names; raises InputError."""
    items = [item for path in paths for item in dataset.load(path)]
    if held_out:
        items = [item for item in items if is_held_out(dataset.name, item.article)]
    wanted = sorted({item.article for item in items})[:limit]
    kept = set(wanted)
    items = [item for item in items if item.article in kept]
    if not items:
        where = ", ".join(map(str, paths))
        raise InputError(
            f"{where}: no article of {dataset.name} is left to score; drop --held-out or --limit."
        )
    return items


def _asked(
    dataset: DataSet[Any, Any],
    items: Sequence[Any],
    reader: Reader,
    progress: Callable[[Sequence[Any]], Iterable[Any]],
) -> tuple[list[Counts], tuple[Crash, ...]]:
    counts: list[Counts] = []
    crashed: list[Crash] = []
    for item in progress(items):
        try:
            counts.append(dataset.count(item, dataset.answer(reader, item)))
        except MissingProgramError:
            raise
        except Exception as error:
            _log.info("%s crashed", item.id, exc_info=True)
            crashed.append(Crash(id=item.id, error=f"{type(error).__name__}: {error}"))
            counts.append(dataset.count(item, None))
    return counts, tuple(crashed)


def _by_article(items: Sequence[Any], counts: Sequence[Counts]) -> list[Counts]:
    found: dict[str, Counts] = {}
    for item, one in zip(items, counts, strict=True):
        found.setdefault(item.article, Counts()).add_all(one)
    return [found[name] for name in sorted(found)]


def _figures(dataset: DataSet[Any, Any], counts: Counts) -> dict[str, float | None]:
    values = {name: metric(counts) for name, metric in dataset.metrics.items()}
    return {name: None if v is None else round(v, _DIGITS) for name, v in values.items()}


def _part(limit: int | None, held_out: bool) -> str:
    part = "held out" if held_out else "all"
    return part if limit is None else f"{part}, first {limit} articles"
