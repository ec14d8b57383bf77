"""Three-way merge of annotations of one article: a person's file over what the machine says.

A run of argmap is the merge of a person's file (ours) with the machine's new reading (theirs) over
its old reading (base); two people's files are merged over what the machine gave both. What only one
side changed is taken; where both changed the same thing, ours is taken and a conflict is noted.
Method: the three-way merge of revision control, by field groups that stand or fall together.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from .article import fingerprint
from .matching import LAYERS, REFERENCES, Value, fresh, pair, rename
from .merge_context import with_context
from .merge_disputes import dispute_records, note_texts
from .merge_fields import ARTICLE, merge_part, same
from .merge_links import link
from .merge_records import TOUCHED, is_touched, leave_to_machine, of_two, touch, with_records
from .merge_segments import partition
from .merge_state import Merge, Note, label, show
from .moving import bare, carry, quotes


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged annotation as a JSON value, the notes, and the parts that were put aside."""

    value: Value
    notes: tuple[Note, ...]
    parked: tuple[Value, ...]
    deleted: tuple[Value, ...] = ()  # what a person deleted and theirs lacks too: layer and part

    @property
    def conflicts(self) -> tuple[Note, ...]:
        """The places that both sides changed."""
        return tuple(note for note in self.notes if note.kind == "conflict")


def merge(
    base: Value,
    ours: Value,
    theirs: Value,
    *,
    run: bool,
    names: tuple[str, str] = ("A", "B"),
    deleted: tuple[Value, ...] = (),
    written: Value | None = None,
    stands: Collection[str] = (),
) -> Merged:
    """Merge two valid annotations of one article, as JSON values, over the one both came from.

    With `run`, `theirs` is a new reading whose ids were dealt out anew; otherwise it is a person's
    file and its ids are those of the base. `names` are the two sides in conflicts; `deleted` is
    what an earlier merge gave, on the text and with the ids of the base. `written` is the file as
    an earlier run left it, where that is not the base: what is still so there is the machine's,
    unless a record says otherwise. `stands` are labels of `theirs`, by key, that ours gives in to.
    """
    if theirs == base or (ours == theirs and not run):
        return Merged(ours, (), (), deleted)
    if ours == base and not deleted:
        return Merged(theirs, (), ())
    base = _with_deleted(base, deleted)
    state = Merge(_text(base, ours, theirs), run, names, stands=set(stands))
    ids = _align(state, base, ours, theirs)
    if written is not None:
        leave_to_machine(state, ours, written, ids)
    touch(state, base, ours, theirs, ids)
    for layer in LAYERS:
        _merge_layer(state, layer)
    partition(state)
    link(state)
    _note_moves(state, ours)
    value = _assemble(state, base, ours, theirs, ids)
    forgotten = tuple(
        {"layer": layer, "part": bare(part)}
        for layer in LAYERS[1:]
        for identifier, part in state.base[layer].items()
        if identifier not in state.ours[layer] and identifier not in state.theirs[layer]
        if not any("lost" in quote for quote in quotes(part))
    )
    parked = tuple(with_context(item, base, ours) if run else item for item in state.parked)
    return Merged(value, tuple(state.notes), parked, forgotten)


def _with_deleted(base: Value, deleted: tuple[Value, ...]) -> Value:
    """The base as if it still had what a person deleted long ago, so that it stays deleted."""
    found = {**base, **{layer: list(base[layer]) for layer in LAYERS}}
    for number, item in enumerate(deleted, 1):
        part = {**item["part"], "id": f"deleted{number}"}
        if all(base["text"][q["start"] : q["end"]] == q["text"] for q in quotes(part)):
            found[item["layer"]].append(part)
    return found


def _text(base: Value, ours: Value, theirs: Value) -> str:
    text: str = theirs["text"] if ours["text"] == base["text"] else ours["text"]
    return text


