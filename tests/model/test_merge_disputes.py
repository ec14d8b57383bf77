"""Where two people changed one thing, the merged file says so and shows what each says."""

from __future__ import annotations

import copy
import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.files import as_text, loads_document, validate
from argmap.model.label_choices import choice, stands
from argmap.model.merge import Merged, merge

from .annotations import edit, make_annotation, make_text

Value = dict[str, Any]
SEEDS = st.integers(min_value=0, max_value=2**32)
NAMES = ("ana", "ben")


def disputed(merged: Merged) -> dict[str, Value]:
    """What each says by key."""
    labels = merged.value["provenance"]["labels"]
    return {key: rec["was"] for key, rec in labels.items() if rec["status"] == "disputed"}


def made(value: Value, key: str, said: str | None) -> Value:
    """The file after somebody decided for what is said."""
    found = choice(loads_document(json.dumps(value), name="m"), key, said)
    assert found is not None, (key, said)
    result = copy.deepcopy(value)
    if found.part == "article":
        result["article"].update(found.values)
        return result
    if found.remove:
        result[found.part] = [part for part in result[found.part] if part["id"] != found.id]
        return result
    (part,) = (part for part in result[found.part] if part["id"] == found.id)
    values = dict(found.values)
    part.update(values.pop("place", {}))
    part.update(values)
    return result


@given(SEEDS, st.integers(1, 6), st.integers(1, 6))
@settings(max_examples=150)
def test_every_conflict_can_be_seen_in_the_file(seed: int, one: int, two: int) -> None:
    """As a disputed label that both sides can be made to stand at, or put aside as it was."""
    random = Random(seed)
    base = make_annotation(random, make_text(random, 8))
    ana, ben = edit(random, base, one, tag="h"), edit(random, base, two, tag="k")
    merged = merge(base, ana, ben, run=False, names=NAMES)
    assert validate(merged.value) == []
    found = disputed(merged)
    of_labels = [
        note
        for note in merged.conflicts
        if not note.where.startswith(("text", "provenance")) and "." not in note.where.split()[0]
    ]
    assert bool(found or merged.parked) >= bool(of_labels), of_labels
    for key, was in found.items():
        assert list(was) == list(NAMES)
        assert was["ana"] != was["ben"]
        document = loads_document(as_text(merged.value), name="m")
        for said in was.values():
            if key.endswith(".cut") or stands(document, key, said):
                continue
            if key.startswith("r") and "." not in key and said is not None:
                continue  # an end of it may be a segment that was cut otherwise
            if choice(document, key, said) is None:
                assert key.endswith((".parent", ".voice", ".speaker")), (key, said)
                continue
            after = made(merged.value, key, said)
            if said is not None and not key.endswith((".text", ".label", ".voice")):
                assert stands(loads_document(as_text(after), name="m"), key, said)


def test_what_one_deleted_and_the_other_changed_stays_until_somebody_decides() -> None:
    """The span is in the file whoever is named first; its record says that one has it not."""
    random = Random(5)
    base = make_annotation(random, make_text(random, 8))
    ana, ben = copy.deepcopy(base), copy.deepcopy(base)
    span = ben["spans"][0]
    ana["spans"] = [part for part in ana["spans"] if part["id"] != span["id"]]
    span["voice"], span["attribution"] = "author", None
    span["end"] -= 1
    span["text"] = span["text"][:-1]
    for one, two, first in ((ana, ben, True), (ben, ana, False)):
        merged = merge(base, one, two, run=False, names=NAMES)
        assert span["id"] in [part["id"] for part in merged.value["spans"]]
        was = disputed(merged)[span["id"]]
        assert [said is None for said in was.values()] == [first, not first]


def test_notes_of_both_people_are_kept() -> None:
    """On the same label, with the same verdict: no conflict, and both notes."""
    random = Random(3)
    base = make_annotation(random, make_text(random, 6))
    ana, ben = copy.deepcopy(base), copy.deepcopy(base)
    for value, note in ((ana, "one"), (ben, "two")):
        value["provenance"]["labels"]["s1"] = {
            "status": "confirmed",
            "by": note,
            "was": None,
            "note": note,
        }
    merged = merge(base, ana, ben, run=False, names=NAMES)
    assert merged.conflicts == ()
    record = merged.value["provenance"]["labels"]["s1"]
    assert (record["by"], record["note"]) == ("one", "one\ntwo")


def test_who_joined_segments_does_not_lose_the_other_s_labels() -> None:
    """Ana joined two segments, Ben labelled the second: his labels are put aside, the cut asked."""
    random = Random(11)
    base = make_annotation(random, make_text(random, 6))
    ana, ben = copy.deepcopy(base), copy.deepcopy(base)
    first, second = ana["segments"][:2]
    first.update(end=second["end"], text=base["text"][first["start"] : second["end"]])
    first["tone"] = None
    ana["segments"].remove(second)
    ana["relations"] = ben["relations"] = base["relations"] = []
    assert validate(ana) == []
    label = "certain" if ben["segments"][1]["certainty"] != "certain" else "possible"
    ben["segments"][1]["certainty"] = label
    merged = merge(base, ana, ben, run=False, names=NAMES)
    assert merged.conflicts
    (aside,) = merged.parked
    assert aside["part"]["certainty"] == label
    assert any(key.endswith(".cut") for key in disputed(merged))
