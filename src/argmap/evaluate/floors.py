"""Floors under the figures: what was reached once on known data must not be lost unseen.

`floors.json` pins, for the data with one fingerprint, the least that each figure may be. The file
is written by `pin` alone: a floor rises with every better figure, and falls only with a reason,
which stays in the file. Each entry bears a seal over its content, so that a floor changed by hand
is noticed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from math import floor
from pathlib import Path
from typing import Any

from argmap.errors import InputError

from .benchmark import Result

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.005
"""How far below a measured figure its floor is put: a few sentences more or less are no loss."""
_ROUND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """A floor that was lowered on purpose."""

    metric: str
    was: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The floors of one data set, for the data with one fingerprint."""

    dataset: str
    part: str
    fingerprint: str
    n: int
    floors: dict[str, float]
    lowered: tuple[Lowered, ...] = ()

    @property
    def seal(self) -> str:
        """SHA-256 over the content."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return sha256(text.encode("utf-8")).hexdigest()


def read_pins(path: Path = FLOORS) -> list[Pin]:
    """Read the floors; raises InputError where an entry was changed by hand."""
    found = []
    for entry in json.loads(path.read_text(encoding="utf-8")):
        seal = entry.pop("seal")
        lowered = tuple(Lowered(**one) for one in entry.pop("lowered"))
        pin = Pin(**entry, lowered=lowered)
        if pin.seal != seal:
            raise InputError(
                f"{path}: the floors of {pin.dataset} were changed by hand; measure them with"
                " scripts/figures.py --pin, and give --lower with a reason to lower one."
            )
        found.append(pin)
    return found


def write_pins(pins: Sequence[Pin], path: Path = FLOORS) -> None:
    """Write the floors, each with its seal, in order of the data sets' names."""
    entries: list[dict[str, Any]] = [
        {**asdict(pin), "seal": pin.seal}
        for pin in sorted(pins, key=lambda pin: (pin.dataset, pin.part, pin.fingerprint))
    ]
    text = json.dumps(entries, indent=2, ensure_ascii=False) + "\n"
    path.write_text(text, encoding="utf-8")


def shortfalls(result: Result, pins: Sequence[Pin]) -> list[str]:
    """A sentence for every figure below its floor, a crash that made one undefined included.

    Raises InputError where no floor is pinned for this data: a data set that changed has none.
    """
    pin = _pin_of(result, pins)
    if pin is None:
        raise InputError(
            f"No floors are pinned for {result.dataset} on this data ({result.part},"
            f" {result.fingerprint[:12]}); it is not what was measured, or nothing was."
        )
    found = []
    for metric, least in pin.floors.items():
        value = result.metrics.get(metric)
        if value is None or value < least:
            found.append(f"{result.dataset} {metric} is {value}, below its floor {least}.")
    return found


def pin(result: Result, pins: Sequence[Pin], *, lower: str | None = None) -> list[Pin]:
    """The floors with those of a result's data raised to what it reached.

    A figure below its floor keeps the floor and raises InputError, unless `lower` gives the reason
    for lowering it; the reason is kept beside the floor for good.
    """
    old = _pin_of(result, pins)
    floors = {
        metric: floor((value - SLACK) * _ROUND) / _ROUND
        for metric, value in result.metrics.items()
        if value is not None
    }
    lowered = list(old.lowered) if old else []
    for metric, least in sorted(old.floors.items() if old else ()):
        value = result.metrics.get(metric)
        if value is not None and value >= least:
            floors[metric] = max(least, floors[metric])
        elif lower:
            lowered.append(Lowered(metric=metric, was=least, reason=lower))
        else:
            raise InputError(
                f"{result.dataset} {metric} is {value}, below its floor {least}; mend it, or give"
                " --lower with the reason."
            )
    new = Pin(
        dataset=result.dataset,
        part=result.part,
        fingerprint=result.fingerprint,
        n=result.n,
        floors=floors,
        lowered=tuple(lowered),
    )
    return [*(one for one in pins if one is not old), new]


def _pin_of(result: Result, pins: Sequence[Pin]) -> Pin | None:
    wanted = result.dataset, result.part, result.fingerprint
    for one in pins:
        if (one.dataset, one.part, one.fingerprint) == wanted:
            return one
    return None
