"""What is near one segment of an article."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from argmap.errors import InputError
from argmap.model.document import AnnotatedDocument, Relation, Segment
from argmap.model.labels import RelationType


def focused(document: AnnotatedDocument, shown: Sequence[Segment], focus: str) -> str:
    """The focus itself; raises InputError where no such segment is shown."""
    if any(segment.id == focus for segment in shown):
        return focus
    name = document.article.id
    if segment := document.segment(focus):
        raise InputError(
            f"{name}: the segment {focus!r} has the role {segment.role!s}, which this map leaves"
            " out; add that role or choose another segment."
        )
    near = difflib.get_close_matches(focus, [segment.id for segment in shown], n=3, cutoff=0.3)
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    elif shown:
        hint = f"its segments are {shown[0].id} to {shown[-1].id}."
    else:
        hint = "it has no segment to show."
    raise InputError(f"{name}: there is no segment {focus!r} to focus on; {hint}")


def neighbourhood(focus: str, relations: Sequence[Relation], hops: int) -> set[str]:
    """The segments at most `hops` relations from the focus; an undercut is near both ends."""
    by_id = {relation.id: relation for relation in relations}
    near: dict[str, set[str]] = {}
    for relation in relations:
        for end in _ends(relation, by_id):
            near.setdefault(relation.source, set()).add(end)
            near.setdefault(end, set()).add(relation.source)
    reached, border = {focus}, {focus}
    for _ in range(hops):
        border = {n for i in border for n in near.get(i, ())} - reached
        reached |= border
    return reached


def _ends(relation: Relation, by_id: dict[str, Relation]) -> list[str]:
    """The segments that a relation points at, through the relation that it cuts if it does."""
    seen: set[str] = set()
    ends: list[str] = []
    while relation.type is RelationType.UNDERCUTS and relation.id not in seen:
        seen.add(relation.id)
        relation = by_id[relation.target]
        ends.append(relation.source)
    if relation.type is not RelationType.UNDERCUTS:
        ends.append(relation.target)
    return ends
