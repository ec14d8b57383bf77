"""Segments, spans and attributions made from words of the text in Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from argmap.model.files import read_document
from argmap.model.store import AnnotationStore

from .conftest import Open, labels

pytestmark = pytest.mark.browser


def select(page: Page, segment: str, first: str, last: str) -> None:
    """Select words inside a segment with the mouse's means: a range of the document."""
    page.evaluate(
        """([id, first, last]) => {
          const walker = document.createTreeWalker(
            document.querySelector(`#seg-${id} .said`), NodeFilter.SHOW_TEXT);
          let start, end;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const a = node.data.indexOf(first), b = node.data.indexOf(last);
            if (!start && a >= 0) start = [node, a];
            if (b >= 0) end = [node, b + last.length];
          }
          getSelection().setBaseAndExtent(...start, ...end);
        }""",
        [segment, first, last],
    )
    expect(page.locator(".chosen-words")).to_contain_text(first)


def test_a_selection_becomes_a_segment(open_desk: Open, path: Path) -> None:
    """Words out of the middle of a segment leave three; joined again they are one."""
    desk = open_desk(path)
    before = labels(path)
    select(desk.page, "s2", "ay", "doub")  # words are taken whole
    expect(desk.page.locator(".chosen-words")).to_have_text("may double")
    select(desk.page, "s2", "may", "double,")
    desk.page.get_by_role("button", name="Make a segment").click()
    desk.saved()
    texts = [item["text"] for item in labels(path).values()]
    assert texts[1:4] == ["Fares on the Orla ferry", "may double,", "the harbor board said."]
    assert len(texts) == 6
    desk.go("s2")
    desk.page.get_by_role("button", name="Join with the next").click()
    desk.page.get_by_role("button", name="Join with the next").click()
    desk.saved()
    assert [item["text"] for item in labels(path).values()] == [
        item["text"] for item in before.values()
    ]
    assert labels(path)["s2"]["role"] == "claim"


def test_segments_are_cut_by_keyboard(open_desk: Open, path: Path) -> None:
    """Words by arrow keys, split, borders moved; a relation follows the segment that took it in."""
    desk = open_desk(path)
    desk.go("s4")  # because islanders have no other road.
    desk.press("ArrowRight", "ArrowRight", "s")
    desk.saved()
    found = list(labels(path).values())
    assert [item["text"] for item in found[3:]] == ["because", "islanders have no other road."]
    assert found[4]["role"] == "evidence"
    desk.go("s3")
    desk.press("]")  # takes the one word of s4, and with it s4
    desk.saved()
    document = read_document(path)
    assert [segment.id for segment in document.segments][2:] == ["s3", found[4]["id"]]
    assert document.segments[2].text.endswith("because")
    assert document.relations == ()  # s4 supported s3, which it is a part of now
    desk.press("[", "{")
    desk.saved()
    texts = [item["text"] for item in labels(path).values()]
    assert texts[1].endswith("harbor board")
    assert texts[2:] == ["said.\nIt is a “new toll wall”", "because islanders have no other road."]
    desk.press("z", "z", "z", "z")
    desk.saved()
    assert [item["id"] for item in labels(path).values()] == ["s1", "s2", "s3", "s4"]
    assert len(read_document(path).relations) == 1


def test_a_span_from_words_to_a_frame_that_is_owned(open_desk: Open, path: Path) -> None:
    """Words become a span; its label, its voice and what that does are chosen; it is deleted."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s4")
    desk.press("ArrowRight", "ArrowRight", "Shift+ArrowRight", "x")
    label = page.get_by_role("group", name="Span islanders have").get_by_role(
        "combobox", name="Label", exact=True
    )
    expect(label).to_be_focused()
    label.select_option("metaphor")
    group = page.get_by_role("group", name="Span islanders have")
    group.get_by_role("combobox", name="The voice", exact=True).select_option("rejects")
    group.get_by_role("combobox", name="Whose", exact=True).select_option("attributed")
    group.get_by_role("combobox", name="Owner", exact=True).select_option("a1")
    desk.saved()
    span = read_document(path).spans[1]
    assert (span.text, span.layer, span.label) == ("islanders have", "framing", "metaphor")
    assert (span.voice, span.attribution, span.stance_to_frame) == ("attributed", "a1", "rejects")
    expect(page.locator("#seg-s4 mark.framing")).to_have_text("islanders have")
    group.get_by_role("button", name="Delete span").click()
    desk.saved()
    assert len(read_document(path).spans) == 1


def test_an_attribution_from_words_of_the_text(open_desk: Open, path: Path) -> None:
    """A claim is given to a new speaker: source words, cue, stance, each set from a selection."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s3")
    desk.press("q")
    page.get_by_role("combobox", name="Attribution", exact=True).select_option("+")
    select(page, "s3", "It", "is")
    page.get_by_role("button", name="Source words: take").click()
    page.get_by_role("combobox", name="Speaker", exact=True).select_option("+")
    page.get_by_role("combobox", name="Stance of the cue", exact=True).select_option("distancing")
    desk.saved()
    document = read_document(path)
    attribution = document.attribution(document.segments[2].attribution)
    assert attribution is not None
    assert (attribution.source.text, attribution.stance) == ("It is", "distancing")
    assert attribution.content[0].text == document.segments[2].text
    assert document.source(attribution.speaker).name == "It is"
    page.get_by_role("button", name="Delete attribution").click()
    desk.saved()
    assert read_document(path).segments[2].voice == "author"


