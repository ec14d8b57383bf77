"""`argmap agree`, `adjudicate` and `drill` as a user runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli import main
from argmap.model.document import AnnotatedDocument
from argmap.model.files import read_document, write_document
from argmap.model.labels import Role, Voice
from argmap.story import annotation_file

from .conftest import Run

ROOT = Path(__file__).parents[2]
FIRST, SECOND = (str(annotation_file("briefwell", who)) for who in ("first", "second"))
HOSTILE = "\x1b[31m<script>alert(1)</script>\u202e"


def drill(text: str, *arguments: str) -> Result:
    """`argmap drill` with some lines on its standard input."""
    return CliRunner().invoke(main, ["drill", *arguments], input=text)


def test_the_docs_show_what_the_command_says(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The agreement of the bundled story's annotations: the page and the command, to the letter."""
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
    command = "argmap agree src/argmap/story/annotators/first src/argmap/story/annotators/second"
    command += " --worst 0"
    assert f"```\n{command}\n```" in page
    result = run(*command.split()[1:])
    assert result.exit_code == 0
    assert page.split("```text\n")[1].split("```")[0] == result.stdout


def test_the_worst_come_with_quote_and_rule(run: Run) -> None:
    """Each with what both say; the labels' own figures where they are asked for."""
    result = run("agree", FIRST, SECOND, "--worst", "1", "--labels")
    assert result.exit_code == 0
    assert "Most disagreement (" in result.stdout
    assert "  cut: first: " in result.stdout
    assert "    cut-because: Cut before a reason clause" in result.stdout
    assert "is undefined: only one item was labelled by two annotators." in result.stdout
    assert re.search(r"^      claim: 0\.\d{3}$", result.stdout, re.MULTILINE)


def test_json_holds_everything(run: Run) -> None:
    """Figures, reasons, shares, the figures of others, and the rules."""
    value = json.loads(run("agree", FIRST, SECOND, FIRST, "--json").stdout)["agreement"]
    assert len(set(value["annotators"])) == 3
    role = value["layers"]["role"]
    assert role["coefficients"][0]["value"] < 1
    assert sum(role["prevalence"].values()) == pytest.approx(1, abs=0.001)
    assert role["reported"][0]["source"] == "Al-Khatib and others 2016"
    genre = value["layers"]["genre"]["coefficients"][0]
    assert genre["value"] is None
    assert "only one item" in genre["undefined"]
    assert value["worst"][0]["disagreements"][0]["rule"]["place"].startswith("docs/label-guide.md#")


def test_refusals_are_one_sentence(run: Run, tmp_path: Path) -> None:
    """Different articles, one annotator, no such file, no annotation file."""
    wire = str(annotation_file("tidemark-wire", "first"))
    for arguments, words in (
        ((FIRST, wire), "give files of one article"),
        ((FIRST,), "give a second file or folder"),
        ((FIRST, str(tmp_path / "none.json")), "cannot be read"),
        ((FIRST, str(tmp_path)), "holds no annotation file"),
    ):
        result = run("agree", *arguments)
        assert result.exit_code == 3
        assert words in result.stderr
        assert len(result.stderr.strip().splitlines()) == 1
        assert result.stdout == ""


