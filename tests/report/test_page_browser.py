"""The page in Chromium: quiet, reachable by keyboard, accessible, linked both ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from argmap.report import build_view, render_page

from . import invented
from .conftest import focused

pytestmark = pytest.mark.browser

LOOKS = {
    "light": {"viewport": {"width": 1300, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1300, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 360, "height": 700}},
    "narrow dark": {"viewport": {"width": 360, "height": 700}, "color_scheme": "dark"},
    "zoomed": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
}


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_no_violation(
    page_html: str, open_page: Callable[..., object], look: str
) -> None:
    """In light and dark, wide and narrow, with everything unfolded."""
    page = open_page(page_html, **LOOKS[look]).page
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("look", LOOKS)
def test_it_says_nothing_and_asks_for_nothing(
    page_html: str, open_page: Callable[..., object], look: str
) -> None:
    """No console message and no request but for the file itself; never wider than the screen."""
    opened = open_page(page_html, **LOOKS[look])
    page = opened.page
    page.mouse.wheel(0, 20000)
    assert opened.said == []
    assert opened.asked == [page.url]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize(
    ("layer", "selector", "style", "shown"),
    [
        ("role", "#texts .words-of-text .tag", "display", "inline"),
        ("voice", "#texts .words-of-text .speaks", "display", "inline"),
        ("claims", "#texts .words-of-text .shared", "display", "inline"),
        ("certainty", "#texts .words-of-text .said.possible", "textDecorationLine", "underline"),
        ("framing", "#texts .words-of-text mark.framing", "backgroundColor", None),
        ("loaded", "#texts .words-of-text mark.loaded", "textDecorationStyle", "wavy"),
    ],
)
def test_a_layer_is_switched_off_and_on(
    page_html: str,
    open_page: Callable[..., object],
    layer: str,
    selector: str,
    style: str,
    shown: str | None,
) -> None:
    """Each layer of the texts has a switch of its own, and the switch alone changes it."""
    page = open_page(page_html, **LOOKS["light"]).page
    read = f"getComputedStyle(document.querySelector('{selector}')).{style}"
    before = page.evaluate(read)
    assert shown is None or before == shown
    page.locator(f"#layer-{layer}").uncheck()
    assert page.evaluate(read) != before
    page.locator(f"#layer-{layer}").check()
    assert page.evaluate(read) == before


def test_the_switches_work_without_script(page_html: str, open_page: Callable[..., object]) -> None:
    """Without script the layers switch, every claim is shown and no dead control is."""
    page = open_page(page_html, java_script_enabled=False, **LOOKS["light"]).page
    assert page.locator("#claims tbody").count() == 2
    assert page.locator("#claims tbody >> visible=true").count() == 2
    assert page.locator("#claim-filters").is_hidden()
    assert page.locator(".map-tools").first.is_hidden()
    page.locator("#layer-role").uncheck()
    assert page.locator("#texts .words-of-text .tag").first.is_hidden()


def test_filters_and_search_narrow_the_claims(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """By change, by contradiction, by outlet, by words; and what is found is counted."""
    page = open_page(page_html, **LOOKS["light"]).page

    def rows() -> list[str]:
        return page.eval_on_selector_all(
            "#claims tbody", "(rows) => rows.filter((row) => !row.hidden).map((row) => row.id)"
        )

    assert rows() == ["claim:g3", "claim:g2"]
    page.get_by_role("button", name="Changing").click()
    assert rows() == ["claim:g3"]
    assert page.locator("#claim-count").inner_text() == "1 of 2 claims"
    page.get_by_role("button", name="All").click()
    page.locator("#claim-outlet").select_option("lantern")
    assert rows() == ["claim:g3"]
    page.locator("#claim-outlet").select_option("")
    page.locator("#claim-search").fill("GROUND 1987")
    assert rows() == ["claim:g2"]
    page.locator("#claim-search").fill("no such words")
    assert rows() == []
    page.locator("#ledger-s2 a.shared").click()
    assert rows() == ["claim:g3", "claim:g2"]
    assert focused(page) == "claim:g3"


def test_a_map_zooms_by_button_key_and_wheel(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """In and out, the whole map, full size, by every means."""
    page = open_page(page_html, **LOOKS["light"]).page
    figure = page.locator("[id='maps:ledger']")
    pane = figure.locator(".map-pane")

    def width() -> float:
        return float(pane.locator("svg").evaluate("(svg) => svg.getBoundingClientRect().width"))

    figure.get_by_role("button", name="Full size").click()
    full = width()
    assert full == pytest.approx(320, abs=1)
    figure.get_by_role("button", name="Zoom in").click()
    assert width() == pytest.approx(full * 1.25, abs=1)
    pane.focus()
    page.keyboard.press("-")
    assert width() == pytest.approx(full, abs=1)
    page.keyboard.press("+")
    page.keyboard.press("+")
    assert width() > full * 1.5
    page.keyboard.press("0")
    assert width() == pytest.approx(full, abs=1)
    pane.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    page.wait_for_function(
        "(old) => document.querySelector('[id=\"maps:ledger\"] svg').clientWidth > old + 5",
        arg=full,
    )


def test_a_map_is_dragged_without_following_its_links(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """Dragging over a node moves the picture and goes nowhere."""
    page = open_page(page_html, **LOOKS["light"]).page
    figure = page.locator("[id='maps:ledger']")
    pane = figure.locator(".map-pane")
    for _ in range(6):
        figure.get_by_role("button", name="Zoom in").click()
    node = page.locator("#maps a[href='#ledger-s4'] polygon").bounding_box()
    assert node
    left = pane.evaluate("(pane) => pane.scrollLeft")
    x, y = node["x"] + node["width"] / 2, node["y"] + node["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y, steps=4)
    page.mouse.up()
    assert pane.evaluate("(pane) => pane.scrollLeft") != left
    assert page.evaluate("location.hash") == ""


def test_the_keyboard_reaches_and_works_every_control(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """Tab alone passes every link, button, field, switch and summary, each visibly focused."""
    page = open_page(page_html, **LOOKS["light"]).page
    wanted = page.evaluate(
        """() => [...document.querySelectorAll(
            'a[href], button, input, select, summary, [tabindex="0"]')]
            .filter((one) => one.checkVisibility()).length"""
    )
    seen = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        number, visible = page.evaluate(
            """() => {
              const one = document.activeElement;
              const all = [...document.querySelectorAll('*')];
              const style = getComputedStyle(one);
              return [all.indexOf(one), style.outlineStyle !== 'none' || one.tagName === 'BODY'];
            }"""
        )
        assert visible, page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        seen.add(number)
    assert len(seen) >= wanted


def test_printing_unfolds_everything_and_hides_the_controls(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """Paper has no buttons and no folds but of tables that repeat a plot; then all is as before."""
    page = open_page(page_html, **LOOKS["light"]).page
    folded = page.locator("details:not([open])").count()
    assert folded
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open], .alternative)").count() == 0
    assert page.locator("details.alternative").first.is_hidden()
    for control in ("#claim-filters", ".map-tools", ".layers", ".contents"):
        assert page.locator(control).first.is_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() == folded


@pytest.mark.parametrize("width", [360, 1400, 3000])
def test_ten_outlets_fit_on_the_page(open_page: Callable[..., object], width: int) -> None:
    """The page is never wider than the screen: claims and frames flow, casts and texts scroll."""
    page = open_page(ten_outlets(), viewport={"width": width, "height": 900}).page
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    scrollers = page.locator(".scroll.many")
    assert scrollers.count() == 2
    assert all(
        scrollers.nth(number).get_attribute("tabindex") == "0"
        for number in range(scrollers.count())
    )
    for table in (".claims-table", ".frames-table"):
        box = page.locator(table).bounding_box()
        assert box
        assert box["x"] + box["width"] <= width
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def ten_outlets() -> str:
    """The page of a story that ten outlets tell."""
    documents, story = invented.documents(), invented.comparison()
    articles, members = list(story.articles), list(story.groups[2].members)
    for number in range(7):
        name = f"copy{number}"
        info = documents[0].article.model_copy(update={"id": name, "outlet": f"Copy {number}"})
        documents.append(documents[0].model_copy(update={"article": info}))
        articles.append(articles[0].model_copy(update={"id": name, "outlet": f"Copy {number}"}))
        members.append(members[0].model_copy(update={"article": name}))
    group = story.groups[2].model_copy(update={"members": tuple(members)})
    story = story.model_copy(update={"articles": tuple(articles), "groups": (group,)})
    return render_page(build_view(documents, story, {}))


def test_the_page_needs_no_width_at_twice_the_zoom(
    page_html: str, open_page: Callable[..., object]
) -> None:
    """At 200 % of a 1280-pixel window nothing is cut and the page does not scroll sideways."""
    page = open_page(page_html, **LOOKS["zoomed"]).page
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
