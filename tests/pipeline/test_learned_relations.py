"""What the links of the model become, given the roles of the segments."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np

from argmap.discourse.document import Arc
from argmap.model.labels import Role
from argmap.pipeline.layers import SegmentDraft
from argmap.pipeline.learned_relations import Shown, learned_links


def _arcs(task: str, arcs: Sequence[Arc]) -> list[dict]:
    """A model that holds each segment for a reason for the one before it, or else after it."""
    return [{None: 0.1, arc.candidates[0]: 0.9} for arc in arcs]


def _links(*roles: Role) -> list[tuple[int, int]]:
    segments = [SegmentDraft(10 * n, 10 * n + 9, role=role) for n, role in enumerate(roles)]
    types = np.full((len(roles), 3), 1 / 3, dtype=np.float32)
    model = SimpleNamespace(arcs=_arcs)
    shown = Shown({}, frozenset())
    found = learned_links(model, segments, range(len(roles)), types, shown, None)  # type: ignore[arg-type]
    return [(link.source, link.target) for link in found]


def test_a_claim_serves_no_evidence() -> None:
    """Evidence makes a claim believable; the model's link from a claim to evidence is left out."""
    assert (1, 0) in _links(Role.CLAIM, Role.CLAIM)
    assert (1, 0) in _links(Role.CLAIM, Role.EVIDENCE)
    assert (1, 0) not in _links(Role.EVIDENCE, Role.CLAIM)
