"""The bytes of a web page: fetched politely, within a time and a size, or one clear sentence."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from argmap.errors import InputError

from .files import too_large
from .spec import scheme, shown

if TYPE_CHECKING:
    import requests

MAX_REDIRECTS = 5
CHUNK_BYTES = 65536
SAVE_IT = "save the page in your browser and give that file"

_HEADERS = {
    "User-Agent": "argmap (reads single news articles for analysis)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8, text/markdown;q=0.8",
}
_PAGE_TYPES = {"text/html", "application/xhtml+xml"}
_TEXT_TYPES = {"text/plain", "text/markdown", "text/x-markdown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What an address answered: `media_type` is in lower case, "" where the server names none."""

    data: bytes
    url: str
    media_type: str
    charset: str | None


def fetch(address: str, *, timeout: float, max_bytes: int) -> Page:
    """Fetch a page, following a few redirects to other http(s) addresses.

    Args:
        address: an http or https address.
        timeout: seconds to wait for the connection and for each part of the answer, and for the
            whole of its body.
        max_bytes: the most bytes that are read, after decompression.

    Raises:
        InputError: the address is no web page's, does not answer in time, or answers with
            something that is no article.
    """
    import requests
    import urllib3

    name = shown(without_credentials(address))
    if scheme(address) not in {"http", "https"}:
        raise InputError(f"{name} is not an http or https address; {SAVE_IT}.")
    try:
        with requests.Session() as session:
            session.max_redirects = MAX_REDIRECTS
            session.headers.update(_HEADERS)
            with session.get(address, timeout=timeout, stream=True) as response:
                return _read(response, name=name, timeout=timeout, max_bytes=max_bytes)
    except (requests.Timeout, urllib3.exceptions.TimeoutError):
        raise _too_slow(name, timeout) from None
    except requests.TooManyRedirects:
        raise InputError(f"{name} redirects more than {MAX_REDIRECTS} times; {SAVE_IT}.") from None
    except requests.exceptions.InvalidSchema:
        raise InputError(f"{name} redirects to something that is no web page; {SAVE_IT}.") from None
    except requests.exceptions.SSLError:
        raise InputError(
            f"{name} has no valid certificate, so it was not read; {SAVE_IT}."
        ) from None
    except (requests.exceptions.InvalidURL, requests.exceptions.MissingSchema, UnicodeError):
        raise InputError(f"{name} is not a valid address; check its spelling.") from None
    except requests.ConnectionError:
        raise InputError(
            f"{name} could not be reached; check the address and the network, or {SAVE_IT}."
        ) from None
    except (requests.RequestException, urllib3.exceptions.HTTPError):
        raise InputError(f"{name} broke off its answer; try again, or {SAVE_IT}.") from None


def without_credentials(address: str) -> str:
    """The address without a user's name and password and without its fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))


def _read(response: requests.Response, *, name: str, timeout: float, max_bytes: int) -> Page:
    """Check an answer's head, then read its body."""
    if response.status_code != HTTPStatus.OK:
        raise InputError(f"{name} answered {_status(response.status_code)}; {SAVE_IT}.")
    media_type, charset = _content_type(response.headers.get("Content-Type", ""))
    if media_type and media_type not in _PAGE_TYPES | _TEXT_TYPES:
        raise InputError(f"{name} is not a page or a text but {shown(media_type)}; {SAVE_IT}.")
    data = bytearray()
    deadline = time.monotonic() + timeout
    while chunk := response.raw.read1(CHUNK_BYTES, decode_content=True):
        data += chunk
        if len(data) > max_bytes:
            raise too_large(name, max_bytes)
        if time.monotonic() > deadline:
            raise _too_slow(name, timeout)
    return Page(
        data=bytes(data),
        url=without_credentials(response.url),
        media_type=media_type,
        charset=charset,
    )


def _too_slow(name: str, timeout: float) -> InputError:
    return InputError(f"{name} did not answer within {timeout:g} seconds; try again, or {SAVE_IT}.")


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


def _content_type(header: str) -> tuple[str, str | None]:
    """The media type and the charset of a `Content-Type` header."""
    media_type, *parameters = (part.strip() for part in header.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return media_type.lower(), value.strip("\"' ") or None
    return media_type.lower(), None
