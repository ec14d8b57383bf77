"""What two people changed differently, written into the merged file as labels that are disputed.

Ours stands; the record says what each says in the words of `label_words`, as after an adjudication,
so that the editor shows both and somebody decides.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from . import label_words as words
from .document import Attribution, Relation, Segment, Source, Span
from .labels import LabelStatus
from .matching import Value, place_of
from .merge_state import Dispute, Merge, Note
from .moving import bare

CLASSES: dict[str, Any] = {
    "segments": Segment,
    "attributions": Attribution,
    "sources": Source,
    "spans": Span,
    "relations": Relation,
}
_GOES_WITH = {
    "claim_type": "role",
    "evidence_type": "role",
    "attribution": "voice",
    "layer": "label",
    "start": "text",
    "end": "text",
}


def dispute_records(state: Merge, records: Value) -> Value:
    """A record for each label that two people changed differently; notes of people stay in it.

    Args:
        state: The merge, with what is disputed.
        records: The records that the merged file has otherwise, by key.
    """
    found: Value = {}
    for dispute in state.disputes:
        for key, said in _said(state, dispute):
            if said[0] == said[1] or key in found:
                continue
            known = records.get(key)
            found[key] = {
                "status": str(LabelStatus.DISPUTED),
                "by": None,
                "was": dict(zip(state.names, said, strict=True)),
                "note": known["note"] if known else None,
            }
    return found


def _said(state: Merge, dispute: Dispute) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """The keys of the disputed labels that are in the merged file, with what each side says."""
    sides = (dispute.ours, dispute.theirs)
    if dispute.layer == "article":
        for key in dispute.keys:
            one, two = (None if side is None else side[key] for side in sides)
            yield f"article.{key}", (one, two)
        return
    place = {"start", "end"} & set(dispute.keys)
    if dispute.layer == "segments" and (place or not dispute.keys):
        yield from _cut(state, dispute)
        return
    identifier = next(part["id"] for part in sides if part is not None)
    if identifier not in state.result[dispute.layer]:
        return
    one, two = (_part(dispute.layer, part) if part else None for part in sides)
    whole = not dispute.keys or {"source", "target"} <= set(dispute.keys)
    if whole and (one is None or two is None or one.type == two.type or _moved(one, two)):
        yield identifier, (one and words.whole(one), two and words.whole(two))
        return
    for name in dict.fromkeys(_GOES_WITH.get(key, key) for key in dispute.keys):
        if name not in ("source", "target") or dispute.layer != "relations":
            yield f"{identifier}.{name}", (words.label(one, name), words.label(two, name))


def _moved(one: Any, two: Any) -> bool:
    return bool((one.source, one.target) != (two.source, two.target))


def _cut(state: Merge, dispute: Dispute) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """Each side's segment over the same words; the record stands with the one of the result."""
    known = next(part for part in (dispute.ours, dispute.theirs) if part is not None)
    place = place_of(known)
    if place is None:
        return
    one, two = (
        part or _covering(side["segments"], place)
        for part, side in ((dispute.ours, state.ours), (dispute.theirs, state.theirs))
    )
    stands = _covering(state.result["segments"], place)
    if one and two and stands:
        said = [words.whole(_part("segments", part)) for part in (one, two)]
        yield f"{stands['id']}.cut", (said[0], said[1])


def _covering(segments: dict[str, Value], place: tuple[int, int]) -> Value | None:
    """The segment that holds most of a stretch."""
    shares = [
        (min(place[1], part["end"]) - max(place[0], part["start"]), -part["start"], name)
        for name, part in segments.items()
        if place_of(part)
    ]
    best = max(shares, default=(0, 0, ""))
    return segments[best[2]] if best[0] > 0 else None


def _part(layer: str, part: Value) -> Any:
    return CLASSES[layer].model_validate_json(json.dumps(bare(part)), strict=True)


def note_texts(state: Merge, ours: str, theirs: str) -> None:
    """Note that both sides changed the text: ours stays whole, and how far they differ."""
    mine, new = ours.splitlines(), theirs.splitlines()
    lines = set(new) - set(mine)
    other = f"another text; {len(lines)} of its {len(new)} lines are not in this one"
    if state.run:
        what = f"a person's own stays whole; the article as it was read now is {other}"
        state.notes.append(Note("kept", "text", what))
    else:
        state.conflict("text", "its own text", other)
