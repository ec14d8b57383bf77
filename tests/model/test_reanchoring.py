"""Quotes follow a text that changed under them, and nothing is guessed in silence."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.anchoring import Anchors, Place, Unplaced
from argmap.model.anchors import reanchor
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, validate


def changed(document: AnnotatedDocument, *swaps: tuple[str, str]) -> dict:  # type: ignore[type-arg]
    """The file of a document whose text somebody changed, without touching a label."""
    value = json.loads(dumps(document))
    for old, new in swaps:
        assert old in value["text"]
        value["text"] = value["text"].replace(old, new, 1)
    return value  # type: ignore[no-any-return]


@pytest.mark.parametrize("known", [True, False], ids=["old text known", "old text put together"])
def test_all_labels_move_with_a_text_that_changed(document: AnnotatedDocument, known: bool) -> None:
    """Words put in before them move all labels; the fingerprint follows, and all is sound."""
    value = changed(document, ("Rise\n", "Rise\n\n"))
    moved, lost = reanchor(value, old_text=document.text if known else None)
    assert lost == []
    assert len(moved) == 9
    assert {move.score for move in moved} == {100}
    assert value["article"]["sha256"] == fingerprint(value["text"])
    assert validate(value) == []


def test_a_sentence_that_was_reworded_keeps_its_label_and_is_said(
    document: AnnotatedDocument,
) -> None:
    """The passage that took the place is like the old one: moved, with its likeness."""
    value = changed(document, ("islanders have no other road", "islanders have no other roads"))
    moved, lost = reanchor(value, old_text=document.text)
    (move,) = moved
    assert 95 < move.score < 100
    assert value["segments"][3]["text"] == "because islanders have no other roads."
    assert lost == []
    assert validate(value) == []


def test_a_passage_that_is_gone_is_said_and_left(document: AnnotatedDocument) -> None:
    """What cannot be found stays as the person has it, and the fingerprint too."""
    value = changed(document, ("It is a “new toll wall” because", "Because"))
    before = json.dumps(value["spans"])
    _, lost = reanchor(value, old_text=document.text)
    assert "$.spans[0].text" in [problem.where for problem in lost]
    assert json.dumps(value["spans"]) == before
    assert value["article"]["sha256"] == document.article.sha256


def test_a_second_run_changes_nothing(document: AnnotatedDocument) -> None:
    """What was mended is not mended again, though the machine’s copy still has the old text."""
    value = changed(document, ("Ferry Fares", "The Ferry Fares"))
    reanchor(value, old_text=document.text)
    before = json.dumps(value)
    moved, _ = reanchor(value, old_text=document.text)
    assert moved == []
    assert json.dumps(value) == before


@given(st.data())
def test_whatever_stays_in_the_text_is_found_again(data: st.DataObject) -> None:
    """Random words put in or taken out: each quote is right or left as it was, never wrong."""
    words = data.draw(st.lists(st.sampled_from("abcdefgh"), min_size=10, max_size=40))
    text = " ".join(word * 3 + str(number) for number, word in enumerate(words))
    pieces = text.split(" ")
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece) + 1)
    spans = [
        {"start": starts[n], "end": starts[n] + len(piece), "text": piece}
        for n, piece in enumerate(pieces)
    ]
    kept = [data.draw(st.sampled_from(["keep", "keep", "keep", "drop", "add"])) for _ in pieces]
    new = []
    for piece, what in zip(pieces, kept, strict=True):
        new += {"keep": [piece], "drop": [], "add": ["mmm", piece]}[what]
    value = {"text": " ".join(new), "segments": [dict(item) for item in spans]}
    _, lost = reanchor(value, old_text=text)
    wrong = {problem.path[1] for problem in lost}
    for number, item in enumerate(value["segments"]):
        assert isinstance(item, dict)
        stands = value["text"][item["start"] : item["end"]] == item["text"]
        assert stands or number in wrong
        if kept[number] != "drop" and number not in wrong:
            assert item["text"] == pieces[number]


def test_a_word_that_stands_often_is_not_moved_to_the_nearest() -> None:
    """The text grew at its head: each “may” stays with its sentence, not near its old offset."""
    old = "Fares may rise. Boats may sink. Tolls may fall."
    sentences = [sentence + "." for sentence in old.rstrip(".").split(". ")]
    segments = [
        {"start": old.index(one), "end": old.index(one) + len(one), "text": one}
        for one in sentences
    ]
    spans = [{"start": n, "end": n + 3, "text": "may"} for n in (6, 22)]
    value = {"text": f"Islands may drift. {old}", "segments": segments, "spans": spans}
    moved, lost = reanchor(value, old_text=old)
    assert lost == []
    assert len(moved) == 5
    assert [value["text"][span["start"] - 6 : span["end"]] for span in spans] == [
        "Fares may",
        "Boats may",
    ]


def test_a_short_quote_that_is_gone_is_not_taken_for_a_like_one_elsewhere() -> None:
    """Words that are alike but for a capital stand in another sentence: that is no place for it."""
    old = "The harbor lay behind the crown violet hedge.\nA second line of the text follows here.\n"
    new = "A second line of the text follows here.\nCrown violet is a color of paint, they say.\n"
    start = old.index("crown violet")
    found = Anchors(old, new).place(start, start + len("crown violet"))
    assert isinstance(found, Unplaced)
    kept = "The harbour lay behind that crown violets hedge.\nA second line.\n"
    found = Anchors(old, kept).place(start - 4, start + len("crown violet"))
    assert isinstance(found, Place)
    assert kept[found.start : found.end] == "that crown violets"
