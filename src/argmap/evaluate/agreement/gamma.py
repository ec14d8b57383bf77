"""Gamma (Mathet, Widlöcher and Métivier 2015) through the optional package pygamma-agreement."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from argmap.errors import MissingProgramError

from .coefficient import Coefficient

NAME = "Gamma"
_SEED = 7
_SAMPLES = 30  # the package's own number of random continua


@dataclass(frozen=True, slots=True)
class Unit:
    """One span of one annotator on the continuum of all articles."""

    annotator: int
    start: int
    end: int
    label: str


Gamma = Callable[[Sequence[Unit], int], Coefficient]


def load_gamma() -> Gamma:
    """The measure, seeded; raises MissingProgramError where the package is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pygamma_agreement
            from pyannote.core import Segment
    except ImportError:
        raise MissingProgramError(
            "Gamma needs the package pygamma-agreement; install it with"
            " `pip install argmap[gamma]`, or leave out --gamma."
        ) from None

    def measure(units: Sequence[Unit], annotators: int) -> Coefficient:
        return _gamma(units, annotators, pygamma_agreement, Segment)

    return measure


def _gamma(units: Sequence[Unit], annotators: int, package: Any, segment: Any) -> Coefficient:
    marking = {unit.annotator for unit in units}
    if len(marking) < max(2, annotators):
        return Coefficient(NAME, None, len(units), "not every annotator marked any")
    continuum = package.Continuum()
    for unit in units:
        continuum.add(str(unit.annotator), segment(unit.start, unit.end), unit.label)
    np.random.seed(_SEED)  # the package draws from numpy's one global generator
    with _hushed():
        found = continuum.compute_gamma(package.CombinedCategoricalDissimilarity(), _SAMPLES)
    return Coefficient(NAME, round(float(found.gamma), 4), len(units))


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """Keep back what the package says of its solver, once for each random continuum."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
