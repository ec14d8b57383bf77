"""The adjudicated spans and relations."""

from __future__ import annotations

from typing import Any

from argmap.evaluate.agreement.pairing import nearest, span_pairs
from argmap.guide import deciding_rule
from argmap.model import label_words as words
from argmap.model.document import AnnotatedDocument, Relation, Segment, Span
from argmap.model.labels import RelationType

from .cast import left_out, numbered
from .groups import Documents, Group, groups
from .ledger import Ledger

_Ends = tuple[str, str]


def span_items(
    documents: Documents, ledger: Ledger, attributions: tuple[dict[str, str], dict[str, str]]
) -> tuple[Span, ...]:
    """Spans by layer and place; bounds, label, voice and stance are settled."""
    found = groups(documents, span_pairs)
    found.sort(key=lambda g: _start(g.kept or g.one or g.other))
    taken = {c.id for c in documents.kept.spans} if documents.kept else set()
    items = []
    for identifier, group in numbered(found, "x", documents, ledger):
        side = group.one or group.other
        said = tuple(words.span(s) if s else None for s in (group.one, group.other))
        layer = str(side.layer) if side else "framing"
        if left_out(identifier, group, (said[0], said[1]), layer, documents, ledger, taken):
            continue
        items.append(_span(identifier, group, (said[0], said[1]), ledger, attributions))
    return tuple(sorted(items, key=lambda s: (s.start, s.end)))


def _span(
    identifier: str,
    group: Group[Span],
    said: tuple[str | None, str | None],
    ledger: Ledger,
    attributions: tuple[dict[str, str], dict[str, str]],
) -> Span:
    one, other, kept = group.one, group.other, group.kept
    hangs = tuple(
        known.get(side.attribution or "") if side else None
        for side, known in zip((one, other), attributions, strict=True)
    )
    if one is None or other is None:
        base = kept or one or other
        assert base is not None
        if one or other:
            rule = deciding_rule(str(base.layer), ()).id
            ledger.present(identifier, said, rule, words.span(base))
        if kept is not None:
            return kept
        place = 0 if one else 1
        return base.model_copy(
            update={"id": identifier, "attribution": hangs[place], "confidence": None}
        )
    base = kept or one
    layer = str(one.layer)
    start, end, text = ledger.settle(
        f"{identifier}.text",
        ((one.start, one.end, one.text), (other.start, other.end, other.text)),
        (words.quote(one), words.quote(other)),
        deciding_rule(layer, ()).id,
        standing=((kept.start, kept.end, kept.text), words.quote(kept)) if kept else None,
    )
    label = ledger.settle(
        f"{identifier}.label",
        (one.label, other.label),
        (str(one.label), str(other.label)),
        deciding_rule(layer, [one.label, other.label]).id,
        standing=(kept.label, str(kept.label)) if kept else None,
    )
    voice = ledger.settle(
        f"{identifier}.voice",
        ((one.voice, hangs[0]), (other.voice, hangs[1])),
        (words.voice(one, hangs[0]), words.voice(other, hangs[1])),
        deciding_rule("voice", [one.voice, other.voice]).id,
        standing=((kept.voice, kept.attribution), words.voice(kept, kept.attribution))
        if kept
        else None,
        fixed=True,
    )
    stance = ledger.settle(
        f"{identifier}.stance_to_frame",
        (one.stance_to_frame, other.stance_to_frame),
        (_text(one.stance_to_frame), _text(other.stance_to_frame)),
        deciding_rule("stance_to_frame", [one.stance_to_frame, other.stance_to_frame]).id,
        standing=(kept.stance_to_frame, _text(kept.stance_to_frame)) if kept else None,
    )
    return base.model_copy(
        update={
            "id": identifier,
            "start": start,
            "end": end,
            "text": text,
            "label": label,
            "voice": voice[0],
            "attribution": voice[1],
            "stance_to_frame": stance,
            "confidence": None,
        }
    )


