"""Who tells the story: the head of every column of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .story import Story
from .wording import genre_name

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # of BCP 47, what occurs


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """One outlet's article: what it is called and what is known of it."""

    id: str
    name: str
    title: str | None
    language: str
    genre: str
    byline: str
    url: str | None

    @property
    def text_anchor(self) -> str:
        """The id of this outlet's text on the page."""
        return f"text:{self.id}"

    @property
    def map_anchor(self) -> str:
        """The id of this outlet's map on the page."""
        return f"maps:{self.id}"


def outlet_views(story: Story) -> tuple[OutletView, ...]:
    """The outlets in the order of the page's columns."""
    found = []
    for document in story.documents:
        article = document.article
        byline = [part for part in (article.author, article.published) if part]
        found.append(
            OutletView(
                id=article.id,
                name=story.name(article.id),
                title=article.title,
                language=article.language if _LANGUAGE.fullmatch(article.language) else "",
                genre=genre_name(article.genre),
                byline=", ".join(byline),
                url=_web_address(article.url),
            )
        )
    return tuple(found)


def _web_address(url: str | None) -> str | None:
    """The address, where it is one of the web: nothing else becomes a link."""
    if url and url.strip().lower().startswith(("http://", "https://")):
        return url.strip()
    return None
