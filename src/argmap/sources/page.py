"""A web page to its article: trafilatura finds the text, the title, the author and the outlet."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from argmap.errors import InputError

from .characters import clean_characters, clean_line, without_unseen
from .metadata import Metadata
from .spec import is_web_address

# What trafilatura has to say goes where the program sends its log, and else nowhere.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

# htmldate drops dates after today unless it is told a last day; then results depend on no clock.
_LAST_DAY = "2199-12-31"
_KEEPS_SPACE = {"pre", "textarea", "script", "style"}
_BLANK = re.compile(r"[ \t\r\n\f\v]+")
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_page(text: str) -> bool:
    """Tell whether a text is the source of a web page."""
    return _PAGE_START.match(text) is not None


def read_page(source: str, *, name: str, url: str | None) -> tuple[Metadata, str]:
    """Find the article in a page.

    Args:
        source: the page's HTML.
        name: what messages call the input.
        url: the address that it was fetched from, None for a file.

    Returns:
        What the page says about the article, and its text: the headline where the page shows it,
        then paragraphs and headings, set apart by blank lines.

    Raises:
        InputError: the page holds no article.
    """
    import trafilatura
    from trafilatura.settings import Document

    tree = trafilatura.load_html(source)
    document = None
    if tree is not None:
        _collapse_blanks(tree)
        document = trafilatura.bare_extraction(
            tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": _LAST_DAY,
            },
        )
    if not isinstance(document, Document) or document.body is None:
        raise InputError(
            f"{name} holds no article that can be found; copy its text into a .txt file."
        )
    blocks = [block for block in _blocks(document.body) if block]
    title, is_headline = _title(tree, clean_line(document.title))
    if title and is_headline and (not blocks or _key(blocks[0]) != _key(title)):
        blocks.insert(0, title)
    return _metadata(document, title, url), "\n\n".join(blocks)


def _title(tree: Any, title: str | None) -> tuple[str | None, bool]:
    """The title, and whether the page shows it as a headline.

    Where a page names no title, trafilatura takes its first section's heading: that is dropped.
    """
    if title is None:
        return None, False
    if any(_key(title) == _key(" ".join(heading.itertext())) for heading in tree.iter("h1")):
        return title, True
    sections = [_key(" ".join(heading.itertext())) for heading in tree.iter("h2", "h3")]
    if _key(title) not in sections:
        return title, False
    head = [element.text or element.get("content") or "" for element in tree.iter("title", "meta")]
    named = any(_key(title) in _key(text) for text in head)
    return (title, True) if named else (None, False)


def _metadata(document: Any, title: str | None, url: str | None) -> Metadata:
    address = clean_line(document.url)
    if address is None or not is_web_address(address):
        address = url
    host = urlsplit(url).hostname if url else None
    return Metadata(
        title=title,
        outlet=clean_line(document.sitename) or (host or "").removeprefix("www.") or None,
        author=clean_line(document.author),
        published=clean_line(document.date),
        url=address,
    )


def _collapse_blanks(tree: Any) -> None:
    """Make every run of blanks in a page one space, as a browser shows it.

    Afterwards a line end in what trafilatura returns is the end of a paragraph.
    """
    for element in tree.iter():
        is_element = isinstance(element.tag, str)  # not a comment
        if is_element and element.text and element.tag not in _KEEPS_SPACE:
            element.text = without_unseen(_BLANK.sub(" ", element.text))
        if element.tail:
            element.tail = without_unseen(_BLANK.sub(" ", element.tail))


def _blocks(body: Any) -> Iterator[str]:
    """The paragraphs, headings, list items and quoted paragraphs of trafilatura's result."""
    lines = [""]
    for event, text in _events(body):
        if event == "break":
            lines.append("")
        lines[-1] += text
    for block in lines:
        for line in block.split("\n"):
            yield clean_characters(line).strip()


def _events(element: Any) -> Iterator[tuple[str, str]]:
    """Walk an element in reading order: its words, and a break around every block in it."""
    inline = element.tag in {"hi", "ref", "del", "span", "code"}
    if not inline:
        yield "break", ""
    if isinstance(element.tag, str):
        yield "words", element.text or ""
    for child in element:
        yield from _events(child)
        yield "words", child.tail or ""
    if not inline:
        yield "break", ""


def _key(text: str) -> str:
    """A headline as it is compared with another: blanks and capitals do not count."""
    return " ".join(text.split()).casefold()