def relation_items(
    documents: Documents, ledger: Ledger, segments: tuple[Segment, ...]
) -> tuple[Relation, ...]:
    """Relations by the segments of the file that they join; undercuts by the relation they meet."""
    sides = (documents.one, documents.other)
    ends = [
        {s.id: near.id for s in d.segments if (near := nearest(s, segments)) is not None}
        for d in sides
    ]
    plain = _joined(documents, ends, ledger, undercutting=False)
    undercuts = _joined(documents, ends, ledger, undercutting=True)
    taken = {c.id for c in documents.kept.relations} if documents.kept else set()
    known: list[dict[str, str]] = [{}, {}]
    items: list[Relation] = []
    order = {s.id: place for place, s in enumerate(segments)}
    every = [*sorted(plain, key=lambda row: _place(row[0], order)), *undercuts]
    for (joins, group), (identifier, _) in zip(
        every, numbered([group for _, group in every], "r", documents, ledger), strict=True
    ):
        said = tuple(
            words.relation(side, joins) if side else None for side in (group.one, group.other)
        )
        if left_out(identifier, group, (said[0], said[1]), "relation", documents, ledger, taken):
            continue
        for side, ids in zip((group.one, group.other), known, strict=True):
            if side is not None:
                ids[side.id] = identifier
        made = _relation(identifier, joins, group, (said[0], said[1]), ledger, known)
        if made is not None:
            items.append(made)
    return tuple(items)


def _joined(
    documents: Documents, ends: list[dict[str, str]], ledger: Ledger, *, undercutting: bool
) -> list[tuple[_Ends, Group[Relation]]]:
    """The relations of all sides by their ends in the file; an undercut's target is a relation."""
    sides: list[dict[_Ends, Relation]] = []
    for place, document in enumerate((documents.one, documents.other)):
        own: dict[_Ends, Relation] = {}
        for relation in _of(document, undercutting=undercutting):
            target = _target(relation, document, ends[place])
            joins = (ends[place].get(relation.source, ""), target)
            if joins[0] == joins[1]:
                ledger.notes.append(
                    f"{relation.id} of {ledger.names[place]} joins two segments that are one here;"
                    " it is left out."
                )
                continue
            own[joins] = relation
        sides.append(own)
    kept = {}
    if documents.kept is not None:
        same = {s.id: s.id for s in documents.kept.segments}
        for relation in _of(documents.kept, undercutting=undercutting):
            kept[relation.source, _target(relation, documents.kept, same)] = relation
    return [
        (joins, Group(sides[0].get(joins), sides[1].get(joins), kept.get(joins)))
        for joins in {**sides[0], **sides[1], **kept}
    ]


def _relation(
    identifier: str,
    joins: _Ends,
    group: Group[Relation],
    said: tuple[str | None, str | None],
    ledger: Ledger,
    known: list[dict[str, str]],
) -> Relation | None:
    one, other, kept = group.one, group.other, group.kept
    base = kept or one or other
    assert base is not None
    if one is not None and other is not None:
        kind = ledger.settle(
            f"{identifier}.type",
            (one.type, other.type),
            (str(one.type), str(other.type)),
            deciding_rule("relation", [one.type, other.type]).id,
            standing=(kept.type, str(kept.type)) if kept else None,
        )
        base = base.model_copy(update={"type": kind})
    elif one is not None or other is not None:
        rule = deciding_rule("relation", ()).id
        ledger.present(identifier, said, rule, words.relation(base, joins))
    if kept is not None:
        return base
    target = joins[1]
    if base.type is RelationType.UNDERCUTS:
        found = known[0 if one else 1].get(base.target)
        if found is None:
            ledger.notes.append(f"{base.id} undercuts a relation that is not here; it is left out.")
            return None
        target = found
    update: dict[str, Any] = {
        "id": identifier,
        "source": joins[0],
        "target": target,
        "confidence": None,
    }
    return base.model_copy(update=update)


def _of(document: AnnotatedDocument, *, undercutting: bool) -> list[Relation]:
    return [
        relation
        for relation in document.relations
        if (relation.type is RelationType.UNDERCUTS) == undercutting
    ]


def _target(relation: Relation, document: AnnotatedDocument, ends: dict[str, str]) -> str:
    if relation.type is not RelationType.UNDERCUTS:
        return ends.get(relation.target, "")
    met = next((r for r in document.relations if r.id == relation.target), None)
    return f"{ends.get(met.source, '')}→{_target(met, document, ends)}" if met else ""


def _place(joins: _Ends, order: dict[str, int]) -> tuple[int, int]:
    return order.get(joins[0], 0), order.get(joins[1], 0)


def _start(item: Span | None) -> tuple[int, int]:
    assert item is not None
    return item.start, item.end


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
