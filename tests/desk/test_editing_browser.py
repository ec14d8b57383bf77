"""Correcting an article in Chromium, by keyboard and mouse; what counts is what the file holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from argmap.model.files import read_document
from argmap.model.store import AnnotationStore

from .conftest import Open, labels

pytestmark = pytest.mark.browser


def test_labels_by_keyboard_and_back_again(open_desk: Open, path: Path) -> None:
    """Every label of a segment by its key, saved as it is made; undone, the file is the old one."""
    before = path.read_bytes()
    desk = open_desk(path)
    desk.press("ArrowDown", "ArrowDown")  # to s3, a claim of value in a mixed voice
    desk.press("t", "c", "p", "a")
    desk.saved()
    s3 = labels(path)["s3"]
    assert (s3["claim_type"], s3["certainty"], s3["polarity"]) == ("policy", "probable", "negative")
    assert (s3["voice"], s3["attribution"]) == ("author", None)
    desk.press("2", "q")
    desk.saved()
    s3 = labels(path)["s3"]
    assert (s3["role"], s3["claim_type"], s3["evidence_type"]) == ("evidence", None, "event")
    assert s3["voice"] == "attributed"
    assert read_document(path).attribution(s3["attribution"])
    records = read_document(path).provenance.labels
    assert (records["s3.role"].status, records["s3.role"].was, records["s3.role"].by) == (
        "edited",
        "claim",
        "ana",
    )
    desk.press(*["z"] * 6)
    desk.saved()
    assert path.read_bytes() == before
    desk.press(*["Z"] * 6)
    desk.saved()
    assert labels(path)["s3"] == s3


def test_labels_by_mouse(open_desk: Open, path: Path) -> None:
    """The same by clicking: role, type, certainty, frames, at most three of them."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s1")
    page.locator(".chip", has_text="evidence").click()
    page.locator(".chip", has_text="statistic").click()
    page.locator(".chip", has_text="possible").click()
    for frame in ("economic", "fairness", "security"):
        page.locator(".chip", has_text=frame).click()
    assert page.get_by_role("checkbox", name="morality").is_disabled()
    desk.saved()
    s1 = labels(path)["s1"]
    assert (s1["role"], s1["evidence_type"], s1["certainty"]) == (
        "evidence",
        "statistic",
        "possible",
    )
    assert s1["frames"] == ["economic", "fairness", "security"]
    expect(page.locator("#seg-s1 .tag")).to_have_text("E")


def test_confirming_goes_on_and_is_counted(open_desk: Open, path: Path) -> None:
    """Enter confirms a segment and goes to the next; the count survives in the file."""
    desk = open_desk(path)
    desk.press("Enter", "Enter")
    expect(desk.page.locator(".work")).to_contain_text("2 of 4 confirmed")
    desk.saved()
    again = open_desk(path)
    expect(again.page.locator(".work")).to_contain_text("2 of 4 confirmed")
    expect(again.page.locator("#seg-s1 .tag")).to_contain_text("✓")
    record = read_document(path).provenance.labels["s2"]
    assert (record.status, record.by) == ("confirmed", "ana")


def test_a_note_is_kept_while_it_is_typed(open_desk: Open, path: Path) -> None:
    """A note is saved without a button, stays while other things happen, and goes when emptied."""
    desk = open_desk(path)
    desk.press("ArrowDown", "n")
    desk.page.keyboard.type("Which plan? <b>Ask</b> the board.")
    desk.saved()
    expect(desk.page.locator("#note")).to_be_focused()
    desk.page.keyboard.type(" Soon.")
    desk.go("s3")
    desk.saved()
    assert read_document(path).provenance.labels["s2"].note == (
        "Which plan? <b>Ask</b> the board. Soon."
    )
    desk.go("s2")
    desk.page.locator("#note").fill("")
    desk.go("s1")
    desk.saved()
    assert "s2" not in read_document(path).provenance.labels


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


