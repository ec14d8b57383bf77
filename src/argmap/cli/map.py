"""`argmap map`."""

from __future__ import annotations

from pathlib import Path

import click

from argmap.errors import InputError, MissingProgramError
from argmap.graph import build_story
from argmap.model.document import AnnotatedDocument
from argmap.model.labels import Role

from . import options
from .comparing import compare_story
from .drawing import FORMATS, draw, draw_story
from .echo import Outcome
from .inputs import Annotator, gather, require_some


class Roles(click.ParamType):  # type: ignore[type-arg]
    """Roles separated by commas."""

    name = "roles"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Role, ...]:
        """Turn `claim,evidence` into roles; fail with the list of those that exist."""
        names = str(value).replace(" ", "").split(",")
        known = [str(role) for role in Role]
        for name in names:
            if name not in known:
                self.fail(f"{name!r} is no role; the roles are {', '.join(known)}.", param, ctx)
        return tuple(Role(name) for name in names)


@click.command("map", short_help="Draw the argument map of an article.")
@options.articles
@options.folders(output=True)
@click.option(
    "-f",
    "--format",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    default=("svg",),
    show_default=True,
    help="May be given several times.",
)
@click.option("--focus", metavar="ID", help="Only this segment and what is near it.")
@click.option("--hops", type=click.IntRange(0), default=2, show_default=True, help="How near.")
@click.option(
    "--by",
    type=click.Choice(("section", "voice", "none")),
    default="section",
    show_default=True,
    help="What the boxes gather.",
)
@click.option("--roles", type=Roles(), help="Only these roles, separated by commas.")
@click.option(
    "--closed",
    metavar="N",
    multiple=True,
    help="Draw the Nth box closed, with its numbers; or all. May be given several times.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=80,
    show_default=True,
    help="Segments on one map; a larger one is an overview and pages. 0: no limit.",
)
@click.option(
    "--story",
    is_flag=True,
    help="One map of all the articles: shared claims once, with each voice.",
)
@options.talk
def command(
    articles: tuple[str, ...],
    annotations: Path,
    output: Path,
    formats: tuple[str, ...],
    focus: str | None,
    hops: int,
    by: str,
    roles: tuple[Role, ...] | None,
    closed: tuple[str, ...],
    limit: int,
    story: bool,
    as_json: bool,
    quiet: bool,
) -> None:
    """Draw the argument map of each ARTICLE or annotation file into output/ID.FORMAT.

    With --story draw one map of all of them into output/story.FORMAT: each claim that several
    outlets tell stands once, with whose voice each gives it and how certain that is.

    \b
    argmap map annotations/npr.json
    argmap map npr.txt --format svg --format pdf --by voice
    argmap map --story npr.txt opinion.txt summary.txt
    argmap map annotations/opinion.json --focus s12 --hops 1 --roles claim,evidence
    """
    outcome = Outcome(quiet=quiet, as_json=as_json)
    found = gather(articles, annotations, outcome, annotate=Annotator())
    missing: MissingProgramError | None = None
    if story:
        missing = _story([item.document for item in found], annotations, output, outcome, formats)
    for item in () if story else found:
        try:
            draw(
                item.document,
                output,
                outcome,
                formats=formats,
                by=by,
                roles=roles,
                focus=focus,
                hops=hops,
                closed=closed,
                limit=limit,
            )
        except MissingProgramError as error:
            missing = error
    outcome.report()
    if missing:
        raise missing
    require_some(found, outcome)


def _story(
    documents: list[AnnotatedDocument],
    annotations: Path,
    output: Path,
    outcome: Outcome,
    formats: tuple[str, ...],
) -> MissingProgramError | None:
    """Draw the story map; returns the error where Graphviz is missing, since the DOT is kept."""
    if len(documents) < 2:
        raise InputError("A story map needs two articles or more; give more, or leave --story out.")
    try:
        comparison = compare_story(documents, annotations, outcome)
        story = build_story(documents, comparison)
        articles = [document.article.id for document in documents]
        draw_story(story, articles, output, outcome, formats=formats)
    except MissingProgramError as error:
        return error
    return None