def _align(state: Merge, base: Value, ours: Value, theirs: Value) -> dict[str, str]:
    """Carry all three to one text and give ours and base the ids of theirs; new id by old id."""
    old, mine, new = (carry(value, state.text) for value in (base, ours, theirs))
    used = {item["id"] for layer in LAYERS for item in new[layer]}
    known: dict[str, str] = {}
    for layer in LAYERS:
        if state.run:
            known.update(pair(layer, old[layer], new[layer], known))
        else:
            present = {item["id"] for item in new[layer]}
            known.update({i["id"]: i["id"] for i in old[layer] if i["id"] in present})
        in_base = {item["id"] for item in old[layer]}
        taken = set(known.values())
        # Ours alone, or (in a run) moved by a person to where the machine now has it too.
        alone = known if state.run else in_base
        added = [item for item in mine[layer] if item["id"] not in alone]
        free = [item for item in new[layer] if item["id"] not in taken]
        known.update(pair(layer, added, free, known, depth=1))
    everyone = used | {item["id"] for side in (old, mine) for la in LAYERS for item in side[la]}
    for layer in LAYERS:
        for item in [*mine[layer], *old[layer]]:
            identifier = item["id"]
            if identifier not in known:
                new_id = fresh(identifier, everyone) if identifier in used else identifier
                known[identifier] = new_id
                used.add(new_id)
                everyone.add(new_id)
    state.originals = {known[item["id"]]: item for layer in LAYERS for item in ours[layer]}
    for side, layers, names in (
        (state.base, old, known),
        (state.ours, mine, known),
        (state.theirs, new, {}),
    ):
        for layer in LAYERS:
            renamed = [rename(item, names, REFERENCES[layer]) for item in layers[layer]]
            side[layer] = {item["id"]: item for item in renamed}
    return known


def _merge_layer(state: Merge, layer: str) -> None:
    base, ours, theirs = state.base[layer], state.ours[layer], state.theirs[layer]
    found: dict[str, Value] = {}
    for identifier in _order(ours, theirs):
        old, mine, new = base.get(identifier), ours.get(identifier), theirs.get(identifier)
        if mine is None:
            assert new is not None
            if old is None:
                found[identifier] = new
            elif not state.run and not same(old, new):
                _keep_changed(state, layer, new, found)
            else:
                _note_deletion(state, layer, new)
            continue
        changed = old is None or not same(old, mine)
        if changed:
            state.changed.add(identifier)
        if new is None:
            if changed:
                found[identifier] = mine
                if old is not None and not state.run:
                    state.dispute(layer, mine, None)
                    state.conflict(label(mine), "it is changed", "it is deleted")
                elif state.run:
                    state.notes.append(Note("kept", label(mine), "only a person's"))
            continue
        found[identifier] = merge_part(state, layer, old, mine, new)
    state.result[layer] = {identifier: dict(part) for identifier, part in found.items()}


def _keep_changed(state: Merge, layer: str, new: Value, found: dict[str, Value]) -> None:
    """What ours deleted and theirs changed stays, disputed; a segment's labels are put aside."""
    state.dispute(layer, None, new)
    if layer == "segments":
        state.conflict(label(new), "its words are cut otherwise", "it is changed")
        reason = f"{state.names[0]} cut its words otherwise"
        state.parked.append({"kind": "lost", "reason": reason, "layer": layer, "part": bare(new)})
        return
    found[new["id"]] = new
    state.conflict_kept(label(new), "it is deleted", "it is changed")


def _note_deletion(state: Merge, layer: str, part: Value) -> None:
    if state.run and layer != "segments":
        state.notes.append(Note("deleted", label(part), "stays deleted"))


def _order(ours: dict[str, Value], theirs: dict[str, Value]) -> list[str]:
    """The ids of theirs in their order, each of ours alone behind its predecessor."""
    order = list(theirs)
    previous: str | None = None
    for identifier in ours:
        if identifier not in theirs:
            order.insert(order.index(previous) + 1 if previous in order else 0, identifier)
        previous = identifier
    return order


