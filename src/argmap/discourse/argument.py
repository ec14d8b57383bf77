"""The argument of some units decoded as a whole: what each bears on, and of which type it is.

What the heads say of each unit alone can contradict itself: a premise that bears on nothing, a
claim that serves another, a circle. The best whole is a maximum spanning arborescence over both
scores together (Chu, Liu 1965, Edmonds 1967; for arguments Peldszus, Stede 2015): a unit hangs on
another as a premise, or on the root as a claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx
import numpy as np

from .encoder import Numbers

PREMISE = 2
"""Place of the premise among the classes of the task `component`, behind both kinds of claim."""
_ROOT = -1
_FLOOR = 1e-6  # of a probability, so that its logarithm is finite
_ANOTHER_ROOT = 1e3  # what a second thesis costs where there is to be one only


@dataclass(frozen=True, slots=True)
class Argued:
    """A unit in the argument: the unit that it bears on, its type, and how sure both are.

    `head` is the place of a unit, none for a claim that nothing takes further; `kind` is a place
    among the classes of the task `component`.
    """

    head: int | None
    kind: int
    confidence: float


def best_argument(
    types: Numbers, heads: Sequence[Mapping[int | None, float]], *, one_thesis: bool = False
) -> list[Argued]:
    """Return the likeliest argument that does not contradict itself.

    Args:
        types: How likely each class of the task `component` is, [units, classes].
        heads: For each unit how likely each other unit is what it bears on; `None` is nothing.
        one_thesis: Whether exactly one unit bears on nothing.
    """
    graph = networkx.DiGraph()
    graph.add_nodes_from([_ROOT, *range(len(heads))])
    for unit, likely in enumerate(heads):
        claim = float(types[unit, :PREMISE].max()) * likely.get(None, 0.0)
        graph.add_edge(_ROOT, unit, weight=_log(claim) - _ANOTHER_ROOT * one_thesis)
        for head, share in likely.items():
            if head is not None:
                graph.add_edge(head, unit, weight=_log(float(types[unit, PREMISE]) * share))
    tree = networkx.maximum_spanning_arborescence(graph, attr="weight")
    found = []
    for unit, likely in enumerate(heads):
        above = next(iter(tree.predecessors(unit)))
        head = None if above == _ROOT else above
        kind = PREMISE if head is not None else int(types[unit, :PREMISE].argmax())
        found.append(Argued(head, kind, likely.get(head, 0.0)))
    return found


def _log(share: float) -> float:
    return float(np.log(max(share, _FLOOR)))
