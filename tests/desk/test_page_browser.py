"""The editor's page as a whole: accessible, silent, safe with hostile text, two articles linked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from argmap.desk import Desk
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document, write_document
from argmap.model.labels import Voice
from argmap.model.links import LINKS_NAME, place_links, read_links

from .conftest import Open, Opened

pytestmark = pytest.mark.browser
LOOKS = {
    "light": {"viewport": {"width": 1300, "height": 900}},
    "dark": {"viewport": {"width": 1700, "height": 950}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 740}},
    "narrow dark": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
}


def sound(desk: Opened, what: str) -> None:
    """Axe finds nothing, and the page is no wider than the screen."""
    results = Axe().run(desk.page)
    assert results.violations_count == 0, (what, results.generate_report())
    assert desk.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), what


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation(open_desk: Open, path: Path, second: Path, look: str) -> None:
    """Every panel with everything in it, the help, and the choice between two versions."""
    desk = open_desk(path, second, **LOOKS[look])
    desk.press("ArrowDown", "ArrowDown", "q", "ArrowRight", "x")
    expect(desk.page.locator("#seg-s3 mark")).to_have_count(2)
    sound(desk, "segment")
    for panel in ("Cast", "Map", "Side by side", "Article"):
        desk.panel(panel)
        if panel == "Cast":
            desk.page.locator(".cast button").first.click()
        if panel == "Map":
            expect(desk.page.locator(".map-pane svg")).to_be_visible()
            desk.page.locator("summary").click()
        if panel == "Side by side":
            expect(desk.page.locator(".beside .seg")).to_have_count(2)
        sound(desk, panel)
    desk.saved()
    value = json.loads(path.read_text(encoding="utf-8"))
    value["segments"][0]["role"] = "background"
    path.write_text(json.dumps(value), encoding="utf-8")
    desk.page.route("**/revision", lambda route: route.abort())
    desk.go("s1")
    desk.press("6")
    expect(desk.page.get_by_role("dialog")).to_be_visible()
    sound(desk, "conflict")
    desk.page.get_by_role("button", name="Decide later").click()
    desk.go("s1")
    desk.press("?")
    sound(desk, "help")
    assert desk.said == [line for line in desk.said if "412" in line or "ERR_FAILED" in line]


def test_it_asks_nobody_else(open_desk: Open, path: Path) -> None:
    """Every request goes to the loopback address, below the token; the console stays empty."""
    desk = open_desk(path)
    desk.press("1", "Enter", "u")
    desk.panel("Map")
    expect(desk.page.locator(".map-pane svg")).to_be_visible()
    own = desk.page.url
    assert [url for url in desk.asked if not url.startswith((own, "data:"))] == []
    assert desk.said == []


def test_everything_is_reached_by_tab(open_desk: Open, path: Path) -> None:
    """From the top of the page to the article, the tabs and into the panel; Esc leads back."""
    desk = open_desk(path)
    page = desk.page
    page.locator("#top button").first.focus()
    seen = []
    for _ in range(12):
        desk.press("Tab")
        seen.append(
            page.evaluate(
                "document.activeElement.getAttribute('role') || document.activeElement.tagName"
            )
        )
    assert "option" in seen
    assert "tab" in seen
    assert seen[-1] in ("BUTTON", "INPUT")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    desk.press("Escape")
    expect(page.locator("#seg-s1")).to_be_focused()


def test_letters_do_nothing_outside_the_article(open_desk: Open, path: Path) -> None:
    """A single letter is a shortcut only while the article has the focus."""
    before = path.read_bytes()
    desk = open_desk(path)
    desk.page.get_by_role("tab", name="Segment").focus()
    desk.press("1", "c", "p", "g", "Enter")
    desk.saved()
    assert path.read_bytes() == before


HOSTILE = "<img src=x onerror=alert(1)>"


def test_hostile_text_stays_text(open_desk: Open, path: Path, document: AnnotatedDocument) -> None:
    """Markup and scripts in the text, in names, titles, notes and ids' neighbours run nowhere."""
    text = document.text.replace("Orla", HOSTILE).replace("harbor", "</script><script>alert(2)")
    value = json.loads(path.read_text(encoding="utf-8"))
    value["text"] = text
    value["article"] |= {
        "title": f"{HOSTILE}</title>",
        "outlet": HOSTILE,
        "author": "javascript:alert(3)",
        "sha256": fingerprint(text),
    }

    def moved(item: object) -> object:
        if isinstance(item, list):
            return [moved(one) for one in item]
        if not isinstance(item, dict):
            return item
        item = {key: moved(one) for key, one in item.items()}
        if {"start", "end", "text"} <= set(item):
            quote = item["text"].replace("Orla", HOSTILE)
            quote = quote.replace("harbor", "</script><script>alert(2)")
            start = text.index(quote)
            item |= {"start": start, "end": start + len(quote), "text": quote}
        return item

    value = {key: (one if key == "text" else moved(one)) for key, one in value.items()}
    value["sources"][0] |= {"name": f"{HOSTILE}'\"&amp;", "description": HOSTILE}
    value["provenance"]["labels"] = {
        "s2": {"status": "confirmed", "by": HOSTILE, "was": None, "note": HOSTILE}
    }
    path.write_text(json.dumps(value), encoding="utf-8")
    read_document(path)
    dialogs: list[str] = []
    desk = open_desk(desk=Desk({"ferry": path}, by=HOSTILE))
    desk.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    desk.go("s2")
    expect(desk.page.locator("#seg-s2")).to_contain_text(HOSTILE)
    desk.press(
        "ArrowRight", "ArrowRight", "ArrowRight", "x", "Escape", "1", "r", "ArrowDown", "Enter"
    )
    for panel in ("Cast", "Map", "Article"):
        desk.panel(panel)
        if panel == "Cast":
            desk.page.locator(".cast button").first.click()
        if panel == "Map":
            expect(desk.page.locator(".map-pane svg")).to_be_visible()
            desk.page.locator("summary").click()
    desk.saved()
    assert dialogs == []
    assert desk.page.locator("img, script:not([src])").count() == 0
    assert [line for line in desk.said if "Content Security Policy" in line] == []