def _note_moves(state: Merge, ours: Value) -> None:
    """Say which of a person's parts have another id or place now, and how they were found."""
    before = state.originals
    for layer in LAYERS:
        for identifier, part in state.result[layer].items():
            if identifier not in state.changed or identifier not in before:
                continue
            if before[identifier]["id"] != identifier and identifier not in state.theirs[layer]:
                what = f"its id was {before[identifier]['id']}, which another part has now"
                state.notes.append(Note("renamed", label(part), what))
            if ours["text"] == state.text:
                continue
            for old, new in zip(quotes(before[identifier])[:1], quotes(part)[:1], strict=False):
                if (old["start"], old["end"]) != (new["start"], new["end"]):
                    how, score = new.get("found", ("same", 100.0))
                    manner = f", changed words ({score:g} of 100 alike)" if how == "fuzzy" else ""
                    places = f"{old['start']}-{old['end']} to {new['start']}-{new['end']}"
                    state.notes.append(Note("moved", label(part), f"from {places}{manner}"))


def _assemble(state: Merge, base: Value, ours: Value, theirs: Value, ids: dict[str, str]) -> Value:
    article = {}
    for key in theirs["article"]:
        old, mine, new = (v["article"].get(key) for v in (base, ours, theirs))
        if is_touched(base, ours, f"article.{key}") and mine == old:
            old = TOUCHED
        if key not in ARTICLE and mine not in (old, new) and new != old:
            state.dispute("article", {key: mine}, {key: new}, (key,))
        article[key] = _choose(state, f"article.{key}", old, mine, new, quiet=key in ARTICLE)
    article["sha256"] = fingerprint(state.text)
    if base["text"] not in (ours["text"], theirs["text"]) and ours["text"] != theirs["text"]:
        note_texts(state, ours["text"], theirs["text"])
    provenance = {
        key: _choose(
            state,
            f"provenance.{key}",
            *(v["provenance"].get(key) for v in (base, ours, theirs)),
            quiet=False,
        )
        for key in ("tool", "models", "settings")
    }
    provenance["labels"] = _records(state, base, ours, theirs, ids)
    value = {**theirs, "article": article, "text": state.text}
    for layer in LAYERS:
        value[layer] = [bare(item) for item in state.result[layer].values()]
    return {**value, "provenance": provenance}


def _records(state: Merge, base: Value, ours: Value, theirs: Value, ids: dict[str, str]) -> Value:
    """Who stands behind which label, under the present ids; what belongs to no part is parked."""

    def renamed(value: Value) -> Value:
        found = {}
        for key, record in value["provenance"]["labels"].items():
            head, dot, tail = key.partition(".")
            found[ids.get(head, head) + dot + tail] = record
        return found

    old, mine, new = renamed(base), renamed(ours), theirs["provenance"]["labels"]
    if state.run:
        mine = with_records(state, base, ours, mine)
    present = {identifier for layer in LAYERS for identifier in state.result[layer]}
    deleted = {i for layer in LAYERS for i in state.base[layer] if i not in state.ours[layer]}
    found: Value = {}
    for key in [*new, *(key for key in mine if key not in new)]:
        if state.run:
            record = _choose(state, key, old.get(key), mine.get(key), new.get(key), quiet=True)
        else:
            record = of_two(state, key, old.get(key), mine.get(key), new.get(key))
        if record is None:
            continue
        head = key.partition(".")[0]
        if head in present or head in deleted or state.any_part(head) is None:
            found[key] = record
        elif key in mine:
            own = state.originals.get(head, {"id": head})["id"] + key[len(head) :]
            state.parked.append(
                {"kind": "lost", "reason": "its part is gone", "key": own, "record": record}
            )
    return {**found, **dispute_records(state, found)}


def _choose(state: Merge, where: str, old: Any, mine: Any, new: Any, *, quiet: bool) -> Any:
    if mine in (old, new):
        return new
    if new != old and not quiet:
        state.conflict(where, mine, new)
    elif state.run and not quiet and not where.startswith("provenance"):
        state.notes.append(Note("kept", where, show(mine)))
    return mine
