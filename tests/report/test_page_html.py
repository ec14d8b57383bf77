"""The page as text: its gold file, its policy, its order."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from argmap.report import StoryView, build_view, render_page

from . import invented

GOLD = Path(__file__).parent.parent / "gold" / "html" / "invented.html"
SECTIONS = ["glance", "claims", "frames", "sources", "tone", "maps", "texts", "method"]


class Elements(HTMLParser):
    """Collects every element with its attributes, and the text of script and style."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._inside: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        self.found.append((tag, dict(attrs)))
        if tag in self.raw:
            self._inside = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave script and style."""
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        """Remember the text of script and style."""
        if self._inside:
            self.raw[self._inside][-1] += data


def normalised(html: str) -> str:
    """The page without its style, script and policy, which change with every change of looks."""
    html = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", html, flags=re.S)
    html = re.sub(r"'sha256-[^']+'|&#39;sha256-.*?&#39;", "HASH", html)
    html = re.sub(r"argmap \d+\.\d+\.\d+\S*", "argmap VERSION", html)
    return re.sub(r"\n\s*\n+", "\n", html)


def test_the_page_is_the_gold_file(page_html: str) -> None:
    """The page of the invented story is, but for its looks, the committed one."""
    actual = normalised(page_html)
    if os.environ.get("ARGMAP_REGOLD"):
        GOLD.parent.mkdir(parents=True, exist_ok=True)
        GOLD.write_text(actual, encoding="utf-8")
    assert actual == GOLD.read_text(encoding="utf-8")


def test_the_sections_stand_in_order(page_html: str) -> None:
    """All eight, each named in the contents."""
    elements = Elements(page_html).found
    order = [
        attributes["id"]
        for tag, attributes in elements
        if tag == "section" and attributes.get("id") in SECTIONS
    ]
    assert order == SECTIONS
    links = [attributes.get("href") for tag, attributes in elements if tag == "a"]
    assert links[1:9] == [f"#{name}" for name in SECTIONS]


def test_headings_go_down_one_level_at_a_time(page_html: str) -> None:
    """No heading skips a level."""
    levels = [int(tag[1]) for tag, _ in Elements(page_html).found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_within_the_page_leads_somewhere(page_html: str) -> None:
    """Each fragment is the id of exactly one element."""
    elements = Elements(page_html).found
    ids = [attributes["id"] for _, attributes in elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    links = {a["href"] for tag, a in elements if tag == "a" and (a.get("href") or "")[:1] == "#"}
    assert {str(link)[1:] for link in links} <= set(ids)


def test_the_policy_names_the_page_s_own_script_and_style_only(page_html: str) -> None:
    """Hashes of the two inline elements, nothing unsafe, nothing from the network."""
    elements = Elements(page_html)
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in elements.found
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    for kind in ("script", "style"):
        (text,) = elements.raw[kind]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_nothing_inline_that_the_policy_would_block(page_html: str) -> None:
    """No style attribute, no handler, no address of the network but the original's."""
    for tag, attributes in Elements(page_html).found:
        for name, value in attributes.items():
            assert name != "style", tag
            assert not name.startswith("on"), tag
            if name in ("href", "src") and not (value or "").startswith("#"):
                assert value == "https://ledger.example/tide-mill"


def test_the_same_view_gives_the_same_bytes(page_html: str, view: StoryView) -> None:
    """Nothing in the page depends on anything but the view."""
    again = build_view(invented.documents(), invented.comparison(), {})
    assert render_page(view) == page_html
    assert render_page(again) == render_page(again)


def test_text_of_an_article_has_its_language_and_direction(page_html: str) -> None:
    """Quotations and paragraphs say their language, and find their own direction."""
    elements = Elements(page_html).found
    quotes = [attributes for tag, attributes in elements if tag == "blockquote"]
    assert quotes
    assert all(a.get("lang") == "en" and a.get("dir") == "auto" for a in quotes)


@pytest.mark.parametrize("language", ["", "xx-<b>", "english language", 'en" onclick="x'])
def test_a_language_that_is_none_is_left_out(language: str) -> None:
    """What is no language tag does not become one."""
    documents = invented.documents()
    info = documents[0].article.model_copy(update={"language": language})
    documents[0] = documents[0].model_copy(update={"article": info})
    html = render_page(build_view(documents, invented.comparison(), {}))
    languages = {attributes.get("lang") for _, attributes in Elements(html).found}
    assert languages == {None, "en", ""}


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_web_addresses_become_links(url: str) -> None:
    """The original is linked only where it is a page of the web."""
    documents = invented.documents()
    info = documents[0].article.model_copy(update={"url": url})
    documents[0] = documents[0].model_copy(update={"article": info})
    html = render_page(build_view(documents, invented.comparison(), {}))
    assert url not in html


def test_where_there_is_no_map_the_page_says_why(page_html: str) -> None:
    """The reason stands in the map's place."""
    assert "The program &#39;dot&#39; is not installed." in page_html


def test_an_empty_article_still_has_its_column() -> None:
    """No segments, no sources, no frames: every section says so instead of failing."""
    from argmap.model.article import fingerprint
    from argmap.model.comparison import Comparison
    from argmap.model.document import AnnotatedDocument, ArticleInfo, Provenance

    empty = AnnotatedDocument(
        article=ArticleInfo(id="none", sha256=fingerprint("")),
        text="",
        provenance=Provenance(tool="argmap test"),
    )
    article = invented.comparison().articles[0].model_copy(update={"id": "none"})
    html = render_page(build_view([empty], Comparison(articles=(article,)), {}))
    assert "This article has no text." in html
    assert "No source was found" in html
