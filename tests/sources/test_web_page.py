"""Web pages come out as their article; the pages were written for these tests."""

import time

import pytest

from argmap.errors import InputError
from argmap.sources.metadata import Metadata
from argmap.sources.page import is_page, read_page

PAGE = """<!doctype html>
<html lang="en"><head>
<meta charset="utf-8"><title>Ferry talks end | The Quay</title>
<meta property="og:site_name" content="The Quay">
<meta name="author" content="Orla Finch">
<meta property="article:published_time" content="2031-10-08T08:00:00Z">
<link rel="canonical" href="https://quay.example/ferry">
<script>var tracking = "<p>never shown</p>";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<header><h1>Ferry talks
   end without a&nbsp;deal</h1></header>
<article>
<p>The ferry company and the <b>town</b> council ended
   their <a href="/talks">talks</a> on Monday without a deal, offi&shy;cials said after a night
   in which nobody left the building.</p>
<h2>A long night</h2>
<p>“We waited,” said Orla Finch.<br>“Nobody came &amp; nobody called.”</p>
<blockquote><p>They left us at the quay, in the rain, with our bags.</p></blockquote>
<ul><li>The boats stay in port</li><li>The crews <em>wait</em></li></ul>
<figure><img src="x.png" alt="A boat"></figure>
<script>alert(1)</script>
<h3>What comes next</h3>
<p>Nobody knows what the council will do, but the harbor master expects a second round of talks
in spring, when the new boats are due and the old ones have been sold.</p>
</article>
<footer><p>Copyright 2031 The Quay. All rights reserved.</p></footer>
</body></html>
"""


def test_a_page_is_its_headline_its_paragraphs_and_its_headings():
    """Each is a paragraph of its own; menus, scripts and footers are left out."""
    metadata, text = read_page(PAGE, name="ferry.html", url=None)
    assert text.split("\n\n") == [
        "Ferry talks end without a deal",
        "The ferry company and the town council ended their talks on Monday without a deal, "
        "officials said after a night in which nobody left the building.",
        "A long night",
        "“We waited,” said Orla Finch.",
        "“Nobody came & nobody called.”",
        "They left us at the quay, in the rain, with our bags.",
        "The boats stay in port",
        "The crews wait",
        "What comes next",
        "Nobody knows what the council will do, but the harbor master expects a second round of "
        "talks in spring, when the new boats are due and the old ones have been sold.",
    ]
    assert metadata == Metadata(
        title="Ferry talks end without a deal",
        outlet="The Quay",
        author="Orla Finch",
        published="2031-10-08",
        url="https://quay.example/ferry",
    )


def test_a_headline_inside_the_article_stands_once():
    """Where the headline is already the article's first block, it is not said twice."""
    inside = PAGE.replace("<header><h1>", "<article><h1>").replace(
        "</h1></header>\n<article>", "</h1>"
    )
    _, text = read_page(inside, name="ferry.html", url=None)
    assert text.count("Ferry talks end without a deal") == 1
    assert text.startswith("Ferry talks end without a deal\n\nThe ferry company")


def test_a_page_says_nothing_where_it_says_nothing():
    """A page without metadata has none; nothing is guessed from the text or from the clock."""
    bare = f"<html><body>{PAGE[PAGE.index('<article>') : PAGE.index('<footer>')]}</body></html>"
    metadata, text = read_page(bare, name="ferry.html", url=None)
    assert metadata == Metadata()
    assert text.startswith("The ferry company")


def test_the_host_stands_in_for_an_outlet_without_a_name():
    """A fetched page that names no site takes its host's name and its own address."""
    bare = f"<html><body>{PAGE[PAGE.index('<article>') : PAGE.index('<footer>')]}</body></html>"
    metadata, _ = read_page(bare, name="p", url="https://www.quay.example/ferry")
    assert metadata.outlet == "quay.example"
    assert metadata.url == "https://www.quay.example/ferry"


@pytest.mark.parametrize("canonical", ["javascript:alert(1)", "http://[bad", "https://"])
def test_a_canonical_address_that_is_none_is_not_kept(canonical):
    """An address in the metadata is a well-formed http(s) address or it is dropped."""
    hostile = PAGE.replace("https://quay.example/ferry", canonical)
    metadata, _ = read_page(hostile, name="p", url="https://quay.example/a")
    assert metadata.url == "https://quay.example/a"


def test_paragraphs_that_are_only_broken_lines_are_paragraphs():
    """Old pages without `<p>` are split at `<br>`, not at the line ends of their source."""
    line = "The ferry company and the town council\nended their talks on Monday without a deal."
    lines = f"{line}<br><br>{line} Again.<br>{line} Again and again."
    source = f"<html><body><div>{lines}</div></body></html>"
    _, text = read_page(source, name="p", url=None)
    joined = line.replace("\n", " ")
    assert text.split("\n\n") == [joined, f"{joined} Again.", f"{joined} Again and again."]


def test_markup_in_a_title_is_text():
    """An escaped script in a headline stays the text that a reader sees; it is never unescaped."""
    hostile = PAGE.replace("<h1>Ferry", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Ferry")
    metadata, text = read_page(hostile, name="p", url=None)
    assert "alert(1)" in text.split("\n\n")[0]
    assert "\n" not in (metadata.title or "")


@pytest.mark.parametrize(
    "source",
    [
        "<html><body></body></html>",
        "<html><body><div id='app'></div><script>render()</script></body></html>",
        "<html>",
        "<!doctype html>",
    ],
)
def test_a_page_without_an_article_is_an_error(source):
    """A page that is made by scripts or holds only a menu is refused with a remedy."""
    with pytest.raises(InputError, match=r"p holds no article that can be found; copy its text"):
        read_page(source, name="p", url=None)


def test_hostile_pages_do_not_crash_or_hang():
    """Deep nesting, thousands of comments and broken markup end in an article or an error."""
    paragraph = "<p>The ferry company and the town council ended their talks on Monday.</p>"
    pages = [
        "<html><body>" + "<div>" * 5000 + paragraph * 5,
        "<html><body>" + "<i>" * 300 + paragraph * 5,
        "<html><!--" + "<!-- " * 5000 + paragraph,
        "<html><body><article>" + "<p>&#x0;&#xFFFF;&#xD800; The ferry stays." + paragraph * 5,
    ]
    for source in pages:
        try:
            _, text = read_page(source, name="p", url=None)
        except InputError:
            continue
        assert "\0" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<html lang='en'>", True),
        ("<?xml version='1.0'?>\n<!-- a --><!-- b -->\n<html>", True),
        ("Ferry <html>", False),
        ("<b>Ferry</b> talks", False),
        ("<htmlish>", False),
    ],
)
def test_a_page_is_recognised_by_its_start(text, expected):
    """A file without an ending that starts like a page is one."""
    assert is_page(text) is expected


def test_many_comments_are_recognised_in_linear_time():
    """The pattern does not try every way to split the comments (it would never end)."""
    start = time.monotonic()
    assert not is_page("<!-- a -->" * 2000 + "no page")
    assert time.monotonic() - start < 5
