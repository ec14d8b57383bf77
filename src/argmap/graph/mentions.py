"""Relations told in words at their ends, where no line shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from argmap.model.labels import RelationType

from .argument_graph import ArgumentEdge
from .routes import Routes
from .styles import RELATIONS


def mentions(
    edges: Sequence[ArgumentEdge], routes: Routes, name: Callable[[str], str]
) -> dict[str, list[str]]:
    """The lines of words for each node: what it bears on unseen, then what bears on it unseen.

    A relation under a reference is seen where it comes from; only its other end needs words. `name`
    gives the words for a node, such as `s5`.
    """
    by_id = {edge.id: edge for edge in edges}
    outgoing: dict[tuple[str, RelationType], list[str]] = {}
    incoming: dict[tuple[str, RelationType], list[str]] = {}
    for edge in edges:
        line = routes.lines.get(edge.id)
        if line is not None and line not in routes.references:
            continue
        cut = by_id.get(edge.target) if edge.type is RelationType.UNDERCUTS else None
        target = cut.source if cut else edge.target
        times = f" ({edge.count})" if edge.count > 1 else ""
        if line is None:
            text = f"the step from {name(target)}" if cut else name(target)
            outgoing.setdefault((edge.source, edge.type), []).append(text + times)
        incoming.setdefault((target, edge.type), []).append(name(edge.source) + times)
    found: dict[str, list[str]] = {}
    for ends, active in ((outgoing, True), (incoming, False)):
        for (node, kind), words in ends.items():
            style = RELATIONS[kind]
            verb = style.word if active else style.passive
            if kind is RelationType.UNDERCUTS and not active:
                verb = f"a step of it is {verb}"
            found.setdefault(node, []).append(f"{style.sign} {verb} {', '.join(words)}")
    return found
