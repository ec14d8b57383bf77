"""What lost its words is put back when they are back, and never over what was said since."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import AnnotationError
from argmap.model.article import fingerprint
from argmap.model.aside import Aside, read_aside
from argmap.model.files import as_text, validate, write_text
from argmap.model.merge import merge
from argmap.model.moving import quotes
from argmap.model.putting_back import put_back
from argmap.model.store import AnnotationStore

from .annotations import edit, make_annotation, make_text, rewrite
from .test_merge import SEEDS
from .test_merge_runs import reading, run

Value = dict[str, Any]


LABELS = ("role", "claim_type", "evidence_type", "certainty", "frames", "label", "name", "quote")


def missing(gone: Aside, left: Aside, base: Value, after: Value) -> list[Any]:
    """What a person had said of the parts that were aside, and the file does not say now."""
    found = []
    for item in gone.parts:
        if "part" not in item or item in left.parts:
            continue
        layer, part = item["layer"], item["part"]
        old = next((one for one in base[layer] if one["id"] == part["id"]), None)
        same = [one for one in after[layer] if words(one) == words(part)]
        for key in LABELS:
            if key in part and (old is None or old[key] != part[key]):
                found += [(layer, part["id"], key)] * all(one[key] != part[key] for one in same)
    return found


def words(part: Value) -> str:
    """The first words that a part stands on."""
    return next((quote["text"] for quote in quotes(part)), part.get("name", ""))


@given(SEEDS, st.integers(1, 10), st.integers(1, 8), st.booleans())
@settings(max_examples=100)
def test_what_was_aside_is_back_when_the_old_text_is(
    seed: int, count: int, changes: int, line: bool
) -> None:
    """Edited, read on another text or with a line gone, read on the first again: all is back."""
    random = Random(seed)
    text = make_text(random, 8)
    base = make_annotation(random, text)
    mine = edit(random, base, count)
    other = rewrite(random, text, changes)
    if line:
        lines = text.splitlines(keepends=True)
        del lines[random.randrange(len(lines))]
        other = "".join(lines)
    if not other.strip():
        return
    with TemporaryDirectory() as folder:
        store = AnnotationStore(Path(folder))
        run(store, base)
        path = store.path("ferry")
        write_text(path, as_text(mine))
        run(store, make_annotation(random, other))
        gone = read_aside(store.aside("ferry"))
        run(store, reading(base, "again"))
        after = json.loads(path.read_text())
        left = read_aside(store.aside("ferry"))
        assert validate(after) == []
        assert missing(gone, left, base, after) == []
        assert not [item for item in left.parts if item.get("layer") in ("sources", "spans")]
        before = path.read_bytes()
        run(store, reading(base, "again"))
        assert path.read_bytes() == before


def small() -> tuple[Value, Value, Value]:
    """What the machine said, what a person made of it, and a reading without the second line."""
    random = Random(4)
    base = make_annotation(random, make_text(random, 4))
    base.update(attributions=[], sources=[], spans=[], relations=[])
    for segment in base["segments"]:
        segment.update(voice="author", attribution=None, certainty="certain", frames=[])
    mine = copy.deepcopy(base)
    mine["segments"][-1]["certainty"] = "probable"
    last = base["segments"][-1]
    text = base["text"][: last["start"]].rstrip() + "\n"
    short = copy.deepcopy(base)
    del short["segments"][-1]
    short["text"] = text
    short["article"]["sha256"] = fingerprint(text)
    assert validate(short) == []
    return base, mine, short


def aside_of(base: Value, mine: Value, short: Value) -> Aside:
    """What a run on the short text puts aside."""
    merged = merge(base, mine, short, run=True)
    aside = Aside().with_more(merged.parked, (), text=mine["text"])
    assert [item["kind"] for item in aside.parts] == ["lost"]
    return aside


def test_what_was_said_since_stands() -> None:
    """The person labelled the sentence anew before the old label could come back."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    now = copy.deepcopy(base)
    segment = now["segments"][-1]
    segment["certainty"] = "possible"
    record = {"status": "edited", "by": "ana", "was": "certain", "note": None}
    now["provenance"]["labels"][f"{segment['id']}.certainty"] = record
    value, notes, left = put_back(now, aside)
    assert value["segments"][-1]["certainty"] == "possible"
    assert [note.kind for note in notes] == ["returned"]
    assert left == Aside()


