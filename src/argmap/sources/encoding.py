"""Bytes to characters: UTF-8 wherever it fits, else what the bytes give away.

The order: a byte order mark; the zeros of UTF-16 without one; UTF-8; the encoding that a page
declares; UTF-8 with a few damaged bytes; Windows-1252 where the result looks like it; what
charset-normalizer recognises among common encodings. Windows-1252 comes before charset-normalizer
because the latter takes English text with a few curly quotes for Chinese or for Mac Roman.
"""

from __future__ import annotations

import codecs
import re

from argmap.errors import InputError

from .binary import not_text, reject_known_format
from .spec import shown

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What charset-normalizer may choose from: one name for each of the encodings that still turn up.
_CANDIDATES = [
    *("cp1252", "mac_roman", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255"),
    *("cp1256", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]
_WESTERN_LABELS = {"ascii", "iso8859-1"}  # in practice Windows-1252 (WHATWG Encoding Standard)

MAX_WESTERN_SHARE = 0.1  # of non-ASCII characters in a text of Western Europe
MAX_CONTROL_SHARE = 0.01  # of control characters in anything that is still a text
MIN_UTF8_RATIO = 4  # good multi-byte characters for one damaged byte
SAMPLE_BYTES = 4096  # enough to see the zeros of UTF-16

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MULTI_BYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_CAPITAL_AFTER_SMALL = re.compile(r"[a-z][À-ÖØ-Þ]")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def decode(data: bytes, *, name: str, declared: str | None = None) -> tuple[str, list[str]]:
    """Decode an article's bytes.

    Args:
        data: the bytes.
        name: what messages call the input.
        declared: the encoding that a server or a page names.

    Returns:
        The characters without a byte order mark, and warnings of one sentence each.

    Raises:
        InputError: the bytes are no text, or their encoding cannot be told.
    """
    reject_known_format(data, name)
    text, warnings = _decode(data, name, declared)
    if _control_share(text) > MAX_CONTROL_SHARE or "\0" in text:
        raise not_text(name)
    return text, warnings


def declared_in_page(data: bytes) -> str | None:
    """The encoding that a page's `meta` element names, None where it names none."""
    match = _DECLARED.search(data[:SAMPLE_BYTES])
    return match.group(1).decode("ascii", "replace") if match else None


def _decode(data: bytes, name: str, declared: str | None) -> tuple[str, list[str]]:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    if marked or (marked := _utf16_without_mark(data)):
        return _strict(data, marked, name), []
    if b"\0" in data:
        raise not_text(name)
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if declared and (text := _as_declared(data, declared, name)) is not None:
        return text, []
    if (text := _damaged_utf8(data)) is not None:
        count = text.count("\ufffd")
        return text, [f"{name} holds damaged characters ({count}), shown as \ufffd."]
    text, encoding = _legacy(data, name)
    return text, [
        f"{name} is not in UTF-8 and was read as {encoding}; check its quotation marks and accents."
    ]


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        shown_encoding = encoding.removesuffix("-sig").upper()
        raise InputError(
            f"{name} begins as {shown_encoding} but is damaged; save it again as UTF-8."
        ) from None


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 tells itself by zeros in every second byte of ASCII characters."""
    sample = data[: min(len(data), SAMPLE_BYTES) // 2 * 2]
    if not sample:
        return None
    even, odd = (sample[first::2].count(0) * 2 / len(sample) for first in (0, 1))
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    if even > 0.5 and odd < 0.05:
        return "utf-16-be"
    return None


def _as_declared(data: bytes, declared: str, name: str) -> str | None:
    """The text in the encoding that the page names, None where the bytes do not fit it."""
    try:
        encoding = codecs.lookup(declared).name
        return data.decode("cp1252" if encoding in _WESTERN_LABELS else encoding)
    except LookupError:
        raise InputError(
            f'{name} names an unknown encoding, "{shown(declared)}"; save it as UTF-8.'
        ) from None
    except UnicodeError:
        return None


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    good, damaged = len(_MULTI_BYTE.findall(text)), text.count("\ufffd")
    return text if good >= MIN_UTF8_RATIO * damaged else None


def _legacy(data: bytes, name: str) -> tuple[str, str]:
    """The text in an encoding from before Unicode, and that encoding's name."""
    if (western := _windows_1252(data)) is not None:
        return western, "Windows-1252"
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if match is None:
        raise InputError(f"{name} has an encoding that is not recognised; save it as UTF-8.")
    return str(match), match.encoding


def _windows_1252(data: bytes) -> str | None:
    """The text as Windows-1252, None where the result does not look like a Western text.

    In another encoding's bytes, such as Mac Roman's, punctuation comes out as capital letters.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    foreign = sum(char > "\x7f" for char in text)
    if foreign > MAX_WESTERN_SHARE * len(text) or _CAPITAL_AFTER_SMALL.search(text):
        return None
    return text


def _control_share(text: str) -> float:
    if not text:
        return 0.0
    return len(_CONTROL.findall(text)) / len(text)
