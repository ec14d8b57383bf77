"""An annotation folder for each test, the desk's application over it, and a browser."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from starlette.testclient import TestClient

from argmap.desk import Desk, build_app, listen
from argmap.desk.server import server_of
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument
from argmap.model.files import dumps, read_document
from argmap.model.store import AnnotationStore

PORT = 8765
TOKEN = "a-token-of-the-tests"
ORIGIN = f"http://127.0.0.1:{PORT}"
HEADERS = {"Host": f"127.0.0.1:{PORT}", "Origin": ORIGIN}


@pytest.fixture
def folder(tmp_path: Path, document: AnnotatedDocument) -> Path:
    """A folder with the annotation file of the ferry article as the machine wrote it."""
    folder = tmp_path / "annotations"
    store = AnnotationStore(folder)
    store.write(store.plan(document))
    return folder


@pytest.fixture
def path(folder: Path) -> Path:
    """The ferry article's annotation file."""
    return folder / "ferry.json"


@pytest.fixture
def second(folder: Path, document: AnnotatedDocument) -> Path:
    """The annotation file of a second article on the ferry."""
    text = "Boats cost more, the harbor board says. Fares will double."
    cut = text.index(" Fares")
    places = [(0, cut), (cut + 1, len(text))]
    other = document.model_copy(
        update={
            "article": document.article.model_copy(
                update={"id": "pier", "outlet": "The Pier", "sha256": fingerprint(text)}
            ),
            "text": text,
            "segments": tuple(
                old.model_copy(
                    update={"start": start, "end": end, "text": text[start:end], "tone": None}
                )
                for old, (start, end) in zip(
                    (document.segments[0], document.segments[3]), places, strict=True
                )
            ),
            "attributions": (),
            "sources": (),
            "spans": (),
            "relations": (),
        }
    )
    store = AnnotationStore(folder)
    return store.write(store.plan(other))


class Client(TestClient):
    """The page's side of the conversation, as a browser would hold it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(build_app(desk, port=PORT, token=TOKEN), base_url=ORIGIN, headers=HEADERS)
        self.desk = desk

    def at(self, address: str) -> str:
        """An address below the token."""
        return f"/{TOKEN}/{address}"

    def revision(self, name: str = "ferry") -> str:
        """The revision of a file now."""
        return str(self.get(self.at(f"api/documents/{name}/revision")).json()["revision"])

    def save(self, *changes: dict[str, Any], revision: str | None = None) -> Any:
        """Ask to save changes of the ferry article."""
        return self.patch(
            self.at("api/documents/ferry"),
            headers={"If-Match": f'"{revision or self.revision()}"'},
            json={"changes": changes},
        )


@pytest.fixture
def client(path: Path) -> Client:
    """The desk with the ferry article on it."""
    return Client(Desk({"ferry": path}, by="ana"))


@pytest.fixture
def role() -> dict[str, Any]:
    """One change: the heading is background."""
    return {"part": "segments", "id": "s1", "key": "role", "was": "report", "now": "background"}


class Served:
    """A desk that a browser can reach, and its address."""

    def __init__(self, desk: Desk) -> None:
        listener = listen(0)
        port = listener.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/{TOKEN}/"
        self._server = server_of(build_app(desk, port=port, token=TOKEN))
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self._thread.start()

    def end(self) -> None:
        """Stop answering."""
        self._server.should_exit = True
        self._thread.join(20)


class Opened:
    """The editor in a browser, with everything that the page said and asked for."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(address)
        expect(page.locator("html[data-ready]")).to_be_attached()

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, segment: str) -> None:
        """Click a segment of the article."""
        self.page.locator(f"#seg-{segment} .tag").click()

    def panel(self, title: str) -> None:
        """Open a panel."""
        self.page.get_by_role("tab", name=title, exact=True).click()

    def saved(self) -> None:
        """Wait until everything is saved."""
        expect(self.page.locator(".save-state")).to_have_text("Saved")


Open = Callable[..., Opened]


@pytest.fixture
def serve() -> Iterator[Callable[[Desk], str]]:
    """Serve desks; gives each one's address, and ends them after the test."""
    served: list[Served] = []

    def start(desk: Desk) -> str:
        served.append(Served(desk))
        return served[-1].address

    yield start
    for one in served:
        one.end()


@pytest.fixture
def open_desk(browser: Browser, serve: Callable[[Desk], str]) -> Iterator[Open]:
    """Open files in the editor; takes the options of a browser context."""
    contexts = []

    def opened(*paths: Path, desk: Desk | None = None, **options: object) -> Opened:
        desk = desk or Desk({path.stem: path for path in paths}, by="ana")
        context = browser.new_context(**(options or {"viewport": {"width": 1300, "height": 900}}))
        contexts.append(context)
        return Opened(context.new_page(), serve(desk))

    yield opened
    for context in contexts:
        context.close()


def labels(path: Path) -> dict[str, Any]:
    """The segments of a file by id, each as plain values; the file is checked first."""
    document = read_document(path)
    return {item["id"]: item for item in json.loads(dumps(document))["segments"]}
