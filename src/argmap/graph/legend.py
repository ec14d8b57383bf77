"""What the shapes, lines and signs of a map mean, in few words, for those that the map uses."""

from __future__ import annotations

from dataclasses import dataclass

from .argument_graph import ArgumentGraph
from .styles import CERTAINTIES, RELATIONS, ROLES


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One thing that the map shows: its layer, its label, its sign or letter, and its meaning."""

    layer: str
    label: str
    sign: str
    word: str
    meaning: str


def legend_entries(graph: ArgumentGraph) -> list[LegendEntry]:
    """The roles, then the certainties, then the relations that the graph uses, in a fixed order."""
    roles = {node.role for node in graph.nodes}
    certainties = {node.certainty for node in graph.nodes}
    relations = {edge.type for edge in graph.edges}
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
    if graph.main_claim:
        notes.append("Thick border: main claim.")
    if any(node.loose for node in graph.nodes):
        notes.append("No line: no relation was found.")
    if any(node.frames for node in graph.nodes):
        notes.append("frame: a name or image that casts the matter.")
    if graph.hidden:
        notes.append(f"{graph.hidden} more segments are not shown.")
    return notes
