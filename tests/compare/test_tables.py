"""The tables for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

from argmap.compare import Absent, compare, tables
from argmap.model.document import AnnotatedDocument

from .made import Said, article


def rows(documents: list[AnnotatedDocument], name: str) -> list[dict[str, str]]:
    """The rows of one table, read back."""
    links = [Absent(("one", "s1"), "three")]
    text = tables(documents, compare(documents, links=links))[name]
    return list(csv.DictReader(io.StringIO(text, newline="")))


STORY = [
    article(
        "one",
        Said("Spores from the quarry have reached the vineyard, Ada Brandt said.", by="Ada Brandt"),
        outlet="One, Inc.",
    ),
    article("two", "Spores from the quarry have reached the vineyard.", outlet="Two"),
    article("three", "A brass band rehearsed waltzes.", outlet="Three"),
]


def test_a_row_for_every_telling_and_one_for_every_outlet_without() -> None:
    """Who tells it, in whose voice; who lacks it, and whether a person has looked."""
    told = [row for row in rows(STORY, "claims.csv") if row["claim"] == "g1"]
    assert [(row["article"], row["status"], row["source"]) for row in told] == [
        ("one", "told", "Ada Brandt"),
        ("two", "told", ""),
        ("three", "absent", ""),
    ]
    assert told[0]["outlet"] == "One, Inc."
    assert told[1]["text"] == "Spores from the quarry have reached the vineyard."
    alone = [row for row in rows(STORY, "claims.csv") if row["claim"] == "g2"]
    assert [row["status"] for row in alone] == ["not found", "not found", "told"]


def test_changes_and_sources_have_tables_too() -> None:
    """The detail of a change is JSON; a source has a row for each article that hears it."""
    (dropped,) = [row for row in rows(STORY, "changes.csv") if row["dimension"]]
    assert (dropped["from"], dropped["to"], dropped["kind"]) == ("one", "two", "stronger")
    assert dropped["detail"] == '{"dropped": "Ada Brandt"}'
    assert [(row["name"], row["article"]) for row in rows(STORY, "sources.csv")] == [
        ("Ada Brandt", "one")
    ]


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://x.invalid")', "+1+1", "-2", "@SUM(A1)", "\t=1", "\r=1"],
)
def test_no_cell_is_a_formula(text: str) -> None:
    """Article text is hostile: a spreadsheet would run it."""
    story = [article("one", f"{text} says the cooper of Halden.", outlet=text)]
    for table in ("claims.csv", "changes.csv", "sources.csv"):
        for row in rows(story, table):
            for cell in row.values():
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
                assert "\t" not in cell
                assert "\n" not in cell


def test_quotes_commas_and_lines_survive() -> None:
    """What was in the text is in the cell, on one line."""
    told = Said('The "old", leaky barge sank;\nnobody saw it.', new_paragraph=True)
    story = [article("one", "Fog lay on the quay.", told)]
    _, row = rows(story, "claims.csv")
    assert row["text"] == 'The "old", leaky barge sank; nobody saw it.'
