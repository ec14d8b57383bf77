"""Which documents are read at which step: the seed alone settles it, so a run can be resumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from argmap.discourse.document import Document, join

from .config import Config, SetConfig

JOIN_CHARACTERS = 700


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the data set, which time it is read, and the batch's number within that time."""

    name: str
    epoch: int
    number: int


class Plan:
    """All steps of a run, in order, and the documents of each."""

    def __init__(self, config: Config, documents: Mapping[str, Sequence[Document]]) -> None:
        """Lay all steps out, data sets mixed evenly from the first step to the last."""
        self._config = config
        self._documents = documents
        self._epochs: dict[tuple[str, int], list[list[Document]]] = {}
        placed: list[tuple[float, Step]] = []
        for name, one in config.sets.items():
            steps = [
                Step(name, epoch, number)
                for epoch in range(one.epochs)
                for number in range(len(self._epoch(name, epoch)))
            ]
            random = Random(f"{config.seed}/{name}")
            placed += [
                ((index + random.random()) / len(steps), step) for index, step in enumerate(steps)
            ]
        placed.sort(key=lambda item: (item[0], item[1].name))
        self.steps = [step for _, step in placed][: round(config.share * len(placed))]

    def documents(self, step: Step) -> list[Document]:
        """Return the documents of a step."""
        return self._epoch(step.name, step.epoch)[step.number]

    def _epoch(self, name: str, epoch: int) -> list[list[Document]]:
        if (name, epoch) not in self._epochs:
            for known in [key for key in self._epochs if key[0] == name]:
                del self._epochs[known]
            random = Random(f"{self._config.seed}/{name}/{epoch}")
            units = make_units(self._documents[name], self._config.sets[name], random)
            self._epochs[name, epoch] = make_batches(units, self._config.batch_characters, random)
        return self._epochs[name, epoch]


def make_units(documents: Sequence[Document], one: SetConfig, random: Random) -> list[Document]:
    """Return the units that batches are made of, whole or joined texts, in random order."""
    shuffled = random.sample(list(documents), len(documents))
    return _joined(shuffled, random) if one.unit == "join" else shuffled


def make_batches(
    units: Sequence[Document], characters: int, random: Random
) -> list[list[Document]]:
    """Group units into batches of about so many characters, units of like length together."""
    jittered = sorted(units, key=lambda unit: (len(unit.text) * random.uniform(0.9, 1.1), unit.id))
    batches: list[list[Document]] = []
    filled = characters
    for unit in jittered:
        if filled + len(unit.text) > characters:
            batches.append([])
            filled = 0
        batches[-1].append(unit)
        filled += len(unit.text)
    random.shuffle(batches)
    return batches


def _joined(documents: Sequence[Document], random: Random) -> list[Document]:
    units = []
    waiting: list[Document] = []
    room = 0.0
    for document in documents:
        if not waiting:
            alone = random.random() < 0.5
            room = 0.0 if alone else random.uniform(0.2, 1.0) * JOIN_CHARACTERS
        waiting.append(document)
        if sum(len(d.text) for d in waiting) >= room:
            units.append(join(waiting))
            waiting = []
    return units + ([join(waiting)] if waiting else [])
