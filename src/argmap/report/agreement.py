"""The page of an agreement: one file, its style inside, no script."""

from __future__ import annotations

from markupsafe import Markup

from argmap.evaluate.agreement import Agreement

from .html import page_environment, static_text
from .policy import content_security_policy
from .view_agreement import build_agreement_view

STYLES = ("base.css", "agreement.css")


def render_agreement(found: Agreement) -> str:
    """The whole page; names, quotes and labels are escaped, and the policy lets no script run."""
    style = static_text(STYLES)
    page = (
        page_environment()
        .get_template("agreement.html")
        .render(
            view=build_agreement_view(found),
            style=Markup(style),
            policy=content_security_policy(style=style, script=""),
        )
    )
    return page.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
