"""The settings of a run, read from one file."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.discourse.windows import Packing

DEFAULT = Path(__file__).with_name("config.toml")
UNITS = ("whole", "join")


@dataclass(frozen=True, slots=True)
class SetConfig:
    """How one data set is used."""

    tasks: tuple[str, ...]
    unit: str
    epochs: int


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a run."""

    seed: int
    learning_rate: float
    head_learning_rate: float
    warmup: float
    weight_decay: float
    clip: float
    dropout: float
    batch_characters: int
    share: float
    packing: Packing
    sets: Mapping[str, SetConfig]

    @property
    def tasks(self) -> tuple[str, ...]:
        """Return the names of all tasks, each once, in the order of the file."""
        return tuple(dict.fromkeys(task for one in self.sets.values() for task in one.tasks))


def read_config(path: Path = DEFAULT, only: Sequence[str] = ()) -> Config:
    """Read the settings; with `only`, keep the data sets or tasks of these names.

    A copy that `store_config` made remembers what its run was limited to.

    Raises:
        ValueError: if a name in `only` or a unit is unknown.
    """
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    stored = raw.pop("only", [])
    only = only or stored
    sets: dict[str, SetConfig] = {}
    for name, values in raw.pop("sets").items():
        if values["unit"] not in UNITS:
            raise ValueError(f"{path}: sets.{name}.unit is none of {', '.join(UNITS)}")
        tasks = [t for t in values["tasks"] if not only or name in only or t in only]
        if tasks:
            sets[name] = SetConfig(tuple(tasks), values["unit"], values["epochs"])
    known = {*sets, *(task for one in sets.values() for task in one.tasks)}
    if unknown := set(only) - known:
        raise ValueError(f"neither data set nor task: {', '.join(sorted(unknown))}")
    packing = Packing(**raw.pop("packing"))
    return Config(packing=packing, sets=sets, **raw)


def store_config(path: Path, only: Sequence[str], copy: Path) -> None:
    """Copy a settings file, with what the run is limited to as its first line."""
    first = f"only = {json.dumps(list(only))}\n" if only else ""
    copy.write_text(first + path.read_text(encoding="utf-8"), encoding="utf-8")