def test_claims_of_two_articles_are_linked(open_desk: Open, path: Path, second: Path) -> None:
    """Side by side, by mouse and by key; the link finds its segments after a new cut."""
    desk = open_desk(path, second)
    page = desk.page
    desk.go("s2")
    desk.press("l")
    expect(page.locator("#beside-s1")).to_be_focused()
    page.locator(".chip", has_text="stronger").click()
    page.get_by_role("combobox", name="In what respect").select_option("certainty")
    page.locator("#beside-s4 .tag").click()
    page.get_by_role("button", name="Link the two").click()
    expect(page.locator("#beside-s4")).to_have_class("seg evidence author linked")
    file = path.parent / LINKS_NAME
    (link,) = read_links(file).links
    assert (link.kind, link.dimension, link.by) == ("stronger", "certainty", "ana")
    assert (link.from_.article, link.to.article) == ("ferry", "pier")
    desk.go("s3")
    page.locator("#beside-s1 .tag").click()
    desk.press("Enter")
    expect(page.get_by_role("button", name="Unlink")).to_have_count(1)
    page.get_by_role("button", name="Unlink").click()
    expect(page.get_by_role("button", name="Unlink")).to_have_count(0)
    assert len(read_links(file).links) == 1
    desk.go("s2")
    desk.press("ArrowRight", "ArrowRight", "s")
    desk.saved()
    documents = [read_document(path), read_document(second)]
    ((placed,), lost) = place_links(read_links(file), documents)
    assert lost == []
    assert placed.from_.segments == ("s2", "s5")
    assert placed.to.segments == ("s4",)


def test_a_long_article_draws_no_more_than_it_must(
    open_desk: Open, path: Path, document: AnnotatedDocument
) -> None:
    """In a long article a key draws one paragraph, and what is out of sight is not laid out."""
    copies = 400
    length = len(document.text)
    text = document.text * copies
    segments = [
        segment.model_copy(
            update={
                "id": f"s{number * 4 + place + 1}",
                "start": segment.start + number * length,
                "end": segment.end + number * length,
                "attribution": None,
                "voice": Voice.AUTHOR,
            }
        )
        for number in range(copies)
        for place, segment in enumerate(document.segments)
    ]
    long = document.model_copy(
        update={
            "article": document.article.model_copy(update={"sha256": fingerprint(text)}),
            "text": text,
            "segments": tuple(segments),
            "attributions": (),
            "sources": (),
            "relations": (),
        }
    )
    write_document(long, path)
    desk = open_desk(path)
    page = desk.page
    expect(page.locator("#text .seg")).to_have_count(4 * copies)
    skipped = page.evaluate(
        """[...document.querySelectorAll('.para')].filter((paragraph) =>
          !paragraph.firstElementChild.checkVisibility({contentVisibilityAuto: true})).length"""
    )
    assert skipped > 3 * copies * 0.8
    page.evaluate(
        """() => {
          window.drawn = 0;
          new MutationObserver((all) => {
            for (const { addedNodes } of all) window.drawn += addedNodes.length;
          }).observe(document.getElementById('text'), { childList: true, subtree: true });
        }"""
    )
    desk.press("ArrowDown", "ArrowDown", "1", "c", "Enter")
    desk.saved()
    assert 0 < page.evaluate("window.drawn") < 40