def test_the_page_is_written(run: Run, tmp_path: Path) -> None:
    """One file, beside the text."""
    result = run("agree", FIRST, SECOND, "--html", str(tmp_path / "out" / "page.html"))
    assert result.exit_code == 0
    page = (tmp_path / "out" / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "agree" in page


def test_article_text_does_nothing_to_the_terminal(
    run: Run, tmp_path: Path, document: AnnotatedDocument
) -> None:
    """A quote with escape and direction characters is printed harmlessly."""
    from argmap.model.article import fingerprint

    text = HOSTILE + " " + document.text
    shift = len(HOSTILE) + 1
    first = document.segments[0].model_copy(
        update={"start": 0, "end": shift + document.segments[0].end, "text": ""}
    )
    first = first.model_copy(update={"text": text[: first.end]})
    rest = [
        s.model_copy(update={"start": s.start + shift, "end": s.end + shift})
        for s in document.segments[1:]
    ]
    article = document.article.model_copy(update={"sha256": fingerprint(text)})
    plain = document.model_copy(
        update={
            "article": article,
            "text": text,
            "segments": tuple(
                s.model_copy(update={"voice": Voice.AUTHOR, "attribution": None})
                for s in (first, *rest)
            ),
            "attributions": (),
            "sources": (),
            "spans": (),
            "relations": (),
        }
    )
    other = plain.model_copy(
        update={"segments": (first.model_copy(update={"role": Role.FRAMING}), *plain.segments[1:])}
    )
    write_document(plain, tmp_path / "a.json")
    write_document(other, tmp_path / "b.json")
    for command in (
        ("agree", str(tmp_path / "a.json"), str(tmp_path / "b.json")),
        (
            "adjudicate",
            str(tmp_path / "a.json"),
            str(tmp_path / "b.json"),
            "-o",
            str(tmp_path / "c"),
        ),
    ):
        out = run(*command).stdout
        assert "alert(1)" in out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_adjudicate_goes_on(run: Run, tmp_path: Path) -> None:
    """Made, checked, decided by hand, made again: the decision stands, the rest is still asked."""
    path = tmp_path / "gold" / "briefwell.json"
    made = run("adjudicate", FIRST, SECOND, "-o", str(path))
    assert made.exit_code == 0
    assert run("check", str(path)).exit_code == 0
    value = json.loads(path.read_text(encoding="utf-8"))
    labels = value["provenance"]["labels"]
    assert {record["status"] for record in labels.values()} == {"disputed"}
    key = next(key for key in labels if key.endswith(".frames"))
    assert f"{key} “" in made.stdout
    labels[key]["status"] = "confirmed"
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
    again = json.loads(run("adjudicate", FIRST, SECOND, "-o", str(path), "--json").stdout)
    assert again["decided"] == 1
    assert len(again["open"]) == len(labels) - 1
    assert key not in {question["key"] for question in again["open"]}
    assert read_document(path).provenance.labels[key].status == "confirmed"
    before = path.read_bytes()
    third = json.loads(run("adjudicate", FIRST, SECOND, "-o", str(path), "--json").stdout)
    assert third["kept"] == [str(path)]
    assert path.read_bytes() == before
    arguments = ("-o", str(path), "--restart", "--json")
    fresh = json.loads(run("adjudicate", FIRST, SECOND, *arguments).stdout)
    assert fresh["decided"] == 0


def test_adjudicate_refuses_to_write_over_an_annotator(run: Run, tmp_path: Path) -> None:
    """Neither annotator's file is the output, whatever its path; other articles are refused."""
    path = tmp_path / "ana.json"
    path.write_bytes(Path(FIRST).read_bytes())
    before = path.read_bytes()
    result = run("adjudicate", str(path), SECOND, "-o", str(tmp_path / "." / "ana.json"))
    assert result.exit_code == 3
    assert "is one of the two annotators' files" in result.stderr
    assert path.read_bytes() == before
    wire = str(annotation_file("tidemark-wire", "first"))
    assert run("adjudicate", FIRST, wire, "-o", str(tmp_path / "c.json")).exit_code == 3
    assert not (tmp_path / "c.json").exists()


def test_a_drill_from_a_pipe() -> None:
    """Labels by key, number and name, several in a line; misses with their rule; a summary."""
    result = drill("r a c\n2\nattributed\n1\nc f a c\nq\n", "briefwell")
    assert result.exit_code == 0
    assert result.stdout.count("as in the key") >= 2
    assert "role: you claim, key report" in result.stdout
    assert "role-claim-or-report: What a record" in result.stdout
    assert "3 segments labelled." in result.stdout
    assert "role: 2 of 3 as in the key, alpha" in result.stdout
    assert result.stdout == drill("r a c\n2\nattributed\n1\nc f a c\nq\n", "briefwell").stdout


def test_a_drill_takes_bad_answers_skips_and_the_end_of_input() -> None:
    """What is no label is asked again; s skips; the end of the input ends with a summary."""
    result = drill("9\n?\nr a c\ns\n", "briefwell")
    assert result.exit_code == 0
    assert "'9' is no label here." in result.stdout
    assert "makes another segment believable" in result.stdout
    assert "1 segment labelled." in result.stdout
    assert "Nothing was labelled." in drill("").stdout


def test_a_drill_of_one_layer_at_the_end_and_as_json() -> None:
    """Only what is asked for, compared at the end; the same as JSON, without talk."""
    arguments = ("harbor-voice", "--layer", "voice", "--units", "4", "--start", "5", "--at-end")
    result = drill("a\na\na\na\n", *arguments)
    assert "role" not in result.stdout.replace("rolls", "")
    assert result.stdout.index("voice: you author, key mixed") > result.stdout.index("8 of 65")
    value = json.loads(drill("a\na\na\na\n", *arguments, "--json").stdout)["drill"]
    assert value["units"] == 4
    assert value["layers"]["voice"] == {
        "right": 2,
        "asked": 4,
        "alpha": value["layers"]["voice"]["alpha"],
        "undefined": None,
    }
    assert [miss["unit"] for miss in value["misses"]] == [6, 8]


def test_a_perfect_drill_has_no_misses() -> None:
    """The key itself, as answers, is all right in each article."""
    for article, units in (("briefwell", 22), ("tidemark-wire", 58), ("harbor-voice", 65)):
        key = read_document(annotation_file(article, "first"))
        lines = [
            " ".join(
                str(label)
                for label in (s.role, s.claim_type or s.evidence_type, s.voice, s.certainty)
                if label
            )
            for s in key.segments
        ]
        value = json.loads(drill("\n".join(lines) + "\n", article, "--json").stdout)["drill"]
        assert value["misses"] == []
        assert value["units"] == units


def test_an_article_is_annotated_first(folder: Path, run: Run) -> None:
    """Where an annotation file may stand, an article may: argmap is one of the annotators."""
    run("annotate", "wire.txt", "-a", "ana")
    result = run("agree", "ana/wire.json", "wire.txt", "-a", "machine", "--json")
    value = json.loads(result.stdout)
    assert value["written"] == ["machine/wire.json"]
    assert value["agreement"]["annotators"] == ["ana", "machine"]
    assert value["agreement"]["disagreements"] == 0
    made = run("adjudicate", "ana/wire.json", "wire.txt", "-a", "machine", "-o", "gold.json")
    assert made.exit_code == 0
    assert "0 to decide" in made.stderr
    assert run("adjudicate", "ana", "wire.txt", "-o", "gold.json").exit_code == 3
    assert run("agree", "ana/wire.json", "none.txt").exit_code == 3
