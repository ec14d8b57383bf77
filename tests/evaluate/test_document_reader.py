"""Questions are answered from the annotated document alone."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.discourse.tasks import ARTICLE_FRAMES, NEWS_ROLES, UNIT_TYPES
from argmap.errors import MissingProgramError
from argmap.evaluate.document_labels import (
    EDITORIAL_EVIDENCE,
    FRAMES_OF,
    NEWS_CLAIM,
    NEWS_EVIDENCE,
    NEWS_ROLE,
    VALUE_OF,
)
from argmap.evaluate.document_reader import DocumentReader
from argmap.evaluate.document_reading import in_marks, is_quoted
from argmap.model.article import Article
from argmap.model.document import AnnotatedDocument, Attribution, Relation, Segment, Span, Tone
from argmap.model.labels import (
    Certainty,
    ClaimType,
    EvidenceType,
    Frame,
    Genre,
    Polarity,
    Quotation,
    RelationType,
    Role,
    SpanLabel,
    SpanLayer,
    Voice,
)

from .readers import document, quote

TEXT = "The pier may close. Oak is hard. Tolland calls it a “circus”."
ONE, TWO, THREE = (0, 19), (20, 32), (33, 61)


def segment(number: int, place: tuple[int, int], **labels: Any) -> Segment:
    """A segment of the text, a report in the author's voice unless said otherwise."""
    values: dict[str, Any] = {
        "role": Role.REPORT,
        "voice": Voice.AUTHOR,
        "certainty": Certainty.CERTAIN,
        **quote(TEXT, place).model_dump(),
        **labels,
    }
    return Segment(id=f"s{number}", **values)


def relation(number: int, source: str, target: str, kind: RelationType) -> Relation:
    """A relation."""
    return Relation(id=f"r{number}", source=source, target=target, type=kind)


def reader(annotated: AnnotatedDocument) -> DocumentReader:
    """A reader whose pipeline gives one document, whatever it is given."""
    return DocumentReader(lambda article: annotated)


def test_an_article_is_annotated_once_for_several_questions() -> None:
    """The next question about the same article costs nothing; another article does."""
    asked: list[str] = []

    def annotate(article: Article) -> AnnotatedDocument:
        asked.append(article.id)
        return document(article.text)

    one = DocumentReader(annotate)
    first, second = Article(id="a", text=TEXT), Article(id="b", text=TEXT)
    one.genre(first)
    one.article_frames(first)
    one.genre(second)
    assert asked == ["a", "b"]


def test_what_rules_cannot_know_is_refused_with_what_is_needed() -> None:
    """Trees, nine classes of names and similarity are said to be the models' to answer."""
    empty = reader(document(TEXT))
    with pytest.raises(MissingProgramError, match=r"trees; ask the models"):
        empty.parse(TEXT)
    with pytest.raises(MissingProgramError, match=r"nine classes; ask the models"):
        empty.names(TEXT)
    with pytest.raises(MissingProgramError, match=r"sentences are; ask the models"):
        empty.similarity(TEXT, TEXT)


def test_the_tables_speak_of_every_label() -> None:
    """No label of ours is without its reading, and every reading is a label of the data set."""
    assert set(NEWS_ROLE) == set(Role)
    assert set(NEWS_CLAIM) == set(ClaimType)
    assert set(NEWS_EVIDENCE) == set(EDITORIAL_EVIDENCE) == set(EvidenceType)
    assert set(VALUE_OF) == set(Certainty)
    assert set(FRAMES_OF) == set(Frame)
    news = {*NEWS_ROLE.values(), *NEWS_CLAIM.values(), *NEWS_EVIDENCE.values()}
    assert news <= set(NEWS_ROLES)
    assert set(EDITORIAL_EVIDENCE.values()) <= set(UNIT_TYPES)
    assert {name for names in FRAMES_OF.values() for name in names} <= set(ARTICLE_FRAMES)


def test_roles_and_units_follow_the_largest_segment() -> None:
    """Evidence and claim type say more than the role; where no segment is, there is none."""
    annotated = document(
        TEXT,
        segments=(
            segment(1, ONE, role=Role.CLAIM, claim_type=ClaimType.PREDICTION),
            segment(2, TWO, role=Role.EVIDENCE, evidence_type=EvidenceType.STATISTIC),
            segment(3, THREE, voice=Voice.ATTRIBUTED),
        ),
    )
    article = Article(id="x", text=TEXT)
    roles = reader(annotated).sentence_roles(article, [(0, 24), TWO, THREE])
    assert [one.role for one in roles] == ["expectation", "context", "main"]
    assert [one.speech for one in roles] == [False, False, True]
    assert reader(annotated).unit_types(article, [ONE, TWO]) == ["assumption", "statistics"]
    assert reader(document(TEXT)).unit_types(article, [ONE]) == ["assumption"]


