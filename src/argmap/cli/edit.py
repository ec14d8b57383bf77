"""`argmap edit`."""

from __future__ import annotations

import secrets
import webbrowser
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from argmap.desk import Desk, build_app, listen, serve
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument

from . import options
from .echo import Outcome, printable
from .explaining import Explainer
from .inputs import Annotator, gather


@click.command("edit", short_help="Correct labels in the browser.")
@options.articles
@options.folders(output=False)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port of the loopback address; by default any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option(
    "--by", metavar="NAME", help="Your name, kept with the labels that you change or confirm."
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors and the address.")
def command(
    articles: tuple[str, ...],
    annotations: Path,
    port: int,
    no_browser: bool,
    by: str | None,
    quiet: bool,
) -> None:
    """Open annotation files in the browser and save every correction as it is made.

    An article is annotated first. With several files, claims can be linked across them. The page is
    served on this machine alone, at an address that only you are told; Ctrl-C ends it.

    \b
    argmap edit annotations/npr.json
    argmap edit annotations/*.json --by ana
    argmap edit npr.txt --port 8700 --no-browser
    """
    outcome = Outcome(quiet=quiet)
    found = gather(articles, annotations, outcome, annotate=Annotator())
    desk = Desk(
        {item.document.article.id: item.path for item in found}, by=by or None, reasons=reasons
    )
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
