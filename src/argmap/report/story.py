"""The annotated documents and their comparison under one roof, with lookups that say what is wrong.

Every view asks this class and never the lists themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from argmap.errors import InputError
from argmap.model.comparison import ComparedArticle, Comparison
from argmap.model.document import AnnotatedDocument, Segment, Span

_REMEDY = "run argmap compare again on these annotation files."


class Story:
    """One story as its outlets tell it, in the order of the comparison.

    Raises InputError where the comparison names an article that no document is given for.
    """

    def __init__(self, documents: Sequence[AnnotatedDocument], comparison: Comparison) -> None:
        self.comparison = comparison
        self.articles = comparison.articles
        self._documents = {document.article.id: document for document in documents}
        self._spans: dict[str, dict[str, Span]] = {}
        for article in self.articles:
            self.document(article.id)
        self._names = _unique_names(self.articles)

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles' ids in the order of the page's columns."""
        return tuple(article.id for article in self.articles)

    @property
    def documents(self) -> tuple[AnnotatedDocument, ...]:
        """The articles' documents in the order of the page's columns."""
        return tuple(self.document(article.id) for article in self.articles)

    def name(self, article: str) -> str:
        """The outlet's name; two articles of one outlet are told apart by their ids."""
        return self._names.get(article, article)

    def document(self, article: str) -> AnnotatedDocument:
        """The document of an article; raises InputError where there is none."""
        found = self._documents.get(article)
        if found is None:
            raise InputError(
                f"The comparison names the article {article!r}, which was not given; {_REMEDY}"
            )
        return found

    def segment(self, article: str, identifier: str) -> Segment:
        """A segment of an article; raises InputError where the comparison names a missing one."""
        found = self.document(article).segment(identifier)
        if found is None:
            raise InputError(
                f"The comparison names the segment {identifier!r} of {article!r}, which the"
                f" annotation file does not have; {_REMEDY}"
            )
        return found

    def span(self, article: str, identifier: str) -> Span:
        """A span of an article; raises InputError where the comparison names a missing one."""
        if article not in self._spans:
            self._spans[article] = {span.id: span for span in self.document(article).spans}
        found = self._spans[article].get(identifier)
        if found is None:
            raise InputError(
                f"The comparison names the span {identifier!r} of {article!r}, which the annotation"
                f" file does not have; {_REMEDY}"
            )
        return found


def sentence_anchor(article: str, segment: str) -> str:
    """The id of a sentence on the page, such as `npr-s5`."""
    return f"{article}-{segment}"


def node_anchor(article: str, segment: str) -> str:
    """The id of a node on a map; the colon cannot stand in the id of an article."""
    return f"map:{article}-{segment}"


def page_anchor(article: str, number: int) -> str:
    """The id of a page of a large article's map."""
    return f"maps:{article}:{number}"


def claim_node_anchor(group: str) -> str:
    """The id of a shared claim on the map of all outlets; no article's id begins with a colon."""
    return f"map::claim:{group}"


def alone_node_anchor(article: str, segment: str) -> str:
    """The id of a node of one outlet alone on the map of all outlets."""
    return f"map::alone:{article}-{segment}"


def retelling_anchor(origin: str, target: str) -> str:
    """The id of what one article makes of another."""
    return f"retelling:{origin}:{target}"


def hand_anchor(article: str, number: int) -> str:
    """The id of a label that a person touched, by its place in the list of them."""
    return f"hand:{article}:{number}"


def claim_anchor(group: str) -> str:
    """The id of a row in the table of claims."""
    return f"claim:{group}"


def _unique_names(articles: Sequence[ComparedArticle]) -> dict[str, str]:
    seen = Counter(article.outlet.strip() for article in articles)
    names = {}
    for article in articles:
        name = article.outlet.strip()
        if not name:
            name = article.id
        elif seen[name] > 1:
            name = f"{name} ({article.id})"
        names[article.id] = name
    return names
