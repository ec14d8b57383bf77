"""The page of an agreement: self-contained, escaped, accessible, readable at any width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from argmap.evaluate.agreement import Annotator, measure_agreement
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document
from argmap.report.agreement import render_agreement
from argmap.story import ANNOTATORS, STORY, annotation_file

from .test_page_browser import LOOKS

HOSTILE = "<img src=x onerror=alert(1)></title><script>alert(2)</script>\u202e&amp;"


@pytest.fixture(scope="module")
def agreement_html() -> str:
    """The page of the bundled story's two annotations."""
    articles = [name.removesuffix(".txt") for name in STORY]
    people = [
        Annotator(who, {name: read_document(annotation_file(name, who)) for name in articles})
        for who in ANNOTATORS
    ]
    return render_agreement(measure_agreement(people))


@pytest.mark.browser
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_and_it_fits(
    agreement_html: str, open_page: Callable[..., object], look: str
) -> None:
    """In light and dark, wide and narrow, unfolded; it says nothing and asks for nothing."""
    opened = open_page(agreement_html, **LOOKS[look])
    page = opened.page  # type: ignore[attr-defined]
    page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert opened.said == []  # type: ignore[attr-defined]
    assert opened.asked == [page.url]  # type: ignore[attr-defined]
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_shows_figures_reasons_and_rules(agreement_html: str) -> None:
    """Every layer is linked from the table at the top; no script; every rule by its id."""
    assert "<script" not in agreement_html
    assert agreement_html.count('<a href="#layer-') == agreement_html.count('id="layer-') == 23
    assert "role-claim-or-evidence" in agreement_html
    assert "Fleiss" in agreement_html


@pytest.mark.browser
def test_hostile_names_and_text_stay_text(
    document: AnnotatedDocument, open_page: Callable[..., object]
) -> None:
    """Markup in the article and in an annotator's name is shown, not run."""
    text = HOSTILE
    segment = document.segments[0].model_copy(update={"start": 0, "end": len(text), "text": text})
    article = document.article.model_copy(update={"sha256": fingerprint(text)})
    one = document.model_copy(
        update={
            "article": article,
            "text": text,
            "segments": (segment,),
            "attributions": (),
            "sources": (),
            "spans": (),
            "relations": (),
        }
    )
    other = one.model_copy(update={"segments": (segment.model_copy(update={"role": "framing"}),)})
    people = [Annotator(HOSTILE, {"ferry": one}), Annotator("ben", {"ferry": other})]
    opened = open_page(render_agreement(measure_agreement(people)), **LOOKS["light"])
    page = opened.page  # type: ignore[attr-defined]
    assert opened.said == []  # type: ignore[attr-defined]
    assert page.evaluate("document.querySelectorAll('img, script').length") == 0
    assert HOSTILE in page.locator("h1").inner_text()
    assert HOSTILE in page.locator("blockquote").inner_text()
