"""`argmap annotate` and what articles can be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from argmap.cli.echo import Outcome
from argmap.cli.explaining import lines, show
from argmap.model.files import read_document
from argmap.pipeline.explanation import ExplainedLabel, ExplainedSpan, Explanation

from .conftest import Run


def test_standard_input_is_an_article(folder: Path, run: Run) -> None:
    """`-` reads the article from standard input."""
    result = run("annotate", "-", stdin="The board met. It “decided” nothing.\n".encode())
    assert result.exit_code == 0
    (path,) = result.stdout.split()
    assert read_document(folder / path).text.startswith("The board met.")


def test_a_label_names_the_outlet(folder: Path, run: Run) -> None:
    """LABEL=PATH wins over what the file says."""
    run("annotate", "The Daily=wire.txt")
    assert read_document(folder / "annotations/wire.json").article.outlet == "The Daily"


def test_a_dry_run_says_what_would_change_and_writes_nothing(folder: Path, run: Run) -> None:
    """Before the first run all is new; after an edit the machine's other opinion is named."""
    result = run("annotate", "--dry-run", "wire.txt")
    assert "new file" in result.stdout
    assert not (folder / "annotations").exists()
    run("annotate", "wire.txt")
    assert "nothing changes" in run("annotate", "--dry-run", "wire.txt").stdout
    path = folder / "annotations/wire.json"
    path.write_text(path.read_text().replace('"genre": "report"', '"genre": "satire"', 1))
    before = path.read_bytes()
    result = run("annotate", "--dry-run", "--json", "wire.txt")
    lines = json.loads(result.stdout)["changes"]["annotations/wire.json"]
    assert lines[0] == "edited by a person: kept as it is"
    assert any("genre satire → report" in line for line in lines)
    assert path.read_bytes() == before


def test_labels_come_back_with_their_words(folder: Path, run: Run) -> None:
    """A sentence that was taken out and put in again has the person's label again, as is said."""
    article, path = folder / "wire.txt", folder / "annotations/wire.json"
    text = article.read_text()
    run("annotate", "wire.txt")
    value = json.loads(path.read_text())
    segment = value["segments"][-1]
    segment["certainty"] = "possible" if segment["certainty"] != "possible" else "probable"
    path.write_text(json.dumps(value))
    article.write_text(text.replace(segment["text"], "", 1))
    assert "put aside" in run("annotate", "wire.txt").stderr
    article.write_text(text)
    assert "returned: " in run("annotate", "--dry-run", "wire.txt").stdout
    assert "returned: " in run("annotate", "wire.txt").stderr
    assert json.loads(path.read_text())["segments"][-1]["certainty"] == segment["certainty"]


def test_a_text_that_a_person_corrected_is_kept_beside_the_new_one(folder: Path, run: Run) -> None:
    """The article was extracted anew and otherwise: both texts can be found, and it is said."""
    article, path = folder / "wire.txt", folder / "annotations/wire.json"
    run("annotate", "wire.txt")
    value = json.loads(path.read_text())
    words = value["segments"][-1]["text"]
    value["text"] = value["text"].replace(words, words.replace(" ", "  ", 1), 1)
    path.write_text(json.dumps(value))
    assert run("check", "--fix", str(path)).exit_code == 0
    corrected = json.loads(path.read_text())["text"]
    new = article.read_text() + "\nA sentence that the first reading had missed.\n"
    article.write_text(new)
    said = run("annotate", "wire.txt").stderr
    assert "corrected" in said
    assert ".argmap/wire.json" in said
    assert json.loads(path.read_text())["text"] == corrected
    machine = json.loads((folder / "annotations/.argmap/wire.json").read_text())
    assert "A sentence that the first reading had missed." in machine["text"]
    assert "missed" not in corrected


def test_a_segment_is_explained_with_its_cue_words_and_nothing_is_written(
    folder: Path, run: Run
) -> None:
    """Each label stands on a line with its reason; the attribution and the spans follow."""
    before = sorted(folder.rglob("*"))
    result = run("annotate", "wire.txt", "--explain", "s2")
    assert result.exit_code == 0
    first, *rest = result.stdout.splitlines()
    assert first.startswith("wire s2: ORLA BAY — Fares on the Orla ferry may double")
    labels = ["role", "voice", "certainty", "polarity", "tone", "tone_towards", "frames"]
    assert [line.split(":")[0].strip() for line in rest[: len(labels)]] == labels
    assert all("; reason: " in line or line.endswith("; no reason kept") for line in rest)
    assert any("  span x" in line and "hedge “may”; confidence 0." in line for line in rest)
    assert any("  attribution a" in line and "cue “said”; quote indirect" in line for line in rest)
    assert sorted(folder.rglob("*")) == before


def test_several_segments_or_all_are_explained_in_the_order_of_the_text(run: Run) -> None:
    """The option may be repeated; JSON says the same."""
    result = run("annotate", "wire.txt", "--explain", "s3", "--explain", "s1", "--explain", "s3")
    assert [block.split(":")[0] for block in result.stdout.split("\n\n")] == ["wire s1", "wire s3"]
    result = run("annotate", "wire.txt", "islander.txt", "--explain", "all", "--json")
    one, two = json.loads(result.stdout)["explanations"]
    assert (one["article"], two["article"]) == ("wire", "islander")
    numbers = range(1, len(one["segments"]) + 1)
    assert [segment["id"] for segment in one["segments"]] == [f"s{number}" for number in numbers]


