"""One file from two annotators': what is taken over, what is asked, and what is never lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.errors import InputError
from argmap.evaluate.adjudication import adjudicate, decided, open_questions
from argmap.evaluate.agreement import disagreements
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument, Relation
from argmap.model.files import dumps, loads_document, read_document
from argmap.model.labels import SpanLabel
from argmap.story import ANNOTATORS, STORY, annotation_file
from tests.evaluate.agreement.conftest import relabel, split

NAMES = ("ana", "ben")


def made(
    one: AnnotatedDocument, other: AnnotatedDocument, kept: AnnotatedDocument | None = None
) -> AnnotatedDocument:
    """The adjudicated document, read back from its JSON as `argmap check` would read it."""
    document, _ = adjudicate(one, other, NAMES, kept=kept, tool="argmap test")
    return loads_document(dumps(document), name="C")


def edited(document: AnnotatedDocument, **records: Any) -> AnnotatedDocument:
    """The document with some records changed, as a person would: `s2_role={"status": …}`."""
    value = json.loads(dumps(document))
    for key, record in records.items():
        value["provenance"]["labels"][key.replace("_", ".", 1)].update(record)
    return loads_document(json.dumps(value), name="C")


def keys(document: AnnotatedDocument) -> list[str]:
    """What is still to decide."""
    return [question.key for question in open_questions(document)]


@pytest.fixture
def ben(document: AnnotatedDocument) -> AnnotatedDocument:
    """A second annotator: another role, another certainty, no span, another relation."""
    other = relabel(document, "s1", role="framing")
    other = relabel(other, "s2", certainty="probable")
    return other.model_copy(
        update={
            "spans": (),
            "relations": (Relation(id="r1", source="s4", target="s3", type="elaborates"),),
        }
    )


def test_what_both_say_is_taken_over_and_nothing_is_asked(document: AnnotatedDocument) -> None:
    """Two equal files are one file without a record."""
    result = made(document, document)
    assert disagreements(document, result) == ()
    assert result.provenance.labels == {}
    assert result.relations[0].cue == document.relations[0].cue


def test_disagreements_are_recorded_and_the_first_stands(
    document: AnnotatedDocument, ben: AnnotatedDocument
) -> None:
    """Every one has a record with both values and the rule; the file is valid."""
    result = made(document, ben)
    assert disagreements(document, result) == ()
    assert {key: dict(r.was) for key, r in result.provenance.labels.items()} == {
        "r1.type": {"ana": "supports", "ben": "elaborates"},
        "s1.role": {"ana": "report", "ben": "framing"},
        "s2.certainty": {"ana": "possible", "ben": "probable"},
        "x1": {"ana": "framing label 85-98 “new toll wall”", "ben": None},
    }
    assert {r.status for r in result.provenance.labels.values()} == {"disputed"}
    assert result.provenance.labels["s2.certainty"].note == "certainty-possible"
    questions = open_questions(result)
    assert [q.start for q in questions] == sorted(q.start for q in questions)
    assert questions[0].quote == "Ferry Fares Rise"
    assert decided(result) == 0


def test_what_only_the_second_marked_is_in_the_file(
    document: AnnotatedDocument, ben: AnnotatedDocument
) -> None:
    """Turned round, the span comes from the second, and so does what it hangs on."""
    bare = document.model_copy(
        update={
            "attributions": (),
            "sources": (),
            "segments": relabel(document, "s2", voice="author", attribution=None).segments,
        }
    )
    result = made(bare, document)
    assert result.attributions[0].speaker == result.sources[0].id
    assert {"a1", "p1", "s2.voice"} == set(result.provenance.labels)
    assert result.provenance.labels["s2.voice"].was == {"ana": "author", "ben": "attributed (a1)"}


def test_running_again_changes_nothing(document: AnnotatedDocument, ben: AnnotatedDocument) -> None:
    """The same files and nobody's decision: the same bytes."""
    once = made(document, ben)
    assert dumps(made(document, ben, once)) == dumps(once)


def test_a_changed_label_is_a_decision(document: AnnotatedDocument, ben: AnnotatedDocument) -> None:
    """A person need not mark it, whether it is the second's label or a third one."""
    kept = relabel(made(document, ben), "s1", role="framing")
    kept = relabel(kept, "s2", certainty="certain")
    kept = relabel(kept, "s4", polarity="positive")  # both agreed, and the person knows better
    result = made(document, ben, kept)
    assert result.segment("s1").role == "framing"  # type: ignore[union-attr]
    assert result.segment("s2").certainty == "certain"  # type: ignore[union-attr]
    assert result.segment("s4").polarity == "positive"  # type: ignore[union-attr]
    records = result.provenance.labels
    assert {records[k].status for k in ("s1.role", "s2.certainty", "s4.polarity")} == {"edited"}
    assert set(keys(result)) == {"x1", "r1.type"}
    assert dumps(made(document, ben, result)) == dumps(result)


def test_confirming_decides_for_what_stands(
    document: AnnotatedDocument, ben: AnnotatedDocument
) -> None:
    """The status is kept with the name; the question is not put again."""
    kept = edited(made(document, ben), s1_role={"status": "confirmed", "by": "cem"})
    result = made(document, ben, kept)
    assert result.provenance.labels["s1.role"].by == "cem"
    assert "s1.role" not in keys(result)
    assert decided(result) == 1


