"""The texts with their labels."""

from __future__ import annotations

from argmap.model.comparison import ComparedArticle, Comparison
from argmap.model.document import AnnotatedDocument
from argmap.report import StoryView, build_view


def test_paragraphs_and_headings_are_those_of_the_text(
    view: StoryView, documents: list[AnnotatedDocument]
) -> None:
    """Headings are headings, and no character of a paragraph is lost or doubled."""
    text = view.texts[0]
    assert [paragraph.heading for paragraph in text.paragraphs] == [
        True,
        False,
        False,
        True,
        False,
    ]
    shown = "\n".join(
        "".join(run.text for part in paragraph.fragments for run in part.runs)
        for paragraph in text.paragraphs
    )
    assert shown + "\n" == documents[0].text


def test_a_label_says_everything_in_words(view: StoryView) -> None:
    """Role with its type, voice, certainty, tone and frame, for those who cannot see the marks."""
    labels = [p.label.words for p in view.texts[0].paragraphs[1].fragments if p.label]
    assert labels[0] == ("claim, a prediction, attributed to the council, possible, economic frame")
    labels = [p.label.words for p in view.texts[0].paragraphs[2].fragments if p.label]
    assert labels[0] == "claim of value, attributed to Odile Marsh, tone −0.10"
    assert labels[1] == "evidence, testimony, attributed to the brewer via two clerks, probable"


def test_links_lead_to_nodes_that_are_there(view: StoryView) -> None:
    """A sentence links to its node only where the map shows it, and to its claim's row."""
    first = view.texts[0].paragraphs[1].fragments[0]
    assert first.anchor == "ledger-s2"
    assert first.label
    assert first.label.node == "map:ledger-s2"
    assert [(link.anchor, link.number) for link in first.label.claims] == [("claim:g3", 1)]
    digest = [p for par in view.texts[2].paragraphs for p in par.fragments]
    assert all(part.label is None or part.label.node is None for part in digest)


def test_a_segment_over_two_paragraphs_is_labelled_once(
    documents: list[AnnotatedDocument],
) -> None:
    """The second part of a segment goes on without a letter, and its anchor stands once."""
    document = documents[2]
    first, second, third = document.segments
    joined = second.model_copy(
        update={"end": third.end, "text": document.text[second.start : third.end]}
    )
    other = document.model_copy(update={"segments": (first, joined)})
    glance = {
        "words": 1, "segments": 2, "roles": {}, "voices": {}, "hedged": 0, "anonymous": 0,
        "loaded_per_thousand": 0, "tone": {}, "tone_words": {},
    }  # fmt: skip
    article = ComparedArticle.model_validate({"id": "digest", "outlet": "D", "glance": glance})
    view = build_view([other], Comparison(articles=(article,)), {})
    parts = [part for paragraph in view.texts[0].paragraphs for part in paragraph.fragments]
    anchors = [part.anchor for part in parts if part.role]
    assert anchors.count("digest-s2") == 1
    assert parts[-1].anchor is None
    assert parts[-1].label is None
    assert parts[-1].role == "background"


def test_a_speaker_is_named_once_in_a_run(view: StoryView) -> None:
    """The author's sentences name nobody, an attributed one its speaker."""
    speaks = [
        part.label.speaks
        for paragraph in view.texts[0].paragraphs
        for part in paragraph.fragments
        if part.label
    ]
    assert speaks == [
        None, "the council", None, "Odile Marsh", "the brewer via two clerks", None, None, None,
    ]  # fmt: skip


def test_a_long_name_is_cut_before_the_sentence_and_whole_in_the_label(
    documents: list[AnnotatedDocument], comparison: Comparison
) -> None:
    """A speaker who is a whole clause does not push the sentence off its line."""
    name = "a senior official who asked not to be named for fear of the tide"
    value = documents[0].model_dump(by_alias=True)
    value["sources"] = tuple({**source, "name": name} for source in value["sources"])
    ledger = AnnotatedDocument.model_validate(value)
    view = build_view([ledger, *documents[1:]], comparison, {})
    label = view.texts[0].paragraphs[1].fragments[0].label
    assert label
    assert label.speaks == "a senior official who asked not…"
    assert f"attributed to {name}" in label.words