def test_relations_by_keyboard(open_desk: Open, path: Path) -> None:
    """From segment to segment, with its kind; an undercut of it; deleted with what hangs on it."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s1")
    desk.press("r", "ArrowDown", "Enter")
    kind = page.get_by_role("group", name="Relation s1 supports s2").get_by_role(
        "combobox", name="Kind", exact=True
    )
    expect(kind).to_be_focused()
    kind.select_option("restates")
    page.get_by_role("button", name="Undercut s1 restates s2").click()
    desk.press("ArrowDown", "ArrowDown", "Enter")
    desk.saved()
    relations = {r.id: (r.source, r.type, r.target) for r in read_document(path).relations}
    assert relations == {
        "r1": ("s4", "supports", "s3"),
        "r2": ("s1", "restates", "s2"),
        "r3": ("s3", "undercuts", "r2"),
    }
    desk.go("s1")
    page.get_by_role("button", name="Delete s1 restates s2").click()
    desk.saved()
    assert [r.id for r in read_document(path).relations] == ["r1"]
    desk.press("r", "Escape")
    expect(page.locator("#prompt")).to_be_empty()


@pytest.mark.dot
def test_the_map_is_redrawn_and_drawn_on(open_desk: Open, path: Path) -> None:
    """A relation dragged from node to node stands on the map at once; a node leads to its text."""
    desk = open_desk(path)
    page = desk.page
    desk.panel("Map")
    pane = page.locator(".map-pane")
    expect(pane.locator(".relation")).to_have_count(1)
    pane.locator("[data-segment=s2]").drag_to(pane.locator("[data-segment=s3]"))
    expect(pane.locator(".relation")).to_have_count(2)
    desk.saved()
    assert [(r.source, r.target) for r in read_document(path).relations] == [
        ("s2", "s3"),
        ("s4", "s3"),
    ]
    page.get_by_role("button", name="Delete s2 supports s3").click()
    expect(pane.locator(".relation")).to_have_count(1)
    pane.locator("[data-segment=s4]").click()
    expect(page.locator("#seg-s4")).to_have_attribute("aria-selected", "true")


def test_without_graphviz_there_is_the_outline(
    open_desk: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says what to install; the outline leads to the text all the same."""
    monkeypatch.setenv("PATH", "/nonexistent")
    desk = open_desk(path)
    desk.panel("Map")
    expect(desk.page.locator(".no-map")).to_contain_text("not installed")
    desk.page.locator("summary").click()
    desk.page.locator(".outline button", has_text="islanders").click()
    expect(desk.page.locator("#seg-s4")).to_have_attribute("aria-selected", "true")


def test_the_cast(open_desk: Open, path: Path) -> None:
    """A source renamed, one made from words of the text, the two made one, a mention removed."""
    desk = open_desk(path)
    page = desk.page
    desk.panel("Cast")
    page.get_by_role("button", name="the harbor board", exact=True).click()
    page.get_by_role("textbox", name="Name").fill("Orla Harbor Board")
    page.get_by_role("textbox", name="Name").press("Enter")
    page.get_by_role("combobox", name="Kind", exact=True).select_option("collective")
    desk.saved()
    source = read_document(path).sources[0]
    assert (source.name, source.kind) == ("Orla Harbor Board", "collective")
    desk.go("s4")
    desk.press("ArrowRight", "ArrowRight")
    page.get_by_role("button", name="New source").click()
    expect(page.get_by_role("textbox", name="Name")).to_have_value("islanders")
    page.get_by_role("combobox", name="Is the same as", exact=True).select_option("p1")
    desk.saved()
    sources = read_document(path).sources
    assert [source.name for source in sources] == ["Orla Harbor Board"]
    assert [mention.text for mention in sources[0].mentions] == ["the harbor board", "islanders"]
    page.get_by_role("button", name="Remove mention islanders").click()
    desk.saved()
    assert len(read_document(path).sources[0].mentions) == 1


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


