"""What two people label differently: what the server tells of it, and the way back from words."""

from __future__ import annotations

from typing import Any

import pytest

from argmap.evaluate.adjudication import adjudicate, open_questions, questions
from argmap.model.article import fingerprint
from argmap.model.document import AnnotatedDocument, Relation
from argmap.model.files import read_document, write_document
from argmap.model.label_choices import choice, legal, read_quotes, stands
from argmap.story import ANNOTATORS, annotation_file

from .conftest import PORT, Client

ARTICLES = ("briefwell", "harbor-voice", "tidemark-wire")


def gold(article: str) -> AnnotatedDocument:
    """The bundled story's two annotations of an article as one file, nothing decided."""
    one, other = (read_document(annotation_file(article, name)) for name in ANNOTATORS)
    return adjudicate(one, other, ("ana", "ben"), tool="argmap test")[0]


@pytest.mark.parametrize("article", ARTICLES)
def test_exactly_one_side_stands(article: str) -> None:
    """Of what two people say of a label, the first's is the file's, or what is marked at all."""
    document = gold(article)
    assert len(open_questions(document)) == len(questions(document)) > 20
    for question in questions(document):
        said = list(question.values.values())
        assert sum(stands(document, question.key, value) for value in said) == 1, question
        assert question.rule is not None


@pytest.mark.parametrize("article", ARTICLES)
def test_what_each_says_can_be_made_to_stand(article: str) -> None:
    """From words back to values: every label that either gave, or nothing where it cannot be."""
    document = gold(article)
    for question in questions(document):
        for said in question.values.values():
            made = choice(document, question.key, said)
            assert made is not None, (question.key, said)
            assert made.remove is (said is None and "." not in question.key)


def test_labels_that_do_not_fit_the_file_cannot_be_chosen(document: AnnotatedDocument) -> None:
    """Gone attributions and sources, foreign words, circles, offsets of another text."""
    for key, said in (
        ("s1.voice", "attributed (a99)"),
        ("s1.voice", "attributed"),
        ("s1.role", "nonsense"),
        ("s1.frames", "nonsense"),
        ("s99.role", "claim (fact)"),
        ("a1.speaker", "p99"),
        ("a1.parent", "a1"),
        ("a1.cue", "0-5 “other”"),
        ("a1.content", "not a quote"),
        ("x1.text", "0-5 “Ferry” + 6-11 “Fares”"),
        ("s2.cut", "words that | nobody wrote"),
        ("s1.tone_towards", "nonsense"),
        ("s1.tone_towards", None),
        ("s1.start", "0"),
        ("article.sha256", "nonsense"),
    ):
        assert choice(document, key, said) is None, (key, said)


def test_quotes_with_the_marks_of_quotes_are_read_again() -> None:
    """Words of an article may hold what separates quotes in a record."""
    text = "a “b” + 3-5 “c” d"
    said = f"0-8 “{text[0:8]}” + 9-17 “{text[9:17]}”"
    assert [quote["text"] for quote in read_quotes(said, text)] == [text[0:8], text[9:17]]
    assert read_quotes(said[:-1], text) == []


def test_legal_labels_are_those_of_the_guide(document: AnnotatedDocument) -> None:
    """A role goes with its type; an undercut stays one, and no other relation becomes one."""
    assert "claim (policy)" in legal(document, "s1.role")
    assert len(legal(document, "s1.role")) == 4 + 5 + 4
    assert "undercuts" not in legal(document, "r1.type")
    assert legal(document, "s1.frames") == ()


def test_of_two_versions_of_an_undercut_one_stands(document: AnnotatedDocument) -> None:
    """The other can be chosen; one that would meet itself or nothing cannot."""
    second = Relation(id="r2", source="s2", target="s3", type="supports")
    undercut = Relation(id="r3", source="s1", target="r1", type="undercuts")
    known = document.model_copy(update={"relations": (*document.relations, second, undercut)})
    mine, other = "undercuts s1 → r1", "undercuts s2 → r2"
    assert (stands(known, "r3", mine), stands(known, "r3", other)) == (True, False)
    made = choice(known, "r3", other)
    assert made is not None
    assert made.values == {"source": "s2", "target": "r2", "type": "undercuts"}
    changed = known.model_copy(
        update={
            "relations": (*known.relations[:2], undercut.model_copy(update=dict(made.values))),
        }
    )
    assert (stands(changed, "r3", mine), stands(changed, "r3", other)) == (False, True)
    for words in ("undercuts s1 → r3", "undercuts s1 → r9", "undercuts s1 → s3"):
        found = choice(known, "r3", words)
        assert found is None, words
        assert not stands(known, "r3", words)
    round_about = choice(known, "r1", "undercuts s1 → r3")  # r3 meets r1
    assert round_about is None


@pytest.fixture
def disputed(client: Client, document: AnnotatedDocument) -> list[dict[str, Any]]:
    """The questions of the ferry article, where a second person gives the heading a role."""
    other = document.segments[0].model_copy(update={"role": "framing"})
    second = document.model_copy(update={"segments": (other, *document.segments[1:]), "spans": ()})
    made, _ = adjudicate(document, second, ("ana", "ben"), tool="argmap test")
    write_document(made, client.desk.files["ferry"])
    found: list[dict[str, Any]] = client.get(client.at("api/documents/ferry/disputes")).json()
    return found


def test_the_page_is_told_who_says_what(client: Client, disputed: list[dict[str, Any]]) -> None:
    """Each side with its words, what stands, what to set, the rule, and the other labels."""
    role, span = disputed
    assert (role["key"], role["quote"], role["open"]) == ("s1.role", "Ferry Fares Rise", True)
    assert [(c["by"], c["said"], c["stands"]) for c in role["choices"]] == [
        ("ana", "report", True),
        ("ben", "framing", False),
    ]
    assert role["choices"][1]["make"]["values"] == {
        "role": "framing",
        "claim_type": None,
        "evidence_type": None,
    }
    assert role["rule"]["text"]
    assert "claim (fact)" in [other["said"] for other in role["others"]]
    assert (span["key"], span["choices"][1]["make"]["remove"]) == ("x1", True)
    desk = client.get(client.at("api/desk")).json()
    assert desk["documents"][0]["disputed"] is True


def test_disputes_are_behind_the_token(client: Client, disputed: list[dict[str, Any]]) -> None:
    """Nobody reads them from another host or without the token."""
    assert client.get("/api/documents/ferry/disputes").status_code == 404
    headers = {"Host": f"evil.example:{PORT}"}
    address = client.at("api/documents/ferry/disputes")
    assert client.get(address, headers=headers).status_code == 421


def test_hostile_words_in_a_record_stay_words(client: Client, document: AnnotatedDocument) -> None:
    """A record that says anything at all is shown, and offers nothing that does not fit."""
    value = document.provenance.model_copy(
        update={
            "labels": {
                "s1.role": {"status": "disputed", "was": {"<b>": "<script>", "": 3, "c": None}},
                "zz9.nothing": {"status": "disputed", "was": "no object"},
                **{
                    key: {"status": "disputed", "was": {"ana": "x", "ben": None}}
                    for key in ("s1.place", "s1.nothing", "s1.role.x", "p1.text", "article.no")
                },
            }
        }
    )
    text = document.model_copy(update={"provenance": value}).model_dump_json(by_alias=True)
    client.desk.files["ferry"].write_text(text, encoding="utf-8")
    found = client.get(client.at("api/documents/ferry/disputes")).json()
    assert len(found) == 7
    assert all(c["make"] is None for question in found for c in question["choices"])
    assert fingerprint(document.text) == document.article.sha256