def test_only_what_the_person_changed_comes_back() -> None:
    """Labels that the person had left alone are as the machine reads them now."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    now = copy.deepcopy(base)
    now["segments"][-1]["frames"] = ["economic"]
    value, _, _ = put_back(now, aside)
    assert value["segments"][-1]["frames"] == ["economic"]
    assert value["segments"][-1]["certainty"] == "probable"
    assert now["segments"][-1]["certainty"] == "certain"


def test_a_cut_that_a_person_made_since_is_not_undone() -> None:
    """Its words are back, but the person has cut them otherwise: it stays aside."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    now = copy.deepcopy(base)
    first, last = now["segments"][-2:]
    first.update(end=last["end"], text=now["text"][first["start"] : last["end"]], tone=None)
    del now["segments"][-1]
    now["provenance"]["labels"][f"{first['id']}.place"] = {
        "status": "edited",
        "by": "ana",
        "was": None,
        "note": None,
    }
    assert validate(now) == []
    value, notes, left = put_back(now, aside)
    assert (value, notes, left.parts) == (now, (), aside.parts)


@pytest.mark.parametrize("name", ["texts", "text"])
def test_what_an_older_argmap_put_aside_stays(name: str) -> None:
    """Without the text that it stood in nothing is guessed."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    if name == "texts":
        old = Aside(aside.parts, ())
    else:
        old = Aside(tuple({k: v for k, v in p.items() if k != name} for p in aside.parts), ())
    assert put_back(base, old) == (base, (), old.without(set()))


def test_the_last_of_two_under_one_id_is_back_and_none_is_lost() -> None:
    """Two parts of one id were put aside from one text: the later one goes first."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    (item,) = (item for item in aside.parts if item.get("layer") == "segments")
    later = copy.deepcopy(item)
    later["part"]["polarity"] = "negative" if item["part"]["polarity"] == "positive" else "positive"
    both = Aside((*aside.parts, later), (), aside.texts)
    value, _, left = put_back(base, both)
    (found,) = (one for one in value["segments"] if words(one) == words(item["part"]))
    assert found["polarity"] == later["part"]["polarity"]
    assert left.parts == (item,)


@pytest.mark.parametrize(
    "broken",
    [
        {"part": 3},
        {"part": {}},
        {"part": {"id": "s1"}},
        {"layer": "article"},
        {"layer": ["segments"]},
        {"with": {"article": [{"id": "a"}]}},
        {"with": {"segments": 3}},
        {"with": {"segments": [{"id": "s9"}]}},
        {"base": {"id": "s9"}},
        {"left": "nothing"},
    ],
)
def test_what_somebody_broke_in_what_is_aside_stays_there(broken: Value) -> None:
    """A part that is no sound part is put back by nobody, and ends no run."""
    base, mine, short = small()
    aside = aside_of(base, mine, short)
    texts = aside.texts
    parts = tuple({**item, **broken} for item in aside.parts if "part" in item)
    assert put_back(base, Aside(parts, (), texts)) == (base, (), Aside(parts, (), texts))
    records = ({"key": 3, "record": {}, "text": parts[0]["text"]},)
    assert put_back(base, Aside((*aside.parts, *records), (), texts))[2].parts == records


def test_an_aside_whose_texts_have_no_names_is_an_error(tmp_path: Path) -> None:
    """One sentence with the file and a remedy, and no run goes on over what it cannot read."""
    path = tmp_path / "ferry.aside.json"
    value = {"parts": [{"part": {}, "layer": "segments", "text": ["x"]}], "deleted": []}
    path.write_text(json.dumps(value), encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"ferry\.aside\.json does not hold .* mend it"):
        read_aside(path)