def test_the_machine_is_accepted_or_refused(open_desk: Open, path: Path) -> None:
    """Its value stands beside a person's, with its confidence; both verdicts are in the file."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s2")
    desk.press("4")  # report, where argmap says a claim, 80 %
    line = page.locator(".label-group.role .suggestion")
    expect(line).to_contain_text("claim, prediction · 80 %")
    page.get_by_role("button", name="Refuse argmap’s role").click()
    desk.saved()
    record = read_document(path).provenance.labels["s2.role"]
    assert (record.status, record.was) == ("rejected", "claim")
    page.get_by_role("button", name="Accept argmap’s role").click()
    page.get_by_role("button", name="Accept argmap’s certainty").click()
    desk.saved()
    s2 = labels(path)["s2"]
    assert (s2["role"], s2["claim_type"]) == ("claim", "prediction")
    assert read_document(path).provenance.labels["s2.certainty"].status == "confirmed"
    desk.go("s4")
    desk.press("5", "p", "y")  # and all at once
    desk.saved()
    assert labels(path)["s4"]["role"] == "evidence"
    assert labels(path)["s4"]["polarity"] == "negative"


def test_a_span_that_the_machine_found_comes_back(open_desk: Open, path: Path) -> None:
    """What a person deleted is still offered, and deleted again by one key."""
    desk = open_desk(path)
    desk.go("s3")
    desk.page.get_by_role("button", name="Delete span").click()
    desk.page.get_by_role("button", name="Accept span new toll wall").click()
    desk.saved()
    assert read_document(path).spans == AnnotationStore(path.parent).last_written("ferry").spans


def test_from_the_least_certain_on(open_desk: Open, path: Path) -> None:
    """The least certain first; a confirmed one is passed over, and in the end it is said."""
    desk = open_desk(path)
    desk.press("u")
    expect(desk.page.locator("#seg-s2")).to_have_attribute("aria-selected", "true")
    desk.press("Enter", "u")
    expect(desk.page.locator("#said")).to_contain_text("Every label")


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


def test_a_click_that_leaves_a_field_is_not_lost(open_desk: Open, path: Path) -> None:
    """What was typed and what was clicked both happen, in the panel and in the article."""
    desk = open_desk(path)
    page = desk.page
    desk.panel("Cast")
    page.get_by_role("button", name="the harbor board", exact=True).click()
    page.get_by_role("textbox", name="Name").fill("The Board")
    page.get_by_role("button", name="Remove mention the harbor board").click()
    desk.saved()
    source = read_document(path).sources[0]
    assert (source.name, source.mentions) == ("The Board", ())
    page.get_by_role("textbox", name="Name").fill("Board of the Harbor")
    desk.go("s2")
    expect(page.locator("#seg-s2")).to_have_attribute("aria-selected", "true")
    desk.press("6")
    desk.saved()
    assert read_document(path).sources[0].name == "Board of the Harbor"
    assert labels(path)["s2"]["role"] == "boilerplate"
    desk.panel("Cast")
    page.get_by_role("textbox", name="Description").fill("runs the ferry")
    desk.press("Tab")
    expect(page.locator("#said")).to_have_text("Description set")
    expect(page.get_by_role("button", name="Add selection as mention")).to_be_focused()
    desk.saved()
    assert read_document(path).sources[0].description == "runs the ferry"


def test_tone_towards_somebody(open_desk: Open, path: Path) -> None:
    """A person says how a segment speaks of a named target, from -2 to +2."""
    desk = open_desk(path)
    page = desk.page
    desk.go("s4")
    page.get_by_role("textbox", name="Towards whom").fill("the islanders")
    page.get_by_role("textbox", name="Towards whom").press("Enter")
    page.get_by_role("combobox", name="Towards the islanders").select_option("2")
    desk.saved()
    assert labels(path)["s4"]["tone_towards"] == [{"target": "the islanders", "value": 2}]
    page.get_by_role("button", name="Remove tone towards the islanders").click()
    desk.saved()
    assert labels(path)["s4"]["tone_towards"] == []


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


def test_what_undo_takes_back_is_named(open_desk: Open, path: Path) -> None:
    """Frames and notes are said by name, when they are made and when they are taken back."""
    desk = open_desk(path)
    said = desk.page.locator("#said")
    desk.go("s2")
    desk.press("f", "Space")
    expect(said).to_contain_text("Frames: ")
    desk.press("Escape")
    desk.press("n")
    desk.page.keyboard.type("so?")
    desk.press("Escape")
    expect(said).to_have_text("Note on s2 kept")
    desk.press("z")
    expect(said).to_have_text("Undone: Note on s2 kept.")
    desk.press("z")
    expect(said).to_contain_text("Undone: Frames: ")


def test_the_speaker_is_one_key_away(open_desk: Open, path: Path) -> None:
    """w goes to the speakers of an attributed segment; in the author's voice it says what to do."""
    desk = open_desk(path)
    desk.go("s1")
    desk.press("w")
    expect(desk.page.locator("#said")).to_contain_text("press q")
    desk.go("s2")
    desk.press("w")
    expect(desk.page.get_by_role("combobox", name="Speaker")).to_be_focused()
    desk.press("Escape", "n")
    expect(desk.page.get_by_role("textbox", name="Note")).to_be_focused()
