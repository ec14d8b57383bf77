"""Markdown to plain text: the words without the marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token


def markdown_to_text(source: str) -> tuple[str, str | None]:
    """Turn Markdown (CommonMark with tables) into paragraphs set apart by blank lines.

    Headings, list items and quoted paragraphs become paragraphs of their own, links and emphasis
    keep their words, a table's row becomes a line. Images, rules and raw HTML are left out.

    Returns:
        The text, and the title where the document begins with a heading.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    text = "\n\n".join(block for block in _blocks(tokens) if block.strip())
    first = next((token for token in tokens if token.type != "html_block"), None)
    if first is None or first.type != "heading_open":
        return text, None
    return text, text.split("\n", 1)[0] or None


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The document's paragraphs in order."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield "\t".join(row)
            row = None
        elif token.type == "inline":
            words = "".join(_words(token.children or []))
            if row is None:
                yield words
            else:
                row.append(words)
        elif token.type in {"fence", "code_block"}:
            yield token.content.strip("\n")


def _words(tokens: list[Token]) -> Iterator[str]:
    """The words of one paragraph; a line that is merely wrapped in the source goes on."""
    for token in tokens:
        if token.type in {"text", "code_inline", "text_special"}:
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
