"""The list of disagreements: each label once, with its place and the rule that decides."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.errors import InputError
from argmap.evaluate.agreement import disagreements
from argmap.guide import rule
from argmap.model.document import AnnotatedDocument, Relation

from .conftest import relabel, split


def listed(one: AnnotatedDocument, other: AnnotatedDocument) -> list[tuple[str, Any, Any, str]]:
    """Layer, both values and rule of every disagreement."""
    return [
        (found.layer, found.values["A"], found.values["B"], found.rule)
        for found in disagreements(one, other)
    ]


def test_equal_documents_have_none(document: AnnotatedDocument) -> None:
    """Ids that differ are no disagreement."""
    again = document.model_copy(
        update={
            "segments": tuple(s.model_copy(update={"id": f"t{s.id}"}) for s in document.segments),
            "relations": (Relation(id="q9", source="ts4", target="ts3", type="supports"),),
        }
    )
    assert disagreements(document, again) == ()


@pytest.mark.parametrize(
    ("segment", "labels", "expected"),
    [
        (
            "s1",
            {"role": "background"},
            ("role", "report", "background", "role-report-or-background"),
        ),
        (
            "s2",
            {"claim_type": "fact"},
            ("claim_type", "prediction", "fact", "claim-fact-or-prediction"),
        ),
        (
            "s2",
            {"certainty": "probable"},
            ("certainty", "possible", "probable", "certainty-possible"),
        ),
        ("s3", {"voice": "author"}, ("voice", "mixed", "author", "voice-author-or-mixed")),
        ("s4", {"polarity": "positive"}, ("polarity", "negative", "positive", "polarity-main")),
        (
            "s2",
            {"frames": ("geopolitics",)},
            ("frames", ("economic",), ("geopolitics",), "frame-economic"),
        ),
        (
            "s3",
            {"tone_towards": ({"target": "the harbor board", "value": -2},)},
            ("tone_towards", "the harbor board -1", "the harbor board -2", "tone-words"),
        ),
    ],
)
def test_a_segment_label(
    document: AnnotatedDocument, segment: str, labels: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    """One label that differs is one disagreement, at its segment."""
    other = relabel(document, segment, **labels)
    assert listed(document, other) == [expected]
    (found,) = disagreements(document, other)
    assert found.quote == document.segment(segment).text  # type: ignore[union-attr]
    assert found.ids == {"A": segment, "B": segment}
    assert 0 < found.weight <= 1


def test_a_type_is_asked_only_where_the_role_is_the_same(document: AnnotatedDocument) -> None:
    """Claim against evidence is one disagreement, not three."""
    other = relabel(document, "s2", role="evidence", claim_type=None, evidence_type="event")
    assert listed(document, other) == [("role", "claim", "evidence", "role-claim-or-evidence")]


def test_cuts_spans_relations_and_attributions(document: AnnotatedDocument) -> None:
    """What one marked and the other did not has `None` on that side."""
    cut = split(document, "s2", "the harbor board said")
    (found,) = [d for d in disagreements(document, cut) if d.layer == "cut"]
    assert found.values["A"] == (document.segments[1].text,)
    assert len(found.values["B"]) == 2
    assert found.rule == "cut-here"
    bare = document.model_copy(
        update={
            "spans": (document.spans[0].model_copy(update={"label": "metaphor"}),),
            "attributions": (
                document.attributions[0].model_copy(update={"cue": None, "stance": "distancing"}),
            ),
            "relations": (Relation(id="r1", source="s3", target="s4", type="supports"),),
        }
    )
    assert sorted(listed(document, bare), key=str) == [
        ("cue", "said", None, "cue-extent"),
        ("framing", "label", "metaphor", "span-label"),
        ("relation", "supports", None, "relation-draw"),
        ("relation", None, "supports", "relation-draw"),
        ("stance", "neutral", "distancing", "stance-neutral"),
    ]


def test_every_rule_named_is_one_of_the_guide(document: AnnotatedDocument) -> None:
    """Also where everything differs."""
    other = document
    for segment in document.segments:
        other = relabel(other, segment.id, role="framing", claim_type=None, evidence_type=None)
    found = disagreements(document, other)
    assert found
    assert all(rule(one.rule).layer == one.layer for one in found)


def test_other_texts_and_equal_names_are_refused(document: AnnotatedDocument) -> None:
    """Offsets of two texts say nothing of each other."""
    with pytest.raises(InputError, match="different texts"):
        disagreements(document, document.model_copy(update={"text": document.text + " "}))
    with pytest.raises(InputError, match="name them differently"):
        disagreements(document, document, ("A", "A"))
