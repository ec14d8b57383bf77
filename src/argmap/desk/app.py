"""What the desk's page asks for and what it is answered: thin, the work is done elsewhere."""

from __future__ import annotations

import json
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from argmap.errors import AnnotationError, ArgmapError, OutputError
from argmap.model.structure import blocks

from .changes import ChangeError, Changes
from .disputes import disputes, has_disputes
from .documents import Desk
from .guard import Guard, refuse
from .maps import draw
from .page_files import INDEX, page_files
from .revisions import StaleRevisionError
from .vocabulary import vocabulary


def build_app(desk: Desk, *, port: int, token: str) -> ASGIApp:
    """The editor of these files, for a server that listens at `port` of the loopback address."""
    routes = [
        Route("/", _page),
        Route("/api/desk", _desk),
        Route("/api/links", _links, methods=["GET", "PUT"]),
        Route("/api/documents/{name}", _document, methods=["GET", "PATCH"]),
        Route("/api/documents/{name}/revision", _revision),
        Route("/api/documents/{name}/machine", _machine),
        Route("/api/documents/{name}/reasons", _reasons),
        Route("/api/documents/{name}/map", _map),
        Route("/api/documents/{name}/disputes", _disputes),
        Route("/{file:path}", _page_file),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={ArgmapError: _argmap_error, HTTPException: _http_error},
    )
    app.state.desk = desk
    return Guard(app, port=port, token=token)


async def _page(_: Request) -> Response:
    return _file(INDEX)


async def _page_file(request: Request) -> Response:
    return _file(request.path_params["file"])


def _file(name: str) -> Response:
    found = page_files().get(name)
    if found is None:
        raise HTTPException(404)
    content, kind = found
    return Response(content, headers={"Content-Type": kind})


def _desk(request: Request) -> Response:
    desk = _of(request)
    return _json(
        {
            "documents": [
                {
                    "name": name,
                    "article": (document := desk.read(name).document).article.id,
                    "outlet": document.article.outlet,
                    "title": document.article.title,
                    "file": path.name,
                    "disputed": has_disputes(document),
                }
                for name, path in desk.files.items()
            ],
            "by": desk.by,
            "vocabulary": vocabulary(),
        }
    )


async def _document(request: Request) -> Response:
    desk, name = _named(request)
    if request.method == "PATCH":
        expected = _expected(request)
        changes = _changes(await request.body())
        revision = await run_in_threadpool(desk.save, name, expected, changes.changes)
        return _json({"revision": revision}, revision)
    return await run_in_threadpool(_whole_document, desk, name)


def _whole_document(desk: Desk, name: str) -> Response:
    held = desk.read(name)
    head = {
        "writable": desk.is_writable(name),
        "blocks": [[b.start, b.end, b.heading] for b in blocks(held.document.text)],
    }
    # The document is text already: it is not read and written once more.
    text = f'{json.dumps(head)[:-1]}, "document": {held.text}}}'
    return _answer(text, held.revision)


def _revision(request: Request) -> Response:
    desk, name = _named(request)
    revision = desk.revision(name)
    return _json({"revision": revision, "writable": desk.is_writable(name)}, revision)


def _machine(request: Request) -> Response:
    desk, name = _named(request)
    found = desk.machine(name)
    if found is None:
        return _json(None)
    kept = {"segments", "attributions", "sources", "spans", "relations"}
    return _json(found.model_dump(mode="json", include=kept))


def _reasons(request: Request) -> Response:
    desk, name = _named(request)
    return _json(desk.reasons(name))


def _map(request: Request) -> Response:
    desk, name = _named(request)
    held = desk.read(name)
    answer = draw(held.document, request.query_params.get("focus"))
    return _json(answer, held.revision)


def _disputes(request: Request) -> Response:
    desk, name = _named(request)
    held = desk.read(name)
    return _json(disputes(held.document), held.revision)


async def _links(request: Request) -> Response:
    desk = _of(request)
    if request.method == "PUT":
        expected = _expected(request)
        text = _text(await request.body())
        revision = await run_in_threadpool(desk.save_links, expected, text)
        return _json({"revision": revision}, revision)
    links, revision = await run_in_threadpool(desk.read_links)
    return _json(links.model_dump(mode="json", by_alias=True), revision)


def _of(request: Request) -> Desk:
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk


def _named(request: Request) -> tuple[Desk, str]:
    desk, name = _of(request), request.path_params["name"]
    if name not in desk.files:
        raise HTTPException(404)
    return desk, name


def _expected(request: Request) -> str:
    found = request.headers.get("if-match", "")
    if not found:
        raise HTTPException(428, "A change names the revision that it is made to.")
    return found.strip('"')


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPException(400, "The request is not UTF-8.") from None


def _changes(body: bytes) -> Changes:
    try:
        return Changes.model_validate_json(_text(body), strict=True)
    except ValueError:
        raise HTTPException(400, "The request does not hold changes of labels.") from None


def _json(value: Any, revision: str | None = None) -> Response:
    return _answer(json.dumps(value, ensure_ascii=False), revision)


def _answer(text: str, revision: str | None = None) -> Response:
    headers = {"ETag": f'"{revision}"'} if revision else {}
    content = text.encode("utf-8", "surrogatepass")
    return Response(content, headers=headers, media_type="application/json")


def _argmap_error(_: Request, error: Exception) -> Response:
    """The sentence of an error of ours, with the status that tells the page what to do."""
    if isinstance(error, StaleRevisionError):
        return refuse(412, str(error), revision=error.current)
    if isinstance(error, ChangeError):
        return refuse(409, str(error))
    if isinstance(error, AnnotationError):
        return refuse(422, str(error), problems=list(error.problems))
    return refuse(507 if isinstance(error, OutputError) else 500, str(error))


def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refuse(error.status_code, error.detail)
