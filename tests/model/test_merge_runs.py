"""Run after run: what the machine says in between takes nothing from a person."""

from __future__ import annotations

import copy
import json
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.files import as_text, loads_document, validate, write_text
from argmap.model.matching import LAYERS
from argmap.model.merge import Merged, merge
from argmap.model.merge_fields import GROUPS
from argmap.model.store import AnnotationStore

from .annotations import edit, make_annotation, make_text
from .test_merge import lost, said

Value = dict[str, Any]
SEEDS = st.integers(min_value=0, max_value=2**32)
EDITED = {"status": "edited", "by": None, "note": None}


def reading(value: Value, settings: str) -> Value:
    """A machine's reading that says what a file says; a machine has no records."""
    found = copy.deepcopy(value)
    found["provenance"].update(labels={}, settings=settings)
    return found


def runs(base: Value, mine: Value, *readings: Value) -> Merged:
    """The file after these readings one after the other, with all that was put aside."""
    result = Merged(mine, (), ())
    parked: tuple[Value, ...] = ()
    written = None
    for number, machine in enumerate(readings):
        before = base if number == 0 else readings[number - 1]
        result = merge(
            before, result.value, machine, run=True, deleted=result.deleted, written=written
        )
        written = result.value
        parked += result.parked
        assert validate(result.value) == []
    return Merged(result.value, result.notes, parked, result.deleted)


def content(value: Value) -> dict[str, Counter[str]]:
    """All labels of a file; ids do not matter."""
    return {layer: Counter(repr(said(part, value)) for part in value[layer]) for layer in LAYERS}


@given(SEEDS, st.integers(1, 10))
@settings(max_examples=100)
def test_the_machine_may_agree_and_go_back_on_it(seed: int, count: int) -> None:
    """A machine that says what the person said, then the old thing again, changes nothing."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 8))
    mine = edit(random, base, count)
    after = runs(base, mine, reading(mine, "1"), reading(base, "2"), reading(base, "3")).value
    for layer in ("segments", "attributions", "sources", "spans"):
        assert content(after)[layer] == content(mine)[layer]
    assert lost(base, mine, after, (), exact=True) == []
    # The machine's own relation may follow a segment that was cut; none that was deleted is back.
    assert len(after["relations"]) <= len(mine["relations"])


@given(SEEDS, st.integers(1, 10))
@settings(max_examples=100)
def test_records_are_of_what_the_person_did_only(seed: int, count: int) -> None:
    """Later runs record nothing more: what the machine trimmed is not a person's for that."""
    random = Random(seed)
    text = make_text(random, 8)
    base = make_annotation(random, text)
    mine = edit(random, base, count)
    first = runs(base, mine, reading(make_annotation(random, text), "1"))
    again = merge(
        reading(first.value, "1"),
        first.value,
        reading(make_annotation(random, text), "2"),
        run=True,
        deleted=first.deleted,
        written=first.value,
    ).value
    before, after = (
        Counter(map(repr, value["provenance"]["labels"].values())) for value in (first.value, again)
    )
    assert not after - before


@given(SEEDS, st.integers(1, 10))
@settings(max_examples=100)
def test_no_edit_is_lost_in_three_readings(seed: int, count: int) -> None:
    """Three readings that have nothing to do with each other: each edit is there or put aside."""
    random = Random(seed)
    text = make_text(random, 8)
    base = make_annotation(random, text)
    mine = edit(random, base, count)
    readings = [reading(make_annotation(random, text), str(number)) for number in range(3)]
    result = runs(base, mine, *readings)
    assert lost(base, mine, result.value, result.parked, exact=True) == []


@given(SEEDS, st.data())
@settings(max_examples=100)
def test_what_a_person_confirmed_stays(seed: int, data: st.DataObject) -> None:
    """A label that a person looked at and left stays, though it is what the machine had said."""
    random = Random(seed)
    text = make_text(random, 6)
    base = make_annotation(random, text)
    mine = copy.deepcopy(base)
    layer = data.draw(st.sampled_from([name for name in ("segments", "spans") if mine[name]]))
    part = data.draw(st.sampled_from(mine[layer]))
    plain = [group for group in GROUPS[layer] if not set(group) & {"start", "attribution", "end"}]
    group = data.draw(st.sampled_from([*plain, ()]))
    record = {"status": "confirmed", "by": "ana", "was": None, "note": None}
    key = f"{part['id']}.{group[0]}" if group else part["id"]
    mine["provenance"]["labels"][key] = record
    readings = [reading(make_annotation(random, text), name) for name in "12"]
    result = runs(base, mine, *readings).value
    names = group or tuple(name for one in plain for name in one)
    values = [
        [item[name] for name in names]
        for item in result[layer]
        if (item["start"], item["end"]) == (part["start"], part["end"])
    ]
    assert [part[name] for name in names] in values
    assert record in result["provenance"]["labels"].values()


