"""Who may ask: this machine's own page, with the token of this run, and nobody else.

A page of another site may send requests to the loopback address, and by DNS rebinding may even
read the answers. So the `Host` must be the address that we listen at, a request that changes
something must come from our own page (`Origin`), and every path begins with a token that only the
person's browser was told.
"""

from __future__ import annotations

import json
import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 16 * 1024 * 1024  # bytes; all labels of a long article, were they changed at once
READING = frozenset({"GET", "HEAD"})
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """An ASGI application that lets through only what the page of this run asks for.

    Args:
        app: what answers, with the token taken off the path.
        port: where the server listens.
        token: the first part of every path.
    """

    def __init__(self, app: ASGIApp, *, port: int, token: str) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
        self._prefix = f"/{token}/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or hand on."""
        if scope["type"] != "http":
            return
        send = _with_headers(send)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refuse(*refusal)(scope, receive, send)
            return
        path = scope["path"][len(self._prefix) - 1 :]
        await self._app({**scope, "path": path, "raw_path": path.encode()}, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return 421, "This address is not the editor's; open the one that argmap edit printed."
        path: str = scope["path"][: len(self._prefix)]
        if not secrets.compare_digest(path.encode(), self._prefix.encode()):
            return 404, "There is nothing here; open the whole address that argmap edit printed."
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return 403, "Another site asked; open the address that argmap edit printed yourself."
        if scope["method"] in READING:
            return None
        if headers.get("origin") != f"http://{host}":
            return 403, "The request does not come from the editor's page."
        if headers.get("content-type", "").split(";")[0].strip() != "application/json":
            return 415, "The editor takes JSON only."
        length = headers.get("content-length", "")
        if not length.isdecimal():
            return 411, "The request does not say how long it is."
        if len(length) > 20 or int(length) > MAX_BODY:
            return 413, f"The request is longer than {MAX_BODY // 1024 // 1024} MiB."
        return None


def refuse(status: int, sentence: str, **more: object) -> Response:
    """An answer that says in one sentence what is wrong."""
    content = json.dumps({"error": sentence, **more})
    return Response(content, status, media_type="application/json")


def _with_headers(send: Send) -> Send:
    async def sender(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sender