def test_certainty_and_tone_are_those_of_the_segment() -> None:
    """A denial turns the value; a weak score is no tone."""
    tones = [Tone(polarity=p, subjectivity=0.5, words=(("x", p, 0.5),)) for p in (-0.6, 0.05)]
    annotated = document(
        TEXT,
        segments=(
            segment(1, ONE, certainty=Certainty.POSSIBLE, polarity="negative", tone=tones[0]),
            segment(2, TWO, certainty=Certainty.PROBABLE, tone=tones[1]),
        ),
    )
    one = reader(annotated)
    assert [one.certainty(TEXT, place) for place in ((4, 8), (20, 23), (40, 42))] == [-1, 2, 0]
    assert [one.tone_towards(TEXT, place) for place in ((4, 8), (20, 23))] == [
        "negative",
        "neutral",
    ]
    assert one.uncertain(TEXT)
    assert annotated.segments[0].polarity is Polarity.NEGATIVE


def test_loaded_words_of_others_make_no_biased_sentence() -> None:
    """A loaded span counts against the author only where the author says it."""

    def loaded(voice: Voice) -> AnnotatedDocument:
        span = Span(
            id="x1",
            layer=SpanLayer.LOADED,
            label=SpanLabel.LOADED_WORD,
            voice=voice,
            **quote(TEXT, (52, 58)).model_dump(),
        )
        return document(TEXT, spans=(span,))

    assert reader(loaded(Voice.AUTHOR)).biased(TEXT)
    assert reader(loaded(Voice.AUTHOR)).subjective(TEXT)
    assert not reader(loaded(Voice.ATTRIBUTED)).biased(TEXT)
    assert reader(loaded(Voice.ATTRIBUTED)).loaded_words(TEXT) == [(52, 58)]
    assert not reader(document(TEXT)).subjective(TEXT)


def test_what_is_quoted_is_told_from_what_is_reported() -> None:
    """A direct quotation is quoted; of a mixed one only what stands between marks; no other."""

    def attributed(quotation: Quotation, place: tuple[int, int]) -> AnnotatedDocument:
        content = (quote(TEXT, place),)
        return document(
            TEXT, attributions=(Attribution(id="a1", content=content, quote=quotation),)
        )

    assert is_quoted(attributed(Quotation.DIRECT, ONE), (4, 8))
    assert not is_quoted(attributed(Quotation.DIRECT, ONE), TWO)
    assert not is_quoted(attributed(Quotation.INDIRECT, ONE), (4, 8))
    assert is_quoted(attributed(Quotation.MIXED, THREE), (53, 59))
    assert not is_quoted(attributed(Quotation.MIXED, THREE), (33, 40))
    mixed = document(TEXT, segments=(segment(1, THREE, voice=Voice.MIXED),))
    assert is_quoted(mixed, (53, 59))
    assert not is_quoted(mixed, (33, 40))
    assert not is_quoted(document(TEXT, segments=(segment(1, THREE),)), (53, 59))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it was X", True),
        ("“One,” he said, and X", False),
        ("“X", True),
        ('He said "it was X', True),
        ('"One," he said, and X', False),
        ("No marks X", False),
    ],
)
def test_marks_open_and_close(text: str, expected: bool) -> None:
    """Curly marks are counted by side, straight ones in turn."""
    assert in_marks(text, 0, text.index("X")) is expected


def test_genre_and_frames_of_an_article() -> None:
    """An unknown genre is no answer; a frame of enough segments is one of the article."""
    frames = [(Frame.ECONOMIC,), (Frame.ECONOMIC, Frame.MORALITY), ()]
    segments = tuple(
        segment(n, place, frames=frames[n]) for n, place in enumerate((ONE, TWO, THREE))
    )
    annotated = document(TEXT, segments=segments)
    article = Article(id="x", text=TEXT)
    assert reader(annotated).genre(article) is None
    assert reader(annotated).article_frames(article) == {"Economic", "Morality"}
    assert reader(document(TEXT)).article_frames(article) == frozenset()
    info = annotated.article.model_copy(update={"genre": Genre.ANALYSIS})
    known = annotated.model_copy(update={"article": info})
    assert reader(known).genre(article) == "opinion"


def test_relations_become_attachments_stances_and_types() -> None:
    """An attack changes sides, an undercut bears on where the relation comes from."""
    annotated = document(
        TEXT,
        segments=tuple(
            segment(n, place, role=Role.CLAIM) for n, place in enumerate((ONE, TWO, THREE))
        ),
        relations=(
            relation(1, "s1", "s0", RelationType.ATTACKS),
            relation(2, "s2", "r1", RelationType.UNDERCUTS),
            relation(3, "s0", "s2", RelationType.ELABORATES),
        ),
    )
    article, units = Article(id="x", text=TEXT), [ONE, TWO, THREE]
    one = reader(annotated)
    assert one.attachments(article, units) == [(1, 0), (2, 1)]
    assert one.stances(article, units) == ["pro", "opp", "pro"]
    assert one.component_types(article, units) == ["major-claim", "premise", "premise"]
    assert one.components(article) == units


def test_relations_in_a_circle_end() -> None:
    """Two units that attack each other both stay on the proponent's side."""
    annotated = document(
        TEXT,
        segments=(segment(0, ONE), segment(1, TWO)),
        relations=(
            relation(1, "s0", "s1", RelationType.ATTACKS),
            relation(2, "s1", "s0", RelationType.ATTACKS),
        ),
    )
    assert reader(annotated).stances(Article(id="x", text=TEXT), [ONE, TWO]) == ["pro", "pro"]
