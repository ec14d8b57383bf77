"""Merging annotations: no edit of a person is ever lost, whatever the machine says next."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.files import validate
from argmap.model.matching import LAYERS
from argmap.model.merge import merge

from .annotations import edit, make_annotation, make_text, rewrite

Value = dict[str, Any]
SEEDS = st.integers(min_value=0, max_value=2**32)
_LABELS = ("role", "claim_type", "evidence_type", "voice", "certainty", "frames", "tone_towards")


def said(part: Value, value: Value) -> Value:
    """A part as it reads: its words and labels, the words of what it points at, and no ids."""
    names = {item["id"]: item for layer in LAYERS for item in value[layer]}
    found = {}
    for key, item in part.items():
        if key in ("attribution", "speaker", "parent", "source", "target") and isinstance(
            item, str
        ):
            other = names[item]
            quote = other if "start" in other else next(iter(other.get("content", ())), {})
            found[key] = other.get("name") or (quote["start"], quote["end"])
        elif key not in ("id", "confidence"):
            found[key] = item
    return found


def edits(base: Value, mine: Value) -> list[tuple[str, str, str, Any]]:
    """What a person changed: layer, id, key, and the value that must be found again."""
    found = []
    for layer in LAYERS:
        old = {item["id"]: item for item in base[layer]}
        for part in mine[layer]:
            before = old.get(part["id"])
            for key, value in said(part, mine).items():
                if key in ("start", "end", "tone"):
                    continue
                if before is not None and before.get(key) == part.get(key):
                    continue  # what it refers to was changed, not the reference
                if before is None or said(before, base).get(key) != value:
                    found.append((layer, part["id"], key, value))
    return found


def matches(one: Any, two: Any) -> bool:
    """Whether two values are the same, or two places overlap: a relation follows its segment."""
    if isinstance(one, tuple) and isinstance(two, tuple):
        return bool(one[0] < two[1] and two[0] < one[1])
    return bool(one == two)


def lost(
    base: Value, mine: Value, merged: Value, parked: tuple[Value, ...], *, exact: bool
) -> list[Any]:
    """The edits that neither the merged file nor what was put aside holds."""
    aside = {(item.get("layer"), item["part"]["id"]) for item in parked if "part" in item}
    missing = []
    own = {layer: {item["id"]: item for item in mine[layer]} for layer in LAYERS}
    for layer, identifier, key, value in edits(base, mine):
        part = own[layer][identifier]
        places = [
            said(item, merged)
            for item in merged[layer]
            if "text" not in part
            or (
                (matches((item["start"], item["end"]), (part["start"], part["end"])))
                and (not exact or item["text"] == part["text"])
            )
        ]
        if any(matches(item[key], value) for item in places) or (layer, identifier) in aside:
            continue
        missing.append((layer, identifier, key, value))
    return missing


@given(SEEDS, st.integers(1, 12))
@settings(max_examples=150)
def test_no_edit_is_lost_on_the_same_text(seed: int, count: int) -> None:
    """A new reading of the same text: every value of a person stands in the merged file."""
    random = Random(seed)
    text = make_text(random, 8)
    base, machine = make_annotation(random, text), make_annotation(random, text)
    mine = edit(random, base, count)
    assert validate(mine) == []
    result = merge(base, mine, machine, run=True)
    assert validate(result.value) == []
    assert lost(base, mine, result.value, result.parked, exact=True) == []
    assert result.conflicts == ()
    for key, record in mine["provenance"]["labels"].items():
        assert record in result.value["provenance"]["labels"].values() or any(
            item.get("key") for item in result.parked
        ), key


@given(SEEDS, st.integers(1, 12))
@settings(max_examples=100)
def test_what_a_person_deleted_stays_deleted(seed: int, count: int) -> None:
    """A reading that repeats the old one brings nothing back."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 8))
    mine = edit(random, base, count)
    machine = edit(random, base, 0)
    machine["provenance"]["tool"] = "argmap 0.2.0"
    merged = merge(base, mine, machine, run=True).value
    assert {**merged, "provenance": None} == {**mine, "provenance": None}
    assert merged["provenance"]["labels"].items() >= mine["provenance"]["labels"].items()
    assert merged["provenance"]["tool"] == "argmap 0.2.0"


@given(SEEDS, st.integers(1, 8), st.integers(1, 4))
@settings(max_examples=150)
def test_on_a_changed_text_each_edit_is_kept_or_put_aside(
    seed: int, count: int, changes: int
) -> None:
    """The file stays valid, and each part that a person touched is in it or put aside."""
    random = Random(seed)
    text = make_text(random, 8)
    base, machine = (
        make_annotation(random, text),
        make_annotation(random, rewrite(random, text, changes)),
    )
    mine = edit(random, base, count)
    result = merge(base, mine, machine, run=True)
    assert validate(result.value) == []
    assert result.value["text"] == machine["text"]
    aside = {(item.get("layer"), item["part"]["id"]) for item in result.parked if "part" in item}
    own = {layer: {item["id"]: item for item in mine[layer]} for layer in LAYERS}
    for layer, identifier, key, value in edits(base, mine):
        if (layer, identifier) in aside or key not in (*_LABELS, "label", "type", "description"):
            continue
        words = own[layer][identifier]
        values = [said(item, result.value)[key] for item in result.value[layer]]
        assert value in values, (words, key)
    again = merge(machine, result.value, machine, run=True)
    assert again.value == result.value


@given(SEEDS, st.integers(0, 8), st.integers(0, 8))
@settings(max_examples=100)
def test_a_second_run_changes_nothing(seed: int, count: int, changes: int) -> None:
    """The machine's next reading is the same: the merged file stays, to the byte."""
    random = Random(seed)
    text = make_text(random, 6)
    base = make_annotation(random, text)
    machine = make_annotation(random, rewrite(random, text, changes))
    first = merge(base, edit(random, base, count), machine, run=True)
    newer = edit(random, machine, 0)
    newer["provenance"]["settings"] = "other"
    second = merge(machine, first.value, newer, run=True)
    assert second.value == {**first.value, "provenance": second.value["provenance"]}
    assert second.parked == ()


@given(SEEDS, st.integers(0, 8))
def test_a_merge_with_itself_is_itself(seed: int, count: int) -> None:
    """Both sides the same, or one side unchanged: no conflict, and the changed side."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 6))
    mine = edit(random, base, count)
    for one, two in ((mine, mine), (base, mine), (mine, base)):
        result = merge(base, one, two, run=False)
        assert result.value == mine
        assert result.conflicts == ()


@given(SEEDS, st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=200)
def test_the_order_of_two_people_matters_in_conflicts_only(seed: int, one: int, two: int) -> None:
    """Both files valid; without a conflict they are one file, and conflicts come from both."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 8))
    ana, ben = edit(random, base, one, tag="h"), edit(random, base, two, tag="k")
    left, right = merge(base, ana, ben, run=False), merge(base, ben, ana, run=False)
    assert validate(left.value) == []
    assert validate(right.value) == []
    if not left.conflicts and not right.conflicts:
        for layer in LAYERS:
            first, second = (
                Counter(repr(said(part, side.value)) for part in side.value[layer])
                for side in (left, right)
            )
            assert first == second
    assert bool(left.conflicts) == bool(right.conflicts)
    assert lost(base, ana, left.value, left.parked, exact=False) == []
    assert lost(base, ben, right.value, right.parked, exact=False) == []
