"""Two tabs, or a tab and a text editor, at one file: nothing is overwritten or lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from argmap.model.files import read_document

from .conftest import Open, Opened, labels

pytestmark = pytest.mark.browser


def edit(path: Path, segment: int, **values: object) -> None:
    """Change labels as a text editor would, with another format of the file."""
    value = json.loads(path.read_text(encoding="utf-8"))
    value["segments"][segment].update(values)
    path.write_text(json.dumps(value), encoding="utf-8")


def hold(desk: Opened) -> None:
    """Keep the page from looking at the file until it saves."""
    desk.page.route("**/revision", lambda route: route.abort())


def test_changes_of_other_labels_are_put_together(open_desk: Open, path: Path) -> None:
    """What the other wrote and what stands here are both in the file, and it is said."""
    desk = open_desk(path)
    hold(desk)
    edit(path, 0, role="background")
    desk.go("s4")
    desk.press("4")
    desk.saved()
    assert labels(path)["s1"]["role"] == "background"
    assert labels(path)["s4"]["role"] == "report"
    expect(desk.page.locator("#said")).to_contain_text("changed elsewhere")
    expect(desk.page.locator("#seg-s1 .tag")).to_have_text("B")
    desk.press("z")  # takes back what was done here, not what the other did
    desk.saved()
    assert labels(path)["s1"]["role"] == "background"
    assert labels(path)["s4"]["role"] == "evidence"


def test_the_loser_is_shown_both_versions(open_desk: Open, path: Path) -> None:
    """Two labels clash: one is taken from the file, one from here; meanwhile the file is theirs."""
    first, second = open_desk(path), open_desk(path)
    hold(second)
    first.go("s4")
    first.press("4", "p")
    first.saved()
    theirs = path.read_bytes()
    second.go("s4")
    second.press("3", "p", "c")
    dialog = second.page.get_by_role("dialog")
    expect(dialog).to_contain_text("changed elsewhere")
    assert path.read_bytes() == theirs
    role = dialog.get_by_role("group", name="s4 role")
    expect(role).to_contain_text("report")
    expect(role).to_contain_text("framing")
    save = dialog.get_by_role("button", name="Save what is chosen")
    expect(save).to_be_disabled()
    role.get_by_label("Here").check()
    save.click()
    second.saved()
    s4 = labels(path)["s4"]
    assert (s4["role"], s4["polarity"], s4["certainty"]) == ("framing", "positive", "probable")
    assert read_document(path).provenance.labels["s4.role"].was == "evidence"
    expect(first.page.locator("#seg-s4 .tag")).to_have_text("F", timeout=15_000)


def test_a_choice_may_wait(open_desk: Open, path: Path) -> None:
    """Put off, the labels here are kept, not saved, and offered again; more may be changed."""
    desk = open_desk(path)
    hold(desk)
    edit(path, 0, role="background")
    desk.press("6")
    page = desk.page
    page.get_by_role("dialog").get_by_role("button", name="Decide later").click()
    expect(page.locator(".save-state")).to_have_text("Not saved: changed elsewhere too")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download your version").click()
    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert kept["segments"][0]["role"] == "boilerplate"
    page.get_by_role("button", name="Choose").click()
    page.get_by_role("button", name="All as in the file").click()
    page.get_by_role("button", name="Save what is chosen").click()
    desk.saved()
    assert labels(path)["s1"]["role"] == "background"


def test_two_ways_to_cut_the_same_words(open_desk: Open, path: Path) -> None:
    """Cuts that do not fit together are one choice; the labels on either side stay with them."""
    first, second = open_desk(path), open_desk(path)
    hold(second)
    for desk, words in ((first, 3), (second, 5)):
        desk.go("s2")
        for _ in range(words):
            desk.press("ArrowRight")
        desk.press("s")
        if desk is first:
            desk.saved()
    dialog = second.page.get_by_role("dialog")
    dialog.get_by_role("group", name="Where segments").get_by_label("Here").check()
    dialog.get_by_role("button", name="Save what is chosen").click()
    second.saved()
    texts = [item["text"] for item in labels(path).values()]
    assert "Fares on the Orla" in texts
    assert len(texts) == 5


def test_two_new_entries_get_ids_of_their_own(open_desk: Open, path: Path) -> None:
    """Both tabs make a span at once: both are in the file."""
    first, second = open_desk(path), open_desk(path)
    hold(second)
    for desk, segment in ((first, "s1"), (second, "s4")):
        desk.go(segment)
        desk.press("ArrowRight", "x")
        expect(desk.page.locator(f"#seg-{segment} mark")).to_have_count(1)
        desk.saved()
    assert [span.text for span in read_document(path).spans] == [
        "Ferry",
        "new toll wall",
        "because",
    ]


def test_the_file_is_looked_at_by_itself(open_desk: Open, path: Path) -> None:
    """What a text editor saved shows in the page without a reload."""
    desk = open_desk(path)
    edit(path, 3, role="background", evidence_type=None)
    desk.page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(desk.page.locator("#seg-s4 .tag")).to_have_text("B")


def test_what_cannot_be_saved_is_kept(open_desk: Open, path: Path) -> None:
    """A failed saving is said, tried again by hand, and nothing made meanwhile is lost."""
    desk = open_desk(path)
    hold(desk)
    path.chmod(0o444)
    desk.press("5")
    expect(desk.page.locator(".trouble")).to_contain_text("read-only")
    desk.press("ArrowDown", "3")
    path.chmod(0o644)
    desk.page.get_by_role("button", name="Try again").click()
    desk.saved()
    assert [item["role"] for item in labels(path).values()][:2] == ["background", "framing"]


def test_a_read_only_file_is_shown_and_not_changed(open_desk: Open, path: Path) -> None:
    """It opens to be read; a key changes nothing and says why."""
    path.chmod(0o444)
    desk = open_desk(path)
    expect(desk.page.locator(".trouble")).to_contain_text("read-only")
    desk.press("5")
    expect(desk.page.locator("#seg-s1 .tag")).to_have_text("R")


def test_a_server_that_has_gone_loses_nothing(open_desk: Open, path: Path) -> None:
    """What is changed when nobody answers is said not to be saved, kept, and can be taken home."""
    desk = open_desk(path)
    page = desk.page
    page.route("**/api/**", lambda route: route.abort())
    desk.press("5")
    expect(page.locator(".trouble")).to_contain_text("does not answer")
    expect(page.locator(".save-state")).to_have_text("Not saved")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download your version").click()
    kept = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert kept["segments"][0]["role"] == "background"
    page.unroute("**/api/**")
    page.get_by_role("button", name="Try again").click()
    desk.saved()
    assert labels(path)["s1"]["role"] == "background"
