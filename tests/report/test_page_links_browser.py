"""The page's links in Chromium: claims, sentences, nodes of maps and people's labels, both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import focused, in_view
from .test_page_browser import LOOKS

pytestmark = pytest.mark.browser


def test_a_node_leads_to_its_sentence_and_back(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """A click on the map goes to the sentence, the sentence's letter back to the node."""
    page = open_page(page_html, **LOOKS["light"]).page
    page.locator("#maps a[href='#ledger-s4'] polygon").click()
    assert page.evaluate("location.hash") == "#ledger-s4"
    assert focused(page) == "ledger-s4"
    in_view(page, "ledger-s4")
    page.locator("#ledger-s4 a.tag").click()
    assert focused(page) == "map:ledger-s4"
    in_view(page, "map:ledger-s4")


def test_a_link_works_a_second_time(page_html: str, open_page: Callable[..., object]) -> None:
    """The link to where the address already leads still scrolls there."""
    page = open_page(page_html, **LOOKS["light"]).page
    link = page.locator("#claims a[href='#ledger-s2']")
    link.click()
    page.evaluate("window.scrollTo(0, 0)")
    link.click()
    page.wait_for_function("document.activeElement.id === 'ledger-s2'")
    in_view(page, "ledger-s2")


def test_a_shared_claim_leads_to_its_row_and_back(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """The node of all outlets goes to the row of claims, its cell to the sentence; back to it."""
    page = open_page(page_html, **LOOKS["light"]).page
    page.locator(".story-map a[href='#claim:g3'] > polygon").click(position={"x": 60, "y": 8})
    assert focused(page) == "claim:g3"
    page.locator("[id='claim:g3'] .to-map").click()
    assert focused(page) == "map::claim:g3"
    in_view(page, "map::claim:g3")
    page.locator(".story-map a[href='#lantern-s4'] polygon").click()
    assert focused(page) == "lantern-s4"


def test_a_closed_box_opens_its_page_and_a_letter_finds_the_node_there(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """A page of a long article's map is folded until wanted, and scaled when it opens."""
    page = open_page(page_html, **LOOKS["light"]).page
    fold = page.locator("[id='maps:lantern:1']")
    assert not fold.evaluate("(box) => box.open")
    page.locator("a[href='#maps:lantern:1'] polygon").click()
    page.wait_for_function("document.getElementById('maps:lantern:1').open")
    picture = page.locator("[id='maps:lantern:1'] svg")
    picture.wait_for()
    assert picture.evaluate("(svg) => svg.getBoundingClientRect().width") > 200
    page.locator("#lantern-s5 a.tag").click()
    assert focused(page) == "map:lantern-s5"
    in_view(page, "map:lantern-s5")


def test_a_letter_finds_its_node_on_a_folded_page(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """The page unfolds and is scaled, and the node is in the middle of it all the same."""
    page = open_page(page_html, **LOOKS["light"]).page
    small = "(pane) => Object.assign(pane.style, { width: '15rem', maxHeight: '9rem' })"
    page.locator("[id='maps:lantern:1'] .map-pane").evaluate(small)
    assert not page.locator("[id='maps:lantern:1']").evaluate("(box) => box.open")
    page.locator("#lantern-s5 a.tag").click()
    assert focused(page) == "map:lantern-s5"
    page.wait_for_timeout(300)
    inside = """(node) => {
      const box = node.getBoundingClientRect();
      const pane = node.closest(".map-pane").getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return pane.left < x && x < pane.right && pane.top < y && y < pane.bottom;
    }"""
    assert page.locator("[id='map:lantern-s5']").evaluate(inside)


def test_a_sign_leads_to_who_set_the_label(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """Beside the sentence: a pencil, and behind it who said what of its labels."""
    page = open_page(page_html, **LOOKS["light"]).page
    page.locator("#ledger-s7 a.by-hand").click()
    assert focused(page) == "hand:ledger:2"
    in_view(page, "hand:ledger:2")
    assert "ben" in page.locator("[id='hand:ledger:2']").inner_text()


def test_keys_alone_go_from_claim_to_text_to_map(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """Enter follows a link, and Tab goes on from where it led."""
    page = open_page(page_html, **LOOKS["light"]).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page’s content"
    page.keyboard.press("Enter")
    page.locator("#claims a[href='#ledger-s2']").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'ledger-s2'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#ledger-s2 a.tag')")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'map:ledger-s2'")
    page.locator("#layer-role").focus()
    page.keyboard.press("Space")
    assert page.locator("#texts .words-of-text .tag").first.is_hidden()
