"""The comparison as tables: who tells which claim, what changes, and who is heard."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from argmap.model.comparison import ClaimGroup, Comparison
from argmap.model.document import AnnotatedDocument, Segment

from .attribution import source_name

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CLAIM_COLUMNS = (
    "claim", "confidence", "article", "outlet", "status", "segment", "text", "voice", "source",
    "certainty", "polarity",
)  # fmt: skip
CHANGE_COLUMNS = ("claim", "from", "to", "kind", "dimension", "detail")
SOURCE_COLUMNS = ("name", "kind", "article", "outlet", "source", "words")
Row = Sequence[object]


def tables(documents: Sequence[AnnotatedDocument], comparison: Comparison) -> dict[str, str]:
    """The text of each table by its file's name, as CSV (RFC 4180) with a line of column names.

    `claims.csv` has a row for every segment that tells a claim and one for every outlet without it.
    A cell of text that a spreadsheet would run as a formula begins with an apostrophe.
    """
    outlets = {article.id: article.outlet for article in comparison.articles}
    by_id = {document.article.id: document for document in documents}
    claims = (row for group in comparison.groups for row in _claim(group, by_id, outlets))
    return {
        "claims.csv": _csv(CLAIM_COLUMNS, claims),
        "changes.csv": _csv(CHANGE_COLUMNS, _changes(comparison)),
        "sources.csv": _csv(SOURCE_COLUMNS, _sources(comparison, outlets)),
    }


def _claim(
    group: ClaimGroup, documents: dict[str, AnnotatedDocument], outlets: dict[str, str]
) -> Iterator[Row]:
    told = {member.article: member.segments for member in group.members}
    for article, outlet in outlets.items():
        first = (group.id, group.confidence, article, outlet)
        if article not in told:
            status = "absent" if article in group.absent else "not found"
            yield (*first, status, *[None] * 6)
        for identifier in told.get(article, ()):
            segment = documents[article].segment(identifier)
            if segment:
                yield (*first, "told", *_segment(documents[article], segment))


def _segment(document: AnnotatedDocument, segment: Segment) -> Row:
    attribution = document.attribution(segment.attribution)
    return (
        segment.id,
        " ".join(segment.text.split()),
        segment.voice.value,
        source_name(document, attribution) if attribution else None,
        segment.certainty.value,
        segment.polarity.value,
    )


def _changes(comparison: Comparison) -> Iterator[Row]:
    for group in comparison.groups:
        for change in group.changes:
            detail = json.dumps(change.detail, ensure_ascii=False) if change.detail else None
            dimension = change.dimension.value if change.dimension else None
            yield group.id, change.from_, change.to, change.kind.value, dimension, detail


def _sources(comparison: Comparison, outlets: dict[str, str]) -> Iterator[Row]:
    for member in comparison.sources:
        for article, heard in member.articles.items():
            yield (
                member.name,
                member.kind.value,
                article,
                outlets[article],
                heard.source,
                heard.words,
            )


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> object:
    """A value that no spreadsheet runs, on one line, without control characters."""
    if not isinstance(value, str):
        return "" if value is None else value
    kept = "".join(c if c.isprintable() else " " for c in value)
    return f"'{kept}" if kept.startswith(_FORMULA) or value.startswith(_FORMULA) else kept
