"""Argumentative microtexts, two parts: stance and attachment of units (Peldszus, Stede 2015).

Units are those that people marked. An undercut, and a premise linked to another, attach to the unit
from which the edge that they point at comes, as in the published figures; so does the metric: macro
F1 over attached and not attached, of all ordered pairs of units.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from argmap.errors import InputError

from ..counts import Counts
from ..dataset import DataSet, commonest
from ..labelled_files import article_of, files_below, name_of, read, require
from ..metrics import macro_f1
from ..reader import Offsets, Reader

_ATTACHED, _APART = "attached", "apart"
_MAX_STEPS = 100  # of edges that point at edges


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with its units, whose side each takes, and what each is attached to."""

    id: str
    text: str
    units: tuple[Offsets, ...]
    stances: tuple[str, ...]
    attachments: frozenset[tuple[int, int]]

    @property
    def article(self) -> str:
        """The text's own name, wherever its file stands."""
        return self.id.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """Whose side each unit takes, and what each is attached to."""

    stances: tuple[str, ...]
    attachments: frozenset[tuple[int, int]]


def load(path: Path) -> list[Gold]:
    """Read every argument graph; its segments are joined with a blank."""
    items = []
    for found in files_below(path, ".xml"):
        written = read(found)
        if "<!DOCTYPE" in written or "<!ENTITY" in written:
            raise InputError(f"{found} declares entities, which no microtext does; it is not read.")
        try:
            root = ElementTree.fromstring(written.encode("utf-8"))
            items.append(_gold(name_of(found, path), root))
        except (ElementTree.ParseError, KeyError) as error:
            raise InputError(f"{found} is no argument graph of this set ({error}).") from error
    items = [item for item in items if item.units]
    require(items, path, "argument graphs as XML files")
    return items


def _gold(name: str, root: ElementTree.Element) -> Gold:
    text, places = "", dict[str, Offsets]()
    for segment in root.iter("edu"):
        written = (segment.text or "").strip()
        text += " " if text else ""
        places[segment.attrib["id"]] = len(text), len(text) + len(written)
        text += written
    edges = {edge.attrib["id"]: edge.attrib for edge in root.iter("edge")}
    units: dict[str, Offsets] = {}
    for edge in edges.values():
        if edge["type"] == "seg" and edge["src"] in places and edge["trg"] not in edges:
            place = places[edge["src"]]
            start, end = units.get(edge["trg"], place)
            units[edge["trg"]] = min(start, place[0]), max(end, place[1])
    stances = {unit.attrib["id"]: unit.attrib["type"] for unit in root.iter("adu")}
    order = sorted(units, key=lambda unit: units[unit])
    number = {unit: place for place, unit in enumerate(order)}
    pairs = {
        (number[edge["src"]], number[target])
        for edge in edges.values()
        if edge["type"] != "seg" and edge["src"] in number
        for target in [_unit(edge["trg"], edges)]
        if target in number and target != edge["src"]
    }
    return Gold(
        id=name,
        text=text,
        units=tuple(units[unit] for unit in order),
        stances=tuple(stances[unit] for unit in order),
        attachments=frozenset(pairs),
    )


def _unit(target: str, edges: dict[str, dict[str, str]]) -> str:
    """Follow an edge that points at an edge to the unit from which that one comes."""
    for _ in range(_MAX_STEPS):
        if target not in edges:
            break
        target = edges[target]["src"]
    return target


def answer(reader: Reader, gold: Gold) -> Answer:
    """Ask for stances and attachments."""
    article = article_of(gold.id, gold.text)
    return Answer(
        stances=tuple(reader.stances(article, gold.units)),
        attachments=frozenset(reader.attachments(article, gold.units)),
    )


def count(gold: Gold, answers: Answer | None) -> Counts:
    """Count stances, and all ordered pairs of units as attached or apart."""
    counts = Counts()
    counts.labels("stance", gold.stances, answers.stances if answers else None)
    size = range(len(gold.units))
    pairs = [(a, b) for a in size for b in size if a != b]
    right = [_ATTACHED if pair in gold.attachments else _APART for pair in pairs]
    said = None
    if answers:
        said = [_ATTACHED if pair in answers.attachments else _APART for pair in pairs]
    counts.labels("attachment", right, said)
    return counts


def baseline(items: Sequence[Gold]) -> Callable[[Gold], Answer]:
    """The commoner stance; everything is attached to the first unit."""
    stance = commonest(stance for gold in items for stance in gold.stances)

    def guess(gold: Gold) -> Answer:
        others = range(1, len(gold.units))
        return Answer((stance,) * len(gold.units), frozenset((other, 0) for other in others))

    return guess


ARG_MICROTEXTS = DataSet[Gold, Answer](
    name="arg-microtexts",
    about="stance and attachment of units in short argumentative texts",
    metrics={"role_macro_f1": macro_f1("stance"), "attachment_f1": macro_f1("attachment")},
    baseline_names={
        "role_macro_f1": "commonest stance",
        "attachment_f1": "all attached to the first unit",
    },
    load=load,
    answer=answer,
    count=count,
    baseline=baseline,
)
