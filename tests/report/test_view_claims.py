"""Claims by outlet, and what changes on the way."""

from __future__ import annotations

import pytest

from argmap.errors import InputError
from argmap.model.comparison import Change, Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import StoryView, build_view
from argmap.report.changes import change_line
from argmap.report.story import Story


def test_claims_that_change_come_first(view: StoryView) -> None:
    """Drift before agreement, whatever the order in the file; claims of one outlet apart."""
    assert [(row.anchor, row.number, row.drift, row.contradicts) for row in view.claims.rows] == [
        ("claim:g3", 1, True, True),
        ("claim:g2", 2, False, False),
    ]
    assert [(one.outlet.id, len(one.tellings)) for one in view.claims.only] == [("ledger", 1)]


def test_a_doubtful_claim_says_so_and_comes_after_the_sure_ones(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Below .6 with how sure it is; a group without a confidence is a person's."""

    def rows(**sure: float | None) -> list[tuple[str, str | None]]:
        groups = tuple(
            group.model_copy(update={"confidence": sure.get(group.id, 0.9), "changes": ()})
            for group in comparison.groups
        )
        view = build_view(documents, comparison.model_copy(update={"groups": groups}), {})
        return [(row.anchor, row.doubtful) for row in view.claims.rows]

    order = [anchor for anchor, _ in rows()]
    first = order[0].removeprefix("claim:")
    assert rows(**{first: 0.59}) == [(order[1], None), (order[0], "59%")]
    assert rows(**{first: 0.6}) == rows(**{first: None}) == [(anchor, None) for anchor in order]


def test_a_cell_quotes_the_sentence_with_the_rest_of_it(view: StoryView) -> None:
    """Where a part of a sentence tells the claim, the rest is quoted too and told apart."""
    telling = view.claims.rows[0].cells[0].tellings[0]
    told = ["".join(run.text for run in piece.runs) for piece in telling.pieces if piece.told]
    rest = ["".join(run.text for run in piece.runs) for piece in telling.pieces if not piece.told]
    assert told == ["The town may sell its tide mill to a brewer for about 400,000 crowns, "]
    assert rest == ["the council said on Thursday."]


def test_a_cell_says_voice_certainty_and_marks_the_cues(view: StoryView) -> None:
    """Whose voice, how sure, and by which words."""
    telling = view.claims.rows[0].cells[0].tellings[0]
    (label,) = telling.labels
    assert label.voice.words == "attributed to the council"
    assert (label.certainty, label.negative) == ("possible", False)
    marked = [run.text for piece in telling.pieces for run in piece.runs if run.marks]
    assert marked == ["may", "about"]


def test_not_found_and_absent_are_told_apart(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Only where a person has looked is a claim called absent."""
    group = comparison.groups[1].model_copy(update={"not_found": ("lantern",), "absent": ()})
    other = comparison.model_copy(update={"groups": (group, *comparison.groups[1:])})
    looked = build_view(documents, comparison, {}).claims.rows[1].cells[1]
    unlooked = build_view(documents, other, {}).claims.rows[1].cells[1]
    assert (looked.tellings, looked.missing) == ((), "absent: a person has looked")
    assert (unlooked.tellings, unlooked.missing) == ((), "not found")


def test_labels_that_differ_without_a_change_are_said(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Where outlets tell a claim in another voice or certainty, the row says so, once."""
    value = comparison.model_dump(by_alias=True)
    plain = {**value["groups"][2], "changes": ()}
    story = Comparison.model_validate({**value, "groups": (plain, value["groups"][1])})
    rows = build_view(documents, story, {}).claims.rows
    assert [row.differs for row in rows] == [("voice", "certainty"), ()]
    assert build_view(documents, comparison, {}).claims.rows[0].differs == ()


def test_who_lacks_a_claim_is_told_in_one_line(view: StoryView) -> None:
    """For a page of many outlets, which has no room for a cell each."""
    assert view.claims.rows[1].missing == ("absent: a person has looked in The Marsh Lantern",)
    assert view.claims.rows[0].missing == ()


CHANGES = [
    ("stronger", "certainty", {"from": "possible", "to": "certain", "cue": ["may"]},
     "stronger: certainty", "possible → certain (“may”)"),
    ("stronger", "attribution", {"dropped": "the council"}, "attribution dropped", "the council"),
    ("stronger", "attribution", {"dropped": None}, "attribution dropped",
     "a source that is not named"),
    ("weaker", "attribution", {"added": "Lee", "via": "a clerk"}, "attribution added",
     "Lee (via a clerk)"),
    ("contradicts", "number", {"values": ["120", "130"]}, "contradicts: number differs",
     "120 ≠ 130"),
    ("stronger", "number", {"from": "about 120", "to": "120"}, "stronger: number",
     "about 120 → 120"),
    ("contradicts", None, {"negation": "not", "only in": "ledger"}, "contradicts: negation",
     "“not” in Lowmarsh Ledger only"),
    ("contradicts", None, {"from": "rose", "to": "fell"}, "contradicts", "rose ≠ fell"),
    ("stronger", "intensity", {"from": [], "to": ["plunged"]}, "stronger: intensity",
     "plain words → plunged"),
    ("weaker", "causality", {"from": "because", "to": None}, "weaker: causality",
     "because → no cause told"),
    ("weaker", "scope", {"from": "all", "to": "some"}, "weaker: scope", "all → some"),
    ("same", None, {"sources": ["Lee", "Kim"]}, "same, from another source", "Lee → Kim"),
    ("same", None, {}, "same", ""),
    ("weaker", "scope", {"share": 0.5, "places": ["a", "b"]}, "weaker: scope",
     "share 0.5; places a, b"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "dimension", "detail", "words", "values"), CHANGES)
def test_changes_are_told_in_words(
    documents: list[AnnotatedDocument],
    comparison: Comparison,
    kind: str,
    dimension: str | None,
    detail: dict[str, object],
    words: str,
    values: str,
) -> None:
    """Every kind of change has a sentence's worth of words, an unknown detail included."""
    change = Change.model_validate(
        {"from": "ledger", "to": "digest", "kind": kind, "dimension": dimension, "detail": detail}
    )
    line = change_line(Story(documents, comparison), change)
    assert (line.words, line.detail) == (words, values)


def test_the_changes_are_grouped_by_the_way_they_go(view: StoryView) -> None:
    """Two changes between the same outlets stand under one heading."""
    ways = [(c.origin, c.target, len(c.lines)) for c in view.claims.rows[0].changes]
    assert ways == [
        ("Lowmarsh Ledger", "Digest of Lowmarsh", 2),
        ("Lowmarsh Ledger", "The Marsh Lantern", 1),
    ]


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([{"id": "g1", "members": ({"article": "ledger", "segments": ("s99",)},)}], "'s99'"),
        ([{"id": "g1", "members": ({"article": "other", "segments": ("s1",)},)}], "'other'"),
    ],
)
def test_a_comparison_of_other_files_is_refused(
    documents: list[AnnotatedDocument],
    comparison: Comparison,
    groups: list[dict[str, object]],
    said: str,
) -> None:
    """What the comparison names and the annotation file lacks is said, with the remedy."""
    value = {**comparison.model_dump(by_alias=True), "groups": tuple(groups)}
    with pytest.raises(InputError, match="run argmap compare again") as error:
        build_view(documents, Comparison.model_validate(value), {})
    assert said in str(error.value)


def test_an_article_that_was_not_given_is_refused(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """A comparison of three cannot be shown with two."""
    with pytest.raises(InputError, match="'digest'"):
        build_view(documents[:2], comparison, {})


def test_two_voices_in_one_sentence_have_a_label_each(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """Where two parts of a sentence tell the claim in two voices, both are said."""
    value = comparison.model_dump(by_alias=True)
    group = {**value["groups"][2], "members": (
        {"article": "ledger", "segments": ("s2", "s3")},
        {"article": "digest", "segments": ("s1", "s2")},
    )}  # fmt: skip
    story = Comparison.model_validate({**value, "groups": (group,)})
    cells = build_view(documents, story, {}).claims.rows[0].cells
    (sentence,) = cells[0].tellings
    assert [label.voice.words for label in sentence.labels] == [
        "attributed to the council",
        "own voice",
    ]
    assert all(piece.told for piece in sentence.pieces)
    assert [telling.anchor for telling in cells[2].tellings] == ["digest-s1", "digest-s2"]
