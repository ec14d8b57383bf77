"""The editor as a process: its address, and its life until Ctrl-C."""

from __future__ import annotations

import secrets
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

import click

from argmap.desk import Desk, build_app, listen, serve
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

from .echo import Outcome, printable
from .explaining import Explainer

_F = TypeVar("_F", bound=Callable[..., Any])


def editor_options(function: _F) -> _F:
    """The options of a command that opens the editor."""
    for option in (
        click.option(
            "--by", metavar="NAME", help="Your name, kept with what you change, confirm or decide."
        ),
        click.option("--no-browser", is_flag=True, help="Only print the editor's address."),
        click.option(
            "--port",
            type=click.IntRange(0, 65535),
            default=0,
            help="The editor's port of the loopback address; by default any that is free.",
        ),
    ):
        function = option(function)
    return function


def run_editor(
    files: Mapping[str, Path], *, by: str | None, port: int, no_browser: bool, outcome: Outcome
) -> None:
    """Serve annotation files, by the id of their article, until the process is told to end."""
    desk = Desk(files, by=by or None, reasons=reasons)
    listener = listen(port)
    token = secrets.token_urlsafe(24)
    port = listener.getsockname()[1]
    address = f"http://127.0.0.1:{port}/{token}/"
    try:
        click.echo(address)
        outcome.say("Corrections are saved as they are made. Ctrl-C ends.")
        if not no_browser and not webbrowser.open(address):
            outcome.say("No browser was found; open the address yourself.")
        serve(build_app(desk, port=port, token=token), listener)
    except KeyboardInterrupt:
        outcome.say(f"Stopped. {printable(', '.join(map(str, desk.files.values())))}")


def reasons(document: AnnotatedDocument) -> Sequence[tuple[str, dict[str, Any]]]:
    """Why a fresh reading of the article labels each segment as it does."""
    info = document.article
    article = Article(
        id=info.id,
        text=document.text,
        title=info.title,
        outlet=info.outlet,
        author=info.author,
        published=info.published,
        url=info.url,
        language=info.language,
    )
    return [
        (
            one.text,
            {
                "labels": {
                    label.name: {"confidence": label.confidence, "reason": label.reason}
                    for label in one.labels
                },
                "attribution": asdict(one.attribution) if one.attribution else None,
                "spans": [asdict(span) for span in one.spans],
            },
        )
        for one in Explainer(["all"]).explain(article)
    ]
