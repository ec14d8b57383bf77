"""Correcting an article in Chromium, by keyboard and mouse; what counts is what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from argmap.model.files import read_document

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


def test_from_the_least_certain_on(open_desk: Open, path: Path) -> None:
    """The least certain first; a confirmed one is passed over, and in the end it is said."""
    desk = open_desk(path)
    desk.press("u")
    expect(desk.page.locator("#seg-s2")).to_have_attribute("aria-selected", "true")
    desk.press("Enter", "u")
    expect(desk.page.locator("#said")).to_contain_text("Every label")


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
