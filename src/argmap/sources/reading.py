"""An article file, page, address or standard input to an `Article`."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import PurePath
from typing import BinaryIO

from argmap.errors import InputError
from argmap.model.article import Article

from . import address, files
from .characters import clean_characters, clean_line
from .encoding import declared_in_page, decode
from .extent import check_extent, check_length
from .front_matter import split_front_matter
from .headline import headline, is_heading
from .ids import address_id, path_id
from .language import ENGLISH, UNDETERMINED, foreign_language
from .markdown_text import markdown_to_text
from .metadata import Metadata
from .page import is_page, read_page
from .spec import STANDARD_INPUT, is_address, parse_spec, shown
from .wrapping import unwrap

MAX_BYTES = 10_000_000
TIMEOUT = 20.0  # seconds
FEW_WORDS = 50  # of a page: probably a notice, not the article


class _Kind(Enum):
    """How an input's text is marked up."""

    TEXT = auto()
    MARKDOWN = auto()
    PAGE = auto()


_ENDINGS = {
    ".md": _Kind.MARKDOWN,
    ".markdown": _Kind.MARKDOWN,
    ".html": _Kind.PAGE,
    ".htm": _Kind.PAGE,
    ".xhtml": _Kind.PAGE,
}
_MEDIA_TYPES = {
    "text/html": _Kind.PAGE,
    "application/xhtml+xml": _Kind.PAGE,
    "text/markdown": _Kind.MARKDOWN,
    "text/x-markdown": _Kind.MARKDOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Input:
    """An input's bytes and what is known of them without looking inside."""

    data: bytes
    name: str
    id: str
    kind: _Kind = _Kind.TEXT
    charset: str | None = None
    url: str | None = None


def read_article(
    spec: str,
    *,
    stdin: BinaryIO | None = None,
    max_bytes: int = MAX_BYTES,
    timeout: float = TIMEOUT,
) -> tuple[Article, list[str]]:
    """Read one article.

    The text is final: characters that a reader does not see are gone (see `characters`), Markdown
    and HTML are plain paragraphs, and every later offset counts its code points. Its headline,
    where it has one, is its first line.

    Args:
        spec: a path, `LABEL=PATH`, an http(s) address, or "-" for standard input.
        stdin: what "-" reads; the process's standard input by default.
        max_bytes: the most bytes that are read of a file or page.
        timeout: seconds to wait for an address.

    Returns:
        The article, and warnings of one sentence each. Ids of several articles may be equal.

    Raises:
        InputError: the input cannot be read, or is no article.
    """
    label, place = parse_spec(spec)
    source = _open(place, stdin=stdin, max_bytes=max_bytes, timeout=timeout)
    if not source.data.strip():
        raise _no_text(source)
    charset = source.charset
    if source.kind is _Kind.PAGE:
        charset = charset or declared_in_page(source.data)
    decoded, warnings = decode(source.data, name=source.name, declared=charset)
    metadata, text, more = _extract(decoded, source)
    if not text.strip():
        raise _no_text(source)
    warnings += more + check_extent(text, name=source.name)
    language, doubts = _judge(text, source.name)
    article = Article(
        id=source.id,
        text=text,
        title=metadata.title or headline(text),
        outlet=label or metadata.outlet,
        author=metadata.author,
        published=metadata.published,
        url=metadata.url or source.url,
        language=language,
        genre=metadata.genre,
    )
    return article, warnings + doubts


def _open(place: str, *, stdin: BinaryIO | None, max_bytes: int, timeout: float) -> _Input:
    """Get the bytes from where they are."""
    if place == STANDARD_INPUT:
        name = "standard input"
        data = files.read_stream(stdin or sys.stdin.buffer, name=name, max_bytes=max_bytes)
        return _Input(data=data, name=name, id="stdin")
    if is_address(place):
        page = address.fetch(place, timeout=timeout, max_bytes=max_bytes)
        return _Input(
            data=page.data,
            name=shown(page.url),
            id=address_id(page.url),
            kind=_MEDIA_TYPES.get(page.media_type, _Kind.TEXT),
            charset=page.charset,
            url=page.url,
        )
    ending = PurePath(place).suffix.lower()
    data = files.read_file(place, max_bytes=max_bytes)
    if ending == ".json":
        raise InputError(
            f"{shown(place)} is a JSON file, not an article; an article is text, Markdown or HTML."
        )
    kind = _ENDINGS.get(ending, _Kind.TEXT)
    return _Input(data=data, name=shown(place), id=path_id(place), kind=kind)


def _extract(decoded: str, source: _Input) -> tuple[Metadata, str, list[str]]:
    """The article's text and what stands about it, without the input's mark-up, and warnings."""
    warnings = []
    if source.kind is _Kind.PAGE or (source.kind is _Kind.TEXT and is_page(decoded)):
        metadata, text = read_page(decoded, name=source.name, url=source.url)
        if len(text.split()) < FEW_WORDS:
            warnings.append(
                f"{source.name} shows fewer than {FEW_WORDS} words; the article may need a log-in."
            )
        return metadata, text, warnings
    check_length(decoded, name=source.name)
    metadata, text = split_front_matter(clean_characters(decoded), name=source.name)
    if source.kind is _Kind.MARKDOWN:
        text, title = markdown_to_text(text)
        metadata = replace(metadata, title=metadata.title or clean_line(title))
        return metadata, clean_characters(text), warnings
    text, wrapped = unwrap(text)
    if wrapped:
        warnings.append(f"{source.name} has lines of fixed width, now joined into paragraphs.")
    return metadata, text, warnings


def _judge(text: str, name: str) -> tuple[str, list[str]]:
    """The text's language, and warnings where argmap has little to say about such a text."""
    doubts = []
    foreign = foreign_language(text)
    if foreign:
        doubts.append(
            f"{name} seems to be {foreign}; argmap reads English only, so expect wrong labels."
        )
    elif all(is_heading(line) for line in text.split("\n") if line.strip()):
        doubts.append(f"{name} holds only headings, no full sentence.")
    return UNDETERMINED if foreign else ENGLISH, doubts


def _no_text(source: _Input) -> InputError:
    """The error for an input without a word: empty, blank, or only front matter."""
    if not source.data:
        return InputError(f"{source.name} is empty; give an article.")
    if not source.data.strip():
        return InputError(f"{source.name} holds only blank space; give an article.")
    return InputError(f"{source.name} holds no article text; give an article.")
