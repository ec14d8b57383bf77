"""The page as HTML: one file with its style, its script and its maps inside."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from .policy import content_security_policy
from .view import StoryView

STYLES = (
    "base.css",
    "tables.css",
    "glance.css",
    "tone.css",
    "maps.css",
    "texts.css",
    "method.css",
    "print.css",
)
SCRIPTS = ("claims.js", "maps.js", "jumps.js", "print.js")


def render_page(view: StoryView) -> str:
    """The whole page; every word of an article is escaped, and the policy lets no other script run.

    Lone surrogates, which no file can hold, are written as the replacement character.
    """
    style, script = static_text(STYLES), static_text(SCRIPTS)
    page = (
        page_environment()
        .get_template("page.html")
        .render(
            view=view,
            style=Markup(style),
            script=Markup(script),
            policy=content_security_policy(style=style, script=script),
        )
    )
    return page.encode("utf-8", "surrogatepass").decode("utf-8", "replace")


@cache
def page_environment() -> Environment:
    """The templates of all pages: everything is escaped, and a name that is not there fails."""
    return Environment(
        loader=PackageLoader("argmap.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def static_text(names: tuple[str, ...]) -> str:
    """Some static files, one after another, as the content of an inline element."""
    folder = files("argmap.report") / "static"
    return "\n" + "".join((folder / name).read_text(encoding="utf-8") for name in names)
