"""Each layer's agreement on small documents that differ in one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.evaluate.agreement import Agreement, Annotator, LayerAgreement, measure_agreement
from argmap.model.document import AnnotatedDocument, Relation

from .conftest import relabel, split

Make = Callable[..., list[Annotator]]


def layer(found: Agreement, name: str) -> LayerAgreement:
    """The layer of this name."""
    return next(one for one in found.layers if one.layer == name)


def value(found: Agreement, name: str) -> float | None:
    """The first coefficient of a layer."""
    return layer(found, name).coefficients[0].value


def test_two_equal_annotations_agree_wherever_that_can_be_said(
    document: AnnotatedDocument, annotators: Make
) -> None:
    """1 on every layer, or undefined with a reason; never a disagreement."""
    found = measure_agreement(annotators(document, document))
    for one in found.layers:
        for coefficient in one.coefficients:
            assert coefficient.value == 1 or (coefficient.value is None and coefficient.reason)
    assert value(found, "role") == value(found, "certainty") == value(found, "content") == 1
    assert value(found, "framing") == value(found, "attachment") == 1
    assert found.disagreements == 0
    assert found.worst == ()


def test_undefined_layers_say_why(document: AnnotatedDocument, annotators: Make) -> None:
    """One claim's type alone, one article's genre, no booster at all."""
    found = measure_agreement(annotators(document, document))
    reasons = {one.layer: one.coefficients[0].reason for one in found.layers}
    assert reasons["evidence_type"] == "only one item was labelled by two annotators"
    assert reasons["genre"] == "only one item was labelled by two annotators"
    assert reasons["booster"] == "nobody marked any"
    assert reasons["relation"] == "only one item was labelled by two annotators"
    assert reasons["role"] is None


def test_labels_are_projected_to_pieces(document: AnnotatedDocument, annotators: Make) -> None:
    """Where one cuts and the other does not, both halves count, and the cut itself is a layer."""
    cut = relabel(
        split(document, "s2", "the harbor board said"), "s2b", role="report", claim_type=None
    )
    found = measure_agreement(annotators(document, cut))
    assert found.pieces == 5
    assert dict(found.segments) == {"A": 4, "B": 5}
    assert layer(found, "role").coefficients[0].items == 5
    assert layer(found, "role").mixed_up == (("claim", "report", 1),)
    assert layer(found, "role").raw == pytest.approx(0.8)
    assert value(found, "cut") is not None
    assert value(found, "cut") < 1  # type: ignore[operator]
    assert "4 of 5 beginnings" in layer(found, "cut").notes[0]


def test_a_piece_without_a_word_is_none(document: AnnotatedDocument, annotators: Make) -> None:
    """A full stop that one cuts off is no item of its own."""
    start = document.segments[1].end - 1
    found = measure_agreement(annotators(document, split(document, "s2", document.text[start:])))
    assert found.pieces == 4


def test_any_number_of_annotators_and_missing_ones(
    document: AnnotatedDocument, annotators: Make
) -> None:
    """Three annotators, one of whom lacks the second article, are one table with gaps."""
    other = document.model_copy(
        update={"article": document.article.model_copy(update={"id": "mill"})}
    )
    people = [
        Annotator("A", {"ferry": document, "mill": other}),
        Annotator("B", {"ferry": relabel(document, "s1", role="framing"), "mill": other}),
        Annotator("C", {"ferry": document}),
    ]
    found = measure_agreement(people)
    role = layer(found, "role")
    assert role.coefficients[0].items == 8
    assert role.raw == pytest.approx(14 / 16)
    assert [name for name, _ in role.by_annotator] == ["A", "B", "C"]
    assert found.worst[0].disagreements[0].values == {
        "A": "report",
        "B": "framing",
        "C": "report",
    }
    assert "Counted in 1 of 2 articles" in layer(found, "framing").notes[0]


def test_a_layer_that_one_never_touched_is_missing(
    document: AnnotatedDocument, annotators: Make
) -> None:
    """No span, no frame, no relation: not labelled, which is said; undefined if none is left."""
    bare = document.model_copy(update={"spans": (), "relations": (), "attributions": ()})
    bare = bare.model_copy(
        update={
            "segments": tuple(
                s.model_copy(
                    update={
                        "frames": (),
                        "tone_towards": (),
                        "voice": "author",
                        "attribution": None,
                    }
                )
                for s in document.segments
            )
        }
    )
    found = measure_agreement(annotators(document, bare))
    for name in ("frames", "tone_towards", "framing", "content", "attachment"):
        assert value(found, name) is None, name
        assert any("B" in note and "not labelled" in note for note in layer(found, name).notes), (
            name
        )
    assert value(found, "voice") is not None


def test_certainty_knows_the_order(document: AnnotatedDocument, annotators: Make) -> None:
    """Possible for probable is a smaller disagreement than uncommitted for certain."""
    near = relabel(document, "s2", certainty="probable")
    far = relabel(document, "s1", certainty="uncommitted")
    one, other = (
        value(measure_agreement(annotators(document, changed)), "certainty")
        for changed in (near, far)
    )
    assert one > other  # type: ignore[operator]


def test_frames_are_compared_as_sets_and_one_by_one(
    document: AnnotatedDocument, annotators: Make
) -> None:
    """Two frames for one are a part of a disagreement; the frame itself is agreed on."""
    wider = relabel(document, "s2", frames=("economic", "fairness"))
    frames = layer(measure_agreement(annotators(document, wider)), "frames")
    assert frames.coefficients[0].name.endswith("MASI distance")
    assert 0 < frames.coefficients[0].value < 1  # type: ignore[operator]
    labels = dict(frames.per_label)
    assert labels["economic"].value == 1
    assert labels["fairness"].value == 0
    assert dict(frames.prevalence) == {"economic": 0.25, "fairness": 0.125}


def test_tone_without_an_entry_is_zero(document: AnnotatedDocument, annotators: Make) -> None:
    """A target is one whether with its article or without; who gives none at this place says 0."""
    other = relabel(document, "s3", tone_towards=())
    other = relabel(other, "s4", tone_towards=document.segments[2].tone_towards)
    tone = layer(measure_agreement(annotators(document, other)), "tone_towards")
    assert tone.coefficients[0].items == 4
    assert tone.mixed_up == (("-1", "0", 2),)


def test_relations_are_matched_across_cuts(document: AnnotatedDocument, annotators: Make) -> None:
    """Ids say nothing; a relation that ends in a half that the other lacks is told apart."""
    again = document.model_copy(
        update={
            "segments": tuple(s.model_copy(update={"id": f"t{s.id}"}) for s in document.segments),
            "relations": (Relation(id="q1", source="ts4", target="ts3", type="elaborates"),),
        }
    )
    found = measure_agreement(annotators(document, again))
    assert value(found, "attachment") == 1
    assert layer(found, "relation").mixed_up == (("elaborates", "supports", 1),)
    cut = split(document, "s2", "the harbor board said").model_copy(
        update={"relations": (Relation(id="r1", source="s2b", target="s3", type="supports"),)}
    )
    attached = layer(measure_agreement(annotators(document, cut)), "attachment")
    assert attached.coefficients[1].value == 0
    assert "1 of 2 relations end at a segment" in attached.notes[0]


def test_spans_are_scored_by_words_and_one_to_one(
    document: AnnotatedDocument, annotators: Make
) -> None:
    """Another bound lowers alpha and exact F1, and not F1 by half of the words."""
    span = document.spans[0]
    wider = span.model_copy(
        update={"start": span.start - 3, "text": document.text[span.start - 3 : span.end]}
    )
    assert wider.text == "a “new toll wall"
    found = measure_agreement(annotators(document, document.model_copy(update={"spans": (wider,)})))
    framing = {one.name: one.value for one in layer(found, "framing").coefficients}
    assert 0 < framing["Krippendorff's unitized alpha"] < 1  # type: ignore[operator]
    assert framing["F1, same words"] == 0
    assert framing["F1, half of the words"] == 1