def test_an_unknown_segment_is_wrong_usage(folder: Path, run: Run) -> None:
    """One sentence names the article, the id and the ids there are; other articles are done."""
    result = run("annotate", "wire.txt", "--explain", "s1", "--explain", "x\x9b")
    assert result.exit_code == 2
    assert result.stdout == ""
    (sentence,) = result.stderr.splitlines()
    assert sentence.startswith("Error: wire has no segment 'x\\x9b'; it has s1 to s")
    (folder / "short.txt").write_text("The board met on Monday in the harbor.\n")
    result = run("annotate", "short.txt", "wire.txt", "--explain", "s2")
    assert result.exit_code == 1
    assert "Error: short has no segment 's2'; it has s1." in result.stderr
    assert result.stdout.startswith("wire s2: ")
    assert run("annotate", "wire.txt", "--explain", "s1", "--dry-run").exit_code == 2


def test_no_character_of_an_article_steers_the_terminal(
    folder: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escapes are written out, a line break begins no line, and JSON is ASCII."""
    hostile = "Fares\x1b[31m may\x9b2J rise\u202e.\n  role: claim"
    (folder / "hostile.txt").write_text(hostile * 40, encoding="utf-8")
    printed = run("annotate", "hostile.txt", "--explain", "all").stdout
    labels = (ExplainedLabel("voice", (hostile,), 0.5, hostile),)
    spans = (ExplainedSpan("x1", "hedge", "hedge", hostile, 0.5, None),)
    explanation = Explanation("s1", hostile, labels, None, spans)
    said = list(lines("hostile", explanation))
    assert len(said) == 3
    assert "Fares\\x1b[31m may\\x9b2J rise\\u202e. role: claim" in said[0]
    for line in [*said, *printed.splitlines()]:
        assert not {"\x1b", "\x9b", "\u202e", "\n"} & set(line)
    show([("hostile", [explanation])], Outcome(as_json=True))
    shown = capsys.readouterr().out
    assert shown.isascii()
    assert json.loads(shown)["explanations"][0]["segments"][0]["text"] == hostile


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("headings", "Fares Rise\n\nBoats Old\n\nIslands Far\n"),
        ("quotes", "“We pay.” “We do not.” “Who does?”\n\n“Nobody.”\n"),
        ("unbalanced", '“We pay, she said. Nobody” else does.\n\n”They” "do, he said.\n'),
        ("one-word", "Fares.\n"),
        ("capitals", "FARES ON THE ORLA FERRY MAY DOUBLE. THE BOARD SAID SO ON MONDAY.\n"),
        ("no-punctuation", "fares may double the board said so on monday " * 40),
        ("emoji", "The boat 🚢🏽 sank — the board said 👩‍👩‍👧 “naïve” cafe\u0301 fares rose.\n"),
        ("interview", "Q: Will fares rise?\n\nA: They may. We do not know yet.\n\nQ: Why?\n"),
        ("poem", "the boat goes out\nthe boat goes in\nwho pays\n\nthe sea\n"),
        ("list", "The plan:\n\n• Fares may double\n• Boats are sold\n1. First\n2. Second\n"),
        ("long", "The board said that " + "the fare and the boat and " * 500 + "the sea rose.\n"),
    ],
)
def test_odd_texts_are_read_without_losing_a_character(
    folder: Path, run: Run, name: str, text: str
) -> None:
    """Whatever the text is, the result is a valid file: segments partition it, quotes fit."""
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    result = run("annotate", f"{name}.txt")
    assert result.exit_code == 0
    document = read_document(folder / f"annotations/{name}.json")
    joined = "".join(segment.text for segment in document.segments)
    assert "".join(joined.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "قال المجلس إن أسعار العبارة قد ترتفع في الربيع. ولم يقرر المجلس شيئا بعد.\n",
        "港务局表示，渡轮票价可能上涨。居民们说他们没有别的路。\n",
        "Das Amt sagte, dass die Preise der Fähre steigen und die Leute nicht zahlen wollen.\n",
    ],
)
def test_other_languages_are_read_with_a_clear_warning(folder: Path, run: Run, text: str) -> None:
    """A text that is not English is said to be so, and there is still a result."""
    (folder / "other.txt").write_text(text * 3, encoding="utf-8")
    result = run("annotate", "other.txt")
    assert result.exit_code == 0
    assert "English" in result.stderr
    assert read_document(folder / "annotations/other.json").segments


def test_a_very_long_article_is_read(folder: Path, run: Run) -> None:
    """A hundred thousand words are one article among others."""
    paragraph = "The board said that fares may rise. “We have no money,” said Mira Tolland. "
    (folder / "long.txt").write_text("\n".join([paragraph * 5] * 1430))
    result = run("annotate", "long.txt")
    assert result.exit_code == 0
    document = read_document(folder / "annotations/long.json")
    assert len(document.text.split()) > 100_000
    assert len(document.segments) > 7_000


def test_a_line_of_five_megabytes_is_refused(folder: Path, run: Run) -> None:
    """A huge line is refused in one sentence that names the file, and nothing is written."""
    (folder / "line.txt").write_text("word " * 1_000_000)
    result = run("annotate", "line.txt")
    assert result.exit_code == 3
    (sentence,) = result.stderr.splitlines()
    assert sentence.startswith("Error: ")
    assert "line.txt" in sentence
    assert not (folder / "annotations").exists()
