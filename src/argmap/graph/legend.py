"""What the shapes, lines and signs of a map mean, in few words, for those that the map uses."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from argmap.model.labels import Certainty, RelationType, Role

from .argument_graph import ArgumentGraph
from .layout import Layout
from .styles import CERTAINTIES, RELATIONS, ROLES, main_word


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One thing that the map shows: its layer, its label, its sign or letter, and its meaning."""

    layer: str
    label: str
    sign: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The entries of a map's legend, and what its drawing does not show by itself."""

    entries: tuple[LegendEntry, ...]
    notes: tuple[str, ...]


def legend_of(graph: ArgumentGraph, layout: Layout) -> Legend:
    """The legend of an article's map as it is drawn."""
    notes = legend_notes(graph)
    if layout.routes.references:
        notes.append("see: stands elsewhere on the map, or on another page.")
    if any(edge.id not in layout.routes.lines for edge in graph.edges):
        notes.append("A line of words that begins with a sign: a relation whose other end is far.")
    return Legend(entries=tuple(legend_entries(graph)), notes=tuple(notes))


def legend_entries(graph: ArgumentGraph) -> list[LegendEntry]:
    """The roles, then the certainties, then the relations that the graph uses, in a fixed order."""
    return entries_for(
        {node.role for node in graph.nodes},
        {node.certainty for node in graph.nodes},
        {edge.type for edge in graph.edges},
    )


def entries_for(
    roles: Collection[Role],
    certainties: Collection[Certainty],
    relations: Collection[RelationType],
) -> list[LegendEntry]:
    """An entry for each label that is used, layer by layer, in a fixed order."""
    found = [
        LegendEntry(
            layer="role", label=role, sign=style.letter, word=style.word, meaning=style.meaning
        )
        for role, style in ROLES.items()
        if role in roles
    ]
    found += [
        LegendEntry(
            layer="certainty", label=certainty, sign="", word=look.word, meaning=look.meaning
        )
        for certainty, look in CERTAINTIES.items()
        if certainty in certainties
    ]
    found += [
        LegendEntry(
            layer="relation", label=relation, sign=line.sign, word=line.word, meaning=line.meaning
        )
        for relation, line in RELATIONS.items()
        if relation in relations
    ]
    return found


def legend_notes(graph: ArgumentGraph) -> list[str]:
    """What the drawing does not show by itself, in short sentences, where it applies."""
    notes = []
    if any(node.speakers for node in graph.nodes):
        notes.append("A name before a colon: whose voice. No name: the author's.")
    main = graph.node(graph.main_claim) if graph.main_claim else None
    if main is not None:
        notes.append(f"Thick border: {main_word(main.role)}.")
    if any(node.loose for node in graph.nodes):
        notes.append("No line: no relation was found.")
    if any(node.frames for node in graph.nodes):
        notes.append("frame: a name or image that casts the matter.")
    if graph.closed:
        notes.append("Box with a side: a closed part, with what is in it; + 3 is three relations.")
    if graph.hidden:
        notes.append(f"{graph.hidden} more segments are not shown.")
    return notes