def test_a_span_that_the_machine_found_comes_back(open_desk: Open, path: Path) -> None:
    """What a person deleted is still offered, and deleted again by one key."""
    desk = open_desk(path)
    desk.go("s3")
    desk.page.get_by_role("button", name="Delete span").click()
    desk.page.get_by_role("button", name="Accept span new toll wall").click()
    desk.saved()
    assert read_document(path).spans == AnnotationStore(path.parent).last_written("ferry").spans


def test_offsets_count_code_points(open_desk: Open, path: Path, document: object) -> None:
    """Characters of two UTF-16 units before and in a segment move nothing."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Orla ferry", "Orl🛳 ferry"), encoding="utf-8")
    value = path.read_text(encoding="utf-8")
    from argmap.model.article import fingerprint

    changed = document.text.replace("Orla ferry", "Orl🛳 ferry")  # type: ignore[attr-defined]
    path.write_text(
        value.replace(fingerprint(document.text), fingerprint(changed)),  # type: ignore[attr-defined]
        encoding="utf-8",
    )
    desk = open_desk(path)
    select(desk.page, "s2", "may", "double,")
    desk.press("e")
    desk.saved()
    texts = [item["text"] for item in labels(path).values()]
    assert texts[1:4] == ["Fares on the Orl🛳 ferry", "may double,", "the harbor board said."]


def test_joined_segments_keep_both_notes(open_desk: Open, path: Path) -> None:
    """What somebody noted on a segment is not lost when it is joined with another."""
    desk = open_desk(path)
    for segment, note in (("s3", "first"), ("s4", "second")):
        desk.go(segment)
        desk.page.get_by_label("Note").fill(note)
        desk.go("s1")
    desk.go("s3")
    desk.press("g")
    expect(desk.page.locator("#seg-s4")).to_have_count(0)
    desk.saved()
    records = read_document(path).provenance.labels
    assert records["s3"].note == "first\nsecond"
    assert "s4" not in records
    desk.press("z")
    expect(desk.page.locator("#seg-s4")).to_have_count(1)
    desk.saved()
    assert read_document(path).provenance.labels["s4"].note == "second"


def test_joined_across_paragraphs_is_seen_and_said(open_desk: Open, path: Path) -> None:
    """The rest of a segment in the next paragraph is marked, and lit with its beginning."""
    desk = open_desk(path)
    desk.go("s1")
    desk.press("g")
    expect(desk.page.locator("#said")).to_contain_text("in another paragraph")
    rest = desk.page.locator(".seg[data-segment='s1']:not([id])")
    expect(rest).to_have_class(re.compile("current"))
    expect(rest).to_contain_text("s1 goes on:")
    desk.go("s3")
    expect(rest).not_to_have_class(re.compile("current"))


@pytest.mark.parametrize(
    ("segment", "keys", "words"),
    [
        ("s2", ("ArrowLeft",), "said"),
        ("s3", ("ArrowRight",) * 4, "new"),
        ("s3", (*("ArrowRight",) * 4, *("Shift+ArrowRight",) * 2), "“new toll wall”"),
        ("s4", ("ArrowLeft",), "road"),
    ],
)
def test_a_span_by_keyboard_has_no_mark_that_is_not_its_own(
    open_desk: Open, path: Path, segment: str, keys: tuple[str, ...], words: str
) -> None:
    """A sentence's full stop and half a pair of quotation marks stay outside; both halves stay."""
    desk = open_desk(path)
    known = {span.id for span in read_document(path).spans}
    desk.go(segment)
    desk.press(*keys, "x")
    expect(desk.page.locator("#said")).to_have_text(f"Span “{words}”")
    desk.saved()
    (made,) = (span for span in read_document(path).spans if span.id not in known)
    assert made.text == words