@given(SEEDS)
@settings(max_examples=50)
def test_what_was_deleted_and_forgotten_stays_deleted(seed: int) -> None:
    """The person deletes all spans, the machine forgets them, then finds them again."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 8))
    mine = {**copy.deepcopy(base), "spans": []}
    after = runs(base, mine, reading(mine, "1"), reading(base, "2"), reading(base, "3")).value
    assert content(after) == content(mine)


def test_each_change_gets_a_record_and_a_person_s_own_stays() -> None:
    """What was changed without a record is written down with what it was."""
    random = Random(3)
    base = make_annotation(random, make_text(random, 6))
    mine = copy.deepcopy(base)
    one, two = mine["segments"][0], mine["segments"][1]
    was = one["certainty"], two["polarity"]
    one["certainty"] = next(word for word in ("certain", "possible") if word != was[0])
    two["polarity"] = "negative" if was[1] == "positive" else "positive"
    own = {"status": "edited", "by": "ana", "was": was[1], "note": "see the second clause"}
    mine["provenance"]["labels"][f"{two['id']}.polarity"] = own
    labels = runs(base, mine, reading(base, "1")).value["provenance"]["labels"]
    assert labels == {
        f"{one['id']}.certainty": {**EDITED, "was": was[0]},
        f"{two['id']}.polarity": own,
    }


def test_what_carries_a_note_is_kept_though_the_machine_drops_it() -> None:
    """A note holds the part that it is about."""
    random = Random(5)
    base = make_annotation(random, make_text(random, 8))
    assert base["spans"]
    mine = copy.deepcopy(base)
    name = mine["spans"][0]["id"]
    note = {"status": "auto", "by": "ana", "was": None, "note": "is this one?"}
    mine["provenance"]["labels"][name] = note
    result = runs(base, mine, {**reading(base, "1"), "spans": []}).value
    assert [item["text"] for item in result["spans"]] == [mine["spans"][0]["text"]]
    assert result["provenance"]["labels"][result["spans"][0]["id"]]["note"] == note["note"]


@given(SEEDS)
@settings(max_examples=50)
def test_one_person_confirms_what_another_changes(seed: int) -> None:
    """That is a conflict, whoever is named first; two different labels are none."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 5))
    ana, ben = copy.deepcopy(base), copy.deepcopy(base)
    record = {"status": "confirmed", "by": "ana", "was": None, "note": None}
    ana["provenance"]["labels"]["s1.certainty"] = record
    segment = ben["segments"][0]
    old = segment["certainty"]
    segment["certainty"] = "certain" if old != "certain" else "possible"
    left, right = merge(base, ana, ben, run=False), merge(base, ben, ana, run=False)
    assert len(left.conflicts) == len(right.conflicts) == 1
    assert left.value["segments"][0]["certainty"] == old
    assert right.value["segments"][0]["certainty"] == segment["certainty"]
    segment["certainty"] = old
    segment["polarity"] = "negative" if segment["polarity"] == "positive" else "positive"
    assert merge(base, ana, ben, run=False).conflicts == ()


def run(store: AnnotationStore, value: Value) -> None:
    """One run of the machine."""
    store.write(store.plan(loads_document(json.dumps(value), name="reading")))


@given(SEEDS, st.lists(st.sampled_from(["same", "other", "agree", "first"]), max_size=5))
@settings(max_examples=60)
def test_edits_and_runs_in_turn_lose_nothing(seed: int, kinds: list[str]) -> None:
    """Whatever the machine says between the edits of a person, the last edits are all there."""
    random = Random(seed)
    text = make_text(random, 6)
    first = make_annotation(random, text)
    with TemporaryDirectory() as folder:
        store = AnnotationStore(Path(folder))
        run(store, first)
        path = store.path("ferry")
        last = first
        for batch in range(3):
            before = json.loads(path.read_text())
            mine = edit(random, before, random.randint(1, 4), tag="hkm"[batch])
            write_text(path, as_text(mine))
            for kind in kinds:
                if kind == "other":
                    last = reading(make_annotation(random, text), str(random.random()))
                elif kind == "agree":
                    last = reading(json.loads(path.read_text()), "agrees")
                elif kind == "first":
                    last = first
                run(store, last)
            after = json.loads(path.read_text())
            aside = store.aside("ferry")
            parked = json.loads(aside.read_text())["parts"] if aside.exists() else []
            assert lost(before, mine, after, tuple(parked), exact=True) == []
