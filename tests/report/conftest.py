"""The invented story as a view and as a page, and pages opened in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from argmap.graph import build_graph, build_story, outline
from argmap.model.comparison import Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import ArticleMap, PublicFigure, StoryMap, StoryView, build_view, render_page

from . import invented, invented_maps


@pytest.fixture(scope="session")
def documents() -> list[AnnotatedDocument]:
    """The annotated articles of the invented story."""
    return invented.documents()


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The comparison of the invented story."""
    return invented.comparison()


@pytest.fixture(scope="session")
def maps(documents: list[AnnotatedDocument]) -> dict[str, ArticleMap]:
    """A map for one of the articles, a map with a page for another, a reason for the third."""
    return {
        "ledger": ArticleMap(svg=invented_maps.map_svg(documents[0])),
        "lantern": ArticleMap(
            svg=invented_maps.overview_svg(),
            pages=[invented_maps.map_svg(documents[1])],
            outline=outline(build_graph(documents[1])),
        ),
        "digest": ArticleMap(svg=None, reason="The program 'dot' is not installed."),
    }


@pytest.fixture(scope="session")
def view(
    documents: list[AnnotatedDocument], comparison: Comparison, maps: dict[str, ArticleMap]
) -> StoryView:
    """The invented story's page as data."""
    story_map = StoryMap(graph=build_story(documents, comparison), svg=invented_maps.story_svg())
    figure = PublicFigure(
        dataset="polnear", metric="linked_f1", value=0.748, baseline=0.316, rule="a word of saying"
    )
    return build_view(documents, comparison, maps, story_map=story_map, figures=[figure])


@pytest.fixture(scope="session")
def page_html(view: StoryView) -> str:
    """The invented story's page."""
    return render_page(view)


class Opened:
    """A page open in Chromium, with everything that it said and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open HTML from disk, with no network at all; takes the options of a browser context."""
    contexts = []

    def opened(html: str, **options: object) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(offline=True, **options)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.goto(path.as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()


def focused(page: Page) -> str:
    """The id of the focused element, once it has one."""
    page.wait_for_function("document.activeElement && document.activeElement.id !== ''")
    return str(page.evaluate("document.activeElement.id"))


def in_view(page: Page, identifier: str) -> None:
    """Wait until an element is on the screen."""
    page.wait_for_function(
        """(id) => {
          const box = document.getElementById(id).getBoundingClientRect();
          return box.bottom > 0 && box.top < innerHeight;
        }""",
        arg=identifier,
    )
