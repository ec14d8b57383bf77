"""The adjudicated sources and attributions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from argmap.evaluate.agreement.pairing import attribution_pairs, source_pairs
from argmap.guide import deciding_rule
from argmap.model import label_words as words
from argmap.model.document import Attribution, Quote, Source

from .groups import Documents, Group, Ids, groups
from .ledger import Ledger


@dataclass(frozen=True, slots=True)
class Cast:
    """Items of one kind, and under which id each annotator's item stands among them."""

    items: tuple[Any, ...]
    ids: tuple[dict[str, str], dict[str, str]]

    @property
    def present(self) -> set[str]:
        """The ids of the items."""
        return {item.id for item in self.items}


def numbered(
    found: list[Group[Any]], prefix: str, documents: Documents, ledger: Ledger
) -> list[tuple[str, Group[Any]]]:
    """Give each group its id: the file's own, or the next free number in the text's order."""
    kept = [group.kept.id for group in found if group.kept is not None]
    spoken_of = {key.split(".")[0] for key in ledger.known}
    ids = Ids(prefix, [*kept, *spoken_of])
    return [(group.kept.id if group.kept is not None else ids.new(), group) for group in found]


def left_out(
    identifier: str,
    group: Group[Any],
    said: tuple[str | None, str | None],
    layer: str,
    documents: Documents,
    ledger: Ledger,
    items: set[str],
) -> bool:
    """Whether a person took this item out of the file; asks about it where that is not known."""
    rule = deciding_rule(layer, ()).id
    if documents.kept is not None and group.kept is None:
        key = ledger.rejected(said, items)
        if key is not None or ledger.unchanged:
            ledger.reject(key or identifier, said, rule)
            return True
        ledger.present(identifier, said, rule, next(filter(None, said)))
        return False
    return False


def source_items(documents: Documents, ledger: Ledger) -> Cast:
    """Sources by their mentions; the kind is settled, mentions are joined, the first name stays."""
    found = numbered(groups(documents, source_pairs), "p", documents, ledger)
    items: list[Source] = []
    maps: tuple[dict[str, str], dict[str, str]] = ({}, {})
    taken = {c.id for c in documents.kept.sources} if documents.kept else set()
    for identifier, group in found:
        sides = (group.one, group.other)
        said = tuple(words.source(s) if s else None for s in sides)
        if left_out(identifier, group, (said[0], said[1]), "kind", documents, ledger, taken):
            continue
        for side, known in zip(sides, maps, strict=True):
            if side is not None:
                known[side.id] = identifier
        base = group.kept or group.one or group.other
        assert base is not None
        update: dict[str, Any] = {"id": identifier, "mentions": _mentions(group)}
        if group.one is not None and group.other is not None:
            a, b = group.one.kind, group.other.kind
            update["kind"] = ledger.settle(
                f"{identifier}.kind",
                (a, b),
                (str(a), str(b)),
                deciding_rule("kind", [a, b]).id,
                standing=(group.kept.kind, str(group.kept.kind)) if group.kept else None,
            )
            if group.kept is None and base.description is None:
                update["description"] = group.other.description
        elif documents.kept is None:
            ledger.present(identifier, (said[0], said[1]), "speaker-one", words.source(base))
        elif group.kept is not None and any(said):
            ledger.present(identifier, (said[0], said[1]), "speaker-one", words.source(group.kept))
        items.append(base.model_copy(update=update))
    return Cast(tuple(items), maps)


def attribution_items(
    documents: Documents, ledger: Ledger, sources: tuple[dict[str, str], dict[str, str]]
) -> Cast:
    """Attributions by content, cue and source; each part and label is settled."""
    found = groups(documents, attribution_pairs)
    found.sort(key=lambda g: _start(g.kept or g.one or g.other))
    named = numbered(found, "a", documents, ledger)
    taken = {c.id for c in documents.kept.attributions} if documents.kept else set()
    maps: tuple[dict[str, str], dict[str, str]] = ({}, {})
    present: list[tuple[str, Group[Any]]] = []
    for identifier, group in named:
        sides = (group.one, group.other)
        said = tuple(words.attribution(s) if s else None for s in sides)
        layer = "attribution"
        if left_out(identifier, group, (said[0], said[1]), layer, documents, ledger, taken):
            continue
        for side, known in zip(sides, maps, strict=True):
            if side is not None:
                known[side.id] = identifier
        present.append((identifier, group))
    items = [
        _attribution(identifier, group, ledger, sources, maps) for identifier, group in present
    ]
    return Cast(tuple(items), maps)


def _attribution(
    identifier: str,
    group: Group[Attribution],
    ledger: Ledger,
    sources: tuple[dict[str, str], dict[str, str]],
    maps: tuple[dict[str, str], dict[str, str]],
) -> Attribution:
    one, other, kept = group.one, group.other, group.kept
    if one is None or other is None:
        place = 0 if one is not None else 1
        side = one or other
        base = kept or side
        assert base is not None
        if side is not None:
            said = tuple(words.attribution(s) if s else None for s in (one, other))
            rule = deciding_rule("attribution", ()).id
            ledger.present(identifier, (said[0], said[1]), rule, words.attribution(base))
        if kept is not None:
            return kept
        return base.model_copy(
            update={
                "id": identifier,
                "speaker": sources[place].get(base.speaker or ""),
                "parent": maps[place].get(base.parent or ""),
                "confidence": None,
            }
        )
    base = kept or one
    update: dict[str, Any] = {"id": identifier, "confidence": None}
    for name in ("source", "cue", "content", "quote", "stance"):
        a, b, c = (getattr(side, name) if side else None for side in (one, other, kept))
        labels = [a, b] if name in ("quote", "stance") else ()
        update[name] = ledger.settle(
            f"{identifier}.{name}",
            (a, b),
            (_text(a), _text(b)),
            deciding_rule(name, labels).id,
            standing=(c, _text(c)) if kept else None,
        )
    links = (("speaker", sources), ("parent", maps))
    for name, ids in links:
        a, b = (
            known.get(getattr(side, name) or "")
            for side, known in zip((one, other), ids, strict=True)
        )
        standing = getattr(kept, name) if kept else None
        update[name] = ledger.settle(
            f"{identifier}.{name}",
            (a, b),
            (a, b),
            deciding_rule(name, ()).id,
            standing=(standing, standing) if kept else None,
            fixed=True,
        )
    return base.model_copy(update=update)


def _mentions(group: Group[Source]) -> tuple[Quote, ...]:
    """Every place where somebody found the source; what a person keeps in the file stays alone."""
    sides = [group.kept] if group.kept else [group.one, group.other]
    found = {(q.start, q.end): q for side in sides if side for q in side.mentions}
    return tuple(found[place] for place in sorted(found))


def _text(value: Any) -> str | None:
    """A label or quotes in words."""
    if isinstance(value, Quote):
        return words.quote(value)
    if isinstance(value, tuple):
        return words.quotes(value)
    return None if value is None else str(value)


def _start(item: Attribution | None) -> tuple[int, int]:
    assert item is not None
    quotes = [q for q in (item.source, item.cue, *item.content) if q]
    return min(q.start for q in quotes), max(q.end for q in quotes)