def test_a_deleted_item_stays_deleted(document: AnnotatedDocument, ben: AnnotatedDocument) -> None:
    """With its record left, also when the annotators' files change; its id is not given again."""
    kept = made(document, ben).model_copy(update={"spans": ()})
    result = made(document, ben, kept)
    assert result.spans == ()
    assert result.provenance.labels["x1"].status == "rejected"
    later = made(relabel(document, "s4", polarity="positive"), ben, result)
    assert later.spans == ()
    assert later.provenance.labels["x1"].status == "rejected"
    more = document.model_copy(
        update={
            "spans": (
                *document.spans,
                document.spans[0].model_copy(
                    update={"id": "x2", "label": SpanLabel.METAPHOR, "start": 94, "text": "wall"}
                ),
            )
        }
    )
    assert document.text[94:98] == "wall"
    (span,) = made(more, ben, later).spans
    assert span.label == "metaphor"
    assert span.id != "x1"


def test_no_decision_is_lost_when_the_annotators_change(
    document: AnnotatedDocument, ben: AnnotatedDocument
) -> None:
    """New questions come, agreed ones go, decided ones stay; what moved beneath them is said."""
    kept = relabel(made(document, ben), "s1", role="background")
    kept = made(document, ben, kept)
    ana = relabel(document, "s1", role="boilerplate")
    ana = relabel(ana, "s2", certainty="probable")  # now as ben says
    ana = relabel(ana, "s3", claim_type="fact")  # and this is new
    result, notes = adjudicate(ana, ben, NAMES, kept=kept, tool="argmap test")
    assert result.segment("s1").role == "background"  # type: ignore[union-attr]
    assert result.segment("s2").certainty == "probable"  # type: ignore[union-attr]
    assert "s2.certainty" not in result.provenance.labels
    assert "s3.role" in keys(result)
    assert result.provenance.labels["s3.role"].was == {
        "stands": "claim (value)",
        "ana": "claim (fact)",
        "ben": "claim (value)",
    }
    assert len(notes) == 1
    assert "s1.role was decided when ana said report, and ana now says boilerplate" in notes[0]
    again = made(ana, ben, result)
    assert keys(again) == keys(result)


def test_removing_a_record_decides_as_long_as_the_files_are_the_same(
    document: AnnotatedDocument, ben: AnnotatedDocument
) -> None:
    """And is a new question afterwards, with what stands first."""
    once = made(document, ben)
    provenance = once.provenance.model_copy(update={"labels": {}})
    kept = once.model_copy(update={"provenance": provenance})
    assert keys(made(document, ben, kept)) == []
    assert set(keys(made(relabel(document, "s4", polarity="positive"), ben, kept))) >= {"s1.role"}


def test_what_a_person_added_stays(document: AnnotatedDocument, ben: AnnotatedDocument) -> None:
    """A span and a relation that neither annotator has are kept as they are."""
    once = made(document, ben)
    span = document.spans[0].model_copy(
        update={"id": "x9", "start": 0, "end": 5, "text": "Ferry", "label": SpanLabel.METAPHOR}
    )
    relation = Relation(id="r9", source="s1", target="s2", type="restates")
    kept = once.model_copy(
        update={"spans": (span, *once.spans), "relations": (*once.relations, relation)}
    )
    result = made(document, ben, kept)
    assert span in result.spans
    assert relation in result.relations


def test_the_cuts_of_the_file_stay(document: AnnotatedDocument) -> None:
    """The first's cuts stand; a person may take the second's or cut otherwise."""
    cut = split(document, "s2", "the harbor board said")
    once = made(document, cut)
    assert keys(once) == ["s2.cut"]
    kept = split(once, "s2", "may double")
    result = made(document, cut, kept)
    assert [s.text for s in result.segments] == [s.text for s in kept.segments]
    assert result.provenance.labels["s2.cut"].status == "edited"


def test_undercuts_follow_their_relation(document: AnnotatedDocument) -> None:
    """The relation that an undercut meets has another id in the file."""
    undercut = Relation(id="r2", source="s1", target="r1", type="undercuts")
    ana = document.model_copy(update={"relations": ()})
    ben = document.model_copy(update={"relations": (*document.relations, undercut)})
    result = made(ana, ben)
    assert [r.type for r in result.relations] == ["supports", "undercuts"]
    assert result.relations[1].target == result.relations[0].id
    assert set(keys(result)) == {"r1", "r2"}


@pytest.mark.parametrize("name", STORY)
def test_the_bundled_story_is_adjudicated_whole(name: str) -> None:
    """Real annotations: valid, stable, and every disagreement of the two is asked about."""
    article = name.removesuffix(".txt")
    one, other = (read_document(annotation_file(article, who)) for who in ANNOTATORS)
    result = made(one, other)
    assert dumps(made(one, other, result)) == dumps(result)
    asked = open_questions(result)
    for found in disagreements(one, other):
        near = [q for q in asked if q.start <= found.end and found.start <= q.end]
        assert near or found.layer == "relation", found


def test_other_texts_are_refused(document: AnnotatedDocument) -> None:
    """The two files, and the file to go on with, are of one text."""
    text = document.text + "\n"
    article = document.article.model_copy(update={"sha256": fingerprint(text)})
    other = document.model_copy(update={"text": text, "article": article})
    with pytest.raises(InputError, match="ana and ben are not of one text"):
        adjudicate(document, other, NAMES, tool="t")
    with pytest.raises(InputError, match="file to go on with is of another text"):
        adjudicate(document, document, NAMES, kept=other, tool="t")
