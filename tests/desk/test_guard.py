"""Who may ask the desk: its own page on this machine, and nobody else."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from argmap.desk import listen
from argmap.desk.guard import MAX_BODY

from .conftest import ORIGIN, PORT, Client


def test_the_page_is_there(client: Client) -> None:
    """With the token, at the right host: the page, its files and the article."""
    page = client.get(client.at(""))
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert client.get(client.at("js/main.js")).headers["content-type"].startswith("text/javascript")
    assert (
        client.get(client.at("api/documents/ferry")).json()["document"]["article"]["id"] == "ferry"
    )


def test_it_listens_at_the_loopback_address_only() -> None:
    """The socket is bound to 127.0.0.1, whatever port is asked for."""
    listener = listen(0)
    try:
        assert listener.getsockname()[0] == "127.0.0.1"
        assert listener.family is socket.AF_INET
    finally:
        listener.close()


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:1",
        f"127.0.0.1.evil:{PORT}",
        f"[::1]:{PORT}",
        "",
    ],
)
def test_another_host_is_refused(client: Client, host: str) -> None:
    """DNS rebinding: a foreign name that leads to this machine gets nothing, token or not."""
    answer = client.get(client.at("api/documents/ferry"), headers={"Host": host})
    assert answer.status_code == 421
    assert "text" not in answer.json()


@pytest.mark.parametrize("token", ["", "a-token", "a-token-of-the-testS", "..", "%2e%2e"])
def test_without_the_token_there_is_nothing(client: Client, token: str) -> None:
    """A wrong first part of the path is a page that does not exist, for every method."""
    for method in ("GET", "PATCH", "PUT", "POST", "DELETE", "OPTIONS"):
        answer = client.request(method, f"/{token}/api/documents/ferry")
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", f"https://127.0.0.1:{PORT}", "http://127.0.0.1"]
)
def test_another_site_cannot_change_anything(
    client: Client, path: Path, role: dict[str, Any], origin: str | None
) -> None:
    """A request that changes something comes from our own page, or is refused."""
    before = path.read_bytes()
    revision = client.revision()
    del client.headers["Origin"]
    headers = {"If-Match": revision} | ({"Origin": origin} if origin is not None else {})
    for address in ("api/documents/ferry", "api/links"):
        method = "PUT" if address.endswith("links") else "PATCH"
        answer = client.request(
            method, client.at(address), headers=headers, json={"changes": [role]}
        )
        assert answer.status_code == 403
    assert path.read_bytes() == before


def test_another_site_cannot_read_either(client: Client) -> None:
    """What the browser marks as asked by another site is refused even with the token."""
    for site in ("cross-site", "same-site"):
        answer = client.get(client.at("api/documents/ferry"), headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 403
    assert "access-control-allow-origin" not in client.get(client.at("")).headers


def test_a_form_cannot_change_anything(client: Client, role: dict[str, Any]) -> None:
    """Only JSON is taken: what a form can send is not."""
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        answer = client.patch(
            client.at("api/documents/ferry"),
            headers={"If-Match": client.revision(), "Content-Type": kind},
            content=b'{"changes": []}',
        )
        assert answer.status_code == 415


def test_a_body_has_a_limit_and_says_its_length(client: Client, path: Path) -> None:
    """A body beyond the limit is refused before it is read, one without a length too."""
    before = path.read_bytes()
    headers = {"If-Match": client.revision(), "Content-Type": "application/json"}

    def endless() -> Any:
        while True:
            yield b"[" * 65536

    for length in (str(MAX_BODY + 1), "9" * 400):
        answer = client.patch(
            client.at("api/documents/ferry"),
            headers={**headers, "Content-Length": length},
            content=b"{}",
        )
        assert answer.status_code == 413
    assert (
        client.patch(
            client.at("api/documents/ferry"), headers=headers, content=endless()
        ).status_code
        == 411
    )
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "address",
    [
        "api/documents/../ferry",
        "api/documents/%2e%2e%2fferry",
        "api/documents/ferry.json",
        "api/documents//etc/passwd",
        "js/../index.py",
        "js/%2e%2e/%2e%2e/app.py",
        "js/..%2f..%2fapp.py",
        "../app.py",
        "css/../../documents.py",
        "js/",
        "js/main.js/",
        "js/main.js%00",
    ],
)
def test_no_other_file_is_served(client: Client, address: str) -> None:
    """Files are named by the command line and the page's own list, never by a path."""
    answer = client.get(client.at(address))
    assert answer.status_code == 404
    assert "import" not in answer.text


def test_every_answer_carries_the_policy(client: Client) -> None:
    """No script but the page's own files, no frame around it, no type guessed, no token told."""
    for address in ("", "js/main.js", "api/desk", "no-such-thing"):
        headers = client.get(client.at(address)).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_origin_is_the_host_that_was_asked(client: Client, role: dict[str, Any]) -> None:
    """`localhost` and 127.0.0.1 both work, but not one for the other."""
    local = f"localhost:{PORT}"
    answer = client.patch(
        client.at("api/documents/ferry"),
        headers={"Host": local, "Origin": f"http://{local}", "If-Match": client.revision()},
        json={"changes": [role]},
    )
    assert answer.status_code == 200
    answer = client.patch(
        client.at("api/documents/ferry"),
        headers={"Host": local, "Origin": ORIGIN, "If-Match": client.revision()},
        json={"changes": []},
    )
    assert answer.status_code == 403
