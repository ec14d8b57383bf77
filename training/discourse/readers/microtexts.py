"""Argumentative microtexts, two parts: stance and attachment of segments (Peldszus, Stede 2015)."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from argmap.discourse.document import Arc, Document, Label, Offsets

from ..split import is_dev


def read(root: Path, part: str) -> list[Document]:
    """Read the texts of a part; segments are joined with a blank, as their text files have it."""
    return [
        _document(path)
        for path in sorted((root / "train").glob("*/*.xml"))
        if is_dev("arg-microtexts", path.stem) == (part == "dev")
    ]


def _document(path: Path) -> Document:
    graph = ElementTree.parse(path).getroot()
    text = ""
    places: dict[str, Offsets] = {}
    for segment in graph.iter("edu"):
        text += " " if text else ""
        written = (segment.text or "").strip()
        places[segment.attrib["id"]] = len(text), len(text) + len(written)
        text += written
    edges = [dict(edge.attrib) for edge in graph.iter("edge")]
    units: dict[str, Offsets] = {}
    for edge in edges:
        if edge["type"] == "seg" and edge["trg"][0] == "a" and edge["src"] in places:
            first = units.get(edge["trg"], places[edge["src"]])
            place = places[edge["src"]]
            units[edge["trg"]] = min(first[0], place[0]), max(first[1], place[1])
    roles = {adu.attrib["id"]: adu.attrib["type"] for adu in graph.iter("adu")}
    heads = {
        edge["src"]: _target(edge["trg"], edges)
        for edge in edges
        if edge["type"] != "seg" and edge["src"] in units
    }
    order = sorted(units.items(), key=lambda item: item[1])
    everything = tuple(place for _, place in order)
    return Document(
        id=path.stem,
        text=text,
        sentences=tuple(sorted(places.values())),
        spans={"stance": tuple(Label(*place, roles[name]) for name, place in order)},
        arcs={
            "relation": tuple(
                Arc(
                    *place,
                    "component",
                    (units[heads[name]],) if heads.get(name) in units else (),
                    tuple(p for p in everything if p != place),
                )
                for name, place in order
            )
        },
    )


def _target(name: str, edges: list[dict[str, str]]) -> str:
    """Follow an edge that points at another edge to the segment which that edge comes from."""
    for edge in edges:
        if edge["id"] == name:
            return _target(edge["src"], edges) if edge["src"][0] == "c" else edge["src"]
    return name
